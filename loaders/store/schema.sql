-- The corpus: what was read (the truth), then what follows from it (derived, made anew at will).
-- Offsets are code points into the decoded source; `at` counts into the text of the sentence.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- A file as it lies on disk. `made_by` says what read it: the same file read by another pipeline is read again.
CREATE TABLE file (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    digest  TEXT NOT NULL,
    made_by TEXT NOT NULL
);

-- What of a file could not be read: a row of a table, an entry of an archive, a scanned page.
CREATE TABLE trouble (
    file    INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    source  TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (file, number)
) WITHOUT ROWID;

-- A document: the file itself, or an entry of an archive or a table.
CREATE TABLE source (
    id          INTEGER PRIMARY KEY,
    file        INTEGER NOT NULL REFERENCES file ON DELETE CASCADE,
    name        TEXT NOT NULL UNIQUE,
    format      TEXT NOT NULL,
    date        TEXT,
    publication TEXT,
    page        TEXT,
    page_starts TEXT NOT NULL DEFAULT '[]',
    issued      TEXT,
    text        TEXT NOT NULL
);
CREATE INDEX source_file ON source (file);

CREATE TABLE article (
    source         INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    number         INTEGER NOT NULL,
    start          INTEGER NOT NULL,
    "end"          INTEGER NOT NULL,
    headline       TEXT,
    authors        TEXT NOT NULL DEFAULT '[]',
    agency         TEXT,
    publication    TEXT,
    dateline       TEXT,
    date           TEXT,
    date_method    TEXT NOT NULL,
    continued      INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    page           TEXT,
    continued_from TEXT,
    continued_on   TEXT,
    PRIMARY KEY (source, number)
) WITHOUT ROWID;

-- begin, until: view offsets (the text without layout white space); begin_at, end_at: source offsets.
CREATE TABLE sentence (
    source    INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    article   INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    role      TEXT NOT NULL,
    begin     INTEGER NOT NULL,
    until     INTEGER NOT NULL,
    begin_at  INTEGER NOT NULL,
    end_at    INTEGER NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (source, number),
    FOREIGN KEY (source, article) REFERENCES article ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE mention (
    source   INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    text     TEXT NOT NULL,
    type     TEXT NOT NULL,
    role     TEXT NOT NULL,
    article  INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    score    REAL NOT NULL,
    PRIMARY KEY (source, start, "end"),
    FOREIGN KEY (source, sentence) REFERENCES sentence ON DELETE CASCADE
) WITHOUT ROWID;

-- What the user had decided about who is who when the corpus was last linked; outranks every rule.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY,
    verb   TEXT NOT NULL,
    entity TEXT NOT NULL,
    other  TEXT NOT NULL
);

-- From here on: derived.

CREATE TABLE entity (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,
    kind            TEXT NOT NULL,
    name            TEXT NOT NULL,
    aliases         TEXT NOT NULL,
    facts           TEXT NOT NULL,
    mentions        INTEGER NOT NULL,
    articles        INTEGER NOT NULL,
    first_seen      TEXT,
    last_seen       TEXT,
    community       INTEGER NOT NULL,
    degree          INTEGER NOT NULL,
    weighted_degree REAL NOT NULL,
    betweenness     REAL NOT NULL,
    pagerank        REAL NOT NULL
);

CREATE TABLE naming (
    source INTEGER NOT NULL,
    start  INTEGER NOT NULL,
    "end"  INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    PRIMARY KEY (source, start, "end")
) WITHOUT ROWID;

CREATE TABLE writer (
    source  INTEGER NOT NULL,
    article INTEGER NOT NULL,
    entity  INTEGER NOT NULL,
    PRIMARY KEY (source, article, entity)
) WITHOUT ROWID;

CREATE TABLE edge (
    a            INTEGER NOT NULL,
    b            INTEGER NOT NULL,
    count        INTEGER NOT NULL,
    articles     INTEGER NOT NULL,
    weight       REAL NOT NULL,
    npmi         REAL NOT NULL,
    g2           REAL NOT NULL,
    significance REAL NOT NULL,
    first        TEXT,
    last         TEXT,
    evidence     TEXT NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;

-- What the text says of entities beyond naming them together. A position at no body that the text names has no b.
CREATE TABLE relation (
    number   INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,
    a        INTEGER NOT NULL,
    b        INTEGER,
    title    TEXT,
    first    TEXT,
    last     TEXT,
    former   INTEGER NOT NULL DEFAULT 0,
    evidence TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX relation_a ON relation (a);
CREATE INDEX relation_b ON relation (b);

-- Pairs of entities that may be one, for a person to decide.
CREATE TABLE doubt (
    a   TEXT NOT NULL,
    b   TEXT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (a, b, why)
) WITHOUT ROWID;

-- Articles that tell one story over several pages, and reprints of one dispatch.
CREATE TABLE story (
    source          INTEGER NOT NULL,
    article         INTEGER NOT NULL,
    story_source    TEXT NOT NULL,
    story_article   INTEGER NOT NULL,
    original_source  TEXT,
    original_article INTEGER,
    PRIMARY KEY (source, article)
) WITHOUT ROWID;

"""The lists behind who is who: gazetteer and name book from the seeds, decisions from a person's file."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from wenmai.graph.entity import (
    NO_DECISIONS,
    Body,
    Country,
    Decision,
    Decisions,
    Gazetteer,
    NameBook,
    Problem,
    Trouble,
    Verb,
    with_decision,
)
from wenmai.graph.values import EntityType
from wenmai.loaders.problems import InputError
from wenmai.loaders.words import say
from wenmai.loaders.write.whole_file import write_whole


@cache
def load_gazetteer() -> Gazetteer:
    """Divisions, countries and their further names, from seeds/gazetteers; read once."""
    divisions: dict[str, str] = dict(_rows("gazetteers", "divisions"))
    for county, towns in _rows("gazetteers", "townships"):
        for town in towns.split(" "):
            divisions[county + town[:3]] = town[3:]
    countries = [Country(iso, name, tuple(others)) for iso, name, *others in _rows("gazetteers", "countries")]
    extra = [(name, code) for name, code in _rows("gazetteers", "short")]
    features = [name for (name,) in _rows("gazetteers", "features")]
    return Gazetteer(divisions, countries, extra=extra, features=features)


@cache
def load_names() -> NameBook:
    """National bodies, usual forms, papers, titles and surnames, from seeds/names; read once."""
    return NameBook(
        bodies=tuple(_bodies()),
        forms={short: tuple(fulls) for short, *fulls in _rows("names", "forms")},
        papers={paper: rest[0] if rest else "" for paper, *rest in _rows("names", "papers")},
        topics=frozenset(name for (name,) in _rows("names", "topics")),
        surnames=tuple(name for (name,) in _rows("names", "surnames")),
        given=frozenset(name for (name,) in _rows("names", "given")),
        titles=tuple(name for (name,) in _rows("names", "titles")),
    )


def _bodies() -> Iterator[Body]:
    for name, *forms in _rows("names", "bodies"):
        anywhere, local = [*forms, "", ""][:2]
        yield Body(name, tuple(anywhere.split()), tuple(local.split()))


def _rows(folder: str, name: str) -> Iterator[list[str]]:
    text = files("wenmai.seeds").joinpath(folder, f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


_HEADER = "# Who is who, decided by a person: outranks every rule. See docs/entities.md.\n"


def load_decisions(path: Path) -> Decisions:
    """Read a file of decisions; one that does not exist holds none.

    Raises:
        InputError: the file is not TOML, or says what no decision can be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return NO_DECISIONS
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), say(f"读不了：{error}", f"can't be read: {error}")) from error
    try:
        return _decisions(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise InputError(
            str(path),
            say(f"决定文件有误：{error}；请改正该行", f"not a file of decisions: {error}; mend that line"),
        ) from error


def _decisions(table: dict[str, object]) -> Decisions:
    unknown = sorted(set(table) - set(Verb))
    if unknown:
        raise ValueError(f"{unknown[0]} is none of {', '.join(Verb)}")
    return Decisions(
        same=tuple((a, b) for a, b in _lists(table, "same", 2)),
        not_same=tuple((a, b) for a, b in _lists(table, "not_same", 2)),
        rename=tuple((entity, name) for entity, name in _lists(table, "rename", 2)),
        retype=tuple((entity, EntityType(kind)) for entity, kind in _lists(table, "retype", 2)),
        ignore=tuple(entity for (entity,) in _lists(table, "ignore", 1)),
    )


def _lists(table: dict[str, object], key: str, length: int) -> Iterator[list[str]]:
    rows = table.get(key, [])
    if not isinstance(rows, list):
        raise ValueError(f"{key} is no list")  # noqa: TRY004
    for row in rows:
        items = [row] if length == 1 else row
        if not isinstance(items, list) or len(items) != length or not all(isinstance(i, str) for i in items):
            raise ValueError(f"{key}: {row!r} is not {'a pair of texts' if length > 1 else 'a text'}")
        kind = items[0].partition(":")[0]
        if kind not in EntityType.__members__:
            raise ValueError(f"{key}: {items[0]!r} names no entity (TYPE:name)")
        yield items


def save_decisions(path: Path, decisions: Decisions) -> None:
    """Write decisions: a key a list, an item a line, in the order taken."""
    rows: list[tuple[str, list[object]]] = [
        ("same", list(decisions.same)),
        ("not_same", list(decisions.not_same)),
        ("rename", list(decisions.rename)),
        ("retype", list(decisions.retype)),
        ("ignore", list(decisions.ignore)),
    ]
    text = _HEADER + "".join(
        f"\n{key} = [\n{''.join(_line(i) for i in items)}]\n" for key, items in rows if items
    )
    write_whole(path, [text])


def save_decision(path: Path, decision: Decision) -> Decisions:
    """Add one decision to a file, unless it stands there already; the file is made where there is none."""
    before = load_decisions(path)
    after = with_decision(before, decision)
    if after != before or not path.exists():
        save_decisions(path, after)
    return after


def _line(item: object) -> str:
    if isinstance(item, tuple):
        return f"  [{', '.join(_quoted(str(each)) for each in item)}],\n"
    return f"  {_quoted(str(item))},\n"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def describe_problem(problem: Problem) -> str:
    """What is wrong with decisions, in the user's language."""
    ids = problem.ids
    if problem.trouble is Trouble.CONTRADICTION:
        one, bar = " / ".join(ids[:2]), " / ".join(ids[2:])
        return say(
            f"决定互相矛盾：{one} 要合并，而 {bar} 已定为不同；未合并，请删去其一",
            f"decisions contradict: {one} are to be one, {bar} to differ; not joined: remove either",
        )
    if problem.trouble is Trouble.SELF:
        return say(
            f"{ids[0]} 被定为与自己不同；未采用，请删去",
            f"{ids[0]} is said to differ from itself; left out: remove it",
        )
    if problem.trouble is Trouble.TWO_NAMES:
        return say(
            f"{ids[0]} 有两个决定：{ids[1]} 与 {ids[2]}；采用前者，请删去后者",
            f"{ids[0]} is to become both {ids[1]} and {ids[2]}; the first counts: remove the second",
        )
    return say(
        f"{ids[0]} 不能改为 {ids[1]}：已有另一实体用此名；如为同一实体请用 same",
        f"{ids[0]} can't become {ids[1]}, which another entity is; are they one? decide so",
    )

"""Decoding: exact tables, and the best path and its probability against all paths, tried one by one."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.tags import TAGS, TYPES, Reading, decode, tags_of
from wenmai.graph.values import EntityType

PERSON, ORG, PLACE, PROGRAM = TYPES


def logits(*tags, strength=20.0):
    """Scores that prefer one tag a character; `A|B` gives the second a little less."""
    table = np.zeros((len(tags), len(TAGS)), np.float32)
    for row, choice in zip(table, tags, strict=True):
        for rank, tag in enumerate(choice.split("|")):
            row[TAGS.index(tag)] = strength - rank
    return table


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        pytest.param([], [], id="empty"),
        pytest.param(["O", "O"], [], id="nothing"),
        pytest.param(["S-PLACE"], [(0, 1, PLACE)], id="one character"),
        pytest.param(["B-ORG", "I-ORG", "E-ORG"], [(0, 3, ORG)], id="three"),
        pytest.param(
            ["B-ORG", "E-ORG", "B-PERSON", "E-PERSON"], [(0, 2, ORG), (2, 4, PERSON)], id="adjacent"
        ),
        pytest.param(["O", "S-PLACE", "S-PROGRAM", "O"], [(1, 2, PLACE), (2, 3, PROGRAM)], id="two singles"),
        pytest.param(["B-ORG|O", "O", "O"], [], id="begun and never ended"),
        pytest.param(["B-ORG", "O|I-ORG", "E-ORG"], [(0, 3, ORG)], id="a hole is filled"),
        pytest.param(["B-ORG", "E-PLACE|E-ORG"], [(0, 2, ORG)], id="types agree"),
        pytest.param(["O|B-PLACE", "E-PLACE", "O"], [(0, 2, PLACE)], id="ended and never begun"),
        pytest.param(["O", "B-ORG|S-ORG"], [(1, 2, ORG)], id="no room behind"),
    ],
)
def test_decode(tags, names):
    found = decode(logits(*tags) if tags else np.zeros((0, len(TAGS)), np.float32)).names
    assert [(name.start, name.end, name.type) for name in found] == names


def test_score_is_the_share_of_the_well_formed_paths():
    # One character, scores ln 3 for S-PLACE, ln 2 for O, ln 1 for the fifteen others; of these
    # only the three other single names are paths: 3 / (3 + 2 + 3).
    table = np.zeros((1, len(TAGS)), np.float32)
    table[0, TAGS.index("S-PLACE")] = np.log(3)
    table[0, TAGS.index("O")] = np.log(2)
    assert decode(table) == Reading((Found(0, 1, EntityType.PLACE, 0.375),), ())


def test_what_nearly_was_a_name_is_doubtful():
    # Of O (7), S-PLACE (2) and S-ORG (1), the others far away: 0.7, 0.2 and 0.1.
    table = np.full((2, len(TAGS)), -30, np.float32)
    table[0, [TAGS.index(tag) for tag in ("O", "S-PLACE", "S-ORG")]] = np.log([7.001, 1.999, 1])
    table[1, TAGS.index("S-PERSON")] = 0
    assert decode(table) == Reading(
        (Found(1, 2, EntityType.PERSON, 1.0),),
        (Found(0, 1, EntityType.ORG, 0.1), Found(0, 1, EntityType.PLACE, 0.2)),
    )


def test_a_long_text_of_small_chances_changes_no_score():
    # The one character of above, then 600 of which nine tenths go to paths that are not well formed:
    # what is left of all weight is 1e-600, less than any float holds.
    table = np.full((601, len(TAGS)), -40, np.float32)
    table[0] = 0
    table[0, TAGS.index("S-PLACE")] = np.log(3)
    table[0, TAGS.index("O")] = np.log(2)
    table[1:, TAGS.index("O")] = 0
    table[1::2, TAGS.index("I-ORG")] = table[2::2, TAGS.index("I-PLACE")] = np.log(9)
    table[0, [TAGS.index(f"{part}-{kind}") for part in "BE" for kind in TYPES]] = -40
    for place in (table, table[::-1]):
        names = decode(np.ascontiguousarray(place)).names
        assert [(name.type, name.score) for name in names] == [(PLACE, 0.375)]


def _follows(before, after):
    return after[2:] == before[2:] and after[0] in "IE" if before[0] in "BI" else after[0] in "OBS"


def _well_formed(path):
    return path[0][0] in "OBS" and path[-1][0] in "OES" and all(_follows(a, b) for a, b in pairwise(path))


PATHS = {n: [path for path in product(TAGS, repeat=n) if _well_formed(path)] for n in (1, 2, 3)}


def _names(path):
    names, start = [], 0
    for i, tag in enumerate(path):
        if tag[0] in "BS":
            start = i
        if tag[0] in "ES":
            names.append((start, i + 1, tag[2:]))
    return names


@settings(deadline=None, max_examples=200)
@given(st.integers(1, 3), st.integers(0, 10**6), st.sampled_from([0.5, 2.0]))
def test_decode_is_the_best_of_all_paths(length, seed, spread):
    table = np.random.default_rng(seed).normal(0, spread, (length, len(TAGS))).astype(np.float32)
    logs = table.astype(np.float64) - np.log(np.exp(table.astype(np.float64)).sum(1, keepdims=True))
    scored = {path: sum(logs[i, TAGS.index(tag)] for i, tag in enumerate(path)) for path in PATHS[len(table)]}
    total = sum(np.exp(score) for score in scored.values())
    reading = decode(table)
    found = list(reading.names)
    path = tuple(TAGS[tag] for tag in tags_of(len(table), found))
    assert scored[path] == pytest.approx(max(scored.values()), abs=1e-9)
    for name in (*found, *reading.doubtful):
        key = (name.start, name.end, name.type.value)
        share = sum(np.exp(score) for other, score in scored.items() if key in _names(other)) / total
        assert name.score == pytest.approx(share, abs=6e-4)


@st.composite
def named(draw):
    """A length, and sorted names within it that do not overlap."""
    borders = sorted(draw(st.sets(st.integers(0, 30), min_size=2)))
    spans = [pair for pair in pairwise(borders) if draw(st.booleans())]
    return borders[-1], [Found(a, b, draw(st.sampled_from(TYPES))) for a, b in spans]


@given(named())
def test_tags_say_what_decode_reads(case):
    length, names = case
    table = logits(*(TAGS[tag] for tag in tags_of(length, names)))
    assert [(name.start, name.end, name.type) for name in decode(table).names] == [
        (name.start, name.end, name.type) for name in names
    ]

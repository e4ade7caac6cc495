"""The lists from the seeds, and the file of decisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.entity import Decision, Decisions, Problem, Trouble, Verb
from wenmai.graph.values import EntityType
from wenmai.loaders.lists import (
    describe_problem,
    load_decisions,
    load_gazetteer,
    load_names,
    save_decision,
    save_decisions,
)
from wenmai.loaders.problems import InputError

SEEDS = Path(__file__).parents[2] / "seeds"
LISTS = sorted([*(SEEDS / "gazetteers").glob("*.tsv"), *(SEEDS / "names").glob("*.tsv")])


@pytest.mark.parametrize("path", LISTS, ids=lambda p: p.name)
def test_every_list_names_its_source_and_has_rows_of_its_columns(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    rows = [line for line in lines if line and not line.startswith("#")]
    assert "licence" in " ".join(header).lower()
    assert len(rows) == len(set(rows))
    assert all(line == line.rstrip(" ") for line in rows)


def test_no_form_names_two_bodies():
    bodies = load_names().bodies
    forms = [form for body in bodies for form in {body.name, *body.forms, *body.local}]
    assert sorted({f for f in forms if forms.count(f) > 1}) == []


def test_no_full_form_has_two_short_ones():
    fulls = [full for fulls in load_names().forms.values() for full in fulls]
    assert sorted({f for f in fulls if fulls.count(f) > 1}) == []


def test_every_code_of_a_paper_is_a_division():
    known = load_gazetteer().by_code
    assert [paper for paper, code in load_names().papers.items() if code and code not in known] == []


NAMES = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=12)
IDS = st.builds("{}:{}".format, st.sampled_from(EntityType), NAMES)
DECISIONS = st.builds(
    Decisions,
    same=st.lists(st.tuples(IDS, IDS), max_size=3).map(tuple),
    not_same=st.lists(st.tuples(IDS, IDS), max_size=3).map(tuple),
    rename=st.lists(st.tuples(IDS, NAMES), max_size=3).map(tuple),
    retype=st.lists(st.tuples(IDS, st.sampled_from(EntityType)), max_size=3).map(tuple),
    ignore=st.lists(IDS, max_size=3).map(tuple),
)


@given(decisions=DECISIONS)
def test_decisions_come_back_as_written(decisions, tmp_path_factory):
    path = tmp_path_factory.mktemp("decisions") / "decisions.toml"
    save_decisions(path, decisions)
    assert load_decisions(path) == decisions


def test_file_that_is_not_there_decides_nothing(tmp_path):
    assert load_decisions(tmp_path / "decisions.toml") == Decisions()


def test_decisions_are_added_one_by_one(tmp_path):
    path = tmp_path / "decisions.toml"
    save_decision(path, Decision(Verb.SAME, "ORG:云海集团", "ORG:云海矿业"))
    save_decision(path, Decision(Verb.RETYPE, "PLACE:古城", "ORG"))
    save_decision(path, Decision(Verb.SAME, "ORG:云海集团", "ORG:云海矿业"))
    save_decision(path, Decision(Verb.IGNORE, "PERSON:记者"))
    assert path.read_text(encoding="utf-8") == (
        "# Who is who, decided by a person: outranks every rule. See docs/entities.md.\n"
        '\nsame = [\n  ["ORG:云海集团", "ORG:云海矿业"],\n]\n'
        '\nretype = [\n  ["PLACE:古城", "ORG"],\n]\n'
        '\nignore = [\n  "PERSON:记者",\n]\n'
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("same = [", "not a file of decisions", id="no TOML"),
        pytest.param('joined = [["ORG:甲", "ORG:乙"]]', "joined is none of", id="unknown verb"),
        pytest.param('same = [["ORG:甲"]]', "is not a pair", id="one of a pair"),
        pytest.param('same = "ORG:甲"', "same is no list", id="no list"),
        pytest.param('ignore = ["甲"]', "names no entity", id="no type"),
        pytest.param('retype = [["ORG:甲", "RIVER"]]', "RIVER", id="retype to nothing known"),
        pytest.param("ignore = [3]", "is not a text", id="a number"),
    ],
)
def test_bad_file_is_named_with_what_is_wrong(text, says, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    path = tmp_path / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says) as caught:
        load_decisions(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("locale", ["C", "zh_CN.UTF-8"])
@pytest.mark.parametrize("trouble", Trouble)
def test_problems_are_told_in_one_line_that_names_the_entities(trouble, locale, monkeypatch):
    monkeypatch.setenv("LC_ALL", locale)
    ids = ("ORG:甲", "ORG:乙", "ORG:丙", "ORG:丁")[: 4 if trouble is Trouble.CONTRADICTION else 3]
    told = describe_problem(Problem(trouble, ids))
    assert "\n" not in told
    assert "ORG:甲" in told

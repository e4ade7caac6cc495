"""What is written for annotation tools is read again as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found, free_of
from wenmai.graph.score import Annotated
from wenmai.graph.values import EntityType
from wenmai.loaders.annotated import read_text
from wenmai.loaders.annotated.suggestion import Origin, Suggestion
from wenmai.loaders.annotated.writing import AnnotationFormat, written

SCORES = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
# Sentences are stretches of a view: no white space but a blank between words.
TEXTS = st.one_of(
    st.text(alphabet="沅川贺启明，。“”#=Oab1😀𠀀", min_size=1, max_size=30),
    st.lists(st.sampled_from(["Open", "AI", "3", "号", "#", "启明"]), min_size=1, max_size=6).map(" ".join),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20),
)


@st.composite
def suggestions(draw: st.DrawFn) -> Suggestion:
    text = draw(TEXTS)
    places = draw(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=5))
    names = [
        Found(start, start + length, draw(st.sampled_from(EntityType)), draw(SCORES))
        for start, length in places
        if start + length <= len(text)
        and text[start : start + length].strip() == text[start : start + length]
    ]
    source = draw(st.sampled_from(["a.txt", "沅川日报/2025 02.pdf", "b.zip!c=d.txt", "#e.txt"]))
    start = draw(st.integers(0, 10**6))
    annotated = Annotated(f"{source}:{start}", text, tuple(free_of((), names)), where=source, document=source)
    return Suggestion(annotated, Origin(source, 3, start, start + len(text)), draw(SCORES))


def as_tool_exports(text: str, form: AnnotationFormat) -> str:
    """A person has looked at each text and left the suggestions as they are."""
    if form is not AnnotationFormat.LABEL_STUDIO:
        return text
    tasks = json.loads(text)
    for task in tasks:
        task["annotations"] = [{"result": one["result"]} for one in task.pop("predictions")]
    return json.dumps(tasks)


@pytest.mark.parametrize("form", AnnotationFormat)
@given(written_ones=st.lists(suggestions(), min_size=1, max_size=4))
def test_round_trip(form: AnnotationFormat, written_ones: list[Suggestion]) -> None:
    text = "".join(line + "\n" for line in written(written_ones, form))
    gold = read_text(as_tool_exports(text, form), name="gold")
    assert gold.problems == ()
    keeps_scores = form is AnnotationFormat.JSONL

    def shown(one: Annotated) -> tuple[object, ...]:
        return one.text, one.document, [(n.start, n.end, n.type, n.score * keeps_scores) for n in one.names]

    assert [shown(one) for one in gold.texts] == [shown(one.annotated) for one in written_ones]


def test_what_nobody_has_looked_at_is_not_taken_for_annotated() -> None:
    annotated = Annotated("a", "贺启明来", (Found(0, 3, EntityType.PERSON, 0.7),))
    one = Suggestion(annotated, Origin("a", 0, 0, 4), 0.3)
    gold = read_text("\n".join(written([one], AnnotationFormat.LABEL_STUDIO)), name="tasks.json")
    assert gold.texts == ()
    assert [problem.source for problem in gold.problems] == ["tasks.json#1"]

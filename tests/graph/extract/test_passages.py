"""Passages: an article as one text, long ones in parts, and the way back to the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.found import Found
from wenmai.graph.extract.passages import passages
from wenmai.graph.text.view import TextView
from wenmai.graph.values import Article, EntityType, Page, Role, Sentence, Span


def page_of(*articles):
    """A page of articles, each a list of sentences."""
    text, sentences, pieces = "", [], []
    for number, its in enumerate(articles):
        start = len(text)
        for one in its:
            span = Span(len(text), len(text) + len(one))
            sentences.append(Sentence(len(sentences), number, 0, Role.BODY, span))
            text += one
        pieces.append(Article(number, Span(start, len(text))))
    return Page("p.txt", TextView.of(text), tuple(pieces), tuple(sentences))


@pytest.mark.parametrize(
    ("articles", "longest", "texts"),
    [
        pytest.param([], 10, [], id="empty page"),
        pytest.param([["甲来。", "乙走。"]], 99, ["甲来。\n\n乙走。"], id="one article"),
        pytest.param([["甲来。"], ["乙走。"]], 99, ["甲来。", "乙走。"], id="an article a passage"),
        pytest.param(
            [["甲来。", "乙走。", "丙。"]], 8, ["甲来。\n\n乙走。", "丙。"], id="parted between sentences"
        ),
        pytest.param([["甲乙，丙丁戊己"]], 4, ["甲乙，", "丙丁戊己"], id="a sentence parted at a pause"),
        pytest.param([["甲乙丙丁戊己"]], 4, ["甲乙丙丁", "戊己"], id="or, without one, anywhere"),
    ],
)
def test_passages(articles, longest, texts):
    assert [passage.text for passage in passages(page_of(*articles), longest=longest)] == texts


ARTICLES = st.lists(
    st.lists(st.text("甲乙丙，。", min_size=1, max_size=12), min_size=1, max_size=6), max_size=4
)


@given(ARTICLES, st.integers(3, 20))
def test_passages_hold_the_page_once_and_in_order(articles, longest):
    page = page_of(*articles)
    parts = passages(page, longest=longest)
    assert "".join(part.text.replace("\n", "") for part in parts) == page.view.text
    assert all(stretch.length <= longest for part in parts for stretch in part.parts)


@given(ARTICLES, st.integers(3, 20), st.data())
def test_names_stand_in_the_view_where_they_stood_in_the_passage(articles, longest, data):
    page = page_of(*articles)
    for passage in passages(page, longest=longest):
        start = data.draw(st.integers(0, len(passage.text) - 1))
        end = data.draw(st.integers(start + 1, len(passage.text)))
        for name in passage.in_view([Found(start, end, EntityType.ORG)]):
            text = page.view.text[name.start : name.end]
            assert text == passage.text[start:end].strip("\n").split("\n")[0]


def test_a_name_across_a_blank_line_keeps_its_first_part():
    (passage,) = passages(page_of(["甲来。", "乙走。"]))
    assert list(passage.in_view([Found(1, 7, EntityType.ORG, 0.5)])) == [Found(1, 3, EntityType.ORG, 0.5)]

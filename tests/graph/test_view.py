from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.text import TextView

TEXTS = st.text(
    alphabet=st.sampled_from("加快科技成果AIé5，。“”\n\r\t 　\u200b\ufeff"), max_size=80
) | st.text(max_size=40)
SPACES = " \n\r\t\u3000\u200b\ufeff"


def bare(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and c not in SPACES)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("加 快 科 技", "加快科技", id="letter-spaced"),
        pytest.param("新质生产\n力", "新质生产力", id="hard wrap in mid-word"),
        pytest.param("新质生产\r\n\r\n力", "新质生产力", id="blank line in mid-sentence"),
        pytest.param("Open AI 公司", "Open AI公司", id="a blank between Latin words stays"),
        pytest.param("Open\n  AI", "Open AI", id="so does a line break between them"),
        pytest.param("到 2025 年", "到2025年", id="digits among Chinese"),
        pytest.param("\ufeff题\u3000目", "题目", id="byte order mark and ideographic blank"),
        pytest.param("", "", id="nothing"),
        pytest.param(" \n\u3000", "", id="white space alone"),
    ],
)
def test_text(source, text):
    assert TextView.of(source).text == text


@given(TEXTS)
def test_a_view_is_the_source_without_its_white_space(source):
    assert bare(TextView.of(source).text) == bare(source)


@given(TEXTS, st.data())
def test_every_stretch_leads_to_its_source_and_back(source, data):
    view = TextView.of(source)
    if not len(view):
        return
    start = data.draw(st.integers(0, len(view) - 1))
    end = data.draw(st.integers(start + 1, len(view)))
    begin, stop = view.to_source(start, end)
    assert bare(source[begin:stop]) == bare(view.text[start:end])
    assert view.from_source(begin) == start
    assert view.from_source(stop - 1) + 1 == end


@given(TEXTS, st.data())
def test_every_source_offset_leads_to_the_next_kept_character(source, data):
    view = TextView.of(source)
    offset = data.draw(st.integers(0, len(source)))
    at = view.from_source(offset)
    assert list(view.at) == sorted(set(view.at))
    assert all(kept >= offset for kept in view.at[at:])
    assert all(kept < offset for kept in view.at[:at])


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 5)], ids=["empty", "turned round", "before", "behind"]
)
def test_no_stretch_of_the_view(start, end):
    with pytest.raises(ValueError, match="not a stretch of the view"):
        TextView.of("加 快\n科 技").to_source(start, end)

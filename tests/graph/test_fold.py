from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.text import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("ＡＩ＋５Ｇ", "AI+5G", id="full-width letters and digits"),
        pytest.param("（上接第１版）", "(上接第1版)", id="brackets"),
        pytest.param("记者：王　圆，", "记者:王 圆,", id="colon, comma, ideographic blank"),
        pytest.param("热西提•买买提", "热西提·买买提", id="bullet as middle dot"),
        pytest.param("热西提・买买提", "热西提·买买提", id="katakana middle dot"),
        pytest.param("2024–2025", "2024-2025", id="en dash"),
        pytest.param("“五张牌”、《条例》。", "“五张牌”、《条例》。", id="Chinese punctuation stays"),
        pytest.param("臺灣國際", "臺灣國際", id="traditional characters stay"),
        pytest.param("①②㎡", "①②㎡", id="what would grow longer stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_length_and_is_done_once(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)

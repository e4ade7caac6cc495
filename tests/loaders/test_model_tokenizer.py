"""The tokenizer: its tokens, and that any text comes back from them."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

NLP = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "wenmai.characters.v1"}}})


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("晋中市", ["晋", "中", "市"], id="a character a token"),
        pytest.param("C919客机", ["C", "919", "客", "机"], id="letters and digits run apart"),
        pytest.param("Ｇ２０峰会", ["Ｇ", "２０", "峰", "会"], id="full width too"),
        pytest.param("加 快", ["加", "快"], id="a blank belongs to the token before"),
        pytest.param(" 快", [" ", "快"], id="a blank at the beginning"),
        pytest.param("加  快", ["加", " ", "快"], id="two blanks"),
        pytest.param("加\n\n快", ["加", "\n\n", "快"], id="a blank line"),
        pytest.param("加 \n快", ["加", "\n", "快"], id="a blank and a line end"),
        pytest.param("　加", ["　", "加"], id="ideographic blank"),
        pytest.param("👨‍👩‍👧", ["👨", "\u200d", "👩", "\u200d", "👧"], id="joined emoji, by code point"),
    ],
)
def test_tokens(text, tokens):
    doc = NLP(text)
    assert [token.text for token in doc] == tokens
    assert doc.text == text


@given(st.text(max_size=200) | st.text("加A1 \n\u3000\r\t😀é", max_size=60))
def test_any_text_comes_back(text):
    assert NLP(text).text == text


def test_twenty_thousand_characters():
    text = "加 快 科 技 成 果 Open AI 2025\n" * 800
    assert NLP(text).text == text

"""Unigram segmentation and the rows of characters, on a table small enough to reckon by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.pieces import LAST_PLACE, Pieces, folded

TABLE = """<s>\t
<pad>\t
</s>\t
<unk>\t
▁\t-2.0
国\t-5.0
国家\t-6.0
家\t-5.5
▁国家\t-9.0
发展\t-6.0
展改\t-1.0
发\t-6.5
展\t-0.3
改\t-7.0
A\t-4.0
"""
ROW = {line.split("\t")[0]: row for row, line in enumerate(TABLE.splitlines())}
PIECES = Pieces.parse(TABLE)


@pytest.mark.parametrize(
    ("text", "pieces", "at", "place"),
    [
        pytest.param("", ["▁"], [], [], id="empty"),
        pytest.param("国", ["▁", "国"], [1], [0], id="one character"),
        pytest.param(
            "国家", ["▁", "国家"], [1, 1], [0, 1], id="the more probable cut, not the longest piece"
        ),
        pytest.param("发展改", ["▁", "发", "展改"], [1, 2, 2], [0, 0, 1], id="a later piece decides"),
        pytest.param("国鑫家", ["▁", "国", "<unk>", "家"], [1, 2, 3], [0, 0, 0], id="unknown character"),
        pytest.param("Ａ", ["▁", "A"], [1], [0], id="full width is folded"),
        pytest.param("鑫鑫", ["▁", "<unk>", "<unk>"], [1, 2], [0, 0], id="unknown ones stay apart"),
    ],
)
def test_encode(text, pieces, at, place):
    encoded = PIECES.encode(text)
    assert encoded.pieces.tolist() == [ROW[piece] for piece in pieces]
    assert encoded.at.tolist() == at
    assert encoded.place.tolist() == place


def test_the_word_start_may_be_part_of_the_first_piece():
    joined = Pieces.parse(TABLE.replace("▁国家\t-9.0", "▁国家\t-3.0"))
    encoded = joined.encode("国家发")
    assert encoded.pieces.tolist() == [ROW["▁国家"], ROW["发"]]
    assert encoded.at.tolist() == [0, 0, 1]
    assert encoded.place.tolist() == [1, 2, 0]


def test_character_rows():
    assert PIECES.encode("国Ａ鑫").characters.tolist() == [ROW["国"], ROW["A"], ROW["<unk>"]]


@pytest.mark.parametrize(
    ("character", "plain"),
    [("Ａ", "A"), ("：", ":"), ("㎡", "m"), ("…", "."), ("\u3000", "\u3000"), ("习", "习"), ("😀", "😀")],
)
def test_folded(character, plain):
    assert folded(character) == plain


def _best_score(plain):
    """The score of the best cut, all of them tried."""
    if not plain:
        return 0.0
    scores = []
    for end in range(1, len(plain) + 1):
        known = PIECES.table.get(plain[:end])
        if known or end == 1:
            scores.append((known[1] if known else PIECES.floor) + _best_score(plain[end:]))
    return max(scores)


@given(st.text("国家发展改鑫", max_size=8))
def test_the_cut_is_the_best_of_all(text):
    names = {row: piece for piece, row in ROW.items()}
    cut = [names[row] for row in PIECES.encode(text).pieces.tolist()]
    score = sum(PIECES.table[piece][1] if piece in PIECES.table else PIECES.floor for piece in cut)
    assert score == pytest.approx(_best_score("▁" + text))


@given(st.text(max_size=60))
def test_every_character_has_a_piece_and_a_place(text):
    encoded = PIECES.encode(text)
    assert len(encoded.at) == len(encoded.place) == len(encoded.characters) == len(text)
    at = encoded.at.tolist()
    assert at == sorted(at)
    assert all(0 <= k < len(encoded.pieces) for k in at)
    for i in range(1, len(text)):
        same = at[i] == at[i - 1]
        assert encoded.place[i] == (min(encoded.place[i - 1] + 1, LAST_PLACE) if same else 0)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        pytest.param("<s>\t\n国", "line 2", id="no tab"),
        pytest.param("国\t", "line 1", id="no score"),
        pytest.param("<s>\t\n</s>\t\n<pad>\t\n国\t-1.0\n", "lacks <unk>", id="no unknown row"),
        pytest.param("<s>\t\n</s>\t\n<pad>\t\n<unk>\t\n", "lacks all pieces", id="no piece"),
    ],
)
def test_a_table_of_another_form_is_refused(table, message):
    with pytest.raises(ValueError, match=message):
        Pieces.parse(table)

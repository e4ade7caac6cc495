"""Windows of pieces: all covered, once, away from the edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenmai.graph.extract.windows import Window, windows


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(0, [(0, 0, 0, 0)], id="nothing"),
        pytest.param(8, [(0, 8, 0, 8)], id="just one window"),
        pytest.param(9, [(0, 8, 0, 4), (1, 9, 4, 9)], id="one piece too long"),
        pytest.param(12, [(0, 8, 0, 6), (4, 12, 6, 12)], id="two windows"),
        pytest.param(13, [(0, 8, 0, 6), (4, 12, 6, 8), (5, 13, 8, 13)], id="the last moves back"),
    ],
)
def test_windows(pieces, expected):
    assert windows(pieces, size=8, overlap=4) == [Window(*one) for one in expected]


@given(st.integers(0, 5000), st.integers(2, 400), st.data())
def test_every_piece_is_spoken_for_once(pieces, size, data):
    overlap = data.draw(st.integers(0, size - 1))
    found = windows(pieces, size=size, overlap=overlap)
    assert [i for window in found for i in range(window.first, window.last)] == list(range(pieces))
    for window in found:
        assert window.start <= window.first <= window.last <= window.end
        assert window.end - window.start == min(size, pieces)
        assert window.first == 0 or window.first - window.start >= overlap // 2
        assert window.last == pieces or window.end - window.last >= overlap // 2


def test_an_overlap_as_wide_as_the_window_is_refused():
    with pytest.raises(ValueError, match="impossible windows"):
        windows(10, size=4, overlap=4)

"""NPMI and G²: against sums done by hand and against scipy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from wenmai.graph.link import log_likelihood, npmi

IMPOSSIBLE = [
    pytest.param((3, 2, 5, 9), id="together more than the one"),
    pytest.param((3, 5, 2, 9), id="together more than the other"),
    pytest.param((-1, 2, 2, 9), id="less than never"),
    pytest.param((1, 5, 6, 9), id="more than there are windows"),
    pytest.param((0, 0, 3, 9), id="never named"),
]


@pytest.mark.parametrize(
    ("together", "a", "b", "windows", "score"),
    [
        pytest.param(2, 2, 2, 8, 1.0, id="always together"),
        pytest.param(0, 2, 3, 8, -1.0, id="never together"),
        pytest.param(2, 4, 4, 8, 0.0, id="as often as chance has it"),
        pytest.param(8, 8, 8, 8, 1.0, id="in every window there is"),
        pytest.param(1, 1, 8, 8, 0.0, id="the other is everywhere"),
        # p(ab) = 1/4, p(a) = p(b) = 3/8: ln(16/9) / ln 4
        pytest.param(2, 3, 3, 8, math.log(16 / 9) / math.log(4), id="more often than chance"),
        # p(ab) = 1/8, p(a) = p(b) = 1/2: ln(1/2) / ln 8
        pytest.param(1, 4, 4, 8, -1 / 3, id="more seldom than chance"),
    ],
)
def test_npmi(together, a, b, windows, score):
    assert npmi(together, a, b, windows=windows) == pytest.approx(score, abs=1e-12)


@pytest.mark.parametrize(
    ("together", "a", "b", "windows", "score"),
    [
        pytest.param(2, 4, 4, 8, 0.0, id="as often as chance has it"),
        pytest.param(8, 8, 8, 8, 0.0, id="in every window there is"),
        # cells 4 0 0 4, each of the full ones expected 2: 2 (4 ln 2 + 4 ln 2)
        pytest.param(4, 4, 4, 8, 16 * math.log(2), id="always together"),
        pytest.param(0, 4, 4, 8, -16 * math.log(2), id="never together"),
        # cells 3 1 1 3, expected 2: 2 (6 ln 3/2 + 2 ln 1/2)
        pytest.param(3, 4, 4, 8, 12 * math.log(1.5) - 4 * math.log(2), id="more often than chance"),
        pytest.param(1, 4, 4, 8, 4 * math.log(2) - 12 * math.log(1.5), id="more seldom than chance"),
    ],
)
def test_log_likelihood(together, a, b, windows, score):
    assert log_likelihood(together, a, b, windows=windows) == pytest.approx(score, abs=1e-12)


@pytest.mark.parametrize("measure", [npmi, log_likelihood])
@pytest.mark.parametrize("counts", IMPOSSIBLE)
def test_impossible_counts(measure, counts):
    together, a, b, windows = counts
    with pytest.raises(ValueError, match="no corpus has such counts"):
        measure(together, a, b, windows=windows)


@st.composite
def tables(draw):
    both, one, other, neither = (draw(st.integers(0, 60)) for _ in range(4))
    if both + one == 0 or both + other == 0 or one + neither == 0 or other + neither == 0:
        both, one, other, neither = both + 1, one + 1, other + 1, neither + 1
    return both, one, other, neither


@given(tables())
@settings(deadline=None)
def test_log_likelihood_is_scipys(cells):
    both, one, other, neither = cells
    found = chi2_contingency([[both, one], [other, neither]], correction=False, lambda_="log-likelihood")
    sign = 1 if both >= found.expected_freq[0, 0] else -1
    g2 = log_likelihood(both, both + one, both + other, windows=sum(cells))
    assert g2 == pytest.approx(sign * found.statistic, abs=1e-9)


@given(st.lists(tables(), min_size=1, max_size=5))
@settings(deadline=None)
def test_arrays_are_scored_one_by_one(rows):
    windows = max(sum(row) for row in rows)
    columns = [np.array(column) for column in zip(*((k, k + a, k + b) for k, a, b, _ in rows), strict=True)]
    for measure in (npmi, log_likelihood):
        singly = [float(measure(*map(int, row), windows=windows)) for row in zip(*columns, strict=True)]
        assert measure(*columns, windows=windows).tolist() == singly


@given(tables())
@settings(deadline=None)
def test_npmi_agrees_with_g2_on_the_sign(cells):
    both, one, other, _ = cells
    score = float(npmi(both, both + one, both + other, windows=sum(cells)))
    g2 = float(log_likelihood(both, both + one, both + other, windows=sum(cells)))
    assert -1 <= score <= 1
    assert score * g2 >= -1e-12

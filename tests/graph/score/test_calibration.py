"""Reliability bins and the expected calibration error, reckoned by hand."""

import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.score import (
    Annotated,
    Bin,
    Outcome,
    expected_calibration_error,
    outcomes,
    reliability,
)
from wenmai.graph.values import EntityType

PLACE, ORG = EntityType.PLACE, EntityType.ORG


def test_outcomes_leave_optional_names_out():
    text = Annotated(
        "1", "晋中、沙河、平乡、长治", (Found(0, 2, PLACE), Found(3, 5, PLACE)), (Found(6, 8, PLACE),)
    )
    found = [Found(0, 2, PLACE, 0.9), Found(3, 5, ORG, 0.7), Found(6, 8, ORG, 0.6), Found(9, 11, PLACE, 0.5)]
    assert outcomes([(text, found)]) == [Outcome(0.9, True), Outcome(0.7, False), Outcome(0.5, False)]


def test_bins_and_error():
    finds = [Outcome(0.95, True), Outcome(1.0, False), Outcome(0.4, True), Outcome(0.45, False)]
    bins = reliability(finds)
    assert bins == [Bin(0.4, 2, pytest.approx(0.425), 0.5), Bin(0.9, 2, pytest.approx(0.975), 0.5)]
    assert expected_calibration_error(bins) == pytest.approx((0.075 + 0.475) / 2)


def test_nothing_found_is_no_error():
    assert expected_calibration_error(reliability([])) == 0.0

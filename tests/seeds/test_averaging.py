"""One network from several."""

from __future__ import annotations

import numpy as np
import pytest

from wenmai.seeds.recipe.learning.averaging import average


def test_the_mean_of_each_weight() -> None:
    one = {"w": np.array([1.0, 2.0]), "b": np.array([[0.0]])}
    other = {"w": np.array([3.0, 6.0]), "b": np.array([[1.0]])}
    mean = average([one, other, other])
    assert {name: weight.tolist() for name, weight in mean.items()} == {
        "w": [7 / 3, 14 / 3],
        "b": [[2 / 3]],
    }


@pytest.mark.parametrize(
    "networks",
    [
        pytest.param([], id="none"),
        pytest.param([{"w": np.zeros(2)}, {"w": np.zeros(3)}], id="other shapes"),
        pytest.param([{"w": np.zeros(2)}, {"v": np.zeros(2)}], id="other names"),
    ],
)
def test_what_cannot_be_averaged(networks: list[dict[str, np.ndarray]]) -> None:
    with pytest.raises(ValueError, match=r"nothing to average|not of one kind"):
        average(networks)

"""One network from several: the mean of their weights (Wortsman et al. 2022, "Model soups").

It holds for networks fine-tuned from one start, the same random head included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def average(networks: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The mean of each weight; weights are arrays or tensors.

    Raises:
        ValueError: no networks, or such as differ in their weights' names or shapes.
    """
    if not networks:
        raise ValueError("nothing to average")
    shapes = [{name: tuple(weight.shape) for name, weight in network.items()} for network in networks]
    if any(shape != shapes[0] for shape in shapes):
        raise ValueError("these networks are not of one kind")
    return {name: sum(network[name] for network in networks) / len(networks) for name in networks[0]}

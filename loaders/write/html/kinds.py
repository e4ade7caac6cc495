"""How the page shows each type of entity: its word, its shape, its colours.

Shapes are not an ornament: who cannot tell the colours apart reads the type from them.
Contrast is at least 3.87:1 on the white ground and 7.2:1 on the dark one.
"""

from __future__ import annotations

from dataclasses import dataclass

from wenmai.graph.values import EntityType


@dataclass(frozen=True, slots=True)
class KindStyle:
    """One row of the legend.

    `shape` is a vis-network shape; its corners reach `reach` times the radius of the node.
    """

    kind: EntityType
    word: str
    shape: str
    light: str
    dark: str
    reach: float


KINDS = (
    KindStyle(EntityType.PERSON, "人物", "dot", "#0072B2", "#56B4E9", 1.0),
    KindStyle(EntityType.ORG, "机构", "square", "#D55E00", "#F0883E", 1.2),
    KindStyle(EntityType.PLACE, "地点", "triangle", "#00865F", "#35C79A", 1.2),
    KindStyle(EntityType.PROGRAM, "项目", "diamond", "#B8578F", "#E39AC4", 1.0),
)
STYLE_OF = {style.kind: style for style in KINDS}

"""From rows to one HTML file: pyvis renders our own template, and nothing else gets in.

pyvis's own template fetches from two CDNs, leaves autoescape off and simulates physics in the
browser; ours escapes, refuses undefined names, and carries a policy that runs only the scripts
whose hashes it lists. Data stands in the page as JSON, never as script.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pyvis
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from wenmai.loaders.write.html.drawing import Row
from wenmai.loaders.write.html.evidence import Evidence
from wenmai.loaders.write.html.policy import inline, policy

VIS_NETWORK = Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2/vis-network.min.js"
TEMPLATE = files("wenmai.loaders.write.html") / "template"
STYLES = ("theme.css", "frame.css", "panel.css")
# Later ones use what earlier ones define; all share one scope.
SCRIPTS = (
    "dom.js",
    "data.js",
    "state.js",
    "theme.js",
    "canvas.js",
    "overview.js",
    "labels.js",
    "selection.js",
    "evidence.js",
    "terms.js",
    "relations.js",
    "panel.js",
    "list.js",
    "search.js",
    "controls.js",
    "picture.js",
    "keyboard.js",
    "start.js",
)
HIDE_EDGES_ON_MOVE = 3_000


@dataclass(frozen=True, slots=True)
class Content:
    """All that the template shows."""

    title: str
    nodes: list[Row]
    edges: list[Row]
    relations: list[list[object]]
    meta: Row
    evidence: Evidence


def render(content: Content) -> str:
    """The page as text.

    Raises:
        ValueError: a script holds what would end its element early.
    """
    network = Network(height="100%", width="100%", heading=content.title, cdn_resources="in_line")
    # Network.add_node and add_edge compare with all that is there: quadratic.
    network.nodes.extend(content.nodes)
    network.edges.extend(content.edges)
    network.options = _options(len(content.edges))
    network.path = "page.html"
    network.templateEnv = _environment()
    vis = inline(VIS_NETWORK.read_text(encoding="utf-8"))
    script = inline(_script())
    style = Markup("".join(_template(name) for name in STYLES))  # noqa: S704 our own file
    network.templateEnv.globals.update(
        policy=policy(scripts=(vis, script), style=style),
        style=style,
        vis=vis,
        script=script,
        settings=network.options,
        relations=content.relations,
        meta=content.meta,
        evidence=content.evidence.packed,
    )
    html: str = network.generate_html()
    # Half a surrogate pair cannot be written as UTF-8.
    return html.encode("utf-8", errors="replace").decode("utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({"page.html": _template("page.html")}),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
        "allow_nan": False,
    }
    return environment


def _options(edges: int) -> dict[str, object]:
    """vis-network's options: no physics, no animation, no colours of its own."""
    many = edges > HIDE_EDGES_ON_MOVE
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {"borderWidth": 0.6, "borderWidthSelected": 0.6, "chosen": False, "font": {"size": 0}},
        "edges": {"smooth": False, "chosen": False, "hoverWidth": 0, "selectionWidth": 0},
        "interaction": {
            "hideEdgesOnDrag": many,
            "hideEdgesOnZoom": many,
            "hover": False,
            "tooltipDelay": 150,
            "selectConnectedEdges": False,
            "keyboard": False,
            "multiselect": False,
        },
    }


def _template(name: str) -> str:
    return TEMPLATE.joinpath(name).read_text(encoding="utf-8")


def _script() -> str:
    """Our scripts in one function, so that none of their names is global."""
    return "(() => {\n'use strict';\n" + "\n".join(_template(name) for name in SCRIPTS) + "})();\n"

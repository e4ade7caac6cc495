"""Nothing that runs is under a licence that its users cannot live with."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
COPYLEFT = re.compile(r"\b(?:AGPL|GPL|GNU (?:Affero )?General Public)", re.IGNORECASE)
# A choice among licences of which one is free enough.
CHOICE = {"tld": "MPL-1.1"}


def needed() -> dict[str, Distribution]:
    """Every distribution that a run may import, by name."""
    found: dict[str, Distribution] = {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(name)
        waiting += [Requirement(line) for line in found[name].requires or ()]
    return found


def licences(found: Distribution) -> list[str]:
    said = [found.metadata.get("License-Expression") or "", found.metadata.get("License") or ""]
    said = [line.splitlines()[0] for line in said if line]
    return said + [c for c in found.metadata.get_all("Classifier") or () if c.startswith("License ::")]


def test_no_copyleft_at_run_time() -> None:
    wrong = {
        name: licences(found)
        for name, found in needed().items()
        if any(COPYLEFT.search(re.sub("LGPL|Lesser General", "", line)) for line in licences(found))
        and not any(CHOICE.get(name, "?") in line for line in licences(found))
    }
    assert wrong == {}


def test_every_dependency_is_explained() -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    names = [Requirement(line).name for line in [*project["dependencies"], *extras]]
    assert [
        name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", explained)
    ] == []


def test_everything_that_ships_is_pinned() -> None:
    pinned = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").lower()
    names = {re.sub(r"[-_.]+", "-", line.split("==")[0]) for line in pinned.splitlines() if "==" in line}
    assert sorted(set(needed()) - names) == []

"""The pipelines as packages: built without a network, installed beside wenmai, loaded by name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from wenmai.loaders.model import load_pipeline, model_path, shipped
from wenmai.seeds.recipe.shipping.packages import pipelines, write_wheel

pytestmark = [pytest.mark.pipeline, pytest.mark.slow]

TEXT = "晋中市委书记常书铭到榆次区调研，部署“清水进村”行动。"
CODE = """
import json, sys, spacy
nlp = spacy.load(sys.argv[1])
print(json.dumps([str(nlp.path), [[e.text, e.label_, e._.score] for e in nlp(sys.argv[2]).ents]]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_wheel(model_path(), tmp_path_factory.mktemp("packages"))


def test_every_pipeline_that_ships_is_packed() -> None:
    assert tuple(path.name for path in pipelines()) == shipped()


def test_it_requires_wenmai_and_carries_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
        said = archive.read(metadata).decode("utf-8").splitlines()
    required = {
        line.split()[1].rstrip("<>=0123456789.,") for line in said if line.startswith("Requires-Dist")
    }
    assert required == {"wenmai", "spacy"}
    held = {name.rpartition("/")[2] for name in names if ".dist-info/licenses/" in name}
    assert held == {"LICENSE", "NOTICE"}


def test_spacy_loads_it_by_name(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    install = ["install", "--quiet", "--no-deps", "--no-index", "--target", site, wheel]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True)
    out = subprocess.run(
        [sys.executable, "-c", CODE, "zh_wenmai_lg", TEXT],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    path, names = json.loads(out)
    assert Path(path).is_relative_to(site)
    assert names == [[e.text, e.label_, e._.score] for e in load_pipeline()(TEXT).ents]
    assert [label for _, label, _ in names] == ["ORG", "PERSON", "PLACE", "PROGRAM"]

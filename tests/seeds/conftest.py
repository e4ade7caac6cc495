"""Own-written text with marks, for every test that scores the pipeline."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "seeds" / "articles"


def _load(name: str) -> ModuleType:
    """Load a module that stands next to the tests: in importlib mode they cannot import each other."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def marks() -> ModuleType:
    """The parser: `marks.parse(text) -> (text, mentions)`, `articles`, `lines`, `unmarked`."""
    return _load("marks")


@pytest.fixture(scope="session")
def marked_articles(marks: ModuleType) -> dict[str, tuple[str, list]]:
    """Every marked article by `file:number`: (text with its headline first, mentions)."""
    return {
        f"{path.stem}:{number}": article
        for path in sorted((HERE / "marked").glob("*.txt"))
        for number, article in enumerate(marks.articles(path.read_text(encoding="utf-8")))
    }


@pytest.fixture(scope="session")
def negatives(marks: ModuleType) -> list[tuple[str, list]]:
    """Hard negatives, a sentence each: (text, the mentions that it does hold)."""
    return marks.lines((HERE / "negatives.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def contents() -> ModuleType:
    """Reader of the sample corpus' table: `contents.read(folder)`, `contents.squeeze(text)`."""
    return _load("contents")


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the sample corpus."""
    return SAMPLE


@pytest.fixture(scope="session")
def listed(contents: ModuleType) -> list:
    """What stands on the sample pages, in page order, bounds in text without white space."""
    return contents.read(SAMPLE)

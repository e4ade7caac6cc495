"""The pipelines as pip packages of their own, for people who want `spacy.load("zh_wenmai_lg")`.

`python -m wenmai.seeds.recipe.shipping.packages OUT` writes a wheel for each pipeline that ships;
each requires wenmai, which brings the components. Nothing is fetched: setuptools must be installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[3]
LICENCES = ("LICENSE", "NOTICE")  # of the checkout; they travel with the weights
MODELS = Path(__file__).parents[2] / "models"
EPOCH = "315532800"  # the first day that a zip file can tell, so that the same pipeline gives the same bytes


def pipelines() -> list[Path]:
    """The folders of the pipelines that ship, by name."""
    return sorted(path.parent for path in MODELS.glob("*/config.cfg"))


def write_wheel(pipeline: Path, out: Path) -> Path:
    """Write the wheel of a pipeline's folder into `out`, over one of the same version.

    Raises:
        subprocess.CalledProcessError: it could not be built; what was said is on stderr.
    """
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="wenmai-package-") as folder:
        work, built = Path(folder, "package"), Path(folder, "built")
        work.mkdir()
        _run("spacy", "package", pipeline.absolute(), work, "--build", "none", cwd=folder)
        [project] = work.iterdir()
        for name in LICENCES:
            shutil.copy(ROOT / name, project / name)
        _run("build", "--wheel", "--no-isolation", "--outdir", built, project, cwd=folder)
        [wheel] = built.iterdir()
        return Path(shutil.move(wheel, out / wheel.name))


def _run(module: str, *words: str | Path, cwd: str) -> None:
    """Run a module; elsewhere than in the checkout, where a folder named build would hide one."""
    subprocess.run(  # noqa: S603 - our own arguments
        [sys.executable, "-m", module, *words],
        check=True,
        stdout=subprocess.DEVNULL,
        env={"SOURCE_DATE_EPOCH": EPOCH, **os.environ},
        cwd=cwd,
    )


def main() -> None:
    """Write all wheels."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    for pipeline in pipelines():
        print(write_wheel(pipeline, out))


if __name__ == "__main__":
    main()

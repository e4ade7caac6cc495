"""The command line as users have it: from a wheel, in an environment of its own, outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Ran:
    """A finished command."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment with the wheel in it."""

    bin: Path
    site: Path

    def environment(self, **more: str) -> dict[str, str]:
        kept = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith(("NEO4J_", "PYTHON", "LC_", "LANG", "COV_"))
        }
        return {**kept, "LANG": "C.UTF-8", **more}

    def __call__(
        self, *words: str, cwd: Path, stdin: bytes = b"", code: int | None = 0, **environment: str
    ) -> Ran:
        done = subprocess.run(
            [self.bin / "wenmai", *words],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            env=self.environment(**environment),
            check=False,
            timeout=600,
        )
        ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
        assert "Traceback" not in ran.err, ran.err
        if code is not None:
            assert ran.code == code, ran
        return ran


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    # What an earlier build left behind would be packed again.
    shutil.rmtree(ROOT / "build" / "lib", ignore_errors=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", out, ROOT],
        check=True,
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    return next(out.glob("wenmai-*.whl"))


@pytest.fixture(scope="session")
def wenmai(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The command from the wheel. The dependencies are those of the environment that runs the tests.

    Its site-packages comes in by a .pth line, in which no further .pth is read: an editable
    install of wenmai there stays out of sight.
    """
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    site = home / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", home, "install", "--quiet", "--no-deps", wheel], check=True
    )
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(home / "bin", site)


@pytest.fixture
def pages(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder of pages: name → text."""

    def write(files: dict[str, str | bytes], folder: str = "papers") -> Path:
        for name, content in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return tmp_path / folder

    return write

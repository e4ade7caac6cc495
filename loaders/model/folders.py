"""Where a pipeline lies: among those that ship, in an installed package, or in a folder of one's own."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import wenmai.seeds
from wenmai.loaders.problems import ModelError
from wenmai.loaders.words import say

DEFAULT = "zh_wenmai_lg"
OFFICIAL = ("zh_core_web_sm", "zh_core_web_md", "zh_core_web_lg", "zh_core_web_trf")
_RELEASES = "https://github.com/explosion/spacy-models/releases"
_PACKAGE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# What says which pipeline a folder holds; encoder.json names the hashes of the weights.
_TELLING = ("config.cfg", "meta.json", "wenmai_encoder/encoder.json")
_NEEDED = ("lang", "name", "version")  # of meta.json


def shipped() -> tuple[str, ...]:
    """The names of the pipelines that ship with the package, sorted."""
    return tuple(sorted(path.parent.name for path in _models().glob("*/config.cfg")))


def model_path(name: str = DEFAULT) -> Path:
    """The folder of a pipeline that ships with the package, for `spacy.load`.

    Raises:
        ModelError: there is none of that name.
    """
    if name not in shipped():
        have = ", ".join(shipped())
        raise ModelError(
            say(f"没有随附的管线 {name}（现有：{have}）", f"no pipeline {name} ships (there are: {have})")
        )
    return _models() / name


def pipeline_version(name: str = DEFAULT) -> str:
    """A text that changes whenever the pipeline of that name does; spaCy is not loaded for it.

    Raises:
        ModelError: there is no such pipeline, or a damaged one.
    """
    folder = pipeline_folder(name)
    digest = hashlib.sha256()
    for part in _TELLING:
        file = folder / part
        digest.update(file.read_bytes() if file.is_file() else b"")
    return f"{pipeline_title(name)} {digest.hexdigest()[:16]}"


def pipeline_title(name: str = DEFAULT) -> str:
    """A pipeline's full name and version, as its meta.json has them.

    Raises:
        ModelError: there is no such pipeline, or a damaged one.
    """
    meta = _meta(name)
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def declared_speed(name: str = DEFAULT) -> float | None:
    """The characters a second on one core that a pipeline's meta.json promises; None where it is silent.

    Raises:
        ModelError: there is no such pipeline, or a damaged one.
    """
    performance = _meta(name).get("performance")
    speed = performance.get("characters_per_second") if isinstance(performance, dict) else None
    return float(speed) if isinstance(speed, int | float) and speed > 0 else None


def _meta(name: str) -> dict[str, Any]:
    file = pipeline_folder(name) / "meta.json"
    try:
        meta = json.loads(file.read_bytes())
    except (ValueError, OSError):
        meta = None
    if not isinstance(meta, dict) or not all(isinstance(meta.get(key), str) for key in _NEEDED):
        raise ModelError(
            say(
                f"管线 {name} 已损坏：{file} 应为含 {'、'.join(_NEEDED)} 的 JSON；请重新安装",
                f"the pipeline {name} is damaged: {file} is no JSON with {', '.join(_NEEDED)}; "
                "install it again",
            )
        )
    return meta


def pipeline_folder(name: str) -> Path:
    """The folder of a pipeline that ships, of an installed package, or itself a folder.

    Raises:
        ModelError: there is no such pipeline.
    """
    if name in shipped():
        return model_path(name)
    if _is_pipeline(Path(name)):
        return Path(name)
    # Looked up, never imported: a package of this name may be somebody else's.
    spec = importlib.util.find_spec(name) if _PACKAGE.fullmatch(name) else None
    if spec is None:
        raise ModelError(_not_installed(name))
    for root in map(Path, spec.submodule_search_locations or ()):
        # `spacy package` puts the pipeline into a folder NAME-VERSION inside the package.
        for data in sorted(root.glob(f"{name}-*")):
            if _is_pipeline(data):
                return data
    zh, en = f"已安装的 {name} 不是 spaCy 管线", f"the installed package {name} is no spaCy pipeline"
    if name in OFFICIAL:
        zh, en = f"{zh}；{_squat_zh()}", f"{en}; {_squat_en()}"
    raise ModelError(say(zh, en))


def _models() -> Path:
    return Path(wenmai.seeds.__file__).parent / "models"


def _is_pipeline(folder: Path) -> bool:
    return (folder / "config.cfg").is_file() and (folder / "meta.json").is_file()


def _not_installed(name: str) -> str:
    if name in OFFICIAL:
        return say(
            f"未安装官方管线 {name}：请运行 python -m spacy download {name}，"
            f"或从 {_RELEASES} 下载；{_squat_zh()}",
            f"the official pipeline {name} is not installed: run python -m spacy download {name}, "
            f"or take it from {_RELEASES}; {_squat_en()}",
        )
    have = ", ".join(shipped())
    return say(
        f"找不到管线 {name}：它既不是随附的管线（{have}），也不是已安装的包，"
        "也不是管线文件夹（含 config.cfg 和 meta.json）",
        f"no pipeline {name}: it is none of those that ship ({have}), nor an installed package, "
        "nor the folder of a pipeline (with config.cfg and meta.json)",
    )


def _squat_zh() -> str:
    return "PyPI 上的 zh-core-web-sm 是他人抢注的包，并非 spaCy 官方管线，请勿用 pip install 按名安装"


def _squat_en() -> str:
    return "zh-core-web-sm on PyPI is a name squat and not spaCy's pipeline: never pip install it by name"

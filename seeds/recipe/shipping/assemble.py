"""From the component's files to the folder that `spacy.load` reads."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import spacy

if TYPE_CHECKING:
    from pathlib import Path

META = {
    "description": "People, organisations, places and programmes in Chinese newspaper text",
    "author": "The wenmai authors",
    "license": "MIT",
    "spacy_version": ">=3.7.5,<4.0.0",
}
# Characters a second on one core: how long a run will take is told by it.
SPEED = {"wenmai_lg": 4500, "wenmai_sm": 40000}


def assemble(encoder: Path, folder: Path) -> None:
    """Write the pipeline around the files that `export` wrote; its name is the folder's.

    The model card and the figures beside it are left in place.
    """
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "wenmai.characters.v1"}}})
    # By their names, as any user of spaCy would: the package registers them.
    nlp.add_pipe("wenmai_encoder")
    nlp.add_pipe("wenmai_consistency")
    nlp.get_pipe("wenmai_encoder").from_disk(encoder)  # type: ignore[attr-defined]
    name = folder.name.removeprefix("zh_")
    nlp.meta.update(META, name=name, version=version("wenmai"))
    if name in SPEED:
        nlp.meta["performance"] = {"characters_per_second": SPEED[name]}
    del nlp.meta["spacy_git_version"]
    nlp.to_disk(folder, exclude=["vocab"])

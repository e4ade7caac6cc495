"""From the component's files to the folder that `spacy.load` reads."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import spacy

if TYPE_CHECKING:
    from pathlib import Path

NAME = "wenmai_lg"
META = {
    "name": NAME,
    "description": "People, organisations, places and programmes in Chinese newspaper text",
    "author": "The wenmai authors",
    "license": "MIT",
    "spacy_version": ">=3.7.5,<4.0.0",
    "performance": {"characters_per_second": 5000},  # on one core; a run's length is told by it
}


def assemble(encoder: Path, folder: Path) -> None:
    """Write the pipeline around the files that `export` wrote. The model card is left in place."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "wenmai.characters.v1"}}})
    # By their names, as any user of spaCy would: the package registers them.
    nlp.add_pipe("wenmai_encoder")
    nlp.add_pipe("wenmai_consistency")
    nlp.get_pipe("wenmai_encoder").from_disk(encoder)  # type: ignore[attr-defined]
    nlp.meta.update(META, version=version("wenmai"))
    del nlp.meta["spacy_git_version"]
    nlp.to_disk(folder, exclude=["vocab"])

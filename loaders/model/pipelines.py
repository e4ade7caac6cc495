"""Loading a pipeline: any that finds persons, organisations or places, with our labels in the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import spacy

from wenmai.graph.extract.labels import OURS, mapped
from wenmai.graph.extract.own_names import NO_NAMES, OwnNames
from wenmai.graph.values import EntityType
from wenmai.loaders.model.folders import DEFAULT, pipeline_folder
from wenmai.loaders.problems import ModelError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


def load_pipeline(name: str = DEFAULT, *, names: OwnNames = NO_NAMES) -> Language:
    """Load a pipeline by the name of one that ships, of an installed package, or by its folder.

    A pipeline with other labels gets `wenmai_labels` and `wenmai_programs` behind it, so that
    `doc.ents` always holds PERSON, ORG, PLACE and PROGRAM and nothing else. `names` are the
    user's own, which win over all that it finds; see `wenmai.loaders.own_names`.

    Raises:
        ModelError: it is not installed, damaged, or finds nothing that we know.
    """
    nlp = _load(pipeline_folder(name), name)
    # Documents reach the pipeline in passages; no length is too long for them.
    nlp.max_length = sys.maxsize
    nlp = _with_our_labels(nlp, name)
    if names:
        component = nlp.add_pipe("wenmai_names", name=_free_name(nlp, "wenmai_names"))
        component.names = names  # type: ignore[attr-defined]
    return nlp


def _free_name(nlp: Language, name: str) -> str:
    """A name for a component that the pipeline has none of yet."""
    while name in nlp.component_names:
        name += "_run"
    return name


def programs_by_rule(nlp: Language) -> bool:
    """Whether programmes come from rules, since the pipeline was trained without them."""
    return "wenmai_programs" in nlp.pipe_names


def _load(folder: Path, name: str) -> Language:
    try:
        return spacy.load(folder)
    except ModelError:
        raise
    except Exception as problem:
        # spaCy and its plug-ins raise nearly anything here; whatever it is, the pipeline does not load.
        reason = " ".join(str(problem).split())
        raise ModelError(
            say(f"无法载入管线 {name}：{reason}", f"cannot load the pipeline {name}: {reason}")
        ) from problem


def _with_our_labels(nlp: Language, name: str) -> Language:
    labels = {
        label
        for pipe in nlp.pipe_names
        if "doc.ents" in nlp.get_pipe_meta(pipe).assigns
        for label in nlp.pipe_labels.get(pipe, ())
    }
    if labels and labels <= OURS:
        return nlp
    if not any(mapped(label) for label in labels):
        raise ModelError(
            say(
                f"管线 {name} 不标注人物、机构或地点，无法使用",
                f"the pipeline {name} names no persons, organisations or places and cannot be used",
            )
        )
    nlp.add_pipe("wenmai_labels")
    if EntityType.PROGRAM not in labels:
        nlp.add_pipe("wenmai_programs")
    return nlp

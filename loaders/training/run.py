"""A pipeline of one's own: fine-tuned on annotations, scored on those held back, written as a folder."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy

from wenmai.graph.score import score
from wenmai.loaders.model import load_pipeline, pipeline_version
from wenmai.loaders.model.encoder import DESCRIPTION, PIECES, EncoderFiles
from wenmai.loaders.model.extract import find
from wenmai.loaders.model.folders import pipeline_folder
from wenmai.loaders.problems import ModelError, UsageError
from wenmai.loaders.training.examples import examples_of
from wenmai.loaders.training.holding_back import parted
from wenmai.loaders.training.learning import BATCH, SAVE_EVERY, Settings, learn, network_of
from wenmai.loaders.words import say
from wenmai.loaders.write.whole_file import unwritable
from wenmai.seeds.recipe.shipping.calibration import set_temperature

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language

    from wenmai.graph.score import Annotated, Score
    from wenmai.seeds.recipe.text.data import Example

COMPONENT = "wenmai_encoder"
PLAN, CHECKPOINT, REPORT = "plan.json", "network.ck", "training.json"


@dataclass(frozen=True, slots=True)
class Trained:
    """What a run did: how many texts it learnt from and held back, and scores on these by type."""

    learnt: int
    held_back: int
    before: dict[str, Score]
    after: dict[str, Score]


def check_folder(folder: Path) -> None:
    """See that nothing would be overwritten.

    Raises:
        UsageError: something is there.
    """
    if folder.exists() or folder.is_symlink():
        raise UsageError(
            say(
                f"{folder} 已存在，不会覆盖；请用 -o 另给一个文件夹",
                f"{folder} is there already and is not overwritten; give another folder with -o",
            )
        )


def train(
    gold: Sequence[Annotated],
    folder: Path,
    *,
    model: str,
    settings: Settings,
    progress: Callable[[int, int], None],
) -> Trained:
    """Fine-tune a pipeline on annotated texts and write it as a folder.

    Until it is whole, the work lies beside it in FOLDER.unfinished; the same run goes on from there.
    `training.json` in the folder says from what it was made and how it scores.

    Raises:
        UsageError: the folder is there, an unfinished run is of other annotations or settings, or
            there are too few annotations.
        ModelError: the pipeline is not to be had, or has no network that can be fine-tuned.
        InputError: the folder cannot be written.
    """
    check_folder(folder)
    base = _base(model)
    learnt, back = parted(gold)
    if not (learnt and back):
        raise UsageError(
            say(
                "标注太少：至少要两段不同的文本，其中一段留作检验",
                "too little is annotated: give at least two different texts, one of them to score on",
            )
        )
    examples = [example for one in learnt for example in examples_of(one)]
    work = folder.with_name(f"{folder.name}.unfinished")
    plan = _plan(examples, model, settings)
    try:
        _check_plan(work, plan)
        network = network_of(base / COMPONENT)
        work.mkdir(parents=True, exist_ok=True)
        _write(work / PLAN, plan)
        before = _scores(load_pipeline(model), back)
        learn(
            network,
            examples,
            table=(base / COMPONENT / PIECES).read_text(encoding="utf-8"),
            checkpoint=work / CHECKPOINT,
            out=work / COMPONENT,
            settings=settings,
            progress=progress,
        )
        made = work / "pipeline"
        _assemble(base, work / COMPONENT, made)
        set_temperature(made, EncoderFiles.read(base / COMPONENT).temperature)
        trained = Trained(len(learnt), len(back), before, _scores(load_pipeline(str(made)), back))
        _write(made / REPORT, plan | _report(trained, back))
        check_folder(folder)
        made.rename(folder)
        shutil.rmtree(work)
    except OSError as error:
        raise unwritable(folder, error) from error
    return trained


def _base(model: str) -> Path:
    """The folder of the pipeline to begin with."""
    base = pipeline_folder(model)
    if (base / COMPONENT / DESCRIPTION).is_file():
        return base
    raise ModelError(
        say(
            f"管线 {model} 不能微调：其中没有 {COMPONENT}；请用随附的管线或由它训练出的文件夹",
            f"the pipeline {model} cannot be fine-tuned, since it has no {COMPONENT}; "
            "take one that ships, or one trained from it",
        )
    )


def _plan(examples: Sequence[Example], model: str, settings: Settings) -> dict[str, Any]:
    """What a run learns, and how: a run goes on only with the same."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(
            repr((example.text, example.names, example.optional)).encode("utf-8", "backslashreplace")
        )
    return {
        "annotations": digest.hexdigest(),
        "pipeline": pipeline_version(model),
        "settings": asdict(settings) | {"batch": BATCH, "save_every": SAVE_EVERY},
    }


def _check_plan(work: Path, plan: dict[str, Any]) -> None:
    """See that an unfinished run is of the same plan."""
    if (work / PLAN).is_file() and _read(work / PLAN) != plan:
        raise UsageError(
            say(
                f"{work} 是另一次未完成的训练（标注或参数不同）；请删去它，或用 -o 另给一个文件夹",
                f"{work} is of an unfinished run with other annotations or settings; "
                "delete it, or give another folder with -o",
            )
        )


def _read(path: Path) -> object:
    """What a file of JSON holds; nothing where it was cut short."""
    try:
        return json.loads(path.read_bytes())
    except ValueError:
        return None


def _write(path: Path, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _assemble(base: Path, encoder: Path, folder: Path) -> None:
    """The base pipeline with another network in it."""
    nlp = spacy.load(base)
    nlp.get_pipe(COMPONENT).from_disk(encoder)  # type: ignore[attr-defined]
    name = nlp.meta["name"].removesuffix("_tuned")
    nlp.meta.update(name=f"{name}_tuned", description=f"{name}, fine-tuned on a user's annotations")
    nlp.to_disk(folder, exclude=["vocab"])


def _scores(nlp: Language, back: Sequence[Annotated]) -> dict[str, Score]:
    return score((one, find(nlp, one.text)) for one in back)


def _report(trained: Trained, back: Sequence[Annotated]) -> dict[str, Any]:
    def shown(scores: dict[str, Score]) -> dict[str, Any]:
        return {
            kind: {
                "precision": round(one.precision, 3),
                "recall": round(one.recall, 3),
                "f1": round(one.f1, 3),
                "of": one.right + one.missed,
            }
            for kind, one in scores.items()
        }

    return {
        "texts": {"learnt": trained.learnt, "held back": trained.held_back},
        "held back": sorted({one.document for one in back if one.document}),
        "scores": {"before": shown(trained.before), "after": shown(trained.after)},
    }

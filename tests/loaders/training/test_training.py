"""Training on annotations: what is refused, what is learnt, what an interruption costs."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Annotated, Score
from wenmai.graph.values import EntityType
from wenmai.loaders.model import load_pipeline
from wenmai.loaders.model.extract import find
from wenmai.loaders.problems import InputError, ModelError, UsageError
from wenmai.loaders.training import learning
from wenmai.loaders.training.learning import Settings, check_extra
from wenmai.loaders.training.run import check_folder, train

PEOPLE = ("贺启明", "林嘉禾", "沈知远", "覃明远")
PLACES = ("沅川市", "青石县", "汉宁市")
PHRASES = ("在{}调研", "到{}开工", "去{}会见他们", "来{}")
QUICK = Settings(epochs=40, rate=1e-3)


def gold() -> list[Annotated]:
    """Forty-eight sentences of twelve documents."""
    made = []
    for k, (person, place, phrase) in enumerate(itertools.product(PEOPLE, PLACES, PHRASES)):
        text = person + phrase.format(place) + "。"
        at = text.index(place)
        names = (Found(0, 3, EntityType.PERSON), Found(at, at + 3, EntityType.PLACE))
        made.append(Annotated(str(k), text, names, document=f"{k % 12}.txt"))
    return made


def quietly(done: int, total: int) -> None:
    """Tell no one."""


def test_the_extra_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "NEEDED", ("json", "no_such_module", "nor_this"))
    with pytest.raises(
        ModelError, match=r"no_such_module, nor_this.*pip install 'wenmai\[train\]'"
    ) as raised:
        check_extra()
    assert "\n" not in str(raised.value)
    monkeypatch.setattr(learning, "NEEDED", ("json",))
    check_extra()


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch, lambda path: path.symlink_to("nowhere")])
def test_nothing_is_overwritten(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "mine")
    with pytest.raises(UsageError, match="mine"):
        check_folder(tmp_path / "mine")
    with pytest.raises(UsageError, match="mine"):
        train(gold(), tmp_path / "mine", model="zh_wenmai_lg", settings=Settings(), progress=quietly)
    check_folder(tmp_path / "other")


@pytest.mark.parametrize("texts", [pytest.param(0, id="none"), pytest.param(1, id="one")])
def test_too_little(texts: int, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"two|两"):
        train(gold()[:texts], tmp_path / "mine", model="zh_wenmai_lg", settings=Settings(), progress=quietly)
    assert list(tmp_path.iterdir()) == []


def test_a_pipeline_without_the_network(ruler: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="wenmai_encoder"):
        train(gold(), tmp_path / "mine", model=ruler, settings=Settings(), progress=quietly)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("plan", [pytest.param("{}\n", id="other"), pytest.param("", id="cut short")])
def test_an_unfinished_run_of_other_annotations(plan: str, tmp_path: Path) -> None:
    work = tmp_path / "mine.unfinished"
    work.mkdir()
    (work / "plan.json").write_text(plan, encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.unfinished"):
        train(gold(), tmp_path / "mine", model="zh_wenmai_lg", settings=Settings(), progress=quietly)
    assert [path.name for path in work.iterdir()] == ["plan.json"]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A pipeline with a network that has learnt nothing and knows a few dozen characters."""
    torch = pytest.importorskip("torch", reason="training needs torch")
    pytest.importorskip("onnx_ir", reason="training needs onnx and onnx-ir")
    from wenmai.seeds.recipe.learning.student import Student
    from wenmai.seeds.recipe.shipping.assemble import assemble
    from wenmai.seeds.recipe.shipping.export import write

    torch.set_num_threads(1)
    torch.manual_seed(0)
    characters = sorted(set("".join((*PEOPLE, *PLACES, *PHRASES, "。")) + "▁") - set("{}"))
    special = ("<s>", "<pad>", "</s>", "<unk>")
    table = "".join(f"{one}\t\n" for one in special)
    table += "".join(f"{one}\t{-k - 1.0}\n" for k, one in enumerate(characters))
    home = tmp_path_factory.mktemp("base")
    network = Student(len(special) + len(characters))
    with torch.no_grad():  # the exporter keeps weights that are alike once, as no trained ones are
        for weights in network.parameters():
            weights.add_(0.01 * torch.randn_like(weights))
    write(network, table, home / "encoder")
    assemble(home / "encoder", home / "base")
    return str(home / "base")


pytestmark = pytest.mark.filterwarnings("ignore::Warning:torch", "ignore::Warning:wenmai.seeds.recipe")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_learns(base: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    trained = train(
        gold(),
        tmp_path / "mine",
        model=base,
        settings=QUICK,
        progress=lambda done, total: told.append((done, total)),
    )
    assert (trained.learnt, trained.held_back) == (36, 12)
    assert trained.after["ALL"] == Score(24, 0, 0)
    assert trained.before["ALL"].right < 4
    assert told == [(k + 1, len(told)) for k in range(len(told))]
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    found = find(load_pipeline(str(tmp_path / "mine")), "林嘉禾去青石县调研。")
    assert [(one.start, one.end, one.type.value) for one in found] == [(0, 3, "PERSON"), (4, 7, "PLACE")]
    said = json.loads((tmp_path / "mine" / "training.json").read_text(encoding="utf-8"))
    assert said["texts"] == {"learnt": 36, "held back": 12}
    assert said["scores"]["after"]["ALL"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "of": 24}
    wanted = {"epochs": 40, "rate": 0.001, "seed": 0, "batch": 1024, "save_every": 25}
    assert said["settings"] == wanted


def test_it_goes_on_where_it_was(base: str, tmp_path: Path) -> None:
    def interrupted(done: int, total: int) -> None:
        if done == learning.SAVE_EVERY + 3:
            raise KeyboardInterrupt

    whole, parts = tmp_path / "whole", tmp_path / "parts"
    train(gold(), whole, model=base, settings=QUICK, progress=quietly)
    with pytest.raises(KeyboardInterrupt):
        train(gold(), parts, model=base, settings=QUICK, progress=interrupted)
    assert not parts.exists()
    steps: list[int] = []
    train(gold(), parts, model=base, settings=QUICK, progress=lambda done, _: steps.append(done))
    assert steps[0] == learning.SAVE_EVERY + 1
    assert contents(parts) == contents(whole)


def test_a_place_that_cannot_be_written(base: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="file"):
        train(gold(), tmp_path / "file" / "mine", model=base, settings=Settings(), progress=quietly)


def test_the_large_network_is_refused(base: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="zh_wenmai_sm"):
        train(gold(), tmp_path / "mine", model="zh_wenmai_lg", settings=Settings(), progress=quietly)
    assert list(tmp_path.iterdir()) == []

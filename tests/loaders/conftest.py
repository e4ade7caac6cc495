"""A small pipeline by rule, for tests of what comes behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

NAMES = {
    "PERSON": ["贺启明", "林嘉禾", "沈知远", "覃雨"],
    "ORG": ["沅川市委", "钒谷科技", "汉宁新材料"],
    "PLACE": ["沅川", "青石县", "汉宁"],
    "PROGRAM": ["“钒谷”行动"],
}


@pytest.fixture(scope="session")
def ruler(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a real spaCy pipeline that knows a dozen names and nothing else."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "wenmai.characters.v1"}}})
    rules = nlp.add_pipe("entity_ruler")
    rules.add_patterns(
        [{"label": label, "pattern": name} for label, names in NAMES.items() for name in names]
    )
    nlp.meta["name"] = "ruler"
    folder = tmp_path_factory.mktemp("ruler") / "zh_ruler"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Three small pages."""
    folder = tmp_path / "papers"
    folder.mkdir()
    texts = {
        "沅川日报_2025-02-17_01.txt": (
            "钒谷开工\n\n2月16日，沅川市委书记贺启明到青石县调研“钒谷”行动。钒谷科技董事长林嘉禾汇报。\n"
        ),
        "沅川日报_2025-03-01_01.txt": "签约\n\n贺启明会见林嘉禾，双方在沅川签约。沈知远在场。\n",
        "汉宁日报_2025-03-02_01.txt": "来访\n\n汉宁新材料与钒谷科技在汉宁座谈。\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder

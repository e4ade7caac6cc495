"""Chinese or English."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from babel.messages import Catalog, mofile, pofile

from wenmai.loaders.words import speaks_chinese

LOCALE = Path(__file__).parents[2] / "loaders" / "cli" / "locale" / "zh" / "LC_MESSAGES"


@pytest.mark.parametrize(
    ("environ", "chinese"),
    [
        pytest.param({"LANG": "zh_CN.UTF-8"}, True, id="zh"),
        pytest.param({"LANG": "zh_TW"}, True, id="traditional"),
        pytest.param({"LANG": "en_US.UTF-8"}, False, id="en"),
        pytest.param({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, False, id="LC_ALL wins"),
        pytest.param({"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, True, id="LC_MESSAGES before LANG"),
        pytest.param({"LC_ALL": "", "LANG": "zh_CN"}, True, id="empty is unset"),
    ],
)
def test_speaks_chinese(environ: dict[str, str], chinese: bool) -> None:
    assert speaks_chinese(environ) is chinese


def test_clicks_words_are_compiled_from_their_source() -> None:
    source = pofile.read_po(io.BytesIO((LOCALE / "messages.po").read_bytes()))
    compiled = mofile.read_mo(io.BytesIO((LOCALE / "messages.mo").read_bytes()))
    assert words(compiled) == words(source)


def words(catalogue: Catalog) -> list[tuple[list[str], list[str]]]:
    def forms(text: object) -> list[str]:
        return [text] if isinstance(text, str) else list(text)

    return sorted((forms(message.id), forms(message.string)) for message in catalogue if message.id)

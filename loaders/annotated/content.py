"""Which annotation format a text is in, by what stands in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from wenmai.loaders.annotated.columns import read_columns, token_of
from wenmai.loaders.annotated.label_studio import is_task, read_task
from wenmai.loaders.annotated.objects import read_object
from wenmai.loaders.annotated.raw import Broken, Entry, ShapeError
from wenmai.loaders.read.half_character import half_character
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOOKED_AT = 200  # lines


def entries(text: str) -> Iterator[Entry]:
    """The annotated texts of a file in any of the formats, in their order.

    Raises:
        ShapeError: it is in none of them.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if _is_json_lines([line for _, line in lines[:_LOOKED_AT]]):
        whole = _parsed(text) if len(lines) == 1 else None
        if isinstance(whole, list) and all(isinstance(one, dict | list) for one in whole):
            return _objects(enumerate(whole, start=1))
        return _objects((number, _parsed(line)) for number, line in lines)
    if any(token_of(line.rstrip("\r")) for _, line in lines[:_LOOKED_AT]):
        return read_columns(text)
    if text.lstrip().startswith(("[", "{")):
        whole = _parsed(text)
        if isinstance(whole, ShapeError):
            raise whole
        return _objects(enumerate(whole if isinstance(whole, list) else [whole], start=1))
    raise ShapeError(
        say(
            "认不出标注格式；请给 JSON Lines、doccano、CoNLL 或 Label Studio 的 JSON",
            "in no known annotation format; give JSON lines, doccano's, CoNLL, or Label Studio's JSON",
        )
    )


def _is_json_lines(lines: list[str]) -> bool:
    """Whether lines are whole by themselves, as against a JSON text that is laid out over many."""
    whole = sum(len(line.strip()) > 2 and isinstance(_parsed(line), dict | list) for line in lines)
    return whole > 0 and 2 * whole >= len(lines)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}" if "\n" in text.strip() else str(error.colno)
        return ShapeError(
            say(
                f"不是合法的 JSON（{place} 处：{error.msg}）；请修正",
                f"no valid JSON (at {place}: {error.msg}); mend it",
            )
        )
    except (ValueError, RecursionError) as error:
        return ShapeError(say(f"不是合法的 JSON（{error}）；请修正", f"no valid JSON ({error}); mend it"))


def _objects(numbered: Iterable[tuple[int, object]]) -> Iterator[Entry]:
    for number, value in numbered:
        try:
            yield _read(value, number)
        except ShapeError as error:
            yield Broken(number, str(error))


def _read(value: object, number: int) -> Entry:
    if isinstance(value, ShapeError):
        raise value
    if half := half_character(json.dumps(value, ensure_ascii=False)):
        raise ShapeError(half)
    return read_task(value, number) if is_task(value) else read_object(value, number)

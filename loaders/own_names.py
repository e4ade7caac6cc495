"""The user's own names: a table of names and types, which the pipeline must not gainsay."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wenmai.graph.extract.own_names import LONGEST, NO_NAMES, OwnName, OwnNames, surface
from wenmai.graph.values import EntityType
from wenmai.loaders.problems import InputError, UsageError
from wenmai.loaders.read.encoding import DecodeError, decode
from wenmai.loaders.read.simplify import simplified
from wenmai.loaders.words import say

FILE = "names.tsv"

_TYPES = {
    EntityType.PERSON: "person per people 人物 人名 人 姓名",
    EntityType.ORG: "org organisation organization 机构 機構 组织 組織 单位 單位",
    EntityType.PLACE: "place loc gpe location 地点 地點 地名 地方",
    EntityType.PROGRAM: "program programme 项目 項目 工程 计划 計劃 政策",
}
_TYPE_OF = {word: kind for kind, words in _TYPES.items() for word in words.split()}
_HEADS = {
    "name": {"name", "text", "名称", "名稱", "名字", "名", "姓名", "实体"},
    "type": {"type", "kind", "label", "类型", "類型", "类别", "類別"},
}
_MARK = " names "
_WITH_NAMES = re.compile(rf"{_MARK}[0-9a-f]{{16}} ")
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class OwnNamesRead:
    """The names of a file, and what of it is none: a problem a line."""

    names: OwnNames = NO_NAMES
    problems: tuple[InputError, ...] = ()


def names_file(directory: Path | None, given: Path | None) -> Path | None:
    """The file that was named, else that of the corpus; None where there is neither.

    Raises:
        UsageError: the file that was named is not there.
    """
    if given is not None and not given.exists():
        raise UsageError(
            say(
                f"{given}: 没有这个名单文件；请检查路径",
                f"{given}: there is no such file of names; check the path",
            )
        )
    kept = directory / FILE if directory else None
    return given or (kept if kept and kept.exists() else None)


def load_own_names(path: Path, *, simplify: bool = False) -> OwnNamesRead:
    """Read a table of names: a name, a tab and its type a line, whatever stands behind is a note.

    Empty lines and those that begin with # say nothing. A first line that names the columns
    (name and type, 名称 and 类型) may put them in any place. Encodings as of any text; `simplify`
    reads traditional characters as simplified ones, as the pages are then read.

    Raises:
        InputError: the file is no text, or cannot be read.
    """
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(str(path), say(f"读不了：{reason}", f"can't be read: {reason}")) from error
    except DecodeError as error:
        raise InputError(str(path), str(error)) from error
    return parse_own_names(simplified(text) if simplify else text, str(path))


def parse_own_names(text: str, source: str) -> OwnNamesRead:
    """The names of a table's text; a problem's source is `source` with the number of the line."""
    found: dict[str, dict[EntityType, list[int]]] = defaultdict(lambda: defaultdict(list))
    problems: list[tuple[int, str]] = []
    for number, name, kind in _rows(text):
        try:
            entry = _entry(name, kind)
        except ValueError as problem:
            problems.append((number, str(problem)))
        else:
            found[entry.text][entry.type].append(number)
    entries = []
    for name, kinds in found.items():
        if len(kinds) > 1:
            said = _contradiction(name, kinds)
            problems += [(number, said) for numbers in kinds.values() for number in numbers]
        else:
            entries += [OwnName(name, kind) for kind in kinds]
    told = [InputError(f"{source}:{number}", message) for number, message in sorted(problems)]
    if not entries and not told:
        told.append(InputError(source, say(f"没有名称；{_form()}", f"there is no name in it; {_form()}")))
    return OwnNamesRead(OwnNames(tuple(entries)), tuple(told))


def names_version(names: OwnNames) -> str:
    """A text that differs for different names; empty for none."""
    if not names:
        return ""
    lines = "\n".join(f"{entry.text}\t{entry.type}" for entry in names.entries)
    return f"{_MARK}{hashlib.sha256(lines.encode('utf-8')).hexdigest()[:16]}"


def is_with_names(made_by: str) -> bool:
    """Whether a file of the store was read with names of the user's."""
    return bool(_WITH_NAMES.search(made_by))


def _rows(text: str) -> Iterator[tuple[int, str, str]]:
    """Number, name and type of each line that says something."""
    places: tuple[int, int] | None = None
    for number, line in enumerate(_LINE.split(text), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        cells = [_cell(cell) for cell in line.split("\t")]
        if places is None:
            places = _header(cells)
            if places is not None:
                continue
            places = (0, 1)
        name, kind = (cells[at] if at < len(cells) else "" for at in places)
        yield number, name, kind


def _header(cells: list[str]) -> tuple[int, int] | None:
    """Where a first line that names the columns puts name and type."""
    words = [cell.casefold() for cell in cells]
    at = {role: [k for k, word in enumerate(words) if word in heads] for role, heads in _HEADS.items()}
    return (at["name"][0], at["type"][0]) if at["name"] and at["type"] else None


def _cell(cell: str) -> str:
    """A cell as it is meant: spreadsheets put some into quotation marks."""
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"').strip()
    return cell


def _entry(name: str, kind: str) -> OwnName:
    """The name of a line.

    Raises:
        ValueError: what is wrong with it, for the user.
    """
    length = len(surface(name))
    if not length:
        raise ValueError(say(f"缺少名称；{_form()}", f"the name is missing; {_form()}"))
    if not kind:
        raise ValueError(say(f"{name} 缺少类型；{_form()}", f"{name}: its type is missing; {_form()}"))
    found = _TYPE_OF.get(kind.casefold())
    if found is None:
        known = " ".join(EntityType)
        raise ValueError(
            say(
                f"{kind} 不是类型；写 人物、机构、地点、项目 之一",
                f"{kind} is no type; write one of {known}",
            )
        )
    if length == 1:
        raise ValueError(
            say(
                f"{name} 只有一个字，会处处误中；请写全称",
                f"{name} is one character and would be found everywhere; write a longer name",
            )
        )
    if length > LONGEST:
        raise ValueError(
            say(
                f"名称超过 {LONGEST} 字；请写短些",
                f"a name of more than {LONGEST} characters; write a shorter one",
            )
        )
    try:
        return OwnName(name, found)
    except ValueError as error:
        raise ValueError(
            say(
                f"{name!r} 含有句末标点或控制字符；请删去",
                f"{name!r} holds the end of a sentence or a control character; take it out",
            )
        ) from error


def _contradiction(name: str, kinds: dict[EntityType, list[int]]) -> str:
    lines = sorted((number, kind) for kind, numbers in kinds.items() for number in numbers)
    where = ", ".join(f"{number} ({kind})" for number, kind in lines)
    return say(
        f"{name} 有两种类型（行 {where}），未采用；请只留一种",
        f"{name} has two types (lines {where}) and is left out; keep one of them",
    )


def _form() -> str:
    return say(
        "每行写：名称<制表符>类型，类型为 人物、机构、地点、项目 之一",
        f"a line is NAME<tab>TYPE, the type one of {' '.join(EntityType)}",
    )

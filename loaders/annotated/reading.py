"""Annotated files in any of the formats → texts with our labels, and what is wrong with the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Annotated
from wenmai.loaders.annotated.content import entries
from wenmai.loaders.annotated.labels import Labels
from wenmai.loaders.annotated.placing import misfit, placed
from wenmai.loaders.annotated.raw import Broken, Mark, Raw, ShapeError, Unmarked
from wenmai.loaders.problems import InputError
from wenmai.loaders.read import ReadOptions, find_sources
from wenmai.loaders.read.encoding import DecodeError, decode
from wenmai.loaders.read.walk import unreadable
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Gold:
    """Annotated texts, in the order of file and place, and what could not be read."""

    texts: tuple[Annotated, ...]
    problems: tuple[InputError, ...]


def read_annotated(
    paths: Sequence[str],
    *,
    labels: Labels | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
) -> Gold:
    """Read files, folders, globs or `-`; the format of each is told by its content.

    A text with a broken mark is left out as a whole; of a label that is not known the marks are.

    Raises:
        UsageError: Python knows no such encoding.
    """
    sources, problems = find_sources(paths, options=ReadOptions(encoding=encoding), stdin=stdin)
    texts: list[Annotated] = []
    for source in sources:
        try:
            data = source.path.read_bytes() if source.path else source.data or b""
            gold = read_text(decode(data, encoding=encoding).text, name=source.name, labels=labels)
        except OSError as error:
            problems.append(unreadable(source.name, error))
        except (DecodeError, ShapeError) as error:
            problems.append(InputError(source.name, str(error)))
        else:
            texts += gold.texts
            problems += gold.problems
    return Gold(tuple(texts), tuple(problems))


def read_text(text: str, *, name: str, labels: Labels | None = None) -> Gold:
    """The annotated texts of a file's text; `name` is that of the file.

    Raises:
        ShapeError: it is in no known format.
    """
    file = _File(name, labels or Labels())
    texts = [annotated for entry in entries(text) if (annotated := file.take(entry))]
    return Gold(tuple(texts), tuple(file.all_problems(empty=not texts)))


@dataclass(slots=True)
class _File:
    """What is noted while a file is read; the same about many texts is said once."""

    name: str
    labels: Labels
    problems: list[InputError] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)
    unmarked: list[int] = field(default_factory=list)
    disputed: list[int] = field(default_factory=list)

    def take(self, entry: Raw | Unmarked | Broken) -> Annotated | None:
        """The annotated text of an entry, if it is one."""
        match entry:
            case Broken(number, message):
                self.problems.append(InputError(f"{self.name}#{number}", message))
            case Unmarked(number):
                self.unmarked.append(number)
            case Raw():
                return self._annotated(entry)
        return None

    def _annotated(self, raw: Raw) -> Annotated | None:
        where = f"{self.name}#{raw.number}"
        marks = placed(raw.text, raw.marks)
        trimmed = [_trimmed(raw.text, mark) for mark in marks or ()]
        wrong = misfit(raw.text, raw.marks if marks is None else trimmed)
        if wrong:
            self.problems.append(InputError(where, _misplaced(raw.text, wrong)))
            return None
        if raw.disputed:
            self.disputed.append(raw.number)
        return Annotated(
            raw.id or where,
            raw.text,
            tuple(self._names(trimmed, raw.number, optional=False)),
            tuple(self._names(trimmed, raw.number, optional=True)),
            where,
            raw.document,
        )

    def _names(self, marks: list[Mark], number: int, *, optional: bool) -> list[Found]:
        names: dict[tuple[int, int, str], Found] = {}
        for mark in marks:
            if mark.optional is not optional:
                continue
            if not self.labels.knows(mark.label):
                self.unknown[mark.label] += 1
                self.first.setdefault(mark.label, number)
            elif kind := self.labels.type_of(mark.label):
                names.setdefault((mark.start, mark.end, kind), Found(mark.start, mark.end, kind, mark.score))
        return sorted(names.values())

    def all_problems(self, *, empty: bool) -> Iterator[InputError]:
        """Every problem of the file, those of single texts first."""
        yield from self.problems
        for label in sorted(self.unknown):
            yield InputError(f"{self.name}#{self.first[label]}", _unknown(label, self.unknown[label]))
        if self.disputed:
            yield InputError(f"{self.name}#{self.disputed[0]}", _disputed(len(self.disputed)))
        if self.unmarked:
            yield InputError(f"{self.name}#{self.unmarked[0]}", _unmarked(len(self.unmarked)))
        if empty and not (self.problems or self.unmarked):
            yield InputError(
                self.name,
                say("没有标注的文本；请检查文件", "there is no annotated text in it; check the file"),
            )


def _trimmed(text: str, mark: Mark) -> Mark:
    """The mark without white space at its ends; as it is where there is nothing else."""
    stretch = text[mark.start : mark.end]
    start = mark.start + len(stretch) - len(stretch.lstrip())
    end = mark.end - len(stretch) + len(stretch.rstrip())
    return Mark(start, max(start, end), mark.label, optional=mark.optional, score=mark.score)


def _misplaced(text: str, mark: Mark) -> str:
    place = f"{mark.start}..{mark.end}"
    if not 0 <= mark.start < mark.end <= len(text):
        return say(
            f"标注 {place} 不在正文之内（共 {len(text)} 字），或只有空白；起止应为正文中的字符位置",
            f"the mark {place} is outside its text of {len(text)} characters, or only white space; "
            "offsets count the characters of the text",
        )
    there, surface = (" ".join(one.split())[:40] for one in (text[mark.start : mark.end], mark.surface or ""))
    return say(
        f"标注 {place} 处是“{there}”，文件却写作“{surface}”；请改正起止位置",
        f"at the mark {place} the text says “{there}”, the file “{surface}”; mend the offsets",
    )


def _unknown(label: str, count: int) -> str:
    label = " ".join(label.split())[:40]
    return say(
        f"不认识标签 {label}（{count} 处，未计入）；"
        f"请用 --label {label}=PLACE 之类指明，或 --label {label}=ignore 略去",
        f"the label {label} is unknown (left out: {count}); say what it means, such as "
        f"--label {label}=PLACE, or leave it out by --label {label}=ignore",
    )


def _disputed(count: int) -> str:
    return say(
        f"有多份不同的标注，取了第一份（这样的任务共 {count} 个）；请把正确的一份设为 ground truth",
        f"annotations differ, the first is taken (tasks of this kind: {count}); "
        "set the right one as ground truth",
    )


def _unmarked(count: int) -> str:
    return say(
        f"任务还没有标注，未计入（共 {count} 个）；请标注后再导出",
        f"the task is not annotated and left out (of this kind: {count}); annotate it and export again",
    )

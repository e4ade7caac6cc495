"""The files under the paths that a user gives, as they lie on disk."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from wenmai.loaders.problems import InputError
from wenmai.loaders.read.names import printable
from wenmai.loaders.words import say

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A way to a file: over a link or not, its parts below `root`, the path it is opened by."""

    by_link: bool
    parts: tuple[str, ...]
    root: str  # an absolute path
    path: str

    @property
    def name(self) -> str:
        """The parts as a source is named."""
        return printable("/".join(self.parts))


@dataclass(slots=True)
class _Search:
    found: list[Found] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)  # real paths of the folders entered from this PATH
    links: list[tuple[tuple[str, ...], str]] = field(default_factory=list)  # to folders, not entered yet

    def report(self, name: str, zh: str, en: str) -> None:
        self.problems.append(InputError(printable(name), say(zh, en)))


def walk(paths: Iterable[str]) -> tuple[list[Found], list[InputError]]:
    """Find the files: under folders, by globs that the shell left as they are, or given as such."""
    search = _Search()
    for path in sorted(set(paths)):
        for each in _expand(path, search):
            _look_at(each, search)
    return search.found, search.problems


def is_hidden(name: str) -> bool:
    """Whether a file or folder is passed over: .x, and what systems leave behind."""
    return name.startswith(".") or name.casefold() in _SYSTEM_FILES


def unreadable(name: str, error: OSError) -> InputError:
    """The line for a file or folder that the system refuses."""
    if isinstance(error, PermissionError):
        return InputError(
            name, say("没有读取权限；请先取得权限", "permission denied; make it readable for you")
        )
    if isinstance(error, FileNotFoundError):
        return InputError(name, say("不存在；请检查路径", "it does not exist; check the path"))
    reason = error.strerror or type(error).__name__
    return InputError(
        name,
        say(
            f"无法读取（{reason}）；请检查磁盘或网络", f"cannot be read ({reason}); check the disk or network"
        ),
    )


def _expand(path: str, search: _Search) -> list[str]:
    if os.path.lexists(path) or not glob.has_magic(path):
        return [path]
    matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not matches:
        search.report(path, "没有匹配的文件；请检查路径", "no file matches it; check the path")
    return matches


def _look_at(path: str, search: _Search) -> None:
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    try:
        mode = whole.stat().st_mode
    except (OSError, ValueError) as error:
        _report_broken(path, whole, error, search)
        return
    if not stat.S_ISDIR(mode):
        _add(
            Found(whole.is_symlink(), (whole.name,), str(whole.parent), str(whole)),
            mode,
            search,
        )
        return
    before = len(search.found), len(search.problems)
    search.seen.clear()
    search.links.append(((), str(whole)))
    # Links come after what is there without them, so that a file keeps its plainest name; a folder
    # is entered once, which ends every loop.
    while search.links:
        search.links.sort(reverse=True)
        _walk_from(*search.links.pop(), str(whole), search)
    if before == (len(search.found), len(search.problems)):
        search.report(path, "文件夹里没有可读的文件", "there is no file in this folder; check the path")


def _walk_from(parts: tuple[str, ...], path: str, root: str, search: _Search) -> None:
    """Walk a folder, putting off the links in it to other folders."""
    by_link = bool(parts)
    folders = [(parts, path)]
    while folders:
        at, folder = folders.pop()
        real = os.path.realpath(folder)
        if real in search.seen:
            continue
        search.seen.add(real)
        try:
            with os.scandir(folder) as entries:
                visible = sorted((e for e in entries if not is_hidden(e.name)), key=lambda e: e.name)
        except OSError as error:
            search.problems.append(unreadable(printable("/".join(at) or Path(root).name) + "/", error))
            continue
        for entry in visible:
            inner = (*at, entry.name)
            try:
                mode = entry.stat().st_mode
            except OSError as error:
                _report_broken("/".join(inner), Path(entry.path), error, search)
                continue
            if not stat.S_ISDIR(mode):
                _add(Found(by_link or entry.is_symlink(), inner, root, entry.path), mode, search)
            elif entry.is_symlink():
                search.links.append((inner, entry.path))
            else:
                folders.append((inner, entry.path))


def _add(found: Found, mode: int, search: _Search) -> None:
    if stat.S_ISREG(mode):
        search.found.append(found)
    else:  # to open a pipe would wait for ever
        search.report(
            found.name, "不是普通文件；要从管道读入请用 -", "it is no regular file; to read a pipe, give -"
        )


def _report_broken(name: str, path: Path, error: OSError | ValueError, search: _Search) -> None:
    """Report a path that is not there, or a link that leads nowhere."""
    if isinstance(error, ValueError):  # a NUL in the path
        search.report(name, "路径不合法；请检查路径", "it is no path; check it")
    elif not path.is_symlink() or isinstance(error, PermissionError):
        search.problems.append(unreadable(printable(name), error))
    elif isinstance(error, FileNotFoundError):
        target = printable(str(path.readlink()))
        search.report(
            name,
            f"是链接，但所指的 {target} 不存在；请修复或删除链接",
            f"it is a link to {target}, which does not exist; mend or delete the link",
        )
    else:
        search.report(
            name,
            "是绕回自身的链接；请修复或删除链接",
            "it is a link that leads back to itself; mend or delete it",
        )

"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from wenmai.loaders.problems import InputError
from wenmai.loaders.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write_whole(path: Path, parts: Iterable[str]) -> None:
    """Write a UTF-8 file with line ends of one \\n; an old one stays as it is until the new is whole.

    A link is followed; a device or a pipe is written to as it is.

    Raises:
        InputError: the place cannot be written to. What was there before still is.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            _write(target, parts)
        else:
            _write_aside(target, parts)
    except OSError as error:
        raise unwritable(path, error) from error


def check_target(path: Path) -> None:
    """See before a long run that `write_whole` can write there; nothing is left behind.

    Raises:
        InputError: the place cannot be written to.
    """
    target = path.resolve()
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if target.is_file() or not target.exists():
            _aside(target).touch()
            _aside(target).unlink()
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> InputError:
    """What to raise where a place cannot be written to."""
    reason = error.strerror or str(error)
    return InputError(
        str(path),
        say(
            f"无法写入（{reason}）；请换一个可写的位置。",
            f"cannot be written ({reason}); choose a place that can be.",
        ),
    )


def _aside(target: Path) -> Path:
    return target.with_name(f".wenmai-{os.getpid()}.tmp")


def _write_aside(target: Path, parts: Iterable[str]) -> None:
    aside = _aside(target)
    try:
        _write(aside, parts)
        aside.replace(target)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise


def _write(path: Path, parts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(parts)

"""Zip archives of documents: their members by name, in the order of names."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections import Counter

from wenmai.loaders.read.formats.package import Allowance, open_package, read_member
from wenmai.loaders.read.formats.problems import FormatError
from wenmai.loaders.read.names import decoded_name, printable
from wenmai.loaders.read.walk import is_hidden
from wenmai.loaders.words import say

_UTF8 = 0x800
_UNICODE_PATH = 0x7075
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")


class Archive:
    """The files in an archive by name, in the order of names; hidden ones are left out.

    Two of one name are numbered. A name that leads out of the archive (absolute, or with `..`)
    is among the names, and never read. Members are unpacked when they are read.

    Raises:
        FormatError: damaged, or a zip bomb.
    """

    def __init__(self, data: bytes, allowance: Allowance | None = None) -> None:
        self._package = open_package(data, allowance)
        members = sorted(
            ((_name(member), index, member) for index, member in enumerate(self._package.infolist())),
            key=lambda each: each[:2],
        )
        self._members: dict[str, zipfile.ZipInfo] = {}
        times: Counter[str] = Counter()
        for name, _, member in members:
            if name.endswith("/") or (not _leads_out(name) and any(map(is_hidden, name.split("/")))):
                continue
            free = name
            while times[name] == 0 or free in self._members:
                times[name] += 1
                free = name if times[name] == 1 else f"{name}~{times[name]}"
            self._members[free] = member

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, sorted."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a file.

        Raises:
            FormatError: locked, damaged, too large or named so that it leads out of the archive.
        """
        if _leads_out(name):
            raise FormatError(
                say(
                    "路径指向压缩包之外，没有读取；请用普通的相对路径重新打包",
                    "its path leads out of the archive, so it was not read; pack it by a relative path",
                )
            )
        return read_member(self._package, self._members[name])


def _leads_out(name: str) -> bool:
    return bool(_ABSOLUTE.match(name)) or ".." in name.split("/") or not name


def _name(member: zipfile.ZipInfo) -> str:
    """The member's path, a folder's with / behind it; without the `./` that some tools put first."""
    name = printable(_decoded(member).replace("\\", "/"))
    if _leads_out(name):
        return name
    parts = [part for part in name.split("/") if part not in {"", "."}]
    return "/".join(parts) + "/" * name.endswith(("/", "/."))


def _decoded(member: zipfile.ZipInfo) -> str:
    """The name as text; where the archive does not say UTF-8, its bytes tell (GBK, mostly)."""
    if member.flag_bits & _UTF8:
        return member.orig_filename
    raw = member.orig_filename.encode("cp437")
    return _unicode_path(member.extra, raw) or decoded_name(raw)


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name that Info-ZIP gives beside the plain one, as long as it belongs to that."""
    while len(extra) >= 4:
        kind, length = struct.unpack("<HH", extra[:4])
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and len(field) > 5 and struct.unpack("<I", field[1:5])[0] == zlib.crc32(raw):
            return field[5:].decode("utf-8", "replace")
    return None

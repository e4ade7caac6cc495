"""Zip containers, opened with care: docx and epub files, archives of documents."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from wenmai.loaders.read.formats.problems import FormatError
from wenmai.loaders.words import say

MOST_OF_ONE = 512 * 2**20  # bytes of a member, unpacked
MOST_IN_ALL = 2 * 2**30
MOST_MEMBERS = 100_000


@dataclass(slots=True)
class Allowance:
    """How much may still be unpacked of a file on disk, archives in it included."""

    size: int = MOST_IN_ALL
    members: int = MOST_MEMBERS


def open_package(data: bytes, allowance: Allowance | None = None) -> zipfile.ZipFile:
    """Open a zip container whose members, unpacked, stay within bounds, and charge them.

    What its directory says of a size binds: `read_member` unpacks no more than that.

    Raises:
        FormatError: damaged, or a zip bomb.
    """
    allowance = allowance or Allowance()
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise FormatError(
            say("不是完好的 zip 文件；请重新下载或另存", "it is no sound zip file; fetch or save it anew")
        ) from None
    members = package.infolist()
    allowance.size -= sum(member.file_size for member in members)
    allowance.members -= len(members)
    if allowance.size < 0 or allowance.members < 0:
        package.close()
        size = MOST_IN_ALL // 2**20
        raise FormatError(
            say(
                f"解压后超过 {size} MB 或 {MOST_MEMBERS} 个文件；请分成几个文件",
                f"it unpacks to more than {size} MB or {MOST_MEMBERS} files; split it",
            )
        )
    return package


def read_member(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member.

    Raises:
        FormatError: locked, damaged, too large or packed in a way that Python does not know.
    """
    if member.file_size > MOST_OF_ONE:
        size = MOST_OF_ONE // 2**20
        raise FormatError(
            say(f"解压后超过 {size} MB；请先分割", f"it unpacks to more than {size} MB; split it first")
        )
    if member.flag_bits & 0x1:
        raise FormatError(say("有密码保护；请先解压", "it is locked by a password; unpack it first"))
    try:
        with package.open(member) as stream:
            # read() without a size unpacks all there is before it looks at what was promised.
            return stream.read(member.file_size + 1)
    except NotImplementedError:
        raise FormatError(
            say("压缩方法不支持；请先解压", "its compression is not known; unpack it first")
        ) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise FormatError(
            say("压缩数据已损坏；请重新下载", "its packed data are damaged; fetch it anew")
        ) from None


def named_member(package: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of the member with this name, None where there is none.

    Raises:
        FormatError: as `read_member`.
    """
    try:
        return read_member(package, package.getinfo(name))
    except KeyError:
        return None

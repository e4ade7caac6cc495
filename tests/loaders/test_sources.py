"""Paths become files under names that do not depend on where they lie; nothing is passed over unsaid."""

from __future__ import annotations

import hashlib
import io
import os
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from wenmai.loaders.problems import InputError
from wenmai.loaders.read import (
    Details,
    RawDocument,
    ReadOptions,
    SourceFile,
    digest_of,
    find_sources,
    read_source,
)

TEXT = "云川大学校长沈若兰出席。\n"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str, text: str = TEXT) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(text.encode())


def names(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    sources, problems = find_sources(paths)
    return [source.name for source in sources], [str(problem) for problem in problems]


ALL = ["a.txt", "b.txt", "二月/Z.txt", "二月/丙.md", "二月/丙/a.txt"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["news"], ALL, id="a folder"),
        pytest.param(["./news/", "news"], ALL, id="twice"),
        pytest.param(["news", "news/二月"], ALL, id="with a part of it"),
        pytest.param(["news/二月"], ["Z.txt", "丙.md", "丙/a.txt"], id="a folder in it"),
        pytest.param(["news/二月/丙.md"], ["丙.md"], id="a file"),
        pytest.param(["news/*.txt"], ["a.txt", "b.txt"], id="a glob"),
        pytest.param(["news/[b]*"], ["b.txt"], id="a glob of a set"),
        pytest.param(["news/**/丙*"], ["a.txt", "丙.md"], id="a glob of folders: each match is a PATH"),
        pytest.param(["news/a.txt", "news/二月/丙/a.txt"], ["news/a.txt", "丙/a.txt"], id="one name"),
        pytest.param(["news/二月/丙/a.txt", "news/a.txt"], ["news/a.txt", "丙/a.txt"], id="turned round"),
        pytest.param(
            ["news/二月", "other/二月"],
            ["news/二月/Z.txt", "other/二月/Z.txt", "丙.md", "丙/a.txt"],
            id="two folders of one name",
        ),
    ],
)
def test_names(here: Path, paths: list[str], expected: list[str]) -> None:
    write(
        "news/b.txt",
        "news/a.txt",
        "news/二月/Z.txt",
        "news/二月/丙.md",
        "news/二月/丙/a.txt",
        "other/二月/Z.txt",
    )
    write("news/.hidden.txt", "news/.git/a.txt", "news/Thumbs.db", "news/__MACOSX/a.txt")
    assert names(paths) == (expected, [])


def test_the_same_from_elsewhere(here: Path) -> None:
    write("one/news/a.txt", "one/news/二月/b.txt", "two/articles/a.txt", "two/articles/二月/b.txt")
    first, _ = find_sources(["one/news"])
    second, _ = find_sources([str(here / "two" / "articles")])
    assert [(f.name, digest_of(f)) for f in first] == [(f.name, digest_of(f)) for f in second]
    assert digest_of(first[0]) == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_name_that_looks_like_a_glob(here: Path) -> None:
    write("a[1].txt", "a1.txt")
    assert names(["a[1].txt"]) == (["a[1].txt"], [])


def test_spellings_of_one_name(here: Path) -> None:
    """é as one character and as two: both files are kept."""
    write("n/é.txt", "n/e\u0301.txt")
    assert names(["n"]) == (["é.txt", "é.txt~2"], [])


def test_names_that_are_no_utf8(here: Path) -> None:
    Path(os.fsdecode("云川日报.txt".encode("gbk"))).write_text(TEXT, encoding="utf-8")
    Path(os.fsdecode(b"\xff\xff.txt")).write_text(TEXT, encoding="utf-8")
    Path("line\nbreak.txt").write_text(TEXT, encoding="utf-8")
    found, _ = find_sources(["."])
    assert [file.name for file in found] == [r"\xff\xff.txt", r"line\nbreak.txt", "云川日报.txt"]
    assert [document.text for file in found for document in read_source(file)] == [TEXT] * 3


def test_links(here: Path) -> None:
    write("news/a.txt", "news/z/b.txt", "away/c.txt", "away/d/e.txt")
    Path("news/0-loop").symlink_to(here / "news")
    Path("news/0-same").symlink_to(here / "news" / "z")
    Path("news/0-file").symlink_to(here / "news" / "a.txt")
    Path("news/away").symlink_to(here / "away")
    Path("away/d/back").symlink_to(here / "away")
    Path("news/self").symlink_to("self")
    Path("news/gone").symlink_to("nowhere/没有.txt")
    assert names(["news"]) == (
        ["a.txt", "away/c.txt", "away/d/e.txt", "z/b.txt"],
        [
            "gone: it is a link to nowhere/没有.txt, which does not exist; mend or delete the link",
            "self: it is a link that leads back to itself; mend or delete it",
        ],
    )


def test_a_file_over_a_link_and_without(here: Path) -> None:
    """The name without the link counts, wherever the other is longer."""
    write("news/a.txt", "away/c.txt")
    Path("news/away").symlink_to(here / "away")
    assert names(["news", "away"]) == (["a.txt", "c.txt"], [])


@pytest.mark.parametrize(
    ("paths", "problem"),
    [
        pytest.param(["没有"], "没有: it does not exist; check the path", id="missing"),
        pytest.param(["没有/*.txt"], "没有/*.txt: no file matches it; check the path", id="no match"),
        pytest.param(["empty"], "empty: there is no file in this folder; check the path", id="empty folder"),
        pytest.param(["pipe"], "pipe: it is no regular file; to read a pipe, give -", id="pipe"),
        pytest.param(
            ["dangling"],
            "dangling: it is a link to x, which does not exist; mend or delete the link",
            id="link",
        ),
        pytest.param(["a\0b"], r"a\x00b: it is no path; check it", id="no path at all"),
        pytest.param(
            ["file/a.txt"],
            "file/a.txt: cannot be read (Not a directory); check the disk or network",
            id="in a file",
        ),
    ],
)
def test_problems(here: Path, paths: list[str], problem: str) -> None:
    Path("empty").mkdir()
    os.mkfifo("pipe")
    write("file")
    Path("dangling").symlink_to("x")
    assert names(paths) == ([], [problem])


def test_problems_in_a_folder(here: Path) -> None:
    write("news/a.txt")
    os.mkfifo("news/pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("news/socket")
        assert names(["news"]) == (
            ["a.txt"],
            [
                "pipe: it is no regular file; to read a pipe, give -",
                "socket: it is no regular file; to read a pipe, give -",
            ],
        )


def _as_nobody(work: object) -> list[str]:
    """What `work` gives in a child that is not root: root may read everything."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            os.write(writing, "\n".join(work()).encode())  # type: ignore[operator]
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        lines = answer.read().split("\n")
    os.waitpid(child, 0)
    return lines


def _said() -> Iterator[str]:
    sources, problems = find_sources(["news"])
    yield from map(str, problems)
    for source in sources:
        for document in read_source(source):
            yield str(document) if isinstance(document, InputError) else f"read {document.source}"
        try:
            digest_of(source)
        except InputError as problem:
            yield f"digest {problem}"


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions; run it on Linux or macOS")
def test_no_permission(here: Path) -> None:
    write("news/a.txt", "news/锁住.txt", "news/锁/b.txt")
    Path("news/锁住.txt").chmod(0)
    Path("news/锁").chmod(0)
    for folder in (here, *here.parents):  # pytest's own folders are closed to others
        if folder.stat().st_uid == os.getuid() and str(folder) != "/":
            folder.chmod(folder.stat().st_mode | 0o005)
    lines = _as_nobody(_said)
    Path("news/锁").chmod(0o755)
    assert lines == [
        "锁/: permission denied; make it readable for you",
        "read a.txt",
        "锁住.txt: permission denied; make it readable for you",
        "digest 锁住.txt: permission denied; make it readable for you",
    ]


def test_a_file_that_goes_away(here: Path) -> None:
    write("a.txt")
    [file], _ = find_sources(["a.txt"])
    Path("a.txt").unlink()
    [problem] = read_source(file)
    assert str(problem) == "a.txt: it does not exist; check the path"


def test_standard_input(here: Path) -> None:
    write("a.txt")
    options = ReadOptions(encoding="gb18030")
    sources, problems = find_sources(
        ["-", "a.txt", "-"], options=options, stdin=io.BytesIO("赵福胜".encode("gbk"))
    )
    assert ([source.name for source in sources], problems) == (["a.txt", "stdin"], [])
    [document] = read_source(sources[1])
    assert document == RawDocument(
        "stdin", "赵福胜", digest_of(sources[1]), "txt", None, None, None, file="stdin"
    )


@pytest.mark.parametrize(
    ("sidecar", "details", "problems"),
    [
        pytest.param(
            "file,date,publication,page,headline,author\na.txt,2025-02-17,江岭时报,第03版,开工,顾怀远、陆文舟\n",
            Details("2025-02-17", "江岭时报", "3", "开工", ("顾怀远", "陆文舟")),
            [],
            id="English names",
        ),
        pytest.param(
            "文件\t日期\t报纸\t版次\t标题\r\na.txt\t2025年2月\t江岭时报\tA01\t开工\r\n",
            Details("2025-02", "江岭时报", "A01", "开工"),
            [],
            id="Chinese names, tabs",
        ),
        pytest.param("文件名,年\na.txt,2025\n", Details(), [], id="a column that is not known"),
        pytest.param(
            "file,date\na.txt,昨天\nb.txt,2025-02-17\n",
            Details(),
            [
                "metadata.csv#1: the date 昨天 is not understood; write it as 2025-02-17",
                "metadata.csv#2: there is no file b.txt; check the column file",
            ],
            id="errors",
        ),
        pytest.param(
            "name,date\na.txt,2025-02-17\n",
            Details(),
            ["metadata.csv: it has no column file; add one, or rename it"],
            id="names no files",
        ),
        pytest.param("", Details(), ["metadata.csv: the file is empty"], id="empty"),
        pytest.param(
            'file,date\na.txt,"2025\n',
            Details(),
            ["metadata.csv: line 2: quotation marks do not match (unexpected end of data)"],
            id="open quotation",
        ),
    ],
)
def test_sidecar(here: Path, sidecar: str, details: Details, problems: list[str]) -> None:
    write("news/a.txt")
    Path("news/metadata.csv").write_bytes(sidecar.encode("gb18030"))
    for path in ("news", "news/a.txt"):
        sources, found = find_sources([path])
        assert [(source.name, source.details) for source in sources] == [("a.txt", details)]
        assert [str(problem) for problem in found] == problems


def test_sidecars_above(here: Path) -> None:
    """The nearest one that says something counts, part by part; a change in it changes digests."""
    write("news/二月/a.txt", "news/二月/2025-02-18.txt")
    write("news/metadata.csv", text="file,date,publication\n二月/a.txt,2025-02-17,云川日报\n")
    write("news/二月/metadata.csv", text="file,publication\na.txt,江岭时报\n")
    sources, problems = find_sources(["news"])
    assert problems == []
    assert [(s.name, s.details) for s in sources] == [
        ("二月/2025-02-18.txt", Details("2025-02-18")),
        ("二月/a.txt", Details("2025-02-17", "江岭时报")),
    ]
    before = [digest_of(source) for source in sources]
    assert before[0] == hashlib.sha256(TEXT.encode()).hexdigest()
    write("news/二月/metadata.csv", text="file,publication\na.txt,云川晚报\n")
    after = [digest_of(source) for source in find_sources(["news"])[0]]
    assert [a == b for a, b in zip(before, after, strict=True)] == [True, False]


def test_a_table_called_metadata(here: Path) -> None:
    write("news/metadata.csv", text="file,text\na.txt,云川大学校长沈若兰出席。\n")
    [source], problems = find_sources(["news"])
    assert problems == []
    assert [document.source for document in read_source(source)] == ["metadata.csv#1"]


@pytest.mark.parametrize(
    ("path", "given", "details", "by_name"),
    [
        pytest.param(
            *("云川日报/2025-02-17/a.txt", "云川日报", Details("2025-02-17", "云川日报"), False),
            id="the folder given",
        ),
        pytest.param(
            *("2025-02-17/a.txt", "2025-02-17/a.txt", Details("2025-02-17"), False),
            id="the folder of a file given",
        ),
        pytest.param(
            *("2024-01-01/x/2025-02-17.txt", "2024-01-01", Details("2025-02-17"), True), id="the name first"
        ),
        pytest.param(
            *("2024-01-01/x/y/a.txt", "2024-01-01/x", Details(), True), id="nothing from further up"
        ),
    ],
)
def test_the_folder_above(here: Path, path: str, given: str, details: Details, by_name: bool) -> None:
    """What the PATH's own folder says is taken; it is part of the digest, unlike the name."""
    write(path)
    [source], _ = find_sources([given])
    assert source.details == details
    assert (digest_of(source) == hashlib.sha256(TEXT.encode()).hexdigest()) is by_name


def test_options_are_part_of_the_digest(here: Path) -> None:
    write("a.txt")
    digests = {
        digest_of(source)
        for options in (
            ReadOptions(),
            ReadOptions(encoding="utf-8"),
            ReadOptions(columns=(("text", "正文"),)),
        )
        for source in find_sources(["a.txt"], options=options)[0]
    }
    assert len(digests) == 3


def test_a_document(here: Path) -> None:
    write("news/云川日报_2025-02-17_01.txt", text="\ufeff第一行\r\n第二行\r")
    [source], _ = find_sources(["news"])
    assert source == SourceFile(
        "云川日报_2025-02-17_01.txt",
        here / "news" / "云川日报_2025-02-17_01.txt",
        Details("2025-02-17", "云川日报", "1"),
    )
    assert list(read_source(source)) == [
        RawDocument(
            source="云川日报_2025-02-17_01.txt",
            text="第一行\r\n第二行\r",
            digest=hashlib.sha256("\ufeff第一行\r\n第二行\r".encode()).hexdigest(),
            format="txt",
            date="2025-02-17",
            publication="云川日报",
            page="1",
            file="云川日报_2025-02-17_01.txt",
        )
    ]

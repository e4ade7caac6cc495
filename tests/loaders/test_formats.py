"""Every format, read from files that real tools made (files/README.md has the commands)."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenmai.loaders.problems import InputError
from wenmai.loaders.read import Details, RawDocument, ReadOptions, digest_of, find_sources, read_source
from wenmai.loaders.read.reading import SourceFile

FILES = Path(__file__).parent / "files"

# ruff: noqa: E501 - texts as they come out
ARTICLE = """# 云川市启动“青藤计划”

本报讯（记者 陆文舟）3月12日，云川市科技局会同云川大学启动“青藤计划”，三年内支持一百名青年科研人员。副市长何嘉宁出席启动仪式。

云川大学校长沈若兰表示，学校将拿出两千万元配套资金，并与江岭县共建试验站。

## 江岭县试验站开工

江岭县农业农村局局长邱志远介绍，试验站占地三百亩，预计明年六月建成。

年份\t亩数

2025\t120

2026\t180
"""
BOOK = f"# 云川日报 2025-03-13\n\n{ARTICLE}"
WEB = """# 云川市启动“青藤计划”

本报讯（记者 陆文舟）3月12日，云川市科技局会同云川大学启动“青藤计划”，三年内支持一百名青年科研人员。副市长何嘉宁出席启动仪式。

云川大学校长沈若兰表示，学校将拿出两千万元配套资金，并与江岭县共建试验站。试验站由农学院牵头，省农科院派出专家组常驻。

## 江岭县试验站开工

江岭县农业农村局局长邱志远介绍，试验站占地三百亩，预计明年六月建成，首批引进耐旱小麦、谷子和油菜三个品种。

第一批项目由祝长安负责

第二批项目由景明轩负责
"""
COLUMNS = """云川市启动“青藤计划”

本报讯（记者 陆文舟）3月
12日，云川市科技局会同云川大
学启动“青藤计划”，三年内支持
一百名青年科研人员。副市长何
嘉宁出席启动仪式。
云川大学校长沈若兰表示，
学校将拿出两千万元配套资金，

并与江岭县共建试验站。试验站
由农学院牵头，省农科院派出专
家组常驻。
江岭县农业农村局局长邱志
远介绍，试验站占地三百亩，预
计明年六月建成，首批引进耐旱
小麦、谷子和油菜三个品种。

何嘉宁要求，各有关部门要
把服务送到田间，做到每月一调
度、每季一通报，年底向市人大
常委会报告进展。

责任编辑：温以宁

"""
SECOND_PAGE = """本报讯（记者 顾怀远）第二
版开始的文章不应与第一版相
混。云川港务公司总经理祝长安
说，新码头已经通过验收。

省交通厅副厅长景明轩到场
检查，要求汛期之前完成全部安
全评估，并将结果向社会公布，
接受群众监督。

"""
ROWS = """两栏同时写出的一版

左栏第一行，云川大学
左栏第二行，校长沈若
左栏第三行，兰出席。

右栏第一行，江岭县
右栏第二行，局长邱志
右栏第三行，远主持。

通栏的一句话写在两栏下面，跨越整个版面的宽度。

"""
WRITER = """云川市启动“青藤计划”

本报讯（记者 陆文舟）3 月 12 日，云川市科技局会同云川大学启动“青藤计划”，三年内支持一
百名青年科研人员。副市长何嘉宁出席启动仪式。
云川大学校长沈若兰表示，学校将拿出两千万元配套资金，并与江岭县共建试验站。

江岭县试验站开工

江岭县农业农村局局长邱志远介绍，试验站占地三百亩，预计明年六月建成。
年份 亩数
2025 120
2026 180

"""


@pytest.fixture(autouse=True, scope="module")
def _english() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


def read(path: Path, **options: object) -> list[RawDocument | str]:
    """The documents of a file; of what could not be read, the line."""
    [source], problems = find_sources([str(path)], options=ReadOptions(**options))  # type: ignore[arg-type]
    assert problems == []
    return [str(one) if isinstance(one, InputError) else one for one in read_source(source)]


def read_bytes(name: str, data: bytes, **options: object) -> list[RawDocument | str]:
    source = SourceFile(name, None, options=ReadOptions(**options), data=data)  # type: ignore[arg-type]
    return [str(one) if isinstance(one, InputError) else one for one in read_source(source)]


@pytest.mark.parametrize(
    ("name", "form", "text", "details", "page_starts"),
    [
        pytest.param("pandoc.docx", "docx", ARTICLE, Details(), (), id="docx, pandoc"),
        pytest.param("青藤计划.docx", "docx", ARTICLE, Details(), (), id="docx, LibreOffice"),
        pytest.param(
            *("云川日报.epub", "epub", BOOK, Details("2025-03-13", "云川日报"), ()), id="epub, pandoc"
        ),
        pytest.param(
            *("云川新闻网.html", "html", WEB, Details("2025-03-13", headline="云川市启动“青藤计划”"), ()),
            id="html in GB18030",
        ),
        pytest.param(
            "云川日报_2025-03-13_01.pdf",
            "pdf",
            COLUMNS + SECOND_PAGE,
            Details("2025-03-13", "云川日报", "1"),
            (0, len(COLUMNS)),
            id="pdf of three columns, Chromium",
        ),
        pytest.param("rows.pdf", "pdf", ROWS, Details(), (0,), id="pdf written across columns, Chromium"),
        pytest.param(
            *("radicals.pdf", "pdf", "云川大学民政局局长、西门车马见青风。\n\n", Details(), (0,)),
            id="pdf with radicals for characters, Chromium",
        ),
        pytest.param("writer.pdf", "pdf", WRITER, Details(), (0,), id="pdf, LibreOffice"),
        pytest.param(
            *("sources/article.md", "md", (FILES / "sources/article.md").read_text("utf-8"), Details(), ()),
            id="md, as it stands",
        ),
    ],
)
def test_one_document(
    name: str, form: str, text: str, details: Details, page_starts: tuple[int, ...]
) -> None:
    [document] = read(FILES / name)
    assert isinstance(document, RawDocument)
    assert document.text == text
    [source], _ = find_sources([str(FILES / name)])
    assert document == RawDocument(
        source=Path(name).name,
        text=text,
        digest=digest_of(source),
        format=form,
        date=details.date,
        publication=details.publication,
        page=details.page,
        page_starts=page_starts,
        headline=details.headline,
        file=Path(name).name,
    )


PORT = '云川港务公司总经理祝长安说，"新码头"已经通过验收。\n副厅长景明轩到场检查。'
STATION = "江岭县农业农村局局长邱志远介绍，试验站占地三百亩。"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        pytest.param("news.csv", "csv", id="csv, sqlite"),
        pytest.param("新闻.csv", "csv", id="csv in GB18030"),
        pytest.param("news.jsonl", "jsonl", id="jsonl, jq"),
    ],
)
def test_tables(name: str, form: str) -> None:
    documents = read(FILES / name)
    [source], _ = find_sources([str(FILES / name)])
    digest = digest_of(source)
    assert documents == [
        RawDocument(
            f"{name}#1", PORT, digest, form, "2025-03-14", "云川日报", "2",
            headline="港务公司验收", authors=("顾怀远", "陆文舟"), file=name,
        ),
        RawDocument(
            f"{name}#2", STATION, digest, form, "2025-03-15", "江岭时报", "1",
            headline="试验站开工", authors=("陆文舟",), file=name,
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("报纸.zip", id="Info-ZIP, UTF-8 unmarked"),
        pytest.param("gbk.zip", id="Info-ZIP, names in GBK"),
        pytest.param("seven.zip", id="7z, UTF-8 marked"),
    ],
)
def test_archives(name: str) -> None:
    documents = read(FILES / name)
    [source], _ = find_sources([str(FILES / name)])
    digest = digest_of(source)
    assert documents == [
        RawDocument(
            f"{name}!报纸/二月/云川日报_2025-02-17_01.txt", "云川大学校长沈若兰出席。\r\n", digest, "txt",
            "2025-02-17", "云川日报", "1", file=name,
        ),
        RawDocument(
            f"{name}!报纸/邱志远.txt", "江岭县局长邱志远主持。\n", digest, "txt",
            "2025-02-18", "江岭时报", "3", headline="开工", authors=("顾怀远", "陆文舟"), file=name,
        ),
    ]  # fmt: skip


NO_TEXT_LAYER = "it has no text layer (a scan?); run OCR on it first, for instance ocrmypdf"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("扫描件.pdf", NO_TEXT_LAYER, id="scanned pdf"),
        pytest.param("locked.pdf", "it is locked by a password; save it without one", id="locked pdf"),
        pytest.param("old.doc", "Word 97–2003 files are not read; save it as docx", id="doc"),
        pytest.param(
            *("png-named.txt", "its content is PNG, not text; mend its extension or leave it out"),
            id="png as txt",
        ),
    ],
)
def test_refused_files(name: str, message: str) -> None:
    assert read(FILES / name) == [f"{name}: {message}"]


def test_half_scanned() -> None:
    text, problem = read(FILES / "half-scan.pdf")
    assert isinstance(text, RawDocument)
    assert (text.text, text.page_starts) == ("第二页有文字层，云川市档案馆馆长温以宁题写。\n\n", (0, 0))
    assert problem == ("half-scan.pdf: pages without a text layer that can be read: 1; run OCR on them first")


def test_locked_member() -> None:
    assert read(FILES / "locked.zip") == [
        "locked.zip!邱志远.txt: it is locked by a password; unpack it first"
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("a.txt", b"", "a.txt: the file is empty", id="empty txt"),
        pytest.param("a.pdf", b"", "a.pdf: the file is empty", id="empty pdf"),
        pytest.param("a.pdf", b"text", "a.pdf: it is no sound PDF; fetch or save it anew", id="no pdf"),
        pytest.param("a.docx", b"text", "a.docx: it is no sound zip file; fetch or save it anew", id="no docx"),
        pytest.param("a.epub", b"text", "a.epub: it is no sound zip file; fetch or save it anew", id="no epub"),
        pytest.param("a.zip", b"PK\5\6" + bytes(18), "a.zip: there is no file in the archive", id="empty zip"),
        pytest.param("a.html", b"<html></html>", "a.html: there is no text in the page", id="empty html"),
        pytest.param("a.html", b"<!-- -->", "a.html: there is nothing in the page", id="no html"),
        pytest.param("a.xlsx", b"PK", "a.xlsx: Excel files are not read; save it as csv", id="xlsx"),
        pytest.param("a.csv", b"text,title\n", "a.csv: the table has no rows; add some", id="csv without rows"),
        pytest.param(
            "a.csv",
            "编号,姓名\n1,何嘉宁\n".encode(),
            "a.csv: none of its columns (编号、姓名) is known to hold the text; name it by --columns text=NAME",
            id="no column of text",
        ),
        pytest.param("a.json", b"{", "a.json: no valid JSON (Expecting property name enclosed in double quotes: "
                     "line 1 column 2 (char 1)); mend it", id="bad json"),
    ],
)  # fmt: skip
def test_refused(name: str, data: bytes, message: str) -> None:
    assert read_bytes(name, data) == [message]


def test_bad_rows() -> None:
    """A bad row is told by its number; the others are read."""
    table = "正文,日期\n何嘉宁出席。,2025-02-30\n,2025-01-01\n沈若兰,出席,主持\n\n邱志远主持。\n"
    assert _short(read_bytes("a.csv", table.encode())) == [
        ("a.csv#1", "何嘉宁出席。", None),
        "a.csv#1: the date 2025-02-30 is not understood; write it as 2025-02-17",
        "a.csv#2: it has no text; add it or delete the row",
        "a.csv#3: more fields than the header names (3 > 2); quote them",
        ("a.csv#4", "邱志远主持。", None),
    ]
    lines = '{"text": "何嘉宁出席。", "date": 20250217}\n\n[1]\n{"text": \n{"name": "x"}\r\n{"text": null}\n'
    lines += r'{"text": "何嘉宁\ud83d出席。"}'
    documents = _short(read_bytes("a.jsonl", lines.encode()))
    assert documents == [
        ("a.jsonl#1", "何嘉宁出席。", "2025-02-17"),
        "a.jsonl#3: no JSON object; write {…} on each line",
        "a.jsonl#4: no valid JSON (Expecting value: line 1 column 10 (char 9)); mend it",
        "a.jsonl#5: none of its columns (name) is known to hold the text; name it by --columns text=NAME",
        "a.jsonl#6: it has no text; add it or delete the row",
        r"a.jsonl#7: it holds half a character, \ud83d; mend it, or delete this one",
    ]


def _short(documents: list[RawDocument | str]) -> list[object]:
    return [one if isinstance(one, str) else (one.source, one.text, one.date) for one in documents]


@pytest.mark.parametrize(
    ("name", "data", "columns", "expected"),
    [
        pytest.param(
            *("a.csv", "甲,乙\n何嘉宁,2025-02-17\n", (("text", "甲"), ("date", "乙"))),
            [("a.csv#1", "何嘉宁", "2025-02-17")],
            id="columns named",
        ),
        pytest.param(
            *("a.csv", "正文,摘要\n长文,短文\n", (("text", "摘要"),)),
            [("a.csv#1", "短文", None)],
            id="named before usual",
        ),
        pytest.param(
            *("a.csv", "正文,摘要\n长文,短文\n", (("text", "全文"),)),
            ["a.csv: it has no column 全文; it has 正文, 摘要"],
            id="named, not there",
        ),
        pytest.param(
            *("a.csv", "Content;Date\n何嘉宁;2025年2月\n", ()),
            [("a.csv#1", "何嘉宁", "2025-02")],
            id="semicolons, capitals",
        ),
        pytest.param(
            *("a.tsv", "text\tdate\n何嘉宁,出席\t2025/2/17 08:00\n", ()),
            [("a.tsv#1", "何嘉宁,出席", "2025-02-17")],
            id="tabs",
        ),
        pytest.param(
            *("a.json", '[{"正文": "何嘉宁"}, {"内容": "沈若兰", "日期": "2025"}]', ()),
            [("a.json#1", "何嘉宁", None), ("a.json#2", "沈若兰", "2025")],
            id="json list",
        ),
        pytest.param(
            "a.jsonl",
            '{"text": "何嘉宁", "刊出": "2025"}\n{"text": "沈若兰"}\n',
            (("date", "刊出"), ("title", "题")),
            [
                ("a.jsonl#1", "何嘉宁", "2025"),
                ("a.jsonl#2", "沈若兰", None),
                "a.jsonl: no row has 题; check --columns",
            ],
            id="json, a column that some rows lack, one that all lack",
        ),
        pytest.param(
            *("2025-02-17.jsonl", '{"body": "何嘉宁"}\n{"body": "沈若兰", "date": "2025-02-18"}', ()),
            [("2025-02-17.jsonl#1", "何嘉宁", "2025-02-17"), ("2025-02-17.jsonl#2", "沈若兰", "2025-02-18")],
            id="date of the file",
        ),
    ],
)
def test_columns(
    tmp_path: Path, name: str, data: str, columns: tuple[tuple[str, str], ...], expected: list[object]
) -> None:
    (tmp_path / name).write_text(data, encoding="utf-8")
    assert _short(read(tmp_path / name, columns=columns)) == expected


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        pytest.param("a.log", "何嘉宁".encode(), "txt", id="text by another name"),
        pytest.param("README", "何嘉宁".encode("gbk"), "txt", id="no extension"),
        pytest.param("page.php", "\n<!DOCTYPE html><p>何嘉宁出席。</p>".encode(), "html", id="html"),
        pytest.param("stdin", (FILES / "rows.pdf").read_bytes(), "pdf", id="pdf"),
        pytest.param("stdin", (FILES / "pandoc.docx").read_bytes(), "docx", id="docx"),
        pytest.param("stdin", (FILES / "云川日报.epub").read_bytes(), "epub", id="epub"),
        pytest.param("stdin", (FILES / "gbk.zip").read_bytes(), "txt", id="zip of txt"),
    ],
)
def test_format_by_content(name: str, data: bytes, form: str) -> None:
    documents = read_bytes(name, data)
    assert {one.format if isinstance(one, RawDocument) else one for one in documents} == {form}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>王毅会见<b>何嘉宁</b>。</p>", "王毅会见何嘉宁。\n", id="a short page"),
        pytest.param(
            '<meta property="og:title" content="开工-云川网"><h1>开工</h1><div><p>邱志远主持。</p></div>',
            "# 开工\n\n邱志远主持。\n",
            id="the title without the site",
        ),
        pytest.param(
            "<?xml version='1.0' encoding='gbk'?><html><body><p>&nbsp;　邱志远\n 主持。</p></body></html>",
            "邱志远 主持。\n",
            id="xhtml, indented and wrapped",
        ),
        pytest.param("<p>第一行<br>第二行</p>", "第一行\n第二行\n", id="line break"),
    ],
)
def test_html(html: str, text: str) -> None:
    [document] = read_bytes("a.html", html.encode("gbk"))
    assert isinstance(document, RawDocument)
    assert document.text == text


def test_html_that_lies_about_its_encoding() -> None:
    page = '<meta charset="gb2312"><p>云川大学校长沈若兰出席会议。</p>'.encode()
    [document] = read_bytes("a.html", page)
    assert isinstance(document, RawDocument)
    assert document.text == "云川大学校长沈若兰出席会议。\n"


def _zip(*members: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a name used twice
                archive.writestr(name, data)
    return target.getvalue()


def _claiming(size: int, data: bytes) -> bytes:
    """An archive whose directory says that its first member unpacks to `size` bytes."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


TEXT = "何嘉宁出席。".encode()
OUTSIDE = "its path leads out of the archive, so it was not read; pack it by a relative path"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            _zip(("b.txt", TEXT), ("a/c.txt", TEXT), ("__MACOSX/._b.txt", b"x"), (".DS_Store", b"x")),
            [("a.zip!a/c.txt", "何嘉宁出席。", None), ("a.zip!b.txt", "何嘉宁出席。", None)],
            id="sorted, hidden ones left out",
        ),
        pytest.param(
            _zip(("a.txt", TEXT), ("a.txt", "沈若兰".encode())),
            [("a.zip!a.txt", "何嘉宁出席。", None), ("a.zip!a.txt~2", "沈若兰", None)],
            id="one name twice",
        ),
        pytest.param(
            _zip(("a.txt", TEXT), ("a.txt", "沈若兰".encode()), ("a.txt~2", "陆文舟".encode())),
            [
                ("a.zip!a.txt", "何嘉宁出席。", None),
                ("a.zip!a.txt~2", "沈若兰", None),
                ("a.zip!a.txt~2~2", "陆文舟", None),
            ],
            id="one name twice, its number taken",
        ),
        pytest.param(
            _zip(("./", b""), ("./b/", b""), ("./b/./c.txt", TEXT), ("./a.txt", TEXT), ("./.x", b"x"), ("d\\", b"")),
            [("a.zip!a.txt", "何嘉宁出席。", None), ("a.zip!b/c.txt", "何嘉宁出席。", None)],
            id="./ before each name",
        ),
        pytest.param(
            _zip(
                ("../evil.txt", TEXT), ("/etc/x.txt", TEXT), ("a.txt", TEXT), ("b/../../.x", TEXT),
                ("C:\\x.txt", TEXT), ("..\\报.txt", TEXT), ("../metadata.csv", b"file,date\na.txt,2025\n"), ("../", b""),
            ),
            [
                f"a.zip!../evil.txt: {OUTSIDE}",
                f"a.zip!../metadata.csv: {OUTSIDE}",
                f"a.zip!../报.txt: {OUTSIDE}",
                f"a.zip!/etc/x.txt: {OUTSIDE}",
                f"a.zip!C:/x.txt: {OUTSIDE}",
                ("a.zip!a.txt", "何嘉宁出席。", None),
                f"a.zip!b/../../.x: {OUTSIDE}",
            ],
            id="names that lead out are said, not read",
        ),
        pytest.param(
            _zip(("2025-02-17/news.zip", _zip(("a.jsonl", b'{"text": "x"}')))),
            [("a.zip!2025-02-17/news.zip!a.jsonl#1", "x", "2025-02-17")],
            id="a table in an archive in an archive",
        ),
        pytest.param(
            _zip(("z.zip", _zip(("z.zip", _zip(("z.zip", _zip(("a.txt", TEXT)))))))),
            ["a.zip!z.zip!z.zip!z.zip: archives too deep in archives; unpack them first"],
            id="too deep",
        ),
        pytest.param(
            _claiming(3 * 2**30, _zip(("a.txt", TEXT))),
            ["a.zip: it unpacks to more than 2048 MB or 100000 files; split it"],
            id="too large in all",
        ),
        pytest.param(
            _claiming(2**30, _zip(("a.txt", TEXT), ("b.txt", TEXT))),
            ["a.zip!a.txt: it unpacks to more than 512 MB; split it first", ("a.zip!b.txt", "何嘉宁出席。", None)],
            id="a member too large",
        ),
        pytest.param(
            _zip(("1.zip", _claiming(3 * 2**29, _zip(("a", TEXT)))), ("2.zip", _claiming(2**30, _zip(("a", TEXT))))),
            [
                "a.zip!1.zip!a: it unpacks to more than 512 MB; split it first",
                "a.zip!2.zip: it unpacks to more than 2048 MB or 100000 files; split it",
            ],
            id="archives in it count",
        ),
        pytest.param(
            _claiming(3, _zip(("a.txt", TEXT))),
            ["a.zip!a.txt: its packed data are damaged; fetch it anew"],
            id="more than it says",
        ),
        pytest.param(
            _zip(("metadata.csv", b"file,date\na.txt,2025-02-17\nc.txt,2025\n"), ("a.txt", TEXT)),
            [
                "a.zip!metadata.csv#2: there is no file c.txt; check the column file",
                ("a.zip!a.txt", "何嘉宁出席。", "2025-02-17"),
            ],
            id="a sidecar",
        ),
    ],
)  # fmt: skip
def test_zip(data: bytes, expected: list[object]) -> None:
    assert _short(read_bytes("a.zip", data)) == expected


@pytest.mark.parametrize(
    ("belongs_to", "name"),
    [
        pytest.param(b"a.txt", "沈若兰.txt", id="taken"),
        pytest.param(b"b.txt", "a.txt", id="of another name"),
    ],
)
def test_unicode_path_of_info_zip(belongs_to: bytes, name: str) -> None:
    field = b"\1" + struct.pack("<I", zlib.crc32(belongs_to)) + "沈若兰.txt".encode()
    member = zipfile.ZipInfo("a.txt")
    member.extra = struct.pack("<HH", 0x7075, len(field)) + field
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(member, TEXT)
    assert _short(read_bytes("a.zip", target.getvalue())) == [(f"a.zip!{name}", "何嘉宁出席。", None)]


def test_unpacks_no_more_than_it_says() -> None:
    """A bomb that understates its size is cut off there, not unpacked."""
    import tracemalloc

    bomb = _claiming(10, _zip(("a.txt", bytes(50_000_000))))
    tracemalloc.start()
    try:
        assert read_bytes("a.zip", bomb) == ["a.zip!a.txt: its packed data are damaged; fetch it anew"]
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


SAMPLES = [
    "pandoc.docx",
    "云川日报.epub",
    "half-scan.pdf",
    "云川新闻网.html",
    "gbk.zip",
    "news.jsonl",
    "news.csv",
]


@given(st.sampled_from(SAMPLES), st.data())
@settings(deadline=None, max_examples=150)
def test_damaged_files(name: str, data: st.DataObject) -> None:
    """Whatever is wrong with a file, something is said or read, and nothing is raised."""
    content = bytearray((FILES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for damaged in (bytes(content), bytes(content[:cut])):
        documents = read_bytes(name, damaged)
        assert documents
        assert all(
            one.text.strip() if isinstance(one, RawDocument) else one.startswith(name) for one in documents
        )

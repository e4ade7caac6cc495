"""The file of the user's own names: its forms, its bad lines, and what becomes of it in a run."""

import codecs

import pytest

from wenmai.graph.extract.own_names import OwnNames
from wenmai.loaders.own_names import (
    is_with_names,
    load_own_names,
    names_file,
    names_version,
    parse_own_names,
)
from wenmai.loaders.problems import InputError, UsageError

FORM = "a line is NAME<tab>TYPE, the type one of PERSON ORG PLACE PROGRAM"


def told(read):
    return [(entry.text, entry.type.value) for entry in read.names.entries]


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("钒谷科技\tORG\n", [("钒谷科技", "ORG")], id="plain"),
        pytest.param("钒谷科技\torg", [("钒谷科技", "ORG")], id="small letters, no line end"),
        pytest.param("name\ttype\r\n钒谷科技\tORG\r\n", [("钒谷科技", "ORG")], id="header, CRLF"),
        pytest.param(
            "类型\t备注\t名称\n机构\t新\t钒谷科技\n", [("钒谷科技", "ORG")], id="columns in any place"
        ),
        pytest.param(
            "# 我的名单\n\n  \n钒谷科技\t机构\t一条备注\n", [("钒谷科技", "ORG")], id="comments, notes"
        ),
        pytest.param(
            "甲某\t人物\n乙厂\t机构\n丙山\t地点\n丁计划\t项目\n",
            [("丁计划", "PROGRAM"), ("丙山", "PLACE"), ("乙厂", "ORG"), ("甲某", "PERSON")],
            id="types in Chinese, sorted",
        ),
        pytest.param("乙 厂\t機構\n乙厂\tORG\n", [("乙厂", "ORG")], id="said twice"),
        pytest.param(
            '"“清水”行动"\t项目\n', [("“清水”行动", "PROGRAM")], id="a cell as spreadsheets write it"
        ),
        pytest.param("Open  AI（沅川）\tORG\n", [("Open AI(沅川)", "ORG")], id="blanks, width"),
    ],
)
def test_reads(text, names):
    read = parse_own_names(text, "n.tsv")
    assert (told(read), read.problems) == (names, ())


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("钒谷科技", f"钒谷科技: its type is missing; {FORM}"),
        ("钒谷科技 ORG", f"钒谷科技 ORG: its type is missing; {FORM}"),
        ("\tORG", f"the name is missing; {FORM}"),
        ("钒谷科技\tEVENT", "EVENT is no type; write one of PERSON ORG PLACE PROGRAM"),
        ("京\t地点", "京 is one character and would be found everywhere; write a longer name"),
        ("国" * 101 + "\t地点", "a name of more than 100 characters; write a shorter one"),
        ("甲。乙丙\t机构", "'甲。乙丙' holds the end of a sentence or a control character; take it out"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_is_read(line, problem):
    read = parse_own_names(f"乙厂\t机构\n{line}\n丙山\t地点\n", "n.tsv")
    assert [str(each) for each in read.problems] == [f"n.tsv:2: {problem}"]
    assert told(read) == [("丙山", "PLACE"), ("乙厂", "ORG")]


def test_two_types_for_a_name_are_told_on_each_line_and_neither_counts():
    read = parse_own_names("乙厂\t机构\n丙山\t地点\n乙 厂\tPLACE\n", "n.tsv")
    said = "乙厂 has two types (lines 1 (ORG), 3 (PLACE)) and is left out; keep one of them"
    assert [str(each) for each in read.problems] == [f"n.tsv:1: {said}", f"n.tsv:3: {said}"]
    assert told(read) == [("丙山", "PLACE")]


def test_a_file_of_comments_holds_no_name():
    [problem] = parse_own_names("# nothing yet\n", "n.tsv").problems
    assert str(problem).startswith("n.tsv: there is no name in it; a line is NAME<tab>TYPE")


LIST = "名称\t类型\r\n钒谷科技有限公司\t机构\r\n沅川市青石县\t地点\r\n“清水进村”行动\t项目\r\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(LIST.encode(), id="UTF-8"),
        pytest.param(LIST.encode("utf-8-sig"), id="with a BOM"),
        pytest.param(LIST.encode("gb18030"), id="GB18030"),
        pytest.param(codecs.BOM_UTF16_LE + LIST.encode("utf-16-le"), id="UTF-16, as spreadsheets save it"),
    ],
)
def test_encodings(data, tmp_path):
    (tmp_path / "n.tsv").write_bytes(data)
    read = load_own_names(tmp_path / "n.tsv")
    assert read.problems == ()
    assert [text for text, _ in told(read)] == ["“清水进村”行动", "沅川市青石县", "钒谷科技有限公司"]


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256))])
def test_what_is_no_text_is_refused(data, tmp_path):
    (tmp_path / "n.tsv").write_bytes(data)
    with pytest.raises(InputError, match=r"n\.tsv: "):
        load_own_names(tmp_path / "n.tsv")


def test_traditional_names_as_the_pages_are_read(tmp_path):
    (tmp_path / "n.tsv").write_text("釩谷科技\t機構\n", encoding="utf-8")
    assert told(load_own_names(tmp_path / "n.tsv")) == [("釩谷科技", "ORG")]
    assert told(load_own_names(tmp_path / "n.tsv", simplify=True)) == [("钒谷科技", "ORG")]


def test_the_version_tells_names_and_not_lines():
    one = parse_own_names("甲某\t人物\n乙厂\t机构\n", "a").names
    same = parse_own_names("# b\nname\ttype\n乙厂\tORG\t备注\n甲 某\tPERSON\n", "b").names
    other = parse_own_names("甲某\t人物\n乙厂\t地点\n", "c").names
    assert names_version(one) == names_version(same) != names_version(other)
    assert names_version(OwnNames()) == ""
    assert is_with_names(f"zh_x 0.1{names_version(one)} {{}}")
    assert not is_with_names("zh_x 0.1 {}")


def test_the_file_given_else_that_of_the_corpus(tmp_path):
    assert names_file(tmp_path, None) is None
    (tmp_path / "names.tsv").touch()
    (tmp_path / "mine.tsv").touch()
    assert names_file(tmp_path, None) == tmp_path / "names.tsv"
    assert names_file(tmp_path, tmp_path / "mine.tsv") == tmp_path / "mine.tsv"
    assert names_file(None, None) is None
    with pytest.raises(UsageError, match="no such file"):
        names_file(tmp_path, tmp_path / "gone.tsv")

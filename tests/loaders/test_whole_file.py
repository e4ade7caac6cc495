"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from wenmai.loaders.problems import InputError
from wenmai.loaders.write.whole_file import check_target, write_whole


def test_written_as_it_is(tmp_path):
    write_whole(tmp_path / "图.txt", ["甲\n", "乙\r\n"])
    assert (tmp_path / "图.txt").read_bytes() == "甲\n乙\r\n".encode()


def test_an_old_file_stays_until_the_new_is_whole(tmp_path):
    path = tmp_path / "图.txt"
    path.write_text("old", encoding="utf-8")

    def parts():
        yield "new"
        assert path.read_text(encoding="utf-8") == "old"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(path, parts())
    assert {each.name: each.read_text(encoding="utf-8") for each in tmp_path.iterdir()} == {"图.txt": "old"}


def test_a_link_is_followed(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "far" / "file.txt")
    write_whole(tmp_path / "link.txt", ["new"])
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "far" / "file.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        pytest.param("missing/图.txt", "No such file or directory", id="no such folder"),
        pytest.param("file/图.txt", "Not a directory", id="a file for a folder"),
        pytest.param("folder", "Is a directory", id="a folder for a file"),
    ],
)
@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "C"])
def test_a_place_that_cannot_be_written_to(where, reason, language, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", language)
    (tmp_path / "file").write_text("old", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError) as caught:
        write_whole(tmp_path / where, ["new"])
    told = {
        "zh_CN.UTF-8": f"无法写入（{reason}）；请换一个可写的位置。",
        "C": f"cannot be written ({reason}); choose a place that can be.",
    }
    assert str(caught.value) == f"{tmp_path / where}: {told[language]}"
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["file", "folder"]


def test_a_pipe_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        write_whole(pipe, ["甲\n"])
        assert read.result() == "甲\n".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize(
    ("place", "writable"),
    [
        pytest.param("图.txt", True, id="a new file"),
        pytest.param("old.txt", True, id="an old one"),
        pytest.param("nowhere/图.txt", False, id="no such folder"),
        pytest.param("folder", False, id="a folder"),
        pytest.param("old.txt/图.txt", False, id="below a file"),
    ],
)
def test_a_place_is_tried_beforehand_and_left_as_it_was(tmp_path, place, writable):
    (tmp_path / "old.txt").write_text("old", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    if writable:
        check_target(tmp_path / place)
    else:
        with pytest.raises(InputError):
            check_target(tmp_path / place)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder", "old.txt"]
    assert (tmp_path / "old.txt").read_text(encoding="utf-8") == "old"

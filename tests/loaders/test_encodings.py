"""Bytes decode to what was written, or are refused with the reason."""

from __future__ import annotations

import codecs
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wenmai.loaders.problems import UsageError
from wenmai.loaders.read import ReadOptions
from wenmai.loaders.read.encoding import Decoded, DecodeError, decode

FILES = Path(__file__).parent / "files"
SIMPLIFIED = "云川市副市长何嘉宁出席仪式，会见了沈若兰。\r\n第二行\n"
NOISE = random.Random(1).randbytes(4096)  # noqa: S311 - no secret
UNKNOWN = "it is not text, or in no encoding that can be told; if it is text, name its encoding by --encoding"
BINARY = "it is not text (it has control characters); give txt, md, html, pdf, docx, epub, jsonl, csv or zip"
TRADITIONAL = "雲川大學校長沈若蘭表示，學校將拿出兩千萬元經費。"


@pytest.fixture(autouse=True, scope="module")
def _english() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        pytest.param(SIMPLIFIED.encode(), SIMPLIFIED, "utf-8", id="UTF-8, line ends kept"),
        pytest.param(codecs.BOM_UTF8 + SIMPLIFIED.encode(), SIMPLIFIED, "utf-8", id="UTF-8 with BOM"),
        pytest.param(SIMPLIFIED.encode("gbk"), SIMPLIFIED, "gb18030", id="GBK"),
        pytest.param("𠮷云川市会见".encode("gb18030"), "𠮷云川市会见", "gb18030", id="GB18030, four bytes"),
        pytest.param(TRADITIONAL.encode("big5"), TRADITIONAL, "cp950", id="Big5"),
        pytest.param(TRADITIONAL.encode("gb18030"), TRADITIONAL, "gb18030", id="traditional in GB18030"),
        pytest.param(
            "香港特別行政區政府今日公佈，喺這裏嘅人。".encode("big5hkscs"),
            "香港特別行政區政府今日公佈，喺這裏嘅人。",
            "big5hkscs",
            id="Big5 of Hong Kong",
        ),
        pytest.param(SIMPLIFIED.encode("utf-16"), SIMPLIFIED, "utf-16-le", id="UTF-16 with BOM"),
        pytest.param(
            codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), SIMPLIFIED, "utf-16-be", id="BE with BOM"
        ),
        pytest.param(SIMPLIFIED.encode("utf-16-le"), SIMPLIFIED, "utf-16-le", id="UTF-16 LE without BOM"),
        pytest.param(SIMPLIFIED.encode("utf-16-be"), SIMPLIFIED, "utf-16-be", id="UTF-16 BE without BOM"),
        pytest.param(
            "Beijing\n".encode("utf-16-le"), "Beijing\n", "utf-16-le", id="Latin UTF-16 without BOM"
        ),
        pytest.param(
            codecs.BOM_UTF32_LE + "云川".encode("utf-32-le"), "云川", "utf-32-le", id="UTF-32 with BOM"
        ),
        pytest.param("联通".encode("gbk"), "联通", "gb18030", id="GBK that is nearly UTF-8"),
        pytest.param("目录".encode("gbk"), "目录", "gb18030", id="two characters of GBK"),
        pytest.param("café".encode(), "café", "utf-8", id="Latin UTF-8"),
        pytest.param(b"plain\x0ctext\n", "plain\x0ctext\n", "utf-8", id="ASCII with a form feed"),
        pytest.param(b"BM is no picture\n", "BM is no picture\n", "utf-8", id="a mark that is a word"),
    ],
)
def test_decode(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        pytest.param("赵福胜".encode("gbk"), "gb2312", "赵福胜", id="GB 2312 means its superset"),
        pytest.param("郎咸平㑇".encode("gb18030"), "GBK", "郎咸平㑇", id="as does GBK"),
        pytest.param("沈若蘭".encode("big5"), "big5", "沈若蘭", id="Big5"),
        pytest.param("王".encode("utf-16"), "utf-16", "王", id="UTF-16, its BOM not counted"),
        pytest.param(
            codecs.BOM_UTF16_LE + "王".encode("utf-16-le"), "utf-16-le", "王", id="LE, its BOM not counted"
        ),
        pytest.param(codecs.BOM_UTF8 + "王".encode(), "utf-8", "王", id="UTF-8, its BOM not counted"),
        pytest.param("王".encode(), "utf-8-sig", "王", id="UTF-8 with a BOM that is not there"),
        pytest.param("café".encode("latin-1"), "latin-1", "café", id="one that is never detected"),
    ],
)
def test_named_encoding(data: bytes, encoding: str, text: str) -> None:
    assert decode(data, encoding=encoding).text == text


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        pytest.param(b"", None, "the file is empty", id="empty"),
        pytest.param("\ufeff".encode(), None, "there is only white space in it", id="a BOM"),
        pytest.param(
            "\n \t\r\n　\u200b\n".encode(), None, "there is only white space in it", id="white space"
        ),
        pytest.param(
            (FILES / "png-named.txt").read_bytes(),
            None,
            "its content is PNG, not text; mend its extension or leave it out",
            id="PNG named .txt",
        ),
        pytest.param(
            rb"{\rtf1\ansi abc}",
            None,
            "its content is RTF, not text; mend its extension or leave it out",
            id="RTF, all ASCII",
        ),
        pytest.param(
            NOISE,
            None,
            UNKNOWN,
            id="random bytes",
        ),
        pytest.param(
            NOISE[:12],
            None,
            UNKNOWN,
            id="a few random bytes",
        ),
        pytest.param(
            "正文\x00\x00正文".encode(),
            None,
            BINARY,
            id="NUL bytes",
        ),
        pytest.param(
            b"\x01\x02\x03\x04abc",
            None,
            BINARY,
            id="control characters",
        ),
        pytest.param(
            SIMPLIFIED.encode() * 3 + b"\xff" + SIMPLIFIED.encode(),
            None,
            "it looks like UTF-8 but is damaged at byte 225; mend it and save it as UTF-8",
            id="damaged UTF-8",
        ),
        pytest.param(
            "赵福胜".encode("gbk"),
            "utf-8",
            "not valid utf-8 from byte 0 on; name another by --encoding, or save it as UTF-8",
            id="not in the encoding named",
        ),
    ],
)
def test_refused(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(DecodeError) as raised:
        decode(data, encoding=encoding)
    assert str(raised.value) == message


def test_names_of_encodings() -> None:
    with pytest.raises(UsageError, match=r"^no encoding is called gb99; say utf-8, gb18030, big5 or utf-16$"):
        ReadOptions(encoding="gb99")
    with pytest.raises(UsageError, match="base64"):
        ReadOptions(encoding="base64")  # a codec, of no text
    with pytest.raises(UsageError, match=r"^a table has no texts; say one of text, title,"):
        ReadOptions(columns=(("texts", "正文"),))


# A real sentence in front: what is to be recognised has to be Chinese.
_rich = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
        st.sampled_from("的一是在不了有和人这中大为上个国。，、\n\r\t 　“”（）ＡＢ０１abc012—…"),
    ),
    max_size=60,
).map(lambda text: "云川市人民政府在会上发出了通知，" + text + "他们已经到了。")


@settings(deadline=None)
@given(_rich, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]))
def test_round_trip(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_utf8_with_bom(text: str) -> None:
    """Under a BOM nothing is guessed."""
    data = codecs.BOM_UTF8 + text.encode()
    if text.strip("\ufeff\u200b\u3000 ").strip() and not text.isspace():
        assert decode(data).text == text


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Whatever comes, it is a text that encodes to these bytes, or refused."""
    try:
        decoded = decode(data)
    except DecodeError:
        return
    assert data.endswith(decoded.text.encode(decoded.encoding))
    assert "\x00" not in decoded.text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_twenty_megabytes(encoding: str) -> None:
    """Measured: .1 to .4 s. The bound leaves room for a slow machine."""
    data = (SIMPLIFIED * (20_000_000 // len(SIMPLIFIED.encode(encoding)))).encode(encoding)
    begin = time.perf_counter()
    decoded = decode(data)
    assert time.perf_counter() - begin < 5
    assert len(decoded.text) == len(SIMPLIFIED) * (20_000_000 // len(SIMPLIFIED.encode(encoding)))

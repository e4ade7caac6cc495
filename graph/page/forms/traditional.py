"""The words of by-lines in traditional characters, one character for one."""

from __future__ import annotations

import re

_SIGNS = "記報訊電攝導聞員編輯圖實習見駐發責視華網綜譯寫採執筆審設計畫繪製據來專評論觀總級資轉緊聯訪"
_PLAIN = "记报讯电摄导闻员编辑图实习见驻发责视华网综译写采执笔审设计画绘制据来专评论观总级资转紧联访"
_MORE = "與參約題瞭獲對統籌監時週刊體聲現場國經濟際廣從進"
_MORE_PLAIN = "与参约题了获对统筹监时周刊体声现场国经济际广从进"
_BRACKETS, _PLAIN_BRACKETS = "〔〕［］", "【】[]"
_TABLE = str.maketrans(_SIGNS + _MORE + _BRACKETS, _PLAIN + _MORE_PLAIN + _PLAIN_BRACKETS)
_ANY = re.compile("[" + "".join(chr(code) for code in _TABLE) + "]")


def plain(text: str) -> str:
    """The text with the characters that by-lines are made of in simplified form; as long as `text`.

    For matching alone: names are taken from the text as it was written.
    """
    return text.translate(_TABLE) if _ANY.search(text) else text

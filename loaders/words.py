"""Chinese or English, by the user's locale: every text a user reads is given in both."""

from __future__ import annotations

import locale
import os


def speaks_chinese(environ: dict[str, str] | None = None) -> bool:
    """Whether the locale (LC_ALL, LC_MESSAGES, LANG, else the system's) is a Chinese one."""
    settings = os.environ if environ is None else environ
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if settings.get(name):
            return settings[name].lower().startswith("zh")
    return (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese"))


def say(zh: str, en: str) -> str:
    """The one of two texts that the user reads."""
    return zh if speaks_chinese() else en

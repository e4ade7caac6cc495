"""What lets a page run its own scripts and nothing else: their hashes in a Content-Security-Policy."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup


def inline(script: str) -> Markup:
    """A script as it may stand in a page.

    Raises:
        ValueError: it holds what would end its element early.
    """
    script = script.replace("//# sourceMappingURL=vis-network.min.js.map", "")
    if "</script" in script.lower() or "<!--" in script:
        raise ValueError("a script must hold neither </script nor <!--")
    return Markup(script)  # noqa: S704 our own and pyvis's file, checked above


def policy(*, scripts: tuple[str, ...], style: str) -> str:
    """The Content-Security-Policy under which these scripts and this style run, and nothing is fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(_hash(script) for script in scripts),
            "style-src " + _hash(style),
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

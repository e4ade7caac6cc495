"""Hostile texts stay text, and the policy holds where escaping failed."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from page_corpus import EVIL

pytestmark = pytest.mark.browser


def test_hostile_texts_stay_text(tab):
    opened = tab("evil")
    for name in EVIL:
        opened.search(name)
        opened.page.press("#search", "Enter")
        opened.page.wait_for_selector("#detail .evidence mark")
        assert opened.chosen() == [name]
        at = opened.run("name => wenmai.at(name)", name)
        opened.page.mouse.move(at["x"] - 60, at["y"] - 60)
        opened.page.mouse.move(at["x"], at["y"], steps=4)
        opened.page.wait_for_selector(".vis-tooltip", state="visible")
        opened.page.locator(".partner").first.click()
        opened.page.wait_for_selector("#detail .evidence mark")
        marks = opened.page.locator("#detail .evidence mark").all_text_contents()
        assert sorted(set(marks)) == sorted(opened.chosen())
    opened.page.click("#tab-list")
    opened.press("c", "c", "?")
    with opened.page.expect_download():
        opened.page.evaluate(
            "() => { document.getElementById('help').close(); document.getElementById('picture').click(); }"
        )
    assert (
        opened.page.locator("aside#side b, #found b, img, iframe, [onerror], [onload], [onmouseover]").count()
        == 0
    )
    assert opened.page.title() == EVIL[0] + "href"


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the paths that were asked of it."""
    hits: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"alert(11)")

        def log_message(self, *_: object) -> None:
            """Nothing to the terminal."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}", hits
    running.shutdown()
    thread.join()
    running.server_close()


def _with_raw_markup(html: str, address: str) -> str:
    raw = (
        f'<img src="{address}/img" onerror="alert(9)"><img src=x onerror="alert(10)">'
        "<script>alert(11)</script>"
        f'<script src="{address}/script"></script><iframe src="{address}/frame"></iframe>'
        f'<link rel="stylesheet" href="{address}/style"><form action="{address}/form"></form>'
        f"<style>body {{ background: url({address}/background) }}</style>"
    )
    return html.replace("<noscript>", raw + "<noscript>", 1)


@pytest.mark.parametrize(
    ("policed", "reached"), [(True, False), (False, True)], ids=["with policy", "without: it would"]
)
def test_policy_stops_markup_that_got_in(browser, pages, server, tmp_path, policed, reached):
    """Even if escaping failed: nothing runs, nothing is fetched. Without the policy it would be."""
    address, hits = server
    html = _with_raw_markup(pages("small").read_text(encoding="utf-8"), address)
    if not policed:
        html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    path = tmp_path / "pasted.html"
    path.write_text(html, encoding="utf-8")
    context = browser.new_context()
    page, dialogs = context.new_page(), []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri(), wait_until="commit")
    for _ in range(6 if policed else 40):
        if not (hits and dialogs):
            page.wait_for_timeout(250)
    context.close()
    assert (bool(hits), bool(dialogs)) == (reached, reached)


def test_policy_forbids_markup_from_script(tab):
    opened = tab()
    script = """() => {
      try { document.body.innerHTML = '<b>'; return 'let'; } catch (error) { return error.name; }
    }"""
    assert opened.run(script) == "TypeError"
    opened.heard.clear()  # the browser reports what it stopped

"""A browser, the pages of named corpora, and a tab that notes what a page says and asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import page_corpus
import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from wenmai.graph.network.knowledge_graph import Corpus, KnowledgeGraph
from wenmai.loaders.write.html import write_page

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser(chromium_path) -> Iterator[Browser]:
    with sync_playwright() as player:
        chromium = player.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> Callable[[str], Path]:
    """The file of a named corpus, written when first asked for."""
    folder = tmp_path_factory.mktemp("页面")
    make = {
        "small": page_corpus.small,
        "pair": page_corpus.pair,
        "namesakes": page_corpus.namesakes,
        "long": page_corpus.long,
        "evil": page_corpus.evil,
        "empty": lambda: Corpus("空", KnowledgeGraph((), ())),
        "300": lambda: page_corpus.many(300),
        "1600": lambda: page_corpus.many(1_600, repeats=4),
    }

    def path_of(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            write_page(make[name](), path)
        return path

    return path_of


class Tab:
    """A page that is open, and all that it was heard to say, ask for or try."""

    def __init__(self, context, path: Path, fragment: str = "") -> None:
        self.context, self.page, self.heard = context, context.new_page(), []
        self.page.on("request", self._request)
        self.page.on("console", lambda said: self.heard.append(f"console {said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_selector("html[data-ready][data-drawn]", state="attached", timeout=60_000)

    def _request(self, request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.heard.append(f"request: {request.url}")

    def _dialog(self, dialog) -> None:
        self.heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def run(self, script: str, argument=None):
        return self.page.evaluate(script, argument)

    def shown(self) -> list[str]:
        return sorted(self.run("() => wenmai.shown().nodes"))

    def edges(self) -> int:
        return self.run("() => wenmai.shown().edges")

    def chosen(self) -> list[str]:
        return self.run("() => wenmai.chosen()")

    def status(self) -> str:
        return self.page.locator("#status").inner_text()

    def wait_for_status(self, text: str) -> None:
        """Sliders wait a moment for the next step before they filter."""
        expect(self.page.locator("#status")).to_have_text(text)

    def redraw(self) -> None:
        self.run("() => wenmai.network.redraw()")

    def search(self, text: str) -> list[str]:
        self.page.fill("#search", text)
        return [said.split("\n")[0] for said in self.page.locator("#found li").all_inner_texts()]

    def find(self, text: str) -> None:
        self.search(text)
        self.page.press("#search", "Enter")
        self.page.wait_for_selector("#detail .evidence")

    def press(self, *keys: str) -> None:
        self.page.locator("#search").blur()
        for key in keys:
            self.page.keyboard.press(key)

    def title(self) -> str:
        return self.page.locator("#detail .name").inner_text().replace("\n", "")

    def click(self, name: str) -> None:
        at = self.run("name => wenmai.at(name)", name)
        self.page.mouse.click(at["x"], at["y"])

    def ink(self) -> float:
        """The share of the drawing's pixels that are not the ground."""
        return self.run(
            """() => {
              const canvas = document.querySelector('#graph canvas');
              const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
              copy.drawImage(canvas, 0, 0);
              const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
              let dark = 0;
              for (let i = 0; i < data.length; i += 4) {
                if (data[i + 3] > 0 && Math.min(data[i], data[i + 1], data[i + 2]) < 240) dark += 1;
              }
              return dark / (data.length / 4);
            }"""
        )


@pytest.fixture
def tab(browser, pages) -> Iterator[Callable[..., Tab]]:
    """Opens a page; at the end none may have said or asked for anything."""
    opened: list[Tab] = []

    def open_tab(
        name: str = "small", fragment: str = "", *, width: int = 1440, height: int = 900, scheme="light"
    ) -> Tab:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="zh-CN",
            offline=True,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        opened.append(Tab(context, pages(name), fragment))
        return opened[-1]

    yield open_tab
    for each in opened:
        each.context.close()
    assert [said for each in opened for said in each.heard] == []

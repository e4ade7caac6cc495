"""The page of errors in a real browser: filters, hostile texts, nothing asked of a network, accessible."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wenmai.graph.extract.found import Found
from wenmai.graph.score import Annotated, Sentences, figures, mistakes
from wenmai.graph.values import EntityType
from wenmai.loaders.evaluating import Evaluation, Located
from wenmai.loaders.write.errors import errors_page

pytestmark = pytest.mark.browser

P, O, L, G = EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.PROGRAM  # noqa: E741
EVIL = "<img src=x onerror=alert(1)></p><script>alert(2)</script>'\"&lt;"
TEXTS = [
    (
        Annotated("1", "沅川市委书记贺启明到场。", (Found(0, 4, O), Found(6, 9, O)), where="a#1"),
        [(0, 2, L), (6, 9, P)],
    ),
    (Annotated("2", EVIL, (Found(0, 8, G),), where=EVIL), [(30, 50, P)]),
    (Annotated("3", "长" * 300 + "青石县", where="a#3"), [(300, 303, L)]),
]  # fmt: skip


ALL = ("起止不对", "类型不对", "遗漏", "多余", "多余")


def evaluation() -> Evaluation:
    pairs = [(text, [Found(*name) for name in found]) for text, found in TEXTS]
    errors = [
        Located(text, error, Sentences(text.text).around(error))
        for text, found in pairs
        for error in mistakes(text, found)
    ]
    return Evaluation("zh_x 1", len(pairs), 400, figures(pairs), tuple(errors))


@pytest.fixture
def opened(browser, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens the page; at the end nothing may have been said or asked for."""
    heard: list[str] = []
    contexts = []

    def open_page(*, width: int = 1100, scheme: str = "light", script: bool = True):
        path = tmp_path / "错误.html"
        path.write_text(errors_page(evaluation()), encoding="utf-8", newline="\n")
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            offline=True,
            color_scheme=scheme,
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: heard.append(said.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith("file:") or heard.append(request.url))
        page.goto(path.as_uri())
        if script:
            page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert heard == []


def shown(page) -> list[str]:
    return [item.inner_text() for item in page.locator("#errors > li .kind").all() if item.is_visible()]


@pytest.mark.parametrize(
    ("off", "kinds", "status"),
    [
        pytest.param([], [*ALL], "共 5 处错误", id="all"),
        pytest.param(["false"], ["起止不对", "类型不对", "遗漏"], "显示 3 处，共 5 处错误", id="a kind"),
        pytest.param(["ORG"], [*ALL], "共 5 处错误", id="half a pair"),
        pytest.param(["ORG", "PLACE"], ["类型不对", "遗漏", "多余"], "显示 3 处，共 5 处错误", id="types"),
        pytest.param(["PERSON", "missed", "ORG", "PLACE"], [], "显示 0 处，共 5 处错误", id="none left"),
    ],
)  # fmt: skip
def test_filters(opened, off: list[str], kinds: list[str], status: str) -> None:
    page = opened()
    for value in off:
        page.uncheck(f"input[value={value}]")
    assert shown(page) == kinds
    assert page.locator("#status").inner_text() == status


def test_hostile_texts_stay_text(opened) -> None:
    page = opened()
    assert page.locator("#errors img, #errors script").count() == 0
    assert page.locator("#errors > li .where").nth(2).inner_text() == EVIL
    assert page.locator("#errors > li .sentence").nth(2).inner_text() == EVIL


def test_marks_stand_where_they_should(opened) -> None:
    page = opened()
    first = page.locator("#errors > li .sentence").first
    assert first.inner_text() == "沅川市委书记贺启明到场。"
    assert first.locator(".marked").all_inner_texts() == ["沅川", "市委"]
    assert first.locator(".found").all_inner_texts() == ["沅川"]
    last = page.locator("#errors > li .sentence").last
    assert last.inner_text() == "…" + "长" * 60 + "青石县"


def test_without_script_all_errors_are_there(opened) -> None:
    page = opened(script=False)
    assert len(shown(page)) == 5
    assert not page.locator("#filters").is_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1100), ("dark", 400)])
def test_accessible(opened, axe, scheme: str, width: int) -> None:
    """axe-core finds nothing to complain of, and nothing is wider than the window."""
    page = opened(scheme=scheme, width=width)
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": axe})
    found = session.send(
        "Runtime.evaluate",
        {
            "expression": "axe.run().then(({ violations }) => JSON.stringify("
            "violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])))",
            "awaitPromise": True,
        },
    )
    assert json.loads(found["result"]["value"]) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width

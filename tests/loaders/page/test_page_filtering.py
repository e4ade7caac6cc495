"""Filters, neighbourhoods, communities, and the keys for them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_type_filter(tab):
    opened = tab()
    assert opened.page.locator("#kinds label").all_inner_texts() == [
        "人物\n2",
        "机构\n2",
        "地点\n3",
        "项目\n1",
    ]
    opened.page.uncheck("[data-kind='0']")
    assert opened.shown() == sorted(["青石市政府", "青石市", "绿廊计划", "𠮷田重工", "云岭县"])
    assert opened.edges() == 3
    opened.page.click("#reset")
    assert opened.edges() == 8


def test_weight_slider(tab):
    opened = tab()
    opened.page.focus("#count")
    opened.page.keyboard.press("ArrowRight")
    opened.wait_for_status("显示 4 / 8 个实体，3 / 8 条连线")
    assert opened.page.locator("#count-said").inner_text() == "≥ 2 次"
    assert opened.shown() == sorted(["陈观澜", "青石市政府", "青石市", "绿廊计划"])
    opened.page.keyboard.press("ArrowRight")
    opened.wait_for_status("显示 2 / 8 个实体，1 / 8 条连线")
    assert (opened.shown(), opened.edges()) == (sorted(["陈观澜", "青石市政府"]), 1)


def test_date_range(tab):
    opened = tab()
    opened.page.focus("#from")
    for _ in range(2):
        opened.page.keyboard.press("ArrowRight")
    opened.wait_for_status("显示 5 / 8 个实体，4 / 8 条连线")
    assert opened.page.locator("#dates-said").inner_text() == "2025-03 至 2025-05"
    assert opened.shown() == sorted(["林小满", "云岭县", "陈观澜", "青石市政府", "绿廊计划"])
    assert opened.edges() == 4
    opened.find("陈观澜")
    assert opened.page.locator("#detail .evidence p").all_inner_texts() == [
        "陈观澜、青石市政府再谈绿廊计划。"
    ]
    assert opened.page.locator("#undated").inner_text() == "1 个句子没有日期，只在选“全部”时计入。"


def test_focus_expand_collapse(tab):
    opened = tab()
    opened.find("林小满")
    opened.press("x")
    assert opened.shown() == sorted(["林小满", "陈观澜", "云岭县"])
    assert opened.page.locator("#focus-said").inner_text() == "邻域：林小满（3 个实体）"
    opened.find("云岭县")
    opened.press("X")
    assert opened.shown() == sorted(["林小满", "陈观澜", "云岭县", "𠮷田重工"])
    opened.page.get_by_text("收起邻居").click()
    assert opened.shown() == sorted(["林小满", "陈观澜", "云岭县"])
    opened.press("Escape", "Escape")
    assert len(opened.shown()) == 7
    assert opened.page.locator("#focus-bar").is_hidden()


def test_walk_along_partners(tab):
    opened = tab()
    opened.find("陈观澜")
    opened.press("]")
    assert opened.chosen() == ["青石市政府"]
    opened.press("]", "]", "]", "]")
    assert opened.chosen() == ["青石市政府"]
    opened.press("[")
    assert opened.chosen() == ["林小满"]


def test_communities(tab):
    opened = tab()
    opened.press("c")
    assert opened.status() == "显示 7 / 8 个实体，8 / 8 条连线，按 2 个社群"
    assert opened.page.get_attribute("#overview", "aria-pressed") == "true"
    assert opened.ink() > 0.01
    centre = opened.run(
        "() => { const c = wenmai.network.canvasToDOM(wenmai.network.getPosition(1)); "
        "const f = document.getElementById('graph').getBoundingClientRect(); return [c.x + f.x, c.y + f.y]; }"
    )
    opened.page.mouse.click(*centre)
    assert opened.shown() == sorted(["𠮷田重工", "云岭县"])
    opened.press("c", "c")
    assert len(opened.shown()) == 7


def test_colours_and_blobs(tab):
    opened = tab()
    before = opened.ink()
    opened.page.check("input[value=community]", force=True)
    assert opened.page.locator("#communities label").all_inner_texts() == [
        "陈观澜、青石市政府、绿廊计划\n5",
        "云岭县、𠮷田重工\n2",
    ]
    opened.page.check("#hulls")
    opened.redraw()
    assert opened.ink() > 1.5 * before
    opened.page.locator("#communities input").first.uncheck()
    assert opened.shown() == sorted(["𠮷田重工", "云岭县"])


def test_help_and_theme_by_keys(tab):
    opened = tab()
    opened.press("?")
    assert opened.page.locator("#help").is_visible()
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#help").is_hidden()
    opened.press("d")
    assert opened.page.get_attribute("html", "data-theme") == "dark"
    opened.press("d")
    assert opened.page.get_attribute("html", "data-theme") == "light"

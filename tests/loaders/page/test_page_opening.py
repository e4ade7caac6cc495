"""The page as it opens: offline, drawn, said in numbers; wide, narrow, dark, empty, large."""

from __future__ import annotations

import json
import re
import struct

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", ["small", "300", "1600"])
def test_opens_offline_and_draws(tab, name):
    opened = tab(name)
    assert opened.ink() > 0.01
    opened.page.wait_for_selector("html[data-evidence=ready]", state="attached")


def test_says_what_is_shown(tab):
    opened = tab()
    assert opened.status() == "显示 7 / 8 个实体，8 / 8 条连线"
    opened.page.check("#alone")
    assert opened.status() == "显示 8 / 8 个实体，8 / 8 条连线"
    assert "孤山镇" in opened.shown()


def test_large_page_opens_with_communities(tab):
    opened = tab("1600")
    assert opened.page.get_attribute("#overview", "aria-pressed") == "true"
    name = opened.page.locator(".partner").first.inner_text().split("\n")[0]
    opened.find(name)
    assert opened.chosen() == [name]
    assert opened.page.get_attribute("#overview", "aria-pressed") == "false"


def test_theme_follows_the_system(tab):
    assert tab(scheme="dark").page.get_attribute("html", "data-theme") == "dark"


@pytest.mark.parametrize(("width", "height"), [(400, 800), (800, 600)])
def test_narrow(tab, width, height):
    opened = tab("small", width=width, height=height)
    assert opened.run("() => document.documentElement.scrollWidth") == width
    assert opened.ink() > 0.01
    assert opened.page.locator("#filters").is_hidden()
    opened.page.click("#show-filters")
    opened.page.uncheck("[data-kind='0']")
    assert opened.edges() == 3
    opened.press("Escape")
    assert opened.page.locator("#filters").is_hidden()
    opened.find("云岭县")
    assert opened.title() == "云岭县"
    off = [
        name
        for name in ("search", "show-filters", "fit", "overview", "picture", "theme", "show-help", "detail")
        if not opened.run(
            "id => { const b = document.getElementById(id).getBoundingClientRect(); "
            "return b.left >= 0 && b.right <= innerWidth && b.bottom <= innerHeight; }",
            name,
        )
    ]
    assert off == []


def test_empty_graph(tab):
    opened = tab("empty")
    assert (
        opened.page.locator("#nothing").inner_text()
        == "图中还没有实体。\n请检查语料：没有找到人物、机构、地点或项目。"
    )
    opened.press("c", "f", "x", "]", "d")
    opened.page.click("#tab-list")
    assert opened.status() == "显示 0 / 0 个实体，0 / 0 条连线"


def test_address_keeps_the_state(tab, pages):
    opened = tab()
    opened.page.uncheck("[data-kind='2']")
    opened.page.focus("#count")
    opened.page.keyboard.press("ArrowRight")
    opened.find("老陈")
    opened.page.wait_for_url(re.compile("#n=.+&k=.+&w=2$"))
    fragment = opened.run("() => location.hash")
    again = tab("small", fragment)
    assert (again.chosen(), again.shown(), again.edges()) == (opened.chosen(), opened.shown(), opened.edges())
    assert again.chosen() == ["陈观澜"]
    assert not again.page.is_checked("[data-kind='2']")


@pytest.mark.parametrize(
    "fragment", ["#n=nobody&w=-3&d=x..y&k=9&f=77&x=a.b&e=1", "#%E0%A4%A", "#<img src=x onerror=alert(1)>"]
)
def test_strange_addresses(tab, fragment):
    assert tab("small", fragment).status().startswith("显示 ")


def test_picture(tab, tmp_path):
    opened = tab()
    with opened.page.expect_download() as download:
        opened.page.click("#picture")
    path = tmp_path / "picture.png"
    download.value.save_as(path)
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    stage = opened.run(
        "() => { const s = document.getElementById('graph'); return [s.clientWidth, s.clientHeight]; }"
    )
    assert download.value.suggested_filename == "山海晚报.png"
    assert (width, height > 2 * stage[1] + 100) == (2 * stage[0], True)
    colours = opened.run(
        """async bytes => {
          const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d', { willReadFrequently: true });
          context.drawImage(image, 0, 0);
          const found = (top, bottom) => {
            const { data } = context.getImageData(0, top, image.width, bottom - top);
            const seen = new Set();
            for (let i = 0; i < data.length; i += 4) {
              seen.add(data[i] * 65536 + data[i + 1] * 256 + data[i + 2]);
            }
            return [0x0072B2, 0xD55E00, 0x00865F, 0xB8578F].map((colour) => seen.has(colour));
          };
          const foot = image.height - 120;
          return { drawing: found(96, foot), legend: found(foot, image.height) };
        }""",
        list(path.read_bytes()),
    )
    assert colours == {"drawing": [True] * 4, "legend": [True] * 4}
    assert opened.ink() > 0.01  # the screen is as before


@pytest.mark.parametrize("state", ["open", "dark", "entity", "link", "list", "communities", "narrow", "help"])
def test_accessible(tab, axe, state):
    """axe-core finds nothing to complain of."""
    opened = tab(scheme="dark" if state == "dark" else "light", width=400 if state == "narrow" else 1440)
    if state in {"entity", "link", "dark", "narrow"}:
        opened.find("陈观澜")
    if state == "link":
        opened.page.locator(".partner").first.click()
    elif state == "list":
        opened.page.click("#tab-list")
    elif state == "communities":
        opened.page.check("input[value=community]", force=True)
        opened.press("c")
    elif state == "help":
        opened.press("?")
    session = opened.context.new_cdp_session(opened.page)
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

"""Finding and choosing an entity or a link, and what the panel then says."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("陈观澜", "陈观澜"),
        ("观澜", "陈观澜"),
        ("老陈", "陈观澜"),
        ("chenguan", "陈观澜"),
        ("cgl", "陈观澜"),
        ("SZF", "青石市政府"),
        ("青石", "青石市"),
        ("青石市", "青石市"),
        ("𠮷", "𠮷田重工"),
        ("没有这人", "没有匹配的实体"),
    ],
)
def test_search(tab, asked, first):
    assert tab().search(asked)[0] == first


def test_search_by_keys(tab):
    opened = tab()
    opened.press("/")
    opened.page.keyboard.type("qingshi")
    opened.page.keyboard.press("ArrowDown")
    assert opened.page.locator("#found [aria-selected=true]").inner_text().startswith("青石市政府")
    opened.page.keyboard.press("ArrowUp")
    opened.page.keyboard.press("Enter")
    assert opened.chosen() == ["青石市"]


def test_keys_of_an_input_method_pick_nothing(tab):
    opened = tab()
    opened.page.focus("#search")
    session = opened.context.new_cdp_session(opened.page)
    session.send(
        "Input.imeSetComposition", {"text": "chen guan lan", "selectionStart": 13, "selectionEnd": 13}
    )
    opened.run(
        """() => document.getElementById('search').dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true }))"""
    )
    assert opened.chosen() == []
    session.send("Input.insertText", {"text": "陈观澜"})
    opened.page.keyboard.press("Enter")
    assert opened.chosen() == ["陈观澜"]


def test_click_on_an_entity(tab):
    opened = tab()
    opened.click("陈观澜")
    assert opened.chosen() == ["陈观澜"]
    assert opened.title() == "陈观澜"
    assert (
        opened.page.locator("#detail .facts").inner_text()
        == "人物 · 社群 1（5 个实体） · 2025-01-05 至 2025-05-20"
    )
    assert opened.page.locator("#detail .chips").all_inner_texts() == ["老陈"]
    assert dict(
        zip(
            opened.page.locator(".numbers dt").all_inner_texts(),
            opened.page.locator(".numbers dd").all_inner_texts(),
            strict=True,
        )
    ) == {"提及次数": "6", "文章数": "4", "度": "4", "加权度": "6", "介数": "0.125", "PageRank": "0.0625"}
    assert opened.page.locator(".partners .partner").all_inner_texts() == [
        "青石市政府\n3",
        "青石市\n2",
        "绿廊计划\n2",
        "林小满\n1",
    ]
    opened.page.wait_for_selector("#detail .evidence")
    assert opened.page.locator("#detail .evidence p").all_inner_texts() == [
        "陈观澜、青石市政府再谈绿廊计划。",
        "陈观澜与青石市政府签约。",
        "陈观澜在青石市宣布绿廊计划开工。",
        "市政府表示，老陈将负责协调。",
        "林小满随陈观澜到场。",
        "陈观澜早年在青石读书。",
    ]
    assert opened.page.locator("#detail .evidence cite").all_inner_texts()[0] == (
        "《云岭见闻》 · 2025-05-20 · 山海晚报 · 第 1 版 · 05/本地.txt"
    )


def test_edge_marks_both_names(tab):
    opened = tab()
    opened.find("陈观澜")
    opened.page.locator(".partner", has_text="青石市政府").click()
    assert opened.title() == "青石市政府—陈观澜"
    opened.page.wait_for_selector("#detail .evidence")
    assert [
        sentence.locator("mark").all_inner_texts()
        for sentence in opened.page.locator("#detail .evidence").all()
    ] == [
        ["陈观澜", "青石市政府"],
        ["陈观澜", "青石市政府"],
        ["市政府", "老陈"],
    ]
    assert sorted(opened.run("() => wenmai.labelled()")) == ["陈观澜", "青石市政府"]


def test_measures_are_explained(tab):
    """Where a figure stands and in the help, in the same words."""
    opened = tab()
    opened.find("陈观澜")
    opened.page.locator(".partner", has_text="青石市政府").click()
    assert opened.page.locator("#detail .numbers dt").all_inner_texts() == [
        "共现次数",
        "文章数",
        "权重",
        "NPMI",
        "G²",
        "显著性",
    ]
    assert opened.page.locator("#detail .numbers dd").all_inner_texts() == [
        "3",
        "3",
        "2.5",
        "0.25",
        "3.5",
        "0.25",
    ]
    titled = "divs => divs.slice(2).map((div) => div.title)"
    titles = opened.page.locator("#detail .numbers div").evaluate_all(titled)
    opened.find("陈观澜")
    titles += opened.page.locator("#detail .numbers div").evaluate_all(titled)
    opened.press("?")
    assert opened.page.locator("#terms dt").all_inner_texts() == [
        "权重",
        "NPMI",
        "G²",
        "显著性",
        "度",
        "加权度",
        "介数",
        "PageRank",
    ]
    assert opened.page.locator("#terms dd").all_inner_texts() == titles


def test_namesakes_are_told_apart(tab):
    opened = tab("namesakes")
    assert opened.page.title() == "新闻关系图谱 2025-02"
    opened.page.fill("#search", "贺启明")
    assert opened.page.locator("#found li").all_inner_texts() == [
        "贺启明 青石市\n人物 2",
        "贺启明 PERSON:贺启明\n人物 1",
        "贺启明 <b>云岭</b>\n人物 1",
    ]
    opened.page.fill("#search", "贺启明（云")
    assert opened.page.locator("#found li").all_inner_texts() == ["没有匹配的实体"]
    opened.find("贺启明青石")
    assert opened.title() == "贺启明 青石市"
    opened.find("青石市")
    assert opened.page.locator(".partners .partner").all_inner_texts() == [
        "青石市政府\n1",
        "贺启明 PERSON:贺启明\n1",
        "贺启明 <b>云岭</b>\n1",
        "贺启明 青石市\n1",
    ]
    opened.page.click("#tab-list")
    assert opened.page.locator("#list tbody tr").all_inner_texts() == [
        "青石市\t地点\t2\t4",
        "贺启明 青石市\t人物\t2\t2",
        "青石市政府\t机构\t1\t2",
        "贺启明 PERSON:贺启明\t人物\t1\t2",
        "贺启明 <b>云岭</b>\t人物\t1\t2",
    ]


def test_relations(tab):
    opened = tab("namesakes")
    opened.find("贺启明青石")
    rows = opened.page.locator("#detail .relation")
    assert rows.all_inner_texts() == [
        "市长\n青石市\n2025-02-14",
        "副市长\n青石市\n2024-01-05 至 2024-06-30",
        "书记（曾任）\n云岭县委\n2024 至 2025-02",
    ]
    assert [row.evaluate("row => row.tagName") for row in rows.all()] == ["BUTTON", "BUTTON", "DIV"]
    assert opened.page.locator("#detail h3").all_inner_texts()[:2] == ["关系\n3 条", "主要共现对象\n2 个"]
    rows.first.click()
    assert opened.chosen() == ["青石市"]
    assert rows.all_inner_texts() == [
        "市长\n贺启明 青石市\n2025-02-14",
        "副市长\n贺启明 青石市\n2024-01-05 至 2024-06-30",
        "境内\n青石市政府",
    ]


@pytest.mark.parametrize("rank", [0, 40, 150, 250])
def test_neighbours_of_what_was_found_are_in_sight(tab, rank):
    opened = tab("300")
    opened.run("() => wenmai.network.moveTo({ position: { x: 9000, y: 0 }, scale: 2, animation: false })")
    names = opened.run(
        "() => JSON.parse(document.getElementById('page-nodes').textContent).map((n) => n.label)"
    )
    opened.find(names[rank])
    seen = """rank => {
      const { clientWidth, clientHeight } = document.getElementById('graph');
      const inside = ({ x, y }) => x > 0 && x < clientWidth && y > 0 && y < clientHeight;
      return [rank, ...wenmai.network.getConnectedNodes(rank)]
        .map((id) => inside(wenmai.network.canvasToDOM(wenmai.network.getPosition(id))));
    }"""
    assert set(opened.run(seen, rank)) == {True}
    assert 0.12 <= opened.run("() => wenmai.network.getScale()") <= 1.6


def test_click_on_a_link(tab):
    opened = tab()
    ends = [opened.run("name => wenmai.at(name)", name) for name in ("林小满", "云岭县")]
    opened.page.mouse.click(sum(end["x"] for end in ends) / 2, sum(end["y"] for end in ends) / 2)
    assert sorted(opened.chosen()) == ["云岭县", "林小满"]
    opened.press("Escape")
    assert opened.chosen() == []


@pytest.mark.parametrize("scale", [0.05, 0.08, 0.085, 0.09, 0.12, 1.0])
def test_both_names_of_a_link_are_drawn_even_on_top_of_each_other(tab, scale):
    opened = tab("pair")
    opened.find("北")
    opened.page.locator(".partner").click()
    opened.run(
        "scale => { wenmai.network.moveTo({ scale, animation: false }); wenmai.network.redraw(); }", scale
    )
    assert sorted(opened.run("() => wenmai.labelled()")) == ["北溟科技股份有限公司", "南冥科技股份有限公司"]


@pytest.mark.parametrize("partner", [0, 5, 11])
def test_both_names_of_a_chosen_link_are_always_drawn(tab, partner):
    opened = tab("300")
    opened.find("0")  # any that has a zero: the most mentioned of them
    opened.page.locator(".partner").nth(partner).click()
    opened.redraw()
    assert sorted(opened.run("() => wenmai.labelled()")) == sorted(opened.chosen())


def test_marks_behind_astral_characters(tab):
    opened = tab()
    opened.find("𠮷田重工")
    assert opened.page.locator("#detail .evidence p").all_inner_texts() == [
        "😀𠀀𠮷田重工的代表说，𠮷田看好云岭县。"
    ]
    assert opened.page.locator("#detail .evidence mark").all_inner_texts() == ["𠮷田重工", "𠮷田"]
    assert opened.page.locator("#detail .evidence .mention").all_inner_texts() == ["云岭县"]
    opened.page.locator("#detail .evidence .mention").press("Enter")
    assert opened.chosen() == ["云岭县"]


def test_long_sentences_are_shown_around_the_chosen(tab):
    """Cut once more where names stand all over it; never inside a name or a character of two units."""
    opened = tab("long")
    opened.find("陈观澜")
    assert opened.page.locator("#detail .evidence p").all_inner_texts() == [f"陈观澜，{'𠀀' * 59}…"]
    opened.page.locator(".partner", has_text="云岭县").click()
    assert opened.page.locator("#detail .evidence p").all_inner_texts() == [
        f"陈观澜，{'𠀀' * 59}…{'青石市、' * 16}、{'青石市、' * 14}云岭县。"
    ]
    assert opened.page.locator("#detail .evidence mark").all_inner_texts() == ["陈观澜", "云岭县"]


def test_list(tab):
    opened = tab()
    opened.page.click("#tab-list")
    rows = opened.page.locator("#list tbody tr")
    assert rows.all_inner_texts()[:2] == ["陈观澜\t人物\t6\t4", "青石市政府\t机构\t3\t2"]
    assert rows.count() == 7
    opened.page.get_by_role("button", name="连线", exact=True).click()
    assert rows.all_inner_texts()[1:3] == ["绿廊计划\t项目\t2\t3", "青石市政府\t机构\t3\t2"]
    rows.nth(1).locator("button").click()
    assert opened.chosen() == ["绿廊计划"]
    assert opened.page.locator("#detail").is_visible()

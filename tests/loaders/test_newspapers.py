"""Papers by the dozen: reporters make no hubs, a dispatch counts once, a story on two pages is one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from wenmai.graph.entity import NO_DECISIONS
from wenmai.graph.network import Corpus
from wenmai.loaders.corpus import build, find_files, load_corpus, load_graph
from wenmai.loaders.settings import Linking, Reading
from wenmai.loaders.store.database import FILE

pytestmark = pytest.mark.pipeline

FORMS = (
    "本报讯（记者 覃国雨）{}",
    "本报讯 记者覃国雨报道：{}",
    "{}\n（记者 覃国雨）",
    "本报记者 覃国雨\n\n{}",
    "{}\n覃国雨",
    "■本报记者 覃国雨\n\n{}",
)
PLACES = ["太原市", "晋中市", "长治市", "运城市", "临汾市", "大同市", "忻州市", "吕梁市", "阳泉市", "晋城市"]
BODIES = ["教育局", "水利局", "农业农村局", "交通运输局", "文化和旅游局", "卫生健康委"]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙"


def build_from(papers: Path, into: Path, **linking: object) -> None:
    files, problems = find_files([str(papers)], Reading())
    assert problems == []
    build(
        files,
        into,
        reading=Reading(),
        linking=Linking(**linking),
        decisions=NO_DECISIONS,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def by_one_reporter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred articles, each of a body of some place and its head, all by 覃国雨."""
    papers = tmp_path_factory.mktemp("reporter")
    for n in range(300):
        place, body = PLACES[n % 10], BODIES[n // 10 % 6]
        head = SURNAMES[n % 12] + "国" + "强兴梁栋"[n // 12 % 4]
        text = f"{place}{body}局长{head}3月{1 + n % 28}日说，{place}今年将新建{n + 3}处项目，惠及城乡居民。"
        page = f"{place}{body}部署今年工作\n\n{FORMS[n % len(FORMS)].format(text)}\n"
        (papers / f"山西晚报_2025-03-{1 + n % 28:02d}_{n:03d}.txt").write_text(page, encoding="utf-8")
    return papers


def test_three_hundred_articles_make_a_reporter_no_hub(by_one_reporter: Path, tmp_path: Path) -> None:
    build_from(by_one_reporter, tmp_path / "c")
    graph = load_graph(tmp_path / "c")
    reporters = [node for node, name in graph.nodes(data="name") if name == "覃国雨"]
    assert len(reporters) == 1
    assert graph.degree[reporters[0]] == 0
    written = [article for article in load_corpus(tmp_path / "c").articles if reporters[0] in article.authors]
    assert len(written) >= 297  # by-lines of six forms
    assert graph.number_of_edges() >= 100


def between(corpus: Corpus, one: str, other: str) -> list[tuple[int, int]]:
    """Count and articles of the edges between entities of two names."""
    name = {node.id: node.name for node in corpus.graph.nodes}
    return [(e.count, e.articles) for e in corpus.graph.edges if {name[e.a], name[e.b]} == {one, other}]


def test_bylines_can_be_brought_in(by_one_reporter: Path, tmp_path: Path) -> None:
    build_from(by_one_reporter, tmp_path / "c", window="article", bylines=True)
    graph = load_graph(tmp_path / "c")
    [reporter] = [node for node, name in graph.nodes(data="name") if name == "覃国雨"]
    assert graph.degree[reporter] > 50


def test_one_dispatch_in_eight_papers_counts_once(tmp_path: Path) -> None:
    dispatch = (
        "新华社太原4月21日电（记者 覃国雨）山西省水利厅21日发布消息，晋中市教育局局长王国强与长治市水利局局长"
        "李国兴在太原签署合作协议，双方将在五年内共建三十所节水校园，为两市十二万名学生改造饮水设施。\n"
        "根据协议，晋中市负责课程与师资，长治市负责工程与技术，省水利厅每年评估一次成效，并向社会公布结果。\n"
    )
    papers = tmp_path / "papers"
    papers.mkdir()
    for n, paper in enumerate("甲乙丙丁戊己庚辛"):
        page = f"节水校园五年计划启动\n\n{dispatch}\n\n天气预报\n\n今天多云，最高气温{n + 12}度。\n"
        (papers / f"{paper}城日报_2025-04-2{2 + n % 3}_01.txt").write_text(page, encoding="utf-8")
    build_from(papers, tmp_path / "c")
    corpus = load_corpus(tmp_path / "c")
    assert between(corpus, "王国强", "李国兴") == [(1, 1)]
    with sqlite3.connect(tmp_path / "c" / FILE) as connection:
        listed = connection.execute("SELECT count(*) FROM story WHERE original_source IS NOT NULL").fetchone()
    connection.close()
    assert listed == (7,)  # and the original


def test_a_story_on_pages_1_and_3_is_one_article(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    first = "晋中市教育局局长王国强介绍了节水校园的建设情况，首批十二所学校已经完工。"
    second = "长治市水利局局长李国兴说，节水校园的管网改造比计划提前了两个月。"
    (papers / "晋中日报_2025-04-22_01.txt").write_text(
        f"节水校园走进太行山\n\n{first}（下转第3版）\n", encoding="utf-8"
    )
    (papers / "晋中日报_2025-04-22_03.txt").write_text(
        f"（上接第1版）{second}\n\n节水校园走进太行山\n", encoding="utf-8"
    )
    build_from(papers, tmp_path / "c", window="article")
    assert between(load_corpus(tmp_path / "c"), "王国强", "李国兴") == [(1, 1)]

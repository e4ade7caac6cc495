"""The commands, run from the wheel as a user runs them: exit codes, exact words, real files."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

PAGE = "签约\n\n沅川市委书记贺启明会见钒谷科技董事长周卫\n国，双方在沅川签约。\n"
LINE_KEYS = [
    "source",
    "start",
    "end",
    "text",
    "type",
    "entity",
    "name",
    "role",
    "article",
    "sentence",
    "score",
]
ARTICLE_KEYS = {
    "start", "end", "headline", "authors", "agency", "publication", "dateline", "date", "date_method",
    "continued", "kind",
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus(wenmai: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of the sample newspapers, and the files that the demo leaves."""
    home = tmp_path_factory.mktemp("demo")
    ran = wenmai("demo", "demo", cwd=home)
    assert ran.err == ""
    return home / "demo" / "corpus"


def test_demo(corpus: Path, wenmai: Any) -> None:
    page = corpus.parent / "graph.html"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    again = wenmai("demo", "demo", cwd=corpus.parents[1])
    assert re.match(r"The sample: 19 pages, 59 articles, \d+ entities, \d+ links\.\n", again.out)
    assert "$ wenmai query top-entities --param limit=8 --from" in again.out
    assert len(re.findall(r"^(?:PERSON|ORG|PLACE|PROGRAM):", again.out, re.M)) == 8
    assert str(Path("demo") / "graph.html") in again.out


def test_what_the_demo_says_to_type_works(corpus: Path, wenmai: Any) -> None:
    said = wenmai("demo", "demo", cwd=corpus.parents[1]).out
    commands = [line.split()[1:] for line in said.splitlines() if line.startswith("  wenmai query")]
    assert len(commands) == 3
    for words in commands:
        assert wenmai(*words, cwd=corpus.parents[1]).out.strip()


def test_extract_writes_lines(wenmai: Any, pages: Callable[..., Path], tmp_path: Path) -> None:
    folder = pages({"沅川日报_2025-02-17_01.txt": PAGE})
    ran = wenmai("extract", str(folder), "-o", "mentions.jsonl", cwd=tmp_path)
    lines = [
        json.loads(line) for line in (tmp_path / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [list(line) for line in lines] == [LINE_KEYS] * len(lines)
    assert ran.err.startswith(f"{len(lines)} mentions, ")
    found = {line["text"]: line for line in lines}
    assert {"贺启明", "周卫国"} <= set(found)  # the second one is broken over a line
    for line in lines:
        stretch = PAGE[line["start"] : line["end"]]
        assert "".join(stretch.split()) == "".join(line["text"].split())
        assert 0 <= line["score"] <= 1
    assert wenmai("extract", str(folder), cwd=tmp_path).out.splitlines() == [
        json.dumps(line, ensure_ascii=False) for line in lines
    ]


def test_mentions_of_a_pdf_tell_their_page(wenmai: Any, tmp_path: Path) -> None:
    pdf = Path(__file__).parents[1] / "files" / "half-scan.pdf"
    ran = wenmai("extract", str(pdf), cwd=tmp_path, code=1)
    assert {json.loads(line)["page"] for line in ran.out.splitlines()} == {2}
    assert "pages without a text layer that can be read: 1" in ran.err


def test_extract_reads_standard_input(wenmai: Any, tmp_path: Path) -> None:
    ran = wenmai("extract", "-", "--quiet", cwd=tmp_path, stdin=PAGE.encode("gb18030"))
    assert {"贺启明", "周卫国"} <= {json.loads(line)["text"] for line in ran.out.splitlines()}
    assert ran.err == ""


def test_articles(wenmai: Any, pages: Callable[..., Path], tmp_path: Path) -> None:
    folder = pages({"沅川日报_2025-02-17_01.txt": PAGE})
    [article] = json.loads(wenmai("articles", str(folder), "--json", cwd=tmp_path).out)
    assert set(article) >= ARTICLE_KEYS
    assert (article["headline"], article["publication"], article["date"], article["date_method"]) == (
        "签约", "沅川日报", "2025-02-17", "given",
    )  # fmt: skip
    assert PAGE[article["start"] : article["end"]] == PAGE[4:].strip()
    shown = wenmai("articles", str(folder), cwd=tmp_path).out
    assert "0  签约" in shown


def test_build_twice(wenmai: Any, pages: Callable[..., Path], tmp_path: Path) -> None:
    folder = pages({"a.txt": PAGE})
    first = wenmai("build", str(folder), "--into", "c", cwd=tmp_path)
    assert first.out == ""
    assert first.err.splitlines()[0] == "1 new, 0 changed, 0 unchanged"
    before = (tmp_path / "c" / "corpus.sqlite").read_bytes()
    second = wenmai("build", str(folder), "--into", "c", cwd=tmp_path)
    assert second.err.splitlines()[0] == "0 new, 0 changed, 1 unchanged"
    assert (tmp_path / "c" / "corpus.sqlite").read_bytes() == before
    assert wenmai("build", str(folder), "--into", "c", "--quiet", cwd=tmp_path).err == ""


def test_bad_input_is_named_and_the_rest_is_done(
    wenmai: Any, pages: Callable[..., Path], tmp_path: Path
) -> None:
    folder = pages(
        {
            "好.txt": PAGE,
            "国标.txt": PAGE.encode("gb18030"),
            "空.txt": b"",
            "乱.txt": bytes(range(256)) * 16,
            "图.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
        }
    )
    (folder / "断链.txt").symlink_to("nowhere.txt")
    locked = folder / "锁.txt"
    locked.write_text(PAGE, encoding="utf-8")
    locked.chmod(0)
    drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    if drop and shutil.which("setpriv") is None:
        pytest.skip("setpriv (util-linux) is needed to drop privileges")
    for path in [folder, *folder.parents]:
        if path.is_relative_to(Path("/tmp")) and path != Path("/tmp"):  # noqa: S108 where pytest puts its folders
            path.chmod(0o755)
    (tmp_path / "out").mkdir()
    (tmp_path / "out").chmod(0o777)
    for path in [wenmai.bin, *wenmai.bin.parents]:
        if path.is_relative_to(Path("/tmp")) and path != Path("/tmp"):  # noqa: S108
            path.chmod(0o755)
    done = subprocess.run(
        [*drop, wenmai.bin / "wenmai", "build", folder, "--into", tmp_path / "out" / "c"],
        capture_output=True, encoding="utf-8", env=wenmai.environment(HOME=str(tmp_path)), check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    problems = [line for line in done.stderr.splitlines() if line.startswith("wenmai: ")]
    named = {
        name: [p for p in problems if p.startswith(f"wenmai: {name}")]
        for name in ("空.txt", "乱.txt", "图.txt", "断链.txt", "锁.txt")
    }
    assert {name: len(lines) for name, lines in named.items()} == dict.fromkeys(named, 1), done.stderr
    assert len(problems) == 5
    assert "2 new, 0 changed, 0 unchanged, 5 failed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(["build", "nowhere", "--into", "c"], 1, "wenmai: nowhere", id="missing path"),
        pytest.param(
            ["query", "top-entities", "--from", "c"],
            3,
            "no corpus here; first run wenmai build",
            id="no corpus",
        ),
        pytest.param(["export", "html", "--from", "c"], 3, "no corpus here", id="nothing to export"),
        pytest.param(
            ["extract", ".", "--model", "zh_core_web_sm"], 4, "name squat", id="official pipeline missing"
        ),
        pytest.param(
            ["extract", ".", "--model", "zh_nothing"], 4, "no pipeline zh_nothing", id="unknown pipeline"
        ),
        pytest.param(
            ["extract", ".", "--encoding", "klingon"],
            2,
            "no encoding is called klingon",
            id="unknown encoding",
        ),
        pytest.param(["extract", ".", "--place", "乌有市"], 2, "乌有市", id="unknown place"),
    ],
)
def test_problems_are_one_line(words: list[str], code: int, says: str, wenmai: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    ran = wenmai(*words, cwd=tmp_path, code=code)
    lines = [line for line in ran.err.splitlines() if line.startswith("wenmai: ")]
    assert len(lines) == 1, ran.err
    assert says in lines[0]


def test_query_list_names_every_query(wenmai: Any, tmp_path: Path) -> None:
    shipped = {path.stem for path in (Path(__file__).parents[3] / "queries").glob("*.cypher")}
    out = wenmai("query", "--list", cwd=tmp_path).out
    assert set(re.findall(r"^([a-z-]+)$", out, re.M)) == shipped
    required = {
        "top-entities", "partners", "common-neighbours", "path", "edge-evidence", "bridges",
        "people-with-organisation", "programmes-by-organisation", "growth-by-month", "alias",
    }  # fmt: skip
    assert required <= shipped


def test_query_forms(corpus: Path, wenmai: Any, tmp_path: Path) -> None:
    words = ["query", "top-entities", "--param", "kind=PERSON", "--param", "limit=2", "--from", str(corpus)]
    rows = json.loads(wenmai(*words, "--json", cwd=tmp_path).out)
    assert [row["kind"] for row in rows] == ["PERSON", "PERSON"]
    table = list(csv.DictReader(io.StringIO(wenmai(*words, "--csv", cwd=tmp_path).out)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert wenmai(*words, cwd=tmp_path).out.splitlines()[2].startswith(rows[0]["id"])


def test_query_cypher(corpus: Path, wenmai: Any, tmp_path: Path) -> None:
    ask = "MATCH (e:Entity) WHERE e.mentions >= $least RETURN count(e) AS n"
    [row] = json.loads(
        wenmai("query", ask, "--param", "least=1", "--from", str(corpus), "--json", cwd=tmp_path).out
    )
    graph = json.loads((export(corpus, wenmai, "json", tmp_path)).read_text(encoding="utf-8"))
    assert row == {"n": sum(node["mentions"] >= 1 for node in graph["nodes"])}


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(["MATCH (n) DETACH DELETE n"], 5, "only read, not write", id="a write"),
        pytest.param(["MATCH (n RETURN n"], 5, "the query failed", id="a syntax error"),
        pytest.param(["partner"], 2, "near it: partners", id="a name misspelled"),
        pytest.param(["zzz"], 2, "no query is called 'zzz' (wenmai query --list", id="nothing near it"),
        pytest.param(["partners"], 2, "needs name; add --param name=", id="a parameter missing"),
        pytest.param(
            ["partners", "--param", "name=x", "--param", "limit=many"], 2, "wrong type", id="a wrong type"
        ),
        pytest.param(["partners", "--param", "name"], 2, "NAME=VALUE", id="no ="),
    ],
)
def test_query_problems(
    words: list[str], code: int, says: str, corpus: Path, wenmai: Any, tmp_path: Path
) -> None:
    ran = wenmai("query", *words, "--from", str(corpus), cwd=tmp_path, code=code)
    assert ran.out == ""
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_name_that_no_one_bears_is_said(corpus: Path, wenmai: Any, tmp_path: Path) -> None:
    ran = wenmai("query", "partners", "--param", "name=钒谷科", "--from", str(corpus), cwd=tmp_path)
    assert ran.err.startswith("no entity is called 钒谷科; names that hold it: ORG:")


def test_the_corpus_cannot_be_the_papers(wenmai: Any, pages: Callable[..., Path], tmp_path: Path) -> None:
    folder = pages({"a.txt": PAGE})
    ran = wenmai("build", str(folder), "--into", str(folder), cwd=tmp_path, code=2)
    assert "the corpus cannot be the papers' own folder" in ran.err
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_a_path_that_is_not_there_prunes_nothing(
    wenmai: Any, pages: Callable[..., Path], tmp_path: Path
) -> None:
    folder = pages({"a.txt": PAGE})
    wenmai("build", str(folder), "--into", "c", cwd=tmp_path)
    ran = wenmai("build", "papres", "--into", "c", "--prune", cwd=tmp_path, code=1)
    assert "no source was removed" in ran.err
    assert "c: sources 1," in ran.err


def test_the_demo_leaves_a_corpus_of_others_alone(
    wenmai: Any, pages: Callable[..., Path], tmp_path: Path
) -> None:
    wenmai("build", str(pages({"a.txt": PAGE})), "--into", "corpus", cwd=tmp_path)
    before = (tmp_path / "corpus" / "corpus.sqlite").read_bytes()
    ran = wenmai("demo", ".", cwd=tmp_path, code=2)
    assert "is another corpus (it holds a.txt)" in ran.err
    assert (tmp_path / "corpus" / "corpus.sqlite").read_bytes() == before


def test_nothing_to_read_makes_no_corpus(wenmai: Any, tmp_path: Path) -> None:
    wenmai("build", "nowhere", "--into", "c", cwd=tmp_path, code=1)
    assert not (tmp_path / "c").exists()


def export(corpus: Path, wenmai: Any, form: str, into: Path) -> Path:
    path = into / f"graph.{form}"
    wenmai("export", form, "--from", str(corpus), "-o", str(path), cwd=into)
    return path


def test_exports_hold_the_same_graph(corpus: Path, wenmai: Any, tmp_path: Path) -> None:
    node_link = nx.node_link_graph(
        json.loads(export(corpus, wenmai, "json", tmp_path).read_text(encoding="utf-8")), edges="edges"
    )
    graphml = nx.read_graphml(export(corpus, wenmai, "graphml", tmp_path))
    gexf = nx.read_gexf(export(corpus, wenmai, "gexf", tmp_path))
    for graph in (graphml, gexf):
        assert set(graph) == set(node_link)
        assert {frozenset(e): graph.edges[e]["count"] for e in graph.edges} == {
            frozenset(e): node_link.edges[e]["count"] for e in node_link.edges
        }
    code = (
        "import sys; from wenmai.loaders import load_graph; "
        "g = load_graph(sys.argv[1]); print(len(g), g.size())"
    )
    out = subprocess.run(
        [wenmai.bin / "python", "-c", code, corpus],
        capture_output=True,
        text=True,
        check=True,
        env=wenmai.environment(),
    ).stdout
    assert out.split() == [str(len(node_link)), str(node_link.size())]


def test_two_builds_export_the_same_bytes(wenmai: Any, tmp_path: Path) -> None:
    sample = wenmai.site / "wenmai" / "seeds" / "articles"
    found = []
    for place, name in (("here", "one"), ("there/far", "another name")):
        home = tmp_path / place
        shutil.copytree(sample / "汉宁晚报", home / "papers")
        wenmai("build", "papers", "--into", name, cwd=home)
        found.append(
            {
                form: export(home / name, wenmai, form, home).read_bytes()
                for form in ("graphml", "gexf", "json", "html")
            }
        )
    assert found[0] == found[1]


def test_export_csv_prints_the_import(corpus: Path, wenmai: Any, tmp_path: Path) -> None:
    ran = wenmai("export", "csv", "--from", str(corpus), "-o", "tables", cwd=tmp_path)
    assert "database import full neo4j" in ran.out
    assert (tmp_path / "tables" / "entities.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("what", ["query", "extract"])
def test_a_reader_that_leaves_is_no_error(what: str, corpus: Path, wenmai: Any) -> None:
    words = {
        "query": f"query 'MATCH (s:Sentence) RETURN s.text AS t' --from '{corpus}'",
        "extract": f"extract --quiet '{wenmai.site}/wenmai/seeds/articles/汉宁晚报'",
    }[what]
    pipe = f"'{wenmai.bin}/wenmai' {words} | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", pipe],
        capture_output=True, text=True, env=wenmai.environment(), check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1

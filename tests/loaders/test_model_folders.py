"""Pipelines by name: what is not there, what is not one, and the label map behind others."""

import json
import subprocess
import sys

import pytest
import spacy

from wenmai.loaders.model import load_pipeline, model_path, pipeline_version, programs_by_rule
from wenmai.loaders.model.folders import declared_speed, pipeline_title
from wenmai.loaders.problems import ModelError

TEXT = "王秀兰代表晋中市政府到上海参加春耕博览会，考察江南大厦和“清水进村”行动。"
ONTONOTES = {"王秀兰": "PERSON", "晋中市政府": "ORG", "上海": "GPE", "春耕博览会": "EVENT", "江南大厦": "FAC"}


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def ruled(labels):
    """A pipeline that finds fixed words, with the given labels."""
    nlp = spacy.blank("zh")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": word} for word, label in labels.items()])
    return nlp


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Make a pip package of a pipeline as `spacy package` does, and put it where Python looks."""

    def install(nlp, name):
        nlp.meta.update(name=name, version="1.2.3")
        nlp.to_disk(tmp_path / "pipeline")
        out = tmp_path / "packages"
        out.mkdir()
        command = [sys.executable, "-m", "spacy", "package", tmp_path / "pipeline", out, "--build", "none"]
        subprocess.run(command, check=True, capture_output=True)
        monkeypatch.syspath_prepend(str(out / f"zh_{name}-1.2.3"))

    return install


def told(nlp):
    return [(ent.text, ent.label_) for ent in nlp(TEXT).ents]


def test_a_package_with_labels_of_ontonotes(installed):
    installed(ruled(ONTONOTES), "ontonotes_words")
    nlp = load_pipeline("zh_ontonotes_words")
    assert told(nlp) == [
        ("王秀兰", "PERSON"),
        ("晋中市政府", "ORG"),
        ("上海", "PLACE"),
        ("江南大厦", "PLACE"),
        ("“清水进村”行动", "PROGRAM"),
    ]
    assert programs_by_rule(nlp)
    assert pipeline_version("zh_ontonotes_words").startswith("zh_ontonotes_words 1.2.3 ")


def test_a_folder_with_our_labels_stays_as_it_is(tmp_path):
    ruled({"上海": "PLACE", "清水进村": "PROGRAM"}).to_disk(tmp_path)
    nlp = load_pipeline(str(tmp_path))
    assert nlp.pipe_names == ["entity_ruler"]
    assert told(nlp) == [("上海", "PLACE"), ("清水进村", "PROGRAM")]
    assert not programs_by_rule(nlp)


def test_an_official_pipeline_that_is_not_installed():
    with pytest.raises(ModelError) as problem:
        load_pipeline("zh_core_web_trf")
    assert str(problem.value) == (
        "the official pipeline zh_core_web_trf is not installed: "
        "run python -m spacy download zh_core_web_trf, "
        "or take it from https://github.com/explosion/spacy-models/releases; "
        "zh-core-web-sm on PyPI is a name squat and not spaCy's pipeline: never pip install it by name"
    )


def test_a_squatter_is_recognised_and_not_run(tmp_path, monkeypatch):
    package = tmp_path / "zh_core_web_sm"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('imported')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModelError) as problem:
        load_pipeline("zh_core_web_sm")
    assert str(problem.value) == (
        "the installed package zh_core_web_sm is no spaCy pipeline; "
        "zh-core-web-sm on PyPI is a name squat and not spaCy's pipeline: never pip install it by name"
    )


@pytest.mark.parametrize("name", ["zh_nobody_has_this", "no/such/folder", "../secret", "", "a.b"])
def test_an_unknown_name(name):
    with pytest.raises(ModelError, match="nor an installed package, nor the folder of a pipeline"):
        load_pipeline(name)


def test_model_path_knows_what_ships_only(tmp_path):
    ruled({"上海": "PLACE"}).to_disk(tmp_path)
    with pytest.raises(ModelError, match=r"no pipeline .* ships"):
        model_path(str(tmp_path))


def test_a_pipeline_that_names_nothing_we_know(tmp_path):
    ruled({"春耕博览会": "EVENT"}).to_disk(tmp_path)
    with pytest.raises(ModelError, match="names no persons, organisations or places"):
        load_pipeline(str(tmp_path))


def test_a_pipeline_that_does_not_load(tmp_path):
    ruled({"上海": "PLACE"}).to_disk(tmp_path)
    (tmp_path / "config.cfg").write_text('[nlp]\nlang = "zh"\npipeline = ["nobody"]\n', encoding="utf-8")
    with pytest.raises(ModelError, match="cannot load the pipeline") as problem:
        load_pipeline(str(tmp_path))
    assert "\n" not in str(problem.value)


def test_version_follows_what_describes_the_pipeline(tmp_path):
    ruled({"上海": "PLACE"}).to_disk(tmp_path)
    before = pipeline_version(str(tmp_path))
    assert pipeline_version(str(tmp_path)) == before
    meta = json.loads((tmp_path / "meta.json").read_text(encoding="utf-8"))
    (tmp_path / "meta.json").write_text(json.dumps(meta | {"description": "x"}), encoding="utf-8")
    assert pipeline_version(str(tmp_path)) != before


@pytest.mark.parametrize(
    "meta",
    [
        pytest.param(b"{", id="cut short"),
        pytest.param(b"[]", id="no object"),
        pytest.param(b'{"lang": "zh", "name": "ruler"}', id="no version"),
        pytest.param(b"\xff", id="no text"),
    ],
)
def test_a_damaged_description_is_told(meta, tmp_path):
    ruled({"上海": "PLACE"}).to_disk(tmp_path)
    (tmp_path / "meta.json").write_bytes(meta)
    for asked in (pipeline_version, pipeline_title, declared_speed):
        with pytest.raises(ModelError, match=r"meta\.json.*(install it again|请重新安装)") as problem:
            asked(str(tmp_path))
        assert "\n" not in str(problem.value)

"""The temperature of a pipeline: fitted on text with known answers, kept in its folder; the plot."""

import json
import math
from xml.etree import ElementTree as ET

import pytest

from wenmai.graph.score import Bin, Outcome
from wenmai.seeds.recipe.shipping.calibration import copy_temperature, log_loss, plot, set_temperature


def folder(path, **description):
    (path / "wenmai_encoder").mkdir(parents=True)
    (path / "wenmai_encoder" / "encoder.json").write_text(json.dumps(description), encoding="utf-8")
    return path


def temperature(path):
    return json.loads((path / "wenmai_encoder" / "encoder.json").read_text(encoding="utf-8"))["temperature"]


def test_log_loss():
    assert log_loss([Outcome(0.8, True), Outcome(0.5, False)]) == pytest.approx(
        -(math.log(0.8) + math.log(0.5)) / 2
    )
    assert log_loss([Outcome(1.0, False)]) == pytest.approx(-math.log(0.0005))
    assert log_loss([]) == 0


def test_temperatures_multiply_and_are_copied(tmp_path):
    held, all_ = folder(tmp_path / "held", tags=["O"]), folder(tmp_path / "all", tags=["O"], temperature=7)
    set_temperature(held, 1.5)
    set_temperature(held, 1.2)
    copy_temperature(held, all_)
    assert (temperature(held), temperature(all_)) == (1.8, 1.8)


def test_the_plot_is_svg_with_a_bar_for_each_bin():
    text = plot([Bin(0.8, 12, 0.85, 0.9), Bin(0.9, 30, 0.97, 1.0)], "zh_wenmai_sm")
    root = ET.fromstring(text)  # noqa: S314 our own text
    space = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f".//{space}circle")) == 2
    texts = [one.text for one in root.findall(f".//{space}text")]
    assert {"zh_wenmai_sm", "12", "30"} <= set(texts)

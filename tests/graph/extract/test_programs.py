"""Programmes by their form. The sentences are our own; names of national programmes are real."""

import pytest

from wenmai.graph.extract.programs import programs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("启动“清水进村”行动。", ["“清水进村”行动"], id="quoted, class noun behind"),
        pytest.param("开展“暖企同行”中小企业服务行动", ["“暖企同行”中小企业服务行动"], id="words between"),
        pytest.param("编制“十五五”规划纲要", ["“十五五”规划纲要"], id="plan and outline"),
        pytest.param("“三北”工程攻坚战打响", ["“三北”工程攻坚战"], id="two class nouns"),
        pytest.param("实施“百村示范计划”，", ["百村示范计划"], id="the whole name quoted"),
        pytest.param(
            "印发《全民健身实施方案（2026年版）》", ["全民健身实施方案（2026年版）"], id="title of a plan"
        ),
        pytest.param("《江边的人》上映", [], id="title of a film"),
        pytest.param("共建“一带一路”国家", ["一带一路"], id="known name"),
        pytest.param("南水北调东线工程通水", ["南水北调东线工程"], id="known name, longest form"),
        pytest.param("打了“开门红”，产值增长", [], id="figure of speech"),
        pytest.param("破解“老大难”的改革", [], id="no part of the name"),
        pytest.param("“甲”行动", [], id="too short"),
        pytest.param("实施西部大开发和“春风到家”工程", ["西部大开发", "“春风到家”工程"], id="two"),
    ],
)
def test_programs(text, names):
    assert [text[found.start : found.end] for found in programs(text)] == names

"""What entities are called, and what is known of them."""

from __future__ import annotations

import pytest
from marked_document import document

from wenmai.graph.entity import resolve
from wenmai.graph.values import Alias
from wenmai.loaders.lists import load_gazetteer, load_names


def entity(marked, surface, *, place=None):
    page = document(marked)
    found = resolve([page], gazetteer=load_gazetteer(), names=load_names(), place=place)
    mention = next(m for m in page.mentions if m.text == surface)
    return next(e for e in found.entities if e.id == found.entity_of[mention.key])


@pytest.mark.parametrize(
    ("marked", "surface", "known"),
    [
        pytest.param("〔晋中日报〕{O:市委}书记。", "市委", ("ORG:晋中市委", "晋中市委"), id="relative"),
        pytest.param(
            "{O:祁县经济开发区}、{O:县自然资源局}。",
            "县自然资源局",
            ("ORG:祁县自然资源局", "祁县自然资源局"),
            id="the county's own bureau",
        ),
        pytest.param(
            "〔晋中日报〕{O:市科技局}立项，{O:市科学技术局}局长说。",
            "市科技局",
            ("ORG:晋中市科技局", "晋中市科学技术局"),
            id="the longest form that the text gives",
        ),
        pytest.param(
            "{O:中共晋中市委}、{O:晋中市人民政府}。",
            "晋中市人民政府",
            ("ORG:晋中市政府", "晋中市人民政府"),
            id="government",
        ),
        pytest.param(
            "{O:中国共产党祁县委员会}。",
            "中国共产党祁县委员会",
            ("ORG:祁县委", "祁县委"),
            id="party committee",
        ),
        pytest.param(
            "{O:发改委}通知。",
            "发改委",
            ("ORG:国家发展和改革委员会", "国家发展和改革委员会"),
            id="ministry by its official name",
        ),
        pytest.param(
            "{O:工信部}通知。", "工信部", ("ORG:工业和信息化部", "工业和信息化部"), id="a second ministry"
        ),
        pytest.param(
            "{O:天津市南开区委}。", "天津市南开区委", ("ORG:天津市南开区委", "天津市南开区委"), id="district"
        ),
        pytest.param(
            "{O:平鲁区委}。",
            "平鲁区委",
            ("ORG:朔州市平鲁区委", "朔州市平鲁区委"),
            id="a district has its city",
        ),
        pytest.param(
            "{O:青禾信息技术有限公司}开业。",
            "青禾信息技术有限公司",
            ("ORG:青禾信息技术", "青禾信息技术有限公司"),
            id="company",
        ),
        pytest.param("{L:晋中}。", "晋中", ("PLACE:晋中市", "晋中市"), id="place"),
        pytest.param(
            "{L:榆次}。", "榆次", ("PLACE:晋中市榆次区", "晋中市榆次区"), id="district with its city"
        ),
        pytest.param(
            "{L:朝阳区}。", "朝阳区", ("PLACE:朝阳区（a.txt#a0）", "朝阳区"), id="open: of this article only"
        ),
        pytest.param(
            "{L:浙江宁波市周王庙镇}。", "浙江宁波市周王庙镇", ("PLACE:周王庙镇", "周王庙镇"), id="town"
        ),
        pytest.param("{L:俄}方。", "俄", ("PLACE:俄罗斯", "俄罗斯"), id="country"),
        pytest.param("{P:王伟}说。", "王伟", ("PERSON:王伟", "王伟"), id="person"),
        pytest.param(
            "{O:平鲁区教育局}局长{P:王伟}说。",
            "王伟",
            ("PERSON:王伟（平鲁区）", "王伟"),
            id="a common name has its place",
        ),
        pytest.param(
            "{O:国务院}总理{P:李强}。", "李强", ("PERSON:李强", "李强"), id="an office of the state"
        ),
        pytest.param(
            "{O:市委}。", "市委", ("ORG:市委（a.txt）", "市委"), id="unresolved: of this source only"
        ),
        pytest.param(
            "〔城市之声〕{O:市委}。",
            "市委",
            ("ORG:市委（城市之声）", "市委"),
            id="unresolved: of this paper only",
        ),
        pytest.param(
            "{G:“一起兴企”中小企业服务行动}。",
            "“一起兴企”中小企业服务行动",
            ("PROGRAM:一起兴企中小企业服务行动", "“一起兴企”中小企业服务行动"),
            id="programme",
        ),
    ],
)
def test_id_and_name(marked, surface, known):
    found = entity(marked, surface)
    assert (found.id, found.name) == known


@pytest.mark.parametrize(
    ("marked", "surface", "known"),
    [
        pytest.param("{L:晋中}。", "晋中", ("1407", None, "PLACE:山西省"), id="prefecture"),
        pytest.param("{L:榆次区}。", "榆次区", ("140702", None, "PLACE:晋中市"), id="district"),
        pytest.param("{L:山西}。", "山西", ("14", None, "PLACE:中国"), id="province"),
        pytest.param(
            "{L:朝阳区}在{L:北京}。", "朝阳区", ("110105", None, "PLACE:北京市"), id="by the other places"
        ),
        pytest.param("{L:法国}。", "法国", (None, "FR", None), id="country"),
        pytest.param(
            "{L:山东烟台海域}。", "山东烟台海域", (None, None, "PLACE:烟台市"), id="waters off a city"
        ),
        pytest.param(
            "{L:龙门铺渔鼓馆}。", "龙门铺渔鼓馆", (None, None, None), id="no part of a county far away"
        ),
        pytest.param(
            "{L:广东}的{L:龙门温泉}。",
            "龙门温泉",
            (None, None, "PLACE:龙门县"),
            id="in a county that is near",
        ),
        pytest.param(
            "{O:湖南沅川市青石县教育局}、{L:青石县}。",
            "青石县",
            (None, None, "PLACE:沅川市"),
            id="a chain of places",
        ),
        pytest.param("{L:钱塘江}。", "钱塘江", (None, None, None), id="river"),
        pytest.param("{O:晋中市委}。", "晋中市委", (None, None, "PLACE:晋中市"), id="a body's place"),
        pytest.param("{O:财政部}。", "财政部", (None, None, None), id="a ministry has none"),
        pytest.param(
            "{L:平鲁区井坪镇}。", "平鲁区井坪镇", ("140603100", None, "PLACE:朔州市平鲁区"), id="town"
        ),
        pytest.param(
            "{L:湖南沅川市}、{L:沅川市}。",
            "沅川市",
            (None, None, "PLACE:湖南省"),
            id="unlisted, in a province",
        ),
        pytest.param("{L:沅川市}。", "沅川市", (None, None, None), id="unlisted, perhaps abroad"),
        pytest.param(
            "{L:沅川市青石县}、{L:青石县}。", "青石县", (None, None, "PLACE:沅川市"), id="both unlisted"
        ),
        pytest.param(
            "{L:忻州市江东区}、{L:江东区}。",
            "江东区",
            (None, None, "PLACE:忻州市"),
            id="unlisted, in a city",
        ),
        pytest.param("{O:青石县教育局}。", "青石县教育局", (None, None, "PLACE:青石县"), id="its body"),
        pytest.param(
            "〔沅川日报〕{L:沅川市}{L:海龙屯镇}修路。",
            "海龙屯镇",
            (None, None, "PLACE:沅川市"),
            id="unlisted town",
        ),
    ],
)
def test_codes_and_parents(marked, surface, known):
    found = entity(marked, surface)
    assert (found.adcode, found.iso, found.parent) == known


def test_aliases_say_why():
    marked = "〔晋中日报〕{O:市委}书记{P:郝存善}说。{O:中共晋中市委}印发通知。"
    assert entity(marked, "市委").aliases == (
        Alias("中共晋中市委", "form"),
        Alias("市委", "relative:publication", "晋中日报", 0.9),
    )


def test_learnt_place_of_a_paper_is_less_sure():
    marked = "〔沅川日报〕{L:沅川市}降雨。{O:市委}书记{P:贺启明}讲话。"
    assert entity(marked, "市委").aliases == (Alias("市委", "relative:learnt", "沅川日报", 0.8),)


@pytest.mark.parametrize(
    ("marked", "known"),
    [
        pytest.param(
            "〔海泰日报〕{L:海泰市}、{L:周王庙镇}。", ("PLACE:周王庙镇", None, None), id="of an unlisted city"
        ),
        pytest.param(
            "〔海泰日报〕{L:浙江}、{L:周王庙镇}。",
            ("PLACE:周王庙镇", "330481105", "PLACE:海宁市"),
            id="its province is named",
        ),
        pytest.param(
            "〔晋中日报〕{L:周王庙镇}。",
            ("PLACE:周王庙镇", "330481105", "PLACE:海宁市"),
            id="of a listed city",
        ),
    ],
)
def test_town_of_a_listed_name(marked, known):
    found = entity(marked, "周王庙镇")
    assert (found.id, found.adcode, found.parent) == known


def test_ancestors_up_to_the_country():
    page = document("{L:榆次区}。")
    found = resolve([page], gazetteer=load_gazetteer(), names=load_names())
    assert [(e.id, e.parent) for e in found.ancestors] == [
        ("PLACE:中国", None),
        ("PLACE:山西省", "PLACE:中国"),
        ("PLACE:晋中市", "PLACE:山西省"),
    ]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        pytest.param("晋中市", "晋中市委", id="in full"),
        pytest.param("山西晋中", "晋中市委", id="in short, the province before it"),
        pytest.param("祁县", "晋中市委", id="a county lies in a city"),
    ],
)
def test_place_given_by_the_user(place, name):
    assert entity("{O:市委}会议。", "市委", place=place).name == name


def test_the_text_outranks_the_place_given():
    assert entity("{L:太原市}降雪。{O:市委}会议。", "市委", place="晋中市").name == "太原市委"


@pytest.mark.parametrize(
    ("place", "message"),
    [
        pytest.param("蓬莱仙岛", "no division is called 蓬莱仙岛", id="unknown"),
        pytest.param("朝阳区", "several divisions are called 朝阳区", id="several"),
    ],
)
def test_place_that_cannot_be_meant(place, message):
    with pytest.raises(ValueError, match=message):
        entity("{O:市委}会议。", "市委", place=place)


def test_what_the_context_resolved_is_told_by_mention():
    page = document("〔晋中日报〕{O:市委}书记{P:郝存善}说。{O:财政部}发文。")
    found = resolve([page], gazetteer=load_gazetteer(), names=load_names())
    assert dict(found.by_context) == {
        page.mentions[0].key: Alias("市委", "relative:publication", "晋中日报", 0.9)
    }


def test_dateline_of_an_agency_names_no_local_body():
    marked = "〔人民日报/agency=新华社/dateline=北京〕{b:O:新华社}{b:L:北京}电 {O:市委}有关负责人介绍。"
    assert entity(marked, "市委").flags == ("unresolved",)

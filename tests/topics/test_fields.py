"""Fields: names that only the news of one field has, and what shows them there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.finding import written

from digest.model import Metadata, Topic, TopicKind
from digest.text.fold import key
from digest.topics import find_topics
from digest.topics.drugs import drugs, is_drug
from digest.topics.mending import mended
from digest.topics.segment import Token


def _names(text: str) -> dict[str, Topic]:
    return {
        key(form): topic
        for topic in find_topics([written(text)])
        for form in (topic.name, *topic.aliases)
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "同类药物还有依洛尤单抗、阿利西尤单抗和英克司兰。",
            ["依洛尤单抗", "阿利西尤单抗", "英克司兰"],
        ),
        ("服用氯吡格雷或者利伐沙班。", ["氯吡格雷", "利伐沙班"]),
        ("对阿托伐他汀不耐受", ["阿托伐他汀"]),
        ("演员斯·洛普利·特到场,缴费普利。", []),
    ],
)
def test_drugs_are_known_by_their_ends(text: str, names: list[str]) -> None:
    """However little stands around them."""
    assert [*drugs(text)] == names
    assert all(map(is_drug, names))


def test_a_drug_told_once_is_a_product() -> None:
    """Its name is enough."""
    assert _names("国内获批的还有依洛尤单抗。")["依洛尤单抗"].kind is TopicKind.PRODUCT


@pytest.mark.parametrize(
    ("text", "team"),
    [
        ("滇池白鹭1比1战平鹿城飞马。", "滇池白鹭"),
        ("滇池白鹭1比1战平鹿城飞马。", "鹿城飞马"),
        ("她将在第15轮中对阵南浦海燕。", "南浦海燕"),
        ("主队以3比2逆转战胜渤州铁人。", "渤州铁人"),
        ("边锋随临江虎鲸女足出发。", "临江虎鲸女足"),
    ],
)
def test_the_sides_of_a_match_are_teams(text: str, team: str) -> None:
    """Also where their names are plain words behind a place."""
    assert _names(text)[key(team)].kind is TopicKind.ORG


def test_what_is_overcome_without_a_score_is_no_team() -> None:
    """战胜 is said of much."""
    assert key("上海困难") not in _names("我们战胜上海困难。")


def test_a_team_is_one_with_its_town_and_without() -> None:
    """Where only one is called so."""
    text = "临江虎鲸队客场获胜,虎鲸队升至榜首。虎鲸队教练说好,虎鲸队踢得不错。看,虎鲸队来了。"
    names = _names(text)
    assert names["临江虎鲸队"] is names["虎鲸队"]


def test_a_cup_is_one_with_what_is_played_for_it() -> None:
    """长江杯 and 长江杯网球公开赛."""
    names = _names("长江杯网球公开赛10日开幕,长江杯去年停办。冠军可获得长江杯和奖金。")
    assert names["长江杯"] is names["长江杯网球公开赛"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("球队暂借临江师范大学体育场比赛。", "临江师范大学"),
        ("另一家企业康渡医药的口服药也在名单上。康渡医药很高兴。", "康渡医药"),
        ("公司首席医学官宓若岚表示满意。", "宓若岚"),
    ],
)
def test_names_begin_behind_what_they_are_told_of(text: str, name: str) -> None:
    """A verb, a count, a sort of firm, an office."""
    names = _names(text)
    assert names[key(name)].name == name


def test_how_many_there_are_is_no_part_of_a_name() -> None:
    """百款大模型 are no product."""
    assert key("百款大模型") not in _names("市面上已有近百款大模型。百款大模型问世。")


def test_a_plain_adjective_in_marks_is_no_product() -> None:
    """实用 stays a word beside what is so."""
    assert "实用" not in _names("做“实用”大模型不易,“实用”大模型难求。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("集团的住宅项目「沄岸」推出首批单位。", "沄岸"),
        ("团队用了一种叫“层间蒸馏”的方法。", "层间蒸馏"),
        ("在半年内兼容ONNX和Triton。", "ONNX"),
        ("本地虚拟银行汇立银行是租户。", "汇立银行"),
        ("老股东元禾控股跟投。", "元禾控股"),
        ("需要使用自研的编译器TopCore。", "TopCore"),
        ("按灼识咨询的统计,它排第四。", "灼识咨询"),
        ("创办人夫妇车晓东与邝美琪合共持股57%。", "邝美琪"),
        ("治疗高甘油三酯血症。", "高甘油三酯血症"),
        ("华为自研的达芬奇架构技术领先。", "达芬奇架构"),
        ("动画片《白雪公主》画了好几年。", "白雪公主"),
    ],
)
def test_names_told_once_are_found_by_what_stands_before_them(text: str, name: str) -> None:
    """Or by their own last word."""
    assert _names(text)[key(name)].name == name


def test_a_term_of_the_title_is_a_topic() -> None:
    """Also where the dictionary holds it as a plain word."""
    titled = replace(written("它接手葵涌的数据中心。"), metadata=Metadata(title="接手数据中心"))
    assert "数据中心" in {topic.name for topic in find_topics([titled])}
    assert "数据中心" not in _names("它接手葵涌的数据中心。")


def test_single_characters_before_what_a_firm_is_called_by_are_one() -> None:
    """The segmenter took a number and a family name for two words."""
    cut = [Token(0, 1, "万", "m"), Token(1, 2, "杨", "nr"), Token(2, 4, "资本", "n")]
    assert [token.word for token in mended(cut)] == ["万杨", "资本"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("並結合水利署的「逕流分擔」計畫。", "逕流分擔"),
        ("他回應近日的「便當門」風波。", "便當門"),
        ("並邀請成功大學水利系教授審查。", "成功大學"),
    ],
)
def test_names_of_local_news(text: str, name: str) -> None:
    """As desks in Taiwan write them."""
    assert _names(text)[key(name)].name == name


def test_a_paper_is_told_by_its_poll() -> None:
    """《云嘉时报》民调 is the paper's."""
    assert _names("最新的《云嘉时报》民调显示领先。")["云嘉时报"].kind is TopicKind.ORG

"""What a sentence is judged by is noticed at the first glance that most sentences get alone."""

from __future__ import annotations

import pytest

from digest.briefing.summary_units import Unit
from digest.briefing.summary_worth import _by_manner, _has_manner
from digest.model import Span

MANNERS = [
    "现场响起热烈的掌声!",
    "工人脸上都是汗",
    "成绩令人吃惊",
    "这让人想起往年",
    "街上一派忙碌",
    "处处洋溢喜气",
    "他不禁落泪",
    "专家惊叹不已",
    "城市灯光亮起",
    "他难掩激动",
    "他接受本报采访",
    "校长接受专访。",
    "记者采访了三家企业",
    "今天我们一起看",
    "该公司还推动合作",
    "市场也扩大了",
    "股价又涨了",
    "影响不仅限于欧洲",
    "并不局限于城市",
    "改革不止于此",
    "南方同样如此",
    "产品层面,升级完成",
    "价格方面,涨幅收窄",
    "虽然冷,游客不少",
    "尽管贵,销量不低",
    "固然好,难以推广",
    "在大会结束之后,双方签约",
    "自三月开业以来,客流增加",
    "随着气温回升,农民下地",
    "过去五年间,产值翻番",
    "近年来,需求增加",
    "众所周知,水往低处流",
    "长期以来,两地往来密切",
    "一直以来,港口繁忙",
    "全国首个园区",
    "全球唯一工厂",
    "亚洲第一家门店",
    "史上最大订单",
    "重磅产品",
    "本届重头戏",
    "最大亮点",
    "产业里程碑",
    "最重要的一步",
    "标志着转型",
    "关键一步",
    "历史性成果",
    "公司推出“星河芯片”",
    "年内将投产",
    "三个月内完成",
    "半年内可以交付",
    "明年初将开工",
    "年底前建成",
    "2027年上半年实现量产",
    "2030年底会完成",
    "结果不难理解",
    "前景可想而知",
    "作用不言而喻",
    "价值毋庸置疑",
    "结局拭目以待",
    "行业未来可期",
    "此举意义重大",
]


@pytest.mark.parametrize("plain", MANNERS)
def test_every_manner_is_noticed(plain: str) -> None:
    """A sentence whose manner counts is looked at closely."""
    unit = Unit(Span(0, len(plain)), 1, 1, plain)
    assert _by_manner(0.0, unit, answers=False) != 0.0
    assert _has_manner(plain)


def test_most_sentences_have_no_manner() -> None:
    """A plain statement is not looked at a second time."""
    plain = "该厂三月交付设备四百台,比上月多两成。"
    unit = Unit(Span(0, len(plain)), 1, 1, plain)
    assert not _has_manner(plain)
    assert _by_manner(0.0, unit, answers=False) == 0.0

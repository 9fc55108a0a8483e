"""Dates: what they resolve to, and when they stay unresolved."""

from __future__ import annotations

import pytest
from support.figures import PUBLISHED, figures_of, paragraphs_of, seed

from digest.figures import infer_published
from digest.model import FigureKind


def resolved(text: str, published: str = "") -> list[str | None]:
    """What the dates of a text come to."""
    return [f.resolved for f in figures_of(text, published) if f.kind is FigureKind.DATE]


@pytest.mark.parametrize(
    ("text", "published", "wanted"),
    [
        ("2023年5月6日推出", "", ["2023-05-06"]),
        ("去年12月启动", "2023-08-16", ["2022-12"]),
        ("明年上半年发布", "2023-08-16", ["2024-H1"]),
        ("他后年退休", "2023-08-16", ["2025"]),
        ("本来要对标,然后年内发布", "2023-08-16", ["2023"]),
        ("2023年5月发布;6月9日升级", "2024-03-08", ["2023-05", "2023-06-09"]),
        ("2023年5月发布,6月9日升级", "2024-03-08", ["2023-05", "2023-06-09"]),
        ("2023年股价上涨,截至3月7日收盘", "2024-03-08", ["2023", "2024-03-07"]),
        ("1月底发布预告", "2024-03-08", ["2024-01"]),
        ("12月开工", "2024-03-08", ["2023-12"]),
        ("将于12月开工", "2024-03-08", ["2024-12"]),
        ("民國112年舉行", "", ["2023"]),
        ("记者5日获悉", "2024-03-08", ["2024-03-05"]),
        ("记者28日获悉", "2024-03-08", ["2024-02-28"]),
        ("上周五公布", "2024-12-15", ["2024-12-06"]),
        ("8月15日召开", "", [None]),
        ("去年底发布", "", [None]),
        ("2018年至2022年间", "", ["2018/2022"]),
        ("从2004年至今", "", ["2004/.."]),
    ],
)
def test_resolution(text: str, published: str, wanted: list[str | None]) -> None:
    """A date resolves against its sentence and the article's date, and never against today."""
    assert resolved(text, published) == wanted


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_the_seeds_own_dates(name: str) -> None:
    """What is inferred agrees with the true date as far as it goes."""
    text = seed(name)
    told = infer_published(text, paragraphs_of(text))
    assert told is None or PUBLISHED[name].startswith(told[0])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("新华社北京2024年5月6日电 国务院日前印发通知", "2024-05-06"),
        ("发布时间:2024-05-06 10:30", "2024-05-06"),
        ("公司去年(2023年)扭亏", "2024"),
        ("5月6日,公司召开会议", None),
        ("公司2021年成立,2022年营收1亿元", None),
        ("2024年公司将投产,今年以来营收增长", None),
    ],
)
def test_published_is_told_or_left_open(text: str, wanted: str | None) -> None:
    """A date needs words to rest on; without them there is none."""
    told = infer_published(text, paragraphs_of(text))
    assert (told and told[0]) == wanted
    assert told is None or told[1]

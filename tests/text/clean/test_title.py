"""Titles: the line that is one, or else words of the text's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.briefing import Judged, judged

from digest.briefing.summary_words import words
from digest.text.clean.lines import lines_of
from digest.text.clean.title import LEAST, MOST, made_title, title_line, without_site
from digest.text.fold import simplified

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
BODY = "国家统计局今天发布了七月份的数据，各项指标总体平稳，符合此前市场各方的预期。"


@pytest.mark.parametrize(
    "line",
    [
        "7月份国民经济恢复态势延续",
        "大模型价格战，谁能笑到最后？",
        "央行升息半碼 房貸族壓力增",
        "國家統計局:8月國民經濟恢復向好",
        "# 一个标题",
    ],
)
def test_a_short_first_line_is_the_title(line: str) -> None:
    """It is no sentence and stands above something longer."""
    assert title_line(list(lines_of(f"{line}\n{BODY}"))) == line.lstrip("# ")


@pytest.mark.parametrize(
    "line",
    [
        *(BODY, "破局已现。", "誰是AI界的余承東,劉慶峰顯然算一個。", "记者说：", "12:30", "2023"),
        "澎湃新闻记者 周玲",
    ],
)
def test_a_first_sentence_is_no_title(line: str) -> None:
    """What ends as a sentence, or says nothing, is no title."""
    assert title_line(list(lines_of(f"{line}\n{BODY}{BODY}"))) is None


def test_a_line_alone_is_no_title() -> None:
    """It is all there is to read."""
    assert title_line(list(lines_of("7月份国民经济恢复态势延续"))) is None


def test_the_name_of_the_site_is_no_part_of_a_title() -> None:
    """Pages put it behind their titles."""
    assert without_site("央行宣布降准_新浪财经_新浪网") == "央行宣布降准"
    assert without_site("央行宣布降准 - 新华网") == "央行宣布降准"
    assert without_site("GPT-4 发布一周年") == "GPT-4 发布一周年"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_a_made_title_is_a_piece_of_the_text(seed: Path) -> None:
    """Verbatim, of a length that fits a list, and with no quotation left open."""
    text = seed.read_text("utf-8")
    title = made_title(list(lines_of(text)))
    assert title in text
    assert LEAST <= len(title) <= MOST
    assert title.count("“") == title.count("”")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "8月15日,科大讯飞召开星火认知大模型V2.0升级发布会,重点升级代码能力和多模态能力。",
            "科大讯飞召开星火认知大模型V2.0升级发布会",
        ),
        (
            "新华社北京8月16日电（记者 张三）国家统计局发布七月份经济数据，引发关注。",
            "国家统计局发布七月份经济数据",
        ),
        ("短讯", "短讯"),
        ("", ""),
    ],
)
def test_a_made_title_says_what_happened(text: str, title: str) -> None:
    """The clause with actor and act, without day and dateline."""
    assert made_title(list(lines_of(text))) == title


def test_a_number_is_not_cut() -> None:
    """A comma or point between digits parts no clauses."""
    title = made_title(list(lines_of("公司公布总市值为1,164亿元,股价上涨3.5%左右。")))
    assert "1,164亿元" in title


@given(st.text("国家发布，。“”A1 \n", max_size=80))
def test_every_text_has_a_title(text: str) -> None:
    """Never longer than a list shows, always the text's own words."""
    title = made_title(list(lines_of(text)))
    assert len(title) <= MOST
    assert title in text
    if any(character.isalnum() for line in text.splitlines()[:1] for character in line):
        assert title


TITLED = [text for text in judged() if not text.raw.startswith(text.sentences[0])]
LEAST_SHARE = 0.25
"""Of the words of titles that people gave, in those that are made; measured .29, before the rules
for notices .19."""


def test_made_titles_say_what_given_ones_say() -> None:
    """Of news whose title was taken away, the made title has a good part of its words."""
    shares = []
    for text in TITLED:
        given, _, body = text.raw.partition("\n\n")
        made = words(simplified(made_title(list(lines_of(body)))))
        wanted = words(simplified(given))
        shares.append(len(made & wanted) / len(wanted))
    assert sum(shares) / len(shares) >= LEAST_SHARE


@pytest.mark.parametrize("text", TITLED, ids=lambda text: text.name)
def test_a_made_title_fits_and_stands_in_the_text(text: Judged) -> None:
    """It has 12 to 28 characters, is verbatim, and says more than who tells it or when."""
    body = text.raw.partition("\n\n")[2]
    title = made_title(list(lines_of(body)))
    assert LEAST <= len(title) <= MOST
    assert title in body
    assert not title.startswith(("但", "同比", "截至", "对此", "计划"))
    assert not title.endswith(("表示", "通报", "获悉", "的", "了"))


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (
            "中国地震台网测定,16日4时53分在雪岭州措拉县发生6.1级地震,震源深度10公里。",
            "雪岭州措拉县发生6.1级地震",
        ),
        (
            "创立于1926年的老字号糕点铺“福源斋”昨日在新加坡开出海外首店,首日销售额突破3万新元。",
            "老字号糕点铺“福源斋”昨日在新加坡开出海外首店",
        ),
    ],
)
def test_the_end_of_a_long_clause_can_be_a_title(body: str, title: str) -> None:
    """A clause that is too long or begins with the hour is cut where its place or thing begins."""
    assert made_title(list(lines_of(body))) == title

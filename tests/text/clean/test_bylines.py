"""Bylines, datelines and speakers: who reports, and who speaks."""

from __future__ import annotations

import pytest

from digest.model import Metadata
from digest.text.clean.bylines import byline, dateline, opening, speakers
from digest.text.clean.lines import Line, lines_of

NEWS = "国家统计局发布数据显示，经济总体平稳。"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            "新华社北京8月16日电（记者 张晓明、李丽）",
            Metadata(source="新华社", author="张晓明 李丽"),
        ),
        ("中新网8月16日电，", Metadata(source="中新网")),
        ("央广网北京9月16日消息(记者费磊)", Metadata(source="央广网", author="费磊")),
        (
            "中國青年報客戶端北京9月15日電(中青報·中青網見習記者 趙麗梅)",
            Metadata(source="中國青年報", author="趙麗梅"),
        ),
        ("（中央社記者王大明台北8日電）", Metadata(source="中央社", author="王大明")),
        ("（中央社記者王明台北8日電）", Metadata(source="中央社", author="王明")),
        ("〔記者張三豐／台北報導〕", Metadata(author="張三豐")),
        ("記者張三／綜合報導　", Metadata(author="張三")),
        ("本报讯（记者 张三）", Metadata(author="张三")),
        ("IT之家 8 月 16 日消息，", Metadata(source="IT之家")),
        ("钛媒体App 8月16日消息，", Metadata(source="钛媒体")),
        ("《科创板日报》8月16日讯（记者 张洋洋）", Metadata(source="科创板日报", author="张洋洋")),
        ("香港文匯報訊（記者 李明）", Metadata(source="香港文匯報", author="李明")),
        ("【明報專訊】", Metadata(source="明報")),
        (
            "【大紀元2023年08月16日訊】（大紀元記者林岑心台北報導）",
            Metadata(source="大紀元", author="林岑心", published="2023-08-16"),
        ),
    ],
)
def test_a_dateline_says_who_reports(head: str, said: Metadata) -> None:
    """Agency, reporters, and the day if its year is said; the news begins behind it."""
    line = Line.at(0, head + NEWS)
    assert dateline(line) == said
    assert line.text[opening(line) :] == NEWS


@pytest.mark.parametrize(
    "text",
    [
        "新华社记者8月16日从国家统计局了解到，经济总体平稳。",
        "路透社8月16日报道称，公司计划裁员。",
        "8月15日，科大讯飞召开发布会。",
        "据新华社8月16日报道，事故已得到控制。",
        "网上有消息说，公司8月16日将发布新品。",
        "本报8月16日发表社论。",
        "他给北京的家人发了一封电报，日期是8月16日。",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    """What is told is not how the report opens."""
    line = Line.at(0, text)
    assert dateline(line) == Metadata()
    assert opening(line) == 0


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("記者張三／台北報導", "張三"),
        ("本报记者 张三 李四", "张三 李四"),
        ("新华社记者 张三", "张三"),
        ("撰文／陳大文", "陳大文"),
    ],
)
def test_a_byline_names_the_reporter(text: str, author: str) -> None:
    """A line that says only who reports."""
    found = byline(Line.at(0, text))
    assert found is not None
    assert found.metadata.author == author


def test_a_sentence_about_a_reporter_is_no_byline() -> None:
    """What a reporter did is told."""
    assert byline(Line.at(0, "记者从国家统计局了解到，经济总体平稳。")) is None


def test_labels_that_come_again_are_speakers() -> None:
    """An interview's labels repeat."""
    text = "记者：怎么看？\n王强：很好。\n他还说了很多。\n记者：下一步？\n王强：继续。"
    assert list(speakers(list(lines_of(text))).values()) == ["记者", "王强", "记者", "王强"]


@pytest.mark.parametrize(
    "text",
    [
        "时间：八月\n地点：北京\n内容：讨论",
        "他说：“走。”\n他说：“好。”\n他说：“再见。”",
        "6 月 9 日:突破\n8 月 15 日:升级\n10 月 24 日:对标",
        "注：一\n注：二\n注：三",
        "10:23 开始\n10:30 结束\n10:40 散会",
    ],
)
def test_other_colons_are_no_speakers(text: str) -> None:
    """Lists, quotations, days and clock times have colons too."""
    assert not speakers(list(lines_of(text)))

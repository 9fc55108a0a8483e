"""Roles: headings, questions and answers, captions, and the body that they stand in."""

from __future__ import annotations

import pytest

from digest.model import Role
from digest.text.clean.lines import lines_of
from digest.text.clean.roles import roles

BODY = "国家统计局今天发布了七月份的数据，各项指标总体平稳，符合预期。"


def found(*lines: str) -> list[Role]:
    """The roles of some lines."""
    return roles(list(lines_of("\n".join(lines))))


@pytest.mark.parametrize(
    "line",
    [
        "深度推理大模型来了",
        "大模型“标王”",
        "“百模大战”将在明年告一段落",
        "大模型落地两大关键:数据安全和场景价值",
        "为什么是现在？",
        "【对话】",
        "一、总体情况",
        "第一部分",
        "01",
        "## 小标题",
    ],
)
def test_a_short_line_above_a_paragraph_is_a_heading(line: str) -> None:
    """It ends without a full stop and heads what follows."""
    assert found(BODY, line, BODY) == [Role.BODY, Role.HEADING, Role.BODY]


@pytest.mark.parametrize(
    "line", ["破局已现。", "他说：", "“我们要走出去。”", "第一，", "得产业者胜；"]
)
def test_a_short_sentence_is_body(line: str) -> None:
    """It ends as a sentence, or leads on to the next."""
    assert found(BODY, line, BODY)[1] is Role.BODY


def test_a_list_is_body() -> None:
    """Short lines in a row are no headings."""
    items = ("6 月 9 日:突破开放式问答", "8 月 15 日:突破代码能力", "10 月 24 日:对标")
    assert found("时间表如下:", *items, BODY) == [Role.BODY] * 5


def test_numbered_headings_stand_together() -> None:
    """A part and its first section."""
    assert found(BODY, "一、总体情况", "（一）工业", BODY)[1:3] == [Role.HEADING] * 2


def test_a_last_short_line_is_body() -> None:
    """There is nothing that it could head."""
    assert found(BODY, BODY, "一行诗") == [Role.BODY] * 3


@pytest.mark.parametrize(
    "line",
    [
        "科大訊飛創始人兼董事長劉慶峰",
        "深圳市科技创新委员会主任梁永生",
        "▲ 张三在发布会现场。李四 摄",
        "圖為行政院長出席記者會。（資料照）",
        "行政院秘書長張惇涵。圖／聯合報資料照片",
        "图：2023年上半年各省经济增速",
        "記者張三／台北報導",
        "中央社／ 台北11日電",
        "来源：新华社",
    ],
)
def test_captions_and_bylines_are_credits(line: str) -> None:
    """They stay where they stood and are no headings."""
    assert found(BODY, line, BODY) == [Role.BODY, Role.CREDIT, Role.BODY]


def test_an_interview_has_questions_and_answers() -> None:
    """Who mostly asks is asking; an answer runs on until somebody else speaks."""
    lines = (
        "以下为对话实录:",
        "南都:8月15日也是办法施行的日子,会带来怎样的影响?",
        "刘庆峰:办法给了明确的标准。",
        "此外,我们还有很多准备。",
        "南都:做了哪些调整?",
        "刘庆峰:没有特别的调整。",
    )
    asked, answered = Role.QUESTION, Role.ANSWER
    assert found(*lines) == [Role.BODY, asked, answered, answered, asked, answered]


def test_letters_and_words_for_question_and_answer() -> None:
    """Labels say it themselves, also where a question has no question mark."""
    assert found("问：请介绍一下。", "答：好。", "问：谢谢。", "答：不客气。") == [
        Role.QUESTION,
        Role.ANSWER,
        Role.QUESTION,
        Role.ANSWER,
    ]


def test_an_answer_ends_at_a_heading() -> None:
    """What follows a heading is told by the article again."""
    lines = ("问：好吗？", "答：好。", "问：真的？", "答：真的。", "尾声在这里", BODY)
    assert found(*lines)[-2:] == [Role.HEADING, Role.BODY]

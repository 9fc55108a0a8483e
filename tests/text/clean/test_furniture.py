"""Furniture: what stands around an article goes, what is read stays."""

from __future__ import annotations

import pytest

from digest.text.clean.furniture import cleared
from digest.text.clean.lines import lines_of

BODY = "国家统计局今天发布了七月份的数据，各项指标总体平稳。"
MORE = "分析人士认为，下半年经济有望继续恢复。"


def left(*lines: str) -> list[str]:
    """What is left of some lines."""
    return [line.text for line in cleared(list(lines_of("\n".join(lines)))).lines]


@pytest.mark.parametrize(
    "line",
    [
        "来源：新华网",
        "2023-08-16 10:23:15 来源：新华网 字号：大 中 小",
        "财经> 国内财经> 正文",
        "本文来自微信公众号“智能涌现”，作者：邓咏仪，头图来自：视觉中国",
        "出品 | 虎嗅科技组",
        "（原标题：七月经济数据）",
    ],
)
def test_credits_above_the_first_paragraph_go(line: str) -> None:
    """A page's head is no paragraph."""
    assert left("一个标题", line, BODY, MORE) == ["一个标题", BODY, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "关键词:",
        "（完）",
        "END",
        "- END -",
        "·",
        "■",
        "版权声明：本文版权归原作者所有，转载请注明出处。",
        "免责声明：本文仅代表作者个人观点。",
        "未经授权，不得转载。",
        "欢迎扫描二维码关注我们的公众号",
        "以上内容仅供参考，不构成任何投资建议。",
    ],
)
def test_credits_and_notices_below_the_last_paragraph_go(line: str) -> None:
    """A page's foot is no paragraph, alone or in several lines."""
    assert left(BODY, MORE, line) == [BODY, MORE]
    assert left(BODY, MORE, line, "发布时间：2023-08-16 10:23", "来源：人民网") == [BODY, MORE]


@pytest.mark.parametrize(
    "line",
    ["（责任编辑：王芳）", "作者|许昊杰 许可亮", "题图|科大讯飞", "文/劉曠公眾號,ID:liukuang110"],
)
def test_who_made_a_text_stays_below_it(line: str) -> None:
    """Names are part of what was published; the line is read as a credit, notices around it go."""
    assert left(BODY, MORE, "（完）", line, "来源：人民网") == [BODY, MORE, line]


@pytest.mark.parametrize("line", ["(资料图片)", "图源：视觉中国", "（图片来源：网络）", "* * *"])
def test_what_belongs_to_a_picture_goes_anywhere(line: str) -> None:
    """It says of itself what it is."""
    assert left(BODY, line, MORE) == [BODY, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "来源：新华社",
        "作者：张三",
        "本文认为，这一结论仍需验证。",
        "转载请注明出处。",
        "图：2023年上半年各省经济增速",
    ],
)
def test_credits_inside_a_text_stay(line: str) -> None:
    """Between paragraphs nothing goes that could be read."""
    assert left(BODY, line, MORE) == [BODY, line, MORE]


def test_a_list_of_other_articles_goes() -> None:
    """What to read next is no part of this article."""
    assert left(BODY, MORE, "相关阅读", "另一篇文章的标题", "又一篇文章的标题") == [BODY, MORE]


def test_short_lines_at_the_end_stay() -> None:
    """Nothing says that they are no part of it."""
    assert left(BODY, "一行诗", "又一行诗") == [BODY, "一行诗", "又一行诗"]


@pytest.mark.parametrize(
    ("tail", "source"),
    [
        ("(中國企業家雜誌)", "中國企業家雜誌"),
        ("（来源：新华网）", "新华网"),
        ("（人民日报）", "人民日报"),
    ],
)
def test_a_source_behind_the_last_sentence_goes(tail: str, source: str) -> None:
    """It is kept as the article's source."""
    kept = cleared(list(lines_of(f"{BODY}\n{MORE}{tail}")))
    assert kept.lines[-1].text == MORE
    assert kept.metadata.source == source


@pytest.mark.parametrize("mark", ["·", "■", "（完）", "【完】", " END"])
def test_an_end_mark_behind_the_last_sentence_goes(mark: str) -> None:
    """The sentence stays."""
    assert left(BODY, MORE + mark) == [BODY, MORE]


@pytest.mark.parametrize("tail", ["（笑）", "(ChatGPT)", "（见图三）", "（合格线360分）", "（上）"])
def test_a_remark_behind_the_last_sentence_stays(tail: str) -> None:
    """Brackets hold content too."""
    assert left(BODY, MORE + tail) == [BODY, MORE + tail]


def test_speakers_are_no_credits() -> None:
    """What comes again and again is said by somebody."""
    lines = ("记者：下一步呢", "作者：继续做", "记者：谢谢", "作者：再见")
    assert left(*lines) == list(lines)


@pytest.mark.parametrize("text", ["2023年8月16日", "来源：新华网", "（完）", "·"])
def test_a_text_of_nothing_else_is_read_as_it_is(text: str) -> None:
    """A reader who asks about a date gets the date."""
    assert left(text) == [text]


def test_a_source_beside_a_date_is_understood() -> None:
    """A name alone is a source where a date stands by it."""
    kept = cleared(list(lines_of(f"中央社\n民國112年8月16日\n{BODY}\n{MORE}")))
    assert [line.text for line in kept.lines] == [BODY, MORE]
    assert (kept.metadata.source, kept.metadata.published) == ("中央社", "2023-08-16")


def test_a_notice_says_who_published() -> None:
    """The account that a text was taken from is its source."""
    kept = cleared(
        list(
            lines_of(f"{BODY}\n本文来自微信公众号“智能涌现”（ID：a），作者：邓咏仪，编辑：苏建勋。")
        )
    )
    assert kept.metadata.source == "智能涌现"
    assert (kept.metadata.author, kept.metadata.editor) == ("邓咏仪", "苏建勋")

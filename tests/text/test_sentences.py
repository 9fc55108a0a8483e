"""Sentences are cut where a reader would cut them, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span
from digest.text.sentences import sentence_at, sentences

CASES = (
    "今天下雨。|明天晴。",
    "今天下雨！|明天晴？|后天未知；|再说。",
    "他想了想……|她没有回答。",
    "苹果、香蕉……等水果都涨价。|菜价稳定。",
    "版本3.5发布。|得分4.0。",
    "「我們知道怎麼做。」|今年全國兩會期間,他說。",
    "『好！』|「不好？」|他們走了。",
    "他喊出“加油！”的口号。|众人应和。",
    "他说：“先做事。”|记者离开了。",
    "“先做事。”，他说。|“好。”",
    "电影《你好！之华》上映。|票房过亿。",
    "升级(数学;代码;语言。)完成。|下一步不明。",
    "详见https://example.org/a?b=1;c=2!的说明。|谢谢。",
    "什么是推理大模型?|简单理解,AI会思考。",
    "成为制约研发今早的关?因素之一。|但算力只是短期因素。",
    "业务?据,公司成立于?年。|现在很大。",
    "真的吗??|我不信。",
    "6月9日,突破开放式问答;|8月15日,突破代码能力。",
    'He said "OK." |好的。',
    "The model is ready. |It costs 3.5 dollars. |他说。",
    "Yahoo!奇摩推出新服务。|用户不多。",
    "真的！！！|假的？！|好。。。|坏。",
    "中国发布新规.|企业表示欢迎.",
    "Prof. Smith来了。|他走了。",
    "“第一句。|第二句。”|第三句。",
    "使用A&amp;B公司的产品;|很好。",
    "價格上漲｡|銷量下降｡",
    '他问"你好吗?"|然后走了。',
    "（完。）|下一句。",
    "采用node.js和v1.2.版。|见a@b.cn。|完。",
    "没有句号的一行",
)
"""Paragraphs with a bar wherever one sentence ends and the next begins."""


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_ends_where_the_bar_stands(case: str) -> None:
    """Each paragraph is cut at its bars and nowhere else."""
    text = case.replace("|", "")
    found = sentences(text, Span(0, len(text)))
    assert [span.of(text) for span in found] == [part.strip() for part in case.split("|")]


PARAGRAPHS = st.text(
    alphabet=st.sampled_from(
        '我们是谁今年的说3.5年A b。！？；…?!;「」『』“”（）()《》"，,:htps/\n \u3000😀'
    ),
    max_size=80,
)


@given(PARAGRAPHS, st.text(max_size=5), st.text(max_size=5))
def test_sentences_tile_the_paragraph_but_for_white_space(
    paragraph: str, before: str, after: str
) -> None:
    """Nothing but white space lies outside, nothing lies in two, and no end is white space."""
    text, start = before + paragraph + after, len(before)
    within = Span(start, start + len(paragraph))
    place = within.start
    for span in sentences(text, within):
        assert not text[place : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        place = span.end
    assert place <= within.end
    assert not text[place : within.end].strip()


@given(PARAGRAPHS)
def test_a_sentence_does_not_begin_with_what_closes(paragraph: str) -> None:
    """Behind the first, no sentence begins with a closing mark that followed a full stop."""
    for span in sentences(paragraph, Span(0, len(paragraph)))[1:]:
        before = paragraph[: span.start].rstrip(" ")
        assert not (before.endswith("。") and span.of(paragraph)[0] in "」』”）")


@given(PARAGRAPHS, st.integers(0, 90))
def test_a_place_lies_in_the_sentence_found_for_it(paragraph: str, at: int) -> None:
    """The sentence of a place is one of the paragraph's, and holds it unless none does."""
    within = Span(0, len(paragraph))
    found, all_of_them = sentence_at(paragraph, within, at), sentences(paragraph, within)
    assert found in all_of_them or (not all_of_them and not found)
    assert found == next((one for one in all_of_them if one.start <= at < one.end), found)


def test_a_title_without_its_end_hides_no_full_stop() -> None:
    """An opening mark that nothing closes does not swallow the paragraph."""
    text = "他读《红楼梦。她读（诗经。"
    assert len(sentences(text, Span(0, len(text)))) == 2

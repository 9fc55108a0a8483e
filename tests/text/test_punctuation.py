"""Punctuation: Chinese gets its own marks, one for one, and Latin keeps its."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span, View
from digest.text.punctuation import punctuate, spaced

LINES = st.text(st.sampled_from("中文大,;:?!()（），“”‘’「」『』\"'’ab1.9-% \n/@…"), max_size=40)
VIEWS = st.sampled_from([None, *View])


@given(LINES | st.text(), VIEWS)
def test_the_length_never_changes(text: str, quotes: View | None) -> None:
    """Every mark is replaced by one mark, and nothing but marks is replaced."""
    shown = punctuate(text, quotes=quotes)

    assert len(shown) == len(text)
    marks = set(',;:?!()，；：？！（）“”‘’「」『』"')
    assert all(a == b or {a, b} <= marks for a, b in zip(text, shown, strict=True))


@given(LINES, VIEWS)
def test_once_is_enough(text: str, quotes: View | None) -> None:
    """What is set once in full width stays; a second time never takes anything back."""
    once = punctuate(text, quotes=quotes)
    twice = punctuate(once, quotes=quotes)

    assert all(a == b for a, b in zip(once, twice, strict=True) if a in "，；：？！（）")


@given(st.text(st.characters(max_codepoint=126)))
def test_text_without_chinese_is_left_alone(text: str) -> None:
    """ASCII comes back as it was, in every view."""
    assert punctuate(text) == text == punctuate(text, quotes=View.HANT_TW)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("时间里,我们见到了;是吗?是!", "时间里，我们见到了；是吗？是！"),
        ("刘庆峰:第一,通用(GPT),OpenAI", "刘庆峰：第一，通用（GPT），OpenAI"),
        ("發布的ChatGPT(GPT3.5),中文能力", "發布的ChatGPT(GPT3.5)，中文能力"),
        ("內容實錄(有刪減):", "內容實錄（有刪減）："),
        ("(甲(乙)丙)", "（甲（乙）丙）"),
        ("（甲)", "（甲）"),
        ("什么?!!", "什么？！！"),
        ("对标ChatGPT4:“这绝不”", "对标ChatGPT4：“这绝不”"),
        ("“大模型”,“AI”;《GPT》,OpenAI", "“大模型”，“AI”；《GPT》，OpenAI"),
        ("为什么是ChatGPT?", "为什么是ChatGPT？"),
    ],
)
def test_marks_next_to_chinese_are_full_width(written: str, shown: str) -> None:
    """Beside a character, a Chinese mark, or a bracket that has become one."""
    assert punctuate(written) == shown


@pytest.mark.parametrize(
    "kept",
    [
        "总市值1,164億元",
        "上午9:30、下午3:30是高峰期",
        "比分3:1、2:0",
        "公眾號、ID:liukuang110",
        "超越了 ChatGPT(GPT-3.5)。",
        "見https://a.cn/x?y=1,2:3 和",
        "寄到a.b:c@example.com了",
        "他说 Hello, world! 然后",
        "问“Are you OK?”的雷军",
        "用 f(x)、OpenAI,Google 的",
        "1)第一",
    ],
)
def test_latin_and_numbers_keep_their_marks(kept: str) -> None:
    """Thousands, times, ratios, names, links and Latin sentences within Chinese."""
    assert punctuate(kept) == kept


@pytest.mark.parametrize(
    ("written", "view", "shown"),
    [
        ("“甲‘乙’丙”", View.HANT_TW, "「甲『乙』丙」"),
        ("「甲『乙』丙」", View.HANS, "“甲‘乙’丙”"),
        ("「甲“乙”丙」", View.HANT, "「甲『乙』丙」"),
        ("「甲“乙”丙」", View.HANS, "“甲‘乙’丙”"),
        ("『甲』", View.HANS, "‘甲’"),
        ("“段落没有完,‘里面’的", View.HANT_HK, "「段落没有完，『里面』的"),
        ("里面’的”完了", View.HANT_HK, "里面』的」完了"),
        ("OpenAI’s ‘好’，it’s", View.HANT, "OpenAI’s 『好』，it’s"),
        ('他说:"你好","再见"', View.HANT, "他说：「你好」，「再见」"),
        ("「GPT-4」", View.HANS, "“GPT-4”"),
        ("“甲”", View.ORIGINAL, "“甲”"),
        ("“甲”", None, "“甲”"),
        ('屏幕6.1"和6.7"两种', View.HANS, '屏幕6.1"和6.7"两种'),
        ("He said “yes”", View.HANT, "He said “yes”"),
    ],
)
def test_quotes_follow_the_view(written: str, view: View | None, shown: str) -> None:
    """Outer and inner ones alternate, whatever they were; apostrophes and inches are no quotes."""
    assert punctuate(written, quotes=view) == shown


@given(st.text(st.sampled_from("中文ab1, ")))
def test_spacing_only_inserts(text: str) -> None:
    """Without the new spaces the text is the old one, and every character is found again."""
    aligned = spaced(text)

    assert aligned.text.replace(" ", "") == text.replace(" ", "")
    for offset, character in enumerate(text):
        there = aligned.alignment.to_target(Span(offset, offset + 1))
        assert there.of(aligned.text) == character


def test_spaces_go_between_chinese_and_latin() -> None:
    """At letters and digits, not at marks, and not where a space is."""
    written = "OpenAI的GPT-4在2023年发布,占5%的 AI"

    assert spaced(written).text == "OpenAI 的 GPT-4 在 2023 年发布,占 5%的 AI"

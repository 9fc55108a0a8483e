"""The words around a figure are searched only where something can be found; nothing is missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.briefing import measure_owners, measure_words
from digest.briefing.measure_words import DATE, beginning, change, ending, metrics, stripped

PIECES = (
    *"了约为是共有达至到在已超过逾的增长升涨扬高大幅跌滑少低减退落降窄缩率仅年季月同环比量额 ",
    *("营收", "营业收入", "净利润", "用户", "同比", "增长", "下降", "收窄", "提高", "增幅", "达到"),
    *(
        "实现",
        "收盘",
        "升至",
        "超过",
        "幅度",
        "分别",
        "其中",
        "本公司",
        "今年",
        "方面",
        "完成",
        DATE,
    ),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
"""Words as they stand before a figure, and as they never would."""


@given(words=WORDS)
def test_a_change_is_found_wherever_the_pattern_finds_it(words: str) -> None:
    """The quick look and the short search say what a search of all the words says."""
    level, found = measure_words._LEVEL.search(words), measure_words._CHANGE.search(words)
    is_change = found is not None and level is None
    assert bool(change(words)[0]) is is_change
    assert change(words)[1] == (words[: found.start()] if found and is_change else words)


@given(words=WORDS)
def test_what_trails_is_taken_off_as_by_the_whole_pattern(words: str) -> None:
    """Only a run of its characters is searched, with the same result."""
    before, current = "", words.strip()
    while before != current:
        before = current
        current = measure_words._TRAILING.sub("", measure_words._LEADING.sub("", current))
    assert stripped(words) == current


@given(words=WORDS)
def test_the_longest_word_for_a_measure_is_found_at_either_end(words: str) -> None:
    """By the table of its first and of its last character."""
    ends = [term for term in metrics() if words.endswith(term)]
    begins = [term for term in metrics() if len(term) > 1 and words.startswith(term)]
    assert ending(words)[0] == max(ends, key=len, default="")
    assert beginning(words) == max(begins, key=len, default="")


@pytest.mark.parametrize(
    "lead", ["据新华社,", "按照约定,", "数据显示", "此外", "以此", "《", DATE, "根据年报,"]
)
def test_what_leads_in_begins_with_a_character_that_is_known(lead: str) -> None:
    """Else it would not be looked for."""
    assert measure_owners._LEAD.match(lead)
    assert lead[0] in measure_owners._LEADS

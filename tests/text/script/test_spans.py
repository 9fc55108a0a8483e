"""Spans: carried through every reading of a text and back, they neither cross nor vanish."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Script, Span, View
from digest.text.aligned import AlignedText
from digest.text.clean import clean
from digest.text.fold import fold
from digest.text.punctuation import punctuate, spaced
from digest.text.script import convert

PIECES = (
    *("互联网上的软件", "互聯網上的軟件", "算法和代码", "英伟达发布GPT-4", "十分鍾,隻有", "余某说"),
    *("增长3.5%。", "(资料图片)", "“人工智能”", "编程", "使用者", "、 ", "A", "1,164亿"),
    *("\n", "\r\n\n", "\u200b", "e\u0301", "\0", "\u3000", "\U000f0001"),
)

RAW = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def readings(raw: str, view: View, written: Script) -> list[AlignedText]:
    """Clean, converted and worded, set, spaced, folded: each aligned with the one before."""
    cleaned = clean(raw).text
    worded = convert(cleaned.text, view, written, wording=True)
    marked = AlignedText.one_for_one(punctuate(worded.text, quotes=view), worded.text)
    open_set = spaced(marked.text)
    return [cleaned, worded, marked, open_set, fold(open_set.text)]


@pytest.mark.parametrize("view", [View.HANS, View.HANT_TW, View.HANT_HK])
@given(raw=RAW, written=st.sampled_from(Script))
def test_spans_keep_their_order_through_every_reading(
    raw: str, view: View, written: Script
) -> None:
    """Neighbours stay neighbours, and a span that has text left is found again on the way back."""
    whole = AlignedText.same(raw)
    for reading in readings(raw, view, written):
        whole = whole.then(reading)
        alignment = whole.alignment
        carried = [alignment.to_target(Span(place, place + 1)) for place in range(len(raw))]
        for before, after in pairwise(carried):
            assert before.start <= after.start
            assert before.end <= after.end
        for place, there in enumerate(carried):
            if len(there):
                assert alignment.to_source(there).contains(Span(place, place + 1))


@pytest.mark.parametrize("view", [View.HANS, View.HANT_TW, View.HANT_HK])
@given(raw=RAW, written=st.sampled_from(Script))
def test_nothing_of_the_clean_text_vanishes_before_folding(
    raw: str, view: View, written: Script
) -> None:
    """Every character of the clean text is somewhere in what is shown."""
    cleaned, worded, marked, open_set, _folded = readings(raw, view, written)
    shown = worded.then(marked).then(open_set)
    for place in range(len(cleaned.text)):
        assert len(shown.alignment.to_target(Span(place, place + 1))) > 0

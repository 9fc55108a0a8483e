"""A text is shown in one manner everywhere: script, words, marks, quotes, spacing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Script, Span, View
from digest.text.shown import Manner, Quotes, shown

TEXT = "他说“增长3.5%,达GPT-4的1,164亿”。"


def test_the_text_as_written_stays_as_it_is() -> None:
    """Whatever else the manner says."""
    manner = Manner(View.ORIGINAL, wording=True, spacing=True)
    assert shown(TEXT, Script.HANS, manner).text == TEXT


@pytest.mark.parametrize(
    ("written", "view", "quotes", "turned"),
    [
        (Script.HANS, View.HANT_TW, Quotes.FOLLOW, True),
        (Script.UNDECIDED, View.HANT_TW, Quotes.FOLLOW, True),
        (Script.HANT, View.HANT_TW, Quotes.FOLLOW, False),
        (Script.MIXED, View.HANT_HK, Quotes.FOLLOW, False),
        (Script.HANT, View.HANT_TW, Quotes.SET, True),
        (Script.HANS, View.HANT_TW, Quotes.KEPT, False),
    ],
)
def test_quotes_follow_the_script(
    written: Script, view: View, quotes: Quotes, *, turned: bool
) -> None:
    """Where it is changed, or always, or never."""
    found = shown("他“是”", written, Manner(view, quotes=quotes)).text
    assert found == ("他「是」" if turned else "他“是”")


def test_spaces_are_aligned() -> None:
    """A place of the clean text is found again among the spaces, and back."""
    found = shown(TEXT, Script.HANS, Manner(View.HANT_TW, spacing=True))
    assert "達 GPT-4 的 1,164 億" in found.text
    place = Span(TEXT.index("GPT-4"), TEXT.index("GPT-4") + 5)
    there = found.alignment.to_target(place)
    assert there.of(found.text) == "GPT-4"
    assert found.alignment.to_source(there) == place


@given(
    st.text("软件鼠标里面“”，,发后GPT4 1.5%()", max_size=40),
    st.sampled_from([Script.HANS, Script.MIXED]),
    st.sampled_from([View.HANS, View.HANT_TW, View.HANT_HK]),
    st.booleans(),
    st.booleans(),
)
def test_spans_come_back_holding_themselves(
    text: str, written: Script, view: View, wording: bool, spacing: bool
) -> None:
    """Through words, marks and spaces none is lost and none crosses another."""
    found = shown(text, written, Manner(view, wording, spacing=spacing))
    ends = 0
    for start in range(len(text)):
        there = found.alignment.to_target(Span(start, start + 1))
        assert found.alignment.to_source(there).contains(Span(start, start + 1))
        assert there.end >= ends
        ends = there.end

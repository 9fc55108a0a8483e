"""Bigrams: long texts are cut at once, and as short ones are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.library import bigrams
from digest.library.bigrams import BORDER

PIECES = "科讯飞ab3.\n\n\0\u3000 \x1c𠮷"
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(PIECES))).map(
    lambda text: text + (PIECES + text) * 20
)


@given(TEXTS)
def test_a_long_text_is_cut_as_a_short_one(text: str) -> None:
    """The pairs and the characters do not depend on how many are looked at together."""
    quick = bigrams.bigrams(text), bigrams.characters("", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bigrams, "are_worthwhile", lambda _text: False)
        slow = bigrams.bigrams(text), bigrams.characters("", text)
    assert quick == slow


def test_no_pair_of_a_long_text_crosses_a_paragraph() -> None:
    """What ends a paragraph and what begins the next are no pair."""
    text = "\n".join(["星火", "大", "模型"] * 100)
    assert bigrams.bigrams(text) == BORDER.join(["星火", "模型"] * 100)

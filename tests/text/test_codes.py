"""Codes: a long text as an array gives what its characters give one after another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text import codes, fold, sanitize
from digest.text.codes import LONG, Lookup, are_worthwhile, text_of
from digest.text.script import detect

NEWS = "科訊飛「」 -—3.0GPT４…㈱ﬁ℃\n，。並且游戲叠代关于𠮷\ufeff\u0301\t"
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(NEWS)), max_size=60).map(
    lambda text: text + (NEWS + text) * (LONG // len(NEWS) + 1)
)
"""Long enough for an array, with all that is folded in some way."""


def one_by_one(patch: pytest.MonkeyPatch) -> None:
    """Have every module look at characters one by one."""
    for module in (fold, sanitize):
        patch.setattr(module, "are_worthwhile", lambda _text: False)
    patch.setattr("digest.text.script.detection.are_worthwhile", lambda _text: False)


@given(st.text())
def test_a_text_comes_back(text: str) -> None:
    """Whatever is put into an array is the same out of it, lone surrogates included."""
    assert text_of(codes.codes(text)) == text


def test_a_lookup_asks_once() -> None:
    """What was looked up stays in the table."""
    asked: list[int] = []

    def doubled(code: int) -> int:
        asked.append(code)
        return 2 * code

    lookup = Lookup(doubled)
    for _ in range(2):
        assert lookup[np.array([0, 7, 7], dtype="<u4")].tolist() == [0, 14, 14]
    assert sorted(asked) == [0, 7]


def test_a_few_characters_are_no_array() -> None:
    """What somebody types is looked at one by one."""
    assert not are_worthwhile("科大讯飞")


@given(TEXTS)
def test_folding_is_the_same_both_ways(text: str) -> None:
    """Keys and Simplified characters do not depend on what is loaded."""
    quick = fold.key(text), fold.simplified(text), sanitize.sanitize(text), detect(text)
    with pytest.MonkeyPatch.context() as patch:
        one_by_one(patch)
        fold._kept.cache_clear()
        slow = fold.key(text), fold.simplified(text), sanitize.sanitize(text), detect(text)
    assert quick == slow

"""One expression for many words finds what trying them one by one does, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from digest.topics.either import either

WORDS = st.lists(st.text("甲乙-]^", min_size=1, max_size=3), max_size=6)


@given(WORDS, st.text("甲乙-]^丙", max_size=20))
def test_it_finds_what_the_words_themselves_do(words: list[str], text: str) -> None:
    """The longest of those that stand at a place, also with marks that an expression reads."""
    longest = sorted(words, key=len, reverse=True)
    plain = re.compile("|".join(map(re.escape, longest)) or "(?!)")
    assert re.findall(either(words), text) == plain.findall(text)

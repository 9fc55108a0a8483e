"""Mentions: the places in an article where the forms of topics stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.fold import key
from digest.topics.segment import Mined, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_WORDS = 12
"""Words of the longest form; a law's title in marks has that many."""


def mentions(text: str, mined: Mined, forms: Mapping[str, str]) -> Iterator[tuple[str, Span]]:
    """Topic and span of each mention in `text`, in order; the longest form wins.

    `forms` has the topic for the key of each form. Mentions begin and end where words do, so that
    国会 is not found in 中国会议.
    """
    cut = [(token.start, token.end, key(token.word)) for token in tokens(text, mined)]
    at = 0
    while at < len(cut):
        name, best = "", 0
        for last in range(at, min(len(cut), at + MAX_WORDS)):
            if "\n" in cut[last][2]:
                break
            name += cut[last][2]
            if cut[last][2] and name in forms and cut[at][2]:
                best = last + 1
                topic = forms[name]
        if best:
            yield topic, Span(cut[at][0], cut[best - 1][1])
        at = max(at + 1, best)

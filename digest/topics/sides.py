"""Sides: the two that a report of a match names around its verb: 滇池白鹭1比1战平鹿城飞马.

What teams are called is made of a place and a plain word, so that nothing in the name itself shows
one; the verb between two of them does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.topics.lexicon import words
from digest.topics.segment import MARK, NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.topics.segment import Token

BEFORE = 8
"""Words looked across from a side to the verb: 以|3|比|2, 客场, 在|加时|赛."""

_BETWEEN = ("d", "f", "m", "p", "t")
"""Beginnings of the tags of words that may stand between a side and the verb."""

_SCORED = re.compile(r"\d{1,3}$")


def sides(tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Where, in the text, the side before a verb of playing ends and that after it begins."""
    ends: set[int] = set()
    begins: set[int] = set()
    meet, beat = words("meet"), words("beat")
    for index, token in enumerate(tokens):
        meets = token.word in meet
        if not meets and token.word not in beat:
            continue
        first, scored = _before(tokens, index)
        if (meets or scored) and index + 1 < len(tokens):
            if first >= 0:
                ends.add(tokens[first].end)
            begins.add(tokens[index + 1].start)
    return ends, begins


def _before(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """The last word of the side before a verb, -1 for none, and whether a score stands between."""
    scored = False
    for at in range(index - 1, max(-1, index - BEFORE), -1):
        token = tokens[at]
        if token.tag == MARK and token.word not in (":", "-"):
            return -1, scored
        scored = scored or (token.tag == NUMBER and bool(_SCORED.match(token.word)))
        crossed = token.word in words("venue") or token.word in words("beat")
        if not token.tag.startswith(_BETWEEN) and not crossed:
            return (at, scored) if token.tag != MARK else (-1, scored)
    return -1, scored

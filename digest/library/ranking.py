"""Ranking: which of some articles speak most of what was searched for.

BM25 over the folded texts themselves. SQLite's own ranks by going through every article of each
phrase once more, which of a word that half of the texts hold takes longer than a keystroke may.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

SATURATION, LENGTH = 1.2, 0.75
"""How soon one more occurrence says nothing new, and how far a long text has more of them by its
length alone: k1 and b of BM25, as Robertson and Zaragoza, "The Probabilistic Relevance Framework"
(2009) and SQLite have them."""


class Counted(NamedTuple):
    """How often some words stand in an article."""

    row: int
    length: int
    """Of the title and the text, folded, in code points."""
    counts: tuple[int, ...]
    """By word."""


def counted(row: int, title: str, text: str, words: Sequence[str]) -> Counted:
    """Count words in a folded title and text."""
    counts = tuple(title.count(word) + text.count(word) for word in words)
    return Counted(row, len(title) + len(text), counts)


def ranked(found: Sequence[Counted]) -> list[Counted]:
    """The best first; of equals, the one that came last."""
    if not found:
        return []
    mean = sum(each.length for each in found) / len(found) or 1.0
    columns = zip(*(each.counts for each in found), strict=True)
    weights = [math.log1p(len(found) / max(1, sum(map(bool, column)))) for column in columns]

    def worth(each: Counted) -> float:
        slack = SATURATION * (1 - LENGTH + LENGTH * each.length / mean)
        return sum(
            weight * count / (count + slack)
            for weight, count in zip(weights, each.counts, strict=True)
        )

    return sorted(found, key=lambda each: (-worth(each), -each.row))

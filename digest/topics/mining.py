"""Mining: strings that texts repeat as a unit although no dictionary has them.

A string of Han characters is a word when its parts occur together far more often than chance would
have it, and when what stands before and after it varies. Only those that the segmenter cuts apart
are of use; the rest it finds by itself.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from digest.text.fold import simplified
from digest.topics.lexicon import words as listed
from digest.topics.segment import Mined, is_word, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MIN_COUNT = 4
"""Fewer occurrences say nothing about a string's neighbours."""

MIN_COHESION = 5.0
"""Bits by which the likeliest split of a word is rarer than its parts would make it; measured on
news: names lie above 6, chance neighbours below 4."""

MIN_VARIETY = 1.0
"""Bits of entropy of the neighbour on either side; a part of a longer word has about 0."""

MAX_LENGTH = 6
"""Code points; longer names are made of several words."""

SAMPLE = 400_000
"""Code points read at most, so that mining a large library takes seconds: a name that matters
stands in any such sample often enough."""

_PARTS = ("n", "j", "eng", "b", "t", "l", "i")
"""Tags of what names are made of; `ng` and `nr` among them, verbs and particles not."""

_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_BORDER = frozenset(
    "的了在是和与及或也都就还而但不这那其各每该本并将把被对为以从到向由于等之所个们着过很更最"
)
"""Function characters, which no name begins or ends with."""


def mine(texts: Iterable[str]) -> Mined:
    """The words that `texts`, taken together, repeat and the segmenter does not know."""
    runs: list[str] = []
    length = 0
    for text in texts:
        runs += _HAN.findall(simplified(text))
        length += len(text)
        if length > SAMPLE:
            break
    counts = _counts(runs)
    total = sum(map(len, runs))
    words = {word for word in counts if len(word) > 1 and _coheres(word, counts, total)}
    varied = _varied(words, runs)
    cut = {word for word in _whole(varied, counts) if _is_cut(word)}
    return Mined(word for word in cut if not _is_joined(word, cut))


def _counts(runs: Iterable[str]) -> dict[str, int]:
    """How often each string of one to MAX_LENGTH characters occurs, the rare ones left out."""
    kept = Counter(character for run in runs for character in run)
    shorter = {word for word, count in kept.items() if count >= MIN_COUNT}
    for size in range(2, MAX_LENGTH + 1):
        found = Counter(
            run[at : at + size]
            for run in runs
            for at in range(len(run) - size + 1)
            if run[at : at + size - 1] in shorter
        )
        shorter = {word for word, count in found.items() if count >= MIN_COUNT}
        kept.update({word: found[word] for word in shorter})
    return kept


def _coheres(word: str, counts: Mapping[str, int], total: int) -> bool:
    if word[0] in _BORDER or word[-1] in _BORDER:
        return False
    pairs = (counts[word[:at]] * counts[word[at:]] for at in range(1, len(word)))
    likeliest = max(pairs) or 1
    return math.log2(counts[word] * total / likeliest) >= MIN_COHESION


def _varied(words: set[str], runs: Iterable[str]) -> set[str]:
    """The words whose neighbours vary on both sides; an end of a run is a neighbour of its own."""
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    heads = {word[:size] for word in words for size in range(2, len(word) + 1)}
    for number, run in enumerate(runs):
        for at in range(len(run)):
            for end in range(at + 2, min(len(run), at + MAX_LENGTH) + 1):
                word = run[at:end]
                if word not in heads:
                    break  # no longer word begins here either
                if word in words:
                    left = run[at - 1] if at else f"<{number}"
                    right = run[end] if end < len(run) else f">{number}"
                    before[word][left] += 1
                    after[word][right] += 1
    return {
        word for word in before if min(_entropy(before[word]), _entropy(after[word])) >= MIN_VARIETY
    }


def _entropy(counts: Counter[str]) -> float:
    total = counts.total()
    return -sum(count / total * math.log2(count / total) for count in counts.values())


def _whole(words: set[str], counts: Mapping[str, int]) -> set[str]:
    """Without the words that are nearly always a part of a longer one."""
    parts: set[str] = set()
    for word in words:
        for at in range(len(word)):
            for end in range(at + 2, len(word) + 1):
                part = word[at:end]
                if part != word and counts[word] >= 0.8 * counts[part]:
                    parts.add(part)
    return words - parts


def _is_cut(word: str) -> bool:
    """Whether the segmenter cuts the word up, a stray character and all, into parts of a name."""
    cut = tokens(word)
    stray = len(cut) > 1 and any(len(token.word) == 1 for token in cut)
    return (
        stray
        and not word.startswith(tuple(listed("scope")))
        and all(token.tag.startswith(_PARTS) for token in cut)
    )


def _is_joined(word: str, words: set[str]) -> bool:
    """Whether the word is two words that are known by themselves."""
    halves = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return any(all(half in words or is_word(half) for half in pair) for pair in halves)

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
    from collections.abc import Collection, Iterable, Mapping

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
_BETWEEN = "\n"
"""What parts the runs of Han characters of all texts."""
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
    joined = _BETWEEN.join(["", *runs, ""])
    counts, places = _counts(joined)
    total = sum(map(len, runs))
    words = {word for word in counts if len(word) > 1 and _coheres(word, counts, total)}
    varied = _varied(words, joined, places)
    cut = {word for word in _whole(varied, counts) if _is_cut(word)}
    return Mined(word for word in cut if not _is_joined(word, cut))


def _counts(joined: str) -> tuple[Counter[str], list[list[int]]]:
    """How often strings of one to MAX_LENGTH characters occur, the rare ones left out.

    Returns:
        the counts, and for each length from two the places where strings that are not rare begin.
    """
    kept = Counter(character for character in joined if character != _BETWEEN)
    places = [at for at, character in enumerate(joined) if kept[character] >= MIN_COUNT]
    found: list[list[int]] = []
    for size in range(2, MAX_LENGTH + 1):
        counted = Counter(joined[at : at + size] for at in places)
        often = {
            word: count
            for word, count in counted.items()
            if count >= MIN_COUNT and word[-1] != _BETWEEN
        }
        places = [at for at in places if joined[at : at + size] in often]
        kept.update(often)
        found.append(places)
    return kept, found


def _coheres(word: str, counts: Mapping[str, int], total: int) -> bool:
    if word[0] in _BORDER or word[-1] in _BORDER:
        return False
    pairs = (counts[word[:at]] * counts[word[at:]] for at in range(1, len(word)))
    likeliest = max(pairs) or 1
    return math.log2(counts[word] * total / likeliest) >= MIN_COHESION


def _varied(words: set[str], joined: str, places: Iterable[Iterable[int]]) -> set[str]:
    """The words whose neighbours vary on both sides; an end of a run is a neighbour of its own."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for size, begins in enumerate(places, 2):
        for at in begins:
            word = joined[at : at + size]
            if word in words:
                left, right = joined[at - 1], joined[at + size]
                before[word].append(left if left != _BETWEEN else f"<{at}")
                after[word].append(right if right != _BETWEEN else f">{at}")
    return {
        word for word in before if min(_entropy(before[word]), _entropy(after[word])) >= MIN_VARIETY
    }


def _entropy(neighbours: Collection[str]) -> float:
    """How many bits the next neighbour of a string tells."""
    total = len(neighbours)
    shares = [count / total for count in Counter(neighbours).values()]
    return -sum([share * math.log2(share) for share in shares])


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

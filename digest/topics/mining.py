"""Mining: strings that texts repeat as a unit although no dictionary has them.

A string of Han characters is a word when its parts occur together far more often than chance would
have it, and when what stands before and after it varies. Only those that the segmenter cuts apart
are of use; the rest it finds by itself.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from digest.text.codes import END, codes
from digest.text.fold import simplified
from digest.topics.lexicon import words as listed
from digest.topics.segment import Mined, is_word, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

    import numpy as np
    from numpy.typing import NDArray

    from digest.text.codes import Codes

    Places: TypeAlias = NDArray[np.int64]

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


class _Repeated(NamedTuple):
    """The strings of one length that are not rare, in the joined runs of all texts."""

    size: int
    words: list[str]
    places: Places
    """Where they stand."""
    which: Places
    """For each place, which of the words stands there."""


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
    counts, repeated = _counts(joined)
    total = sum(map(len, runs))
    characters = codes(joined)
    varied = {
        word
        for strings in repeated
        for word, varies in zip(strings.words, _vary(strings, characters), strict=True)
        if varies and _coheres(word, counts, total)
    }
    cut = {word for word in _whole(varied, counts) if _is_cut(word)}
    return Mined(word for word in cut if not _is_joined(word, cut))


def _counts(joined: str) -> tuple[dict[str, int], list[_Repeated]]:
    """How often strings of one to MAX_LENGTH characters occur, the rare ones left out.

    Returns:
        the counts, and the strings of each length from two.
    """
    import numpy as np  # noqa: PLC0415  slow to load

    text = codes(joined)
    kept = {character: n for character, n in Counter(joined).items() if n >= MIN_COUNT}
    kept.pop(_BETWEEN, None)
    which = text.astype(np.int64)
    places = np.isin(which, [*map(ord, kept)]).nonzero()[0]
    which = which[places]
    found: list[_Repeated] = []
    for size in range(2, MAX_LENGTH + 1):
        last = text[places + size - 1].astype(np.int64)
        told = (which * END + last)[last != ord(_BETWEEN)]
        places = places[last != ord(_BETWEEN)]
        _, first, which, counts = np.unique(
            told, return_index=True, return_inverse=True, return_counts=True
        )
        often = counts >= MIN_COUNT
        words = [joined[at : at + size] for at in places[first[often]].tolist()]
        stays = often[which]
        places, which = places[stays], (often.cumsum() - 1)[which[stays]]
        kept.update(zip(words, counts[often].tolist(), strict=True))
        found.append(_Repeated(size, words, places, which))
    return kept, found


def _coheres(word: str, counts: Mapping[str, int], total: int) -> bool:
    if word[0] in _BORDER or word[-1] in _BORDER:
        return False
    pairs = [counts[word[:at]] * counts[word[at:]] for at in range(1, len(word))]
    return math.log2(counts[word] * total / max(pairs)) >= MIN_COHESION


def _vary(strings: _Repeated, text: Codes) -> list[bool]:
    """For each string whether its neighbours vary on both sides."""
    varied = [
        _entropy(strings, text[strings.places + step]) >= MIN_VARIETY for step in (-1, strings.size)
    ]
    both: list[bool] = (varied[0] & varied[1]).tolist()
    return both


def _entropy(strings: _Repeated, neighbours: Codes) -> NDArray[np.float64]:
    """How many bits the next neighbour of each string tells; an end of a run is one of its own."""
    import numpy as np  # noqa: PLC0415  slow to load

    own = END + np.arange(len(neighbours))
    beside = np.where(neighbours == ord(_BETWEEN), own, neighbours)
    pairs, counts = np.unique(strings.which * (END + len(own)) + beside, return_counts=True)
    word = pairs // (END + len(own))
    shares = counts / np.bincount(strings.which)[word]
    bits = -shares * np.log2(shares)
    return np.bincount(word, weights=bits, minlength=len(strings.words)).astype(np.float64)


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

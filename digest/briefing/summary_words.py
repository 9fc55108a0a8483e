"""Words: what sentences are compared by, cheap enough for every sentence of every article.

Two neighbouring Chinese characters stand for a word, which finds what two sentences share without a
dictionary; pairs with a function character and pairs that every text has are left out.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from digest.text.codes import END, codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.model import Span
    from digest.text.codes import Codes

_RUN = re.compile(
    "[^\\W\\d_a-zA-Zの的了在是和与及或也都就还而但不这那其各每该将把被对为以从到向于之所个们着过很更最等上下中有]{2,}"
)
"""Chinese characters without one that only joins others."""
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*")

_UNKNOWN, _OTHER, _LETTER, _HAN = range(4)
"""What a table knows of a code point: nothing yet; that it is in no word; that it is a letter of a
Latin one; that it may be in a pair."""


_WIDTH = 21
"""Bits of a code point, and of the number of a stretch: two and one are sorted as one number."""


class Spoken(NamedTuple):
    """Which words the stretches of a text have: of each stretch every word once."""

    words: NDArray[np.intp]
    """Numbers of words, which are counted in the order of the words as strings."""
    places: NDArray[np.intp]
    """The number of the stretch that has each of `words`."""
    different: int
    """How many different words there are."""


@cache
def _common() -> frozenset[str]:
    source = resources.files("digest.briefing") / "common.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def words(plain: str) -> frozenset[str]:
    """The words of a text in Simplified characters: pairs of Chinese ones, and Latin words."""
    pairs = set[str]().union(*(map(add, run, run[1:]) for run in _RUN.findall(plain)))
    return frozenset((pairs - _common()).union(_latin(plain)))


def spoken(plain: str, spans: Sequence[Span]) -> Spoken:
    """What `words` finds in each of many stretches of one text, as numbers.

    Args:
        plain: the text in Simplified characters.
        spans: the stretches, by place and apart.
    """
    import numpy as np  # noqa: PLC0415 - slow to load

    text = codes(plain)
    kinds = _kinds(text)
    at, pairs = _pairs(text, kinds)
    places = np.array([span.start for span in spans]).searchsorted(at, "right") - 1
    inside = at + 1 < np.array([*(span.end for span in spans), 0])[places]
    pairs, places = pairs[inside], places[inside]
    latin = _latin_of_each(plain, spans, (kinds == _LETTER).nonzero()[0])
    if latin:
        # Latin words stand before all Chinese ones, so they are numbered from 0 like pairs of them.
        number = {word: at for at, word in enumerate(sorted({word for _, word in latin}))}
        pairs = np.append(pairs, np.array([number[word] for _, word in latin], dtype="<u8"))
        places = np.append(places, [place for place, _ in latin])
    return _numbered(pairs, places)


def _numbered(pairs: NDArray[np.uint64], places: NDArray[np.intp]) -> Spoken:
    """Words by number and places, each once."""
    import numpy as np  # noqa: PLC0415 - as above

    both = pairs << _WIDTH | places.astype("<u8")
    both.sort()
    both = both[np.append(True, both[1:] != both[:-1])[: len(both)]]
    pairs = both >> _WIDTH
    words = np.append(0, (pairs[1:] != pairs[:-1]).cumsum())[: len(pairs)]
    places = (both & (1 << _WIDTH) - 1).astype(np.intp)
    return Spoken(words, places, int(words[-1]) + 1 if len(words) else 0)


def _pairs(text: Codes, kinds: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.uint64]]:
    """Where the pairs of a text begin, and the pairs as numbers; those of every text left out."""
    inside = kinds == _HAN
    at = (inside[:-1] & inside[1:]).nonzero()[0]
    pairs = _paired(text)[at]
    common = _common_pairs()
    telling = common[common.searchsorted(pairs)] != pairs
    return at[telling], pairs[telling]


def _paired(text: Codes) -> NDArray[np.uint64]:
    """Every character with the one behind it as one number; numbers are ordered like strings."""
    pairs: NDArray[np.uint64] = text[:-1].astype("<u8")
    pairs <<= _WIDTH
    pairs |= text[1:]
    return pairs


def _latin_of_each(
    plain: str, spans: Sequence[Span], letters: NDArray[np.intp]
) -> list[tuple[int, str]]:
    """The Latin words of each stretch, each with its number."""
    if not len(letters):
        return []
    before = letters.searchsorted([*(span.start for span in spans), END]).tolist()
    has_any = (place for place, (low, high) in enumerate(pairwise(before)) if low < high)
    return [(place, word) for place in has_any for word in _latin(spans[place].of(plain))]


def _latin(plain: str) -> list[str]:
    return [word.lower() for word in _LATIN.findall(plain)]


def _kinds(text: Codes) -> NDArray[np.uint8]:
    """What each character of a text is."""
    known = _known()
    kinds = known[text]
    if not kinds.all():
        for code in set(text[kinds == _UNKNOWN].tolist()):
            character = chr(code)
            in_pair = _RUN.fullmatch(character * 2)
            known[code] = _HAN if in_pair else _LETTER if _LATIN.match(character) else _OTHER
        kinds = known[text]
    return kinds


@cache
def _known() -> NDArray[np.uint8]:
    """What each code point is as far as it was met."""
    import numpy as np  # noqa: PLC0415 - as above

    return np.zeros(END, dtype=np.uint8)


@cache
def _common_pairs() -> NDArray[np.uint64]:
    """The pairs that every text has, sorted, and a number above that of any pair."""
    import numpy as np  # noqa: PLC0415 - as above

    numbers = _paired(codes("".join(sorted(_common()))))[::2]
    return np.append(numbers, np.uint64(END << _WIDTH))

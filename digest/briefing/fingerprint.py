"""Fingerprints: what of an article is enough to tell whether another one tells the same news.

Three things are kept, each small and each free of the script the article is written in. A sample of
the runs of three characters says how much of two texts is the same, also where sentences were cut,
moved or reworded. The anchors are what news is told by: figures with their units, days, names in
Latin letters or in quotation marks. The title is kept apart, since it says what the news is.

Digits are in no run of characters: a text told again with other figures is the same text, and one
made from the same form for another day is told apart by its anchors.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from digest.model import FigureKind, Role
from digest.text.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.model import Article, Figure

    Hashes = NDArray[np.uint32]

VERSION = 1
"""Grows with every change of what is kept; fingerprints of another version are made anew."""

SAMPLE = 256
"""Runs of characters that are kept, those with the smallest hashes: two samples tell the share of
what two texts have in common to about 0.03."""

READ = 8000
"""Characters of a text that are sampled: news says what it is about long before."""

REACH = 8
"""Characters beside a figure among which its context is looked for, marks and digits left out."""

DAY, MONTH = 0.7, 0.3
"""How much it says that two articles name the same day of the year, or the same month."""

BY_DIGITS = (0.1, 0.25, 0.6, 1.0, 1.3)
"""How much it says that two articles share a figure, by its significant digits: 3 people or 50% are
met everywhere, 84780.8 is not."""

MOST_ANCHORS = 96
"""Anchors kept of each kind; longer texts are lists and tables, of which the head is enough."""

_QUOTED = re.compile(r"[《「『“〈]([^《》「」『』“”〈〉\n]{2,16})[》」』”〉]")
_LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9]|[\-.]?\d)[A-Za-z0-9.\-]*")
_MARKS = re.compile(r"[\W\d_]+")
_NO_VALUE = (FigureKind.DATE, FigureKind.TIME, FigureKind.RANK)
"""Kinds that are compared by the day they name, or not at all."""
_FORMAT = struct.Struct("<BIIHHHHH")
_MASK = 0xFFFFFFFF


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """What is kept of an article to compare it by."""

    characters: int
    """Of the text without marks and spaces, as far as it was sampled."""
    runs: int
    """How many different runs of three characters the text has."""
    sample: Hashes
    """The smallest hashes of the runs, sorted."""
    title: Hashes
    """Hashes of the title's runs of two characters, sorted."""
    values: Hashes
    """What the figures are worth: of a day of the year month * 100 + day, which is below 1300; of
    everything else the hash of kind, value and unit."""
    contexts: Hashes
    """For each of `values` the hash of the words around it: figures in one context that are worth
    different things contradict each other, in different contexts they need not."""
    weights: bytes
    """For each of `values` how much it says that two articles share it, in hundredths."""
    names: Hashes
    """Hashes of names in Latin letters and of what stands in quotation marks, sorted."""


def fingerprint(article: Article, figures: Sequence[Figure]) -> Fingerprint:
    """The fingerprint of an article."""
    import numpy as np  # noqa: PLC0415 - slow to load, and needed by comparing alone

    body = "\n".join(
        paragraph.span.of(article.text)
        for paragraph in article.paragraphs
        if paragraph.role is not Role.CREDIT
    )[:READ]
    folded = key(body)
    runs, characters = _runs(folded, 3)
    told = "" if article.metadata.title_derived else article.metadata.title
    title, _ = _runs(key(told), 2)
    names = sorted(set(_names(f"{told}\n{body}")))[:MOST_ANCHORS]
    values = [*_values(article, figures)][:MOST_ANCHORS]
    return Fingerprint(
        characters=characters,
        runs=len(runs),
        sample=runs[:SAMPLE],
        title=title[:MOST_ANCHORS],
        values=np.array([value for value, _, _ in values], dtype=np.uint32),
        contexts=np.array([context for _, context, _ in values], dtype=np.uint32),
        weights=bytes(round(worth * 100) for _, _, worth in values),
        names=np.array(names, dtype=np.uint32),
    )


def _runs(text: str, length: int) -> tuple[Hashes, int]:
    """The hashes of a text's different runs, sorted, and how many characters there are.

    Runs are of Han characters and letters; none goes across a digit or a mark.
    """
    import numpy as np  # noqa: PLC0415 - as above

    codes = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    wordlike = ((codes >= 0x3400) & (codes <= 0x9FFF)) | (codes >= 0x20000)
    wordlike |= (codes >= 0x61) & (codes <= 0x7A)
    count = int(wordlike.sum())
    if len(codes) < length:
        return np.zeros(0, dtype=np.uint32), count
    last = len(codes) - length + 1
    inside = np.ones(last, dtype=bool)
    mixed = np.zeros(last, dtype=np.uint64)
    for at in range(length):
        inside &= wordlike[at : at + last]
        mixed = mixed * np.uint64(0x1F0B5) + codes[at : at + last]
    mixed = mixed[inside]
    # Murmur's finaliser: spreads runs that differ in one character over all 32 bits.
    mixed = (mixed ^ (mixed >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    mixed = (mixed ^ (mixed >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    mixed ^= mixed >> np.uint64(33)
    hashes = np.sort((mixed & np.uint64(_MASK)).astype(np.uint32))
    return hashes[np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)]], count


@lru_cache(maxsize=4096)
def anchor(kind: str, words: str) -> int:
    """The 32-bit hash of an anchor; the same in every process."""
    return int.from_bytes(blake2b(f"{kind}|{words}".encode(), digest_size=4).digest(), "little")


def figure_words(figure: Figure, unit: str) -> str:
    """A figure as it is compared: kind, value and folded unit; empty if it has no number."""
    if figure.kind in _NO_VALUE:
        return ""
    return _words(figure, _numbers(figure), unit)


def _words(figure: Figure, numbers: Sequence[Decimal], unit: str) -> str:
    if not numbers:
        return f"{figure.kind}|{figure.value}" if figure.kind is FigureKind.DURATION else ""
    return "|".join((figure.kind, "~".join(map(str, numbers)), unit))


def weight(figure: Figure) -> float:
    """How much it says that two articles share a figure: long numbers meet by no chance."""
    return _weight(_numbers(figure))


def _weight(numbers: Sequence[Decimal]) -> float:
    digits = max((len(number.as_tuple().digits) for number in numbers), default=1)
    return BY_DIGITS[min(digits, len(BY_DIGITS)) - 1]


def _numbers(figure: Figure) -> list[Decimal]:
    """What a figure is worth, or its ends are, without trailing zeros."""
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return [end.normalize() for end in ends if isinstance(end, Decimal) and end.is_finite()]


def _values(article: Article, figures: Iterable[Figure]) -> Iterator[tuple[int, int, float]]:
    """Value, context and weight of every figure that has a value."""
    for figure in figures:
        if day := day_of(figure):
            yield day, _context(article.text, figure), DAY
        elif month := month_of(figure):
            yield anchor("month", month), _context(article.text, figure), MONTH
        elif figure.kind not in _NO_VALUE:
            numbers = _numbers(figure)
            if words := _words(figure, numbers, _unit(figure.unit or "")):
                value = anchor("figure", words)
                yield value, _context(article.text, figure), _weight(numbers)


def _context(text: str, figure: Figure) -> int:
    return anchor("context", context_of(text, figure))


_unit = lru_cache(maxsize=1024)(key)
"""The folded form of a unit, of which there are few."""


def context_of(text: str, figure: Figure) -> str:
    """The two characters on either side of a figure, folded."""
    before = _bare(text[max(0, figure.span.start - REACH) : figure.span.start])
    after = _bare(text[figure.span.end : figure.span.end + REACH])
    return f"{before[-2:]}|{after[:2]}"


def _bare(text: str) -> str:
    return text.translate(_bare_forms())


class _BareForms(dict[int, str]):
    """What each code point folds to without marks and digits, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = self[code] = _MARKS.sub("", key(chr(code)))
        return bare


@cache
def _bare_forms() -> _BareForms:
    return _BareForms()


def day_of(figure: Figure) -> int:
    """The day of the year a date names, as month * 100 + day; 0 for none."""
    if figure.kind is not FigureKind.DATE:
        return 0
    said = figure.resolved or (figure.value if isinstance(figure.value, str) else "")
    parts = said[:10].split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts[1:]):
        return int(parts[1]) * 100 + int(parts[2])
    return 0


def month_of(figure: Figure) -> str:
    """The month, quarter or half that a date names, with its year; empty for none."""
    if figure.kind is not FigureKind.DATE:
        return ""
    said = figure.resolved or (figure.value if isinstance(figure.value, str) else "")
    return said if 7 <= len(said) < 10 and said[4:5] == "-" else ""


def _names(text: str) -> Iterator[int]:
    """Names in Latin letters, and what stands in quotation marks."""
    for found in _LATIN.finditer(text):
        yield anchor("name", key(found[0]))
    for found in _QUOTED.finditer(text):
        yield anchor("name", key(found[1]))


def to_bytes(made: Fingerprint) -> bytes:
    """A fingerprint as it is stored: about one kilobyte."""
    parts = (made.sample, made.title, made.values, made.contexts, made.names)
    head = _FORMAT.pack(VERSION, made.characters, made.runs, *(len(part) for part in parts))
    return head + made.weights + b"".join(part.astype("<u4").tobytes() for part in parts)


def from_bytes(data: bytes) -> Fingerprint:
    """The fingerprint that `to_bytes` wrote.

    Raises:
        ValueError: it is none, or of another version.
    """
    import numpy as np  # noqa: PLC0415 - as above

    if len(data) < _FORMAT.size or data[0] != VERSION:
        raise ValueError("no fingerprint of this version")
    _, characters, runs, *lengths = _FORMAT.unpack_from(data)
    at = _FORMAT.size + lengths[2]
    numbers = np.frombuffer(data, dtype="<u4", offset=at)
    cuts = [sum(lengths[: number + 1]) for number in range(len(lengths) - 1)]
    sample, title, values, contexts, names = np.split(numbers, cuts)
    weights = data[_FORMAT.size : at]
    return Fingerprint(characters, runs, sample, title, values, contexts, weights, names)

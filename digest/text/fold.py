"""Folding: the form of a text in which it is compared and searched.

Two spellings of one thing fold to one string: Traditional and Simplified, full and half width,
upper and lower case, `GPT-4` and `GPT 4`, with and without quotation marks. Every code point is
folded by itself, so folding two texts and joining them is folding them joined, and places are found
again at the cost of one pass. The table of characters is data made from OpenCC (see
data/simplified.txt); OpenCC itself is not needed to fold.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.aligned import AlignedText
from digest.text.codes import END, Lookup, are_worthwhile, codes, text_of

if TYPE_CHECKING:
    from digest.text.codes import Codes

DROPPED_CATEGORIES = frozenset(
    ("Zs", "Zl", "Zp", "Mn", "Mc", "Me", "Pd", "Pc", "Ps", "Pe", "Pi", "Pf", "Cc", "Cf", "Cs")
)
"""Unicode categories that tell no two names apart: spaces, combining marks, dashes, brackets,
quotation marks, controls. Stops and commas stay: what crosses them is not one phrase."""

DROPPED = frozenset("\"'`·•‧・⋅−")
"""Quotation marks, middle dots and the minus sign, which Unicode counts as other punctuation."""

KEPT = "\n"
"""The line feed parts paragraphs, and nothing found may run across it."""

FEW = 24
"""Different characters up to which each is replaced by itself, as the full-width marks of a text in
Simplified characters are: a tenth of what it costs to look up every character."""

WORTH_KEEPING = 200
"""Characters from which a text is kept, simplified, for the next who asks: figures, summaries and
topics all read the whole text of the article in hand."""

_DROPPED, _SEVERAL = END, END + 1
"""In the table of codes: folds to nothing; folds to more than one character."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width ASCII and its half-width twins (Unicode, Halfwidth and Fullwidth Forms)."""


def fold(text: str) -> AlignedText:
    """The key of `text`, aligned with it.

    Compatibility forms decomposed (NFKD, marks dropped), lower case, Simplified character by
    character; spaces, dashes, brackets and quotation marks dropped.
    """
    folded = key(text)
    if len(folded) == len(text):
        ones = all(len(key(character)) == 1 for character in set(text))
        if ones:
            return AlignedText.one_for_one(folded, text)
    table = _folder()
    changes = (
        (Span(index, index + 1), new)
        for index, new in enumerate(table[ord(character)] for character in text)
        if new != text[index]
    )
    return AlignedText.replacing(text, changes)


def key(text: str) -> str:
    """The string that `fold` makes, without the alignment."""
    return _long_key(text) if are_worthwhile(text) else text.translate(_folder())


def simplified(text: str) -> str:
    """`text` in Simplified characters and half-width ASCII; code points stand one for one."""
    return _kept(text) if len(text) >= WORTH_KEEPING else _simplified(text)


@lru_cache(maxsize=4)
def _kept(text: str) -> str:
    return _simplified(text)


def _simplified(text: str) -> str:
    if text.isascii():
        return text
    if are_worthwhile(text):
        return text_of(_simple_codes()[codes(text)])
    table = _simplifier()
    changed = table.keys() & set(map(ord, set(text)))
    if len(changed) > FEW:
        return text.translate(table)
    for code in changed:
        text = text.replace(chr(code), chr(table[code]))
    return text


def _long_key(text: str) -> str:
    """The key by the table of codes; what folds to several characters is put in by itself."""
    old = codes(text)
    new = _folded_codes()[old]
    pieces: list[str] = []
    done, folder = 0, _folder()
    for place in (new == _SEVERAL).nonzero()[0].tolist():
        pieces += (_without_dropped(new[done:place]), folder[int(old[place])])
        done = place + 1
    return "".join((*pieces, _without_dropped(new[done:])))


def _without_dropped(array: Codes) -> str:
    return text_of(array[array != _DROPPED])


class _Folder(dict[int, str]):
    """What each code point folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


@cache
def _folder() -> _Folder:
    return _Folder()


@cache
def _folded_codes() -> Lookup:
    """What each code point folds to, or one of the numbers that say more."""
    folder = _folder()

    def folded(code: int) -> int:
        new = folder[code]
        return ord(new) if len(new) == 1 else _SEVERAL if new else _DROPPED

    return Lookup(folded)


@cache
def _simple_codes() -> Lookup:
    """What each code point is in `simplified`."""
    table = _simplifier()
    return Lookup(lambda code: table.get(code, code))


@cache
def _simplifier() -> dict[int, int]:
    """Code points that `simplified` changes."""
    table = dict(_FULL_WIDTH)
    source = resources.files("digest.text") / "data" / "simplified.txt"
    for line in source.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            result, forms = line.split(" ")
            table.update(dict.fromkeys(map(ord, forms), ord(result)))
    return table


def _fold_character(character: str) -> str:
    if character == KEPT:
        return character
    bare = unicodedata.normalize("NFKD", character)
    lowered = unicodedata.normalize("NFKD", bare.lower())
    kept = (part for part in lowered if not _is_dropped(part))
    return simplified(unicodedata.normalize("NFC", "".join(kept)))


def _is_dropped(character: str) -> bool:
    return character in DROPPED or unicodedata.category(character) in DROPPED_CATEGORIES

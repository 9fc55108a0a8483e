"""Detection: the script of a text, of its paragraphs and of its title.

Characters that exist in one script only are counted; regional forms, which both may hold, are not.
A careless converter leaves few Simplified characters behind but many Traditional ones that no
writer would choose (隻有, 十分鍾, 爲 beside 為), so those are counted as well.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.model import Script
from digest.text.codes import Lookup, are_worthwhile, codes
from digest.text.script.tables import rows, telling

if TYPE_CHECKING:
    from collections.abc import Iterable

PURE = 0.03
"""Share of the other script's characters that a text may hold and still be called written in one:
a quotation or a name. Measured on clean articles, which stay under 0.01, and on converted ones,
which begin at 0.034."""

SLIPS = 0.004
"""Converter's slips that a human text may seem to hold, for each sure Traditional character: one in
an article of some hundred characters; in a sentence a slip is nearly always one."""

_HANT = 24
"""Bits by which a Traditional character counts higher than a Simplified one, where both are counted
in one sum: no file that is read has as many characters."""

_BEGINS = re.compile(r"(?:\(\?<[!=][^)]*\))?(\[[^]^]+\]|[^][(\\^])")
"""The character, or those of which one, a slip begins with."""


def detect(text: str) -> Script:
    """The script that `text` is written in; UNDECIDED when it reads the same in both."""
    hans, hant = _counts("hans", "hant", text)
    if hans + hant == 0:
        return _by_weak_signs(text)
    share = hans / (hans + hant)
    if share >= 1 - PURE:
        return Script.HANS
    if share <= PURE and len(_slips().findall(text)) <= SLIPS * hant:
        return Script.HANT
    return Script.MIXED


def detect_paragraphs(paragraphs: Iterable[str], document: Script) -> tuple[Script, ...]:
    """The script of each paragraph of a document whose own script is known.

    A paragraph keeps the document's script unless it is wholly in the other one, as a quotation is.
    """
    return tuple(inherited(detect(paragraph), document) for paragraph in paragraphs)


def inherited(own: Script, document: Script) -> Script:
    """The script of a title or paragraph within a document.

    What is undecided is as the document is; and in a document that a converter mixed up, a part
    that looks like clean Traditional is only a part where the damage cannot be told.
    """
    if own is Script.UNDECIDED:
        return document
    if own is Script.HANT and document is Script.MIXED:
        return Script.MIXED
    return own


def _by_weak_signs(text: str) -> Script:
    """For a few characters: those that both scripts have, but not for the same words."""
    hans, hant = _counts("hans-weak", "hant-weak", text)
    if hans == hant:
        return Script.UNDECIDED
    return Script.HANS if hans > hant else Script.HANT


def _counts(hans: str, hant: str, text: str) -> tuple[int, int]:
    """How many characters of two groups of the detection table stand in a text."""
    if are_worthwhile(text):
        both = int(_telling(hans, hant)[codes(text)].sum())
        return both & ((1 << _HANT) - 1), both >> _HANT
    return len(signs(hans).findall(text)), len(signs(hant).findall(text))


@cache
def signs(group: str) -> re.Pattern[str]:
    """Matches one character of a group of the detection table."""
    return re.compile(f"[{telling(group)}]")


@cache
def _telling(hans: str, hant: str) -> Lookup:
    """For each code point what it counts in the sum of two groups of the detection table."""
    weights = {ord(character): 1 for character in telling(hans)}
    weights |= {ord(character): 1 << _HANT for character in telling(hant)}
    return Lookup(lambda code: weights.get(code, 0))


@cache
def _slips() -> re.Pattern[str]:
    """Matches what a character-by-character converter leaves in Traditional text.

    Looks first at the character alone: most begin no slip.
    """
    slips = [row[0] for row in rows("slips.txt")]
    begins = (found[1].strip("[]") for found in map(_BEGINS.match, slips) if found)
    return re.compile(f"(?=[{''.join(begins)}])(?:{'|'.join(slips)})")

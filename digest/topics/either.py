"""Either: one expression for many words, the longest first, that is quick where none stands.

The expression engine tries one alternative after the other. So the words are told apart by their
first character before the rest of any is looked at, and where all have two characters or more,
nothing is tried but at a pair of a first and a second character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """An expression for any of these words, none of them empty; the longest that stands wins."""
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(word[1:])
    if not rests:
        return "(?!)"
    second = {rest[:1] for each in rests.values() for rest in each}
    shown = _any_character(rests) + ("" if "" in second else _any_character(second))
    told = "|".join(re.escape(first) + _any_rest(rests[first]) for first in rests)
    return f"(?={shown})(?:{told})"


def _any_character(characters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(characters)))}]"


def _any_rest(rests: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, rests))})"

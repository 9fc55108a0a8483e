"""Beside: other names of a thing that a text tells in brackets behind it: 台积电(TSMC)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.text.fold import key, simplified
from digest.topics.forms import SAME

if TYPE_CHECKING:
    from digest.topics.phrases import Phrase

LONGEST = 24
"""Code points of the longest name looked back across from a bracket."""

_BRACKETS = re.compile(
    r"[(（](?P<said>(?:以下|下文|下)?(?:简称|简写为?|又称|又名|也称|亦称|俗称|下称|即|英文名?|缩写)[为作:：]?)?"
    r"\s*[「“\"『]?(?P<name>[^()（）「」『』“”\",，;；。\n]{2,20})[」”\"』]?[)）]"
)


def add_same(found: dict[str, Phrase], text: str) -> None:
    """Say of the phrases of a text which others mean the same."""
    plain = simplified(text)
    for match in _BRACKETS.finditer(plain):
        other = key(match["name"])
        name = _before(found, text, match.start()) if other in found else ""
        if name and name != other and (match["said"] or _is_short(other, name)):
            found[name].cues.add(SAME + other)


def _before(found: dict[str, Phrase], text: str, end: int) -> str:
    """The key of the longest phrase that ends at a place."""
    end -= len(text[:end]) - len(text[:end].rstrip("》」”』 "))
    for size in range(min(LONGEST, end), 1, -1):
        if not text[end - size].isspace() and (name := key(text[end - size : end])) in found:
            return name
    return ""


def _is_short(other: str, name: str) -> bool:
    """Whether a name in brackets is letters, or takes characters of the full one in order."""
    if other.isascii():
        return other.isalpha() and not name.isascii()
    characters = iter(name)
    return len(other) < len(name) and all(character in characters for character in other)

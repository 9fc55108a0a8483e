"""Foreign names: how they are written in Chinese, with a dot between their parts or without one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.topics.borders import ends
from digest.topics.lexicon import names, words
from digest.topics.segment import goes_on

if TYPE_CHECKING:
    from collections.abc import Iterator

DOTS = "·・•‧∙"
"""What stands between the parts of a foreign name; keys are made without them."""

LEAST = 2
"""Characters of the shortest foreign name without a dot: 卢拉."""

LEAST_ALONE = 3
"""Characters of the last part of a name with a dot that is looked for by itself."""

MOST_PART = 8
"""Characters of the longest part of a name beside a dot: 斯托尔滕贝格 has six."""

BEYOND = 2
"""Characters that foreign names are rarely written with at the outer end of a part: 费兰[度]."""

_HAN = "\u4e00-\u9fff"
_DOTTED = re.compile(rf"(?<![{_HAN}])[{_HAN}]++(?:[{DOTS}][{_HAN}]++)+")
_DOT = re.compile(f"[{DOTS}]")
_PARTS = re.compile(f"[{DOTS} ]")
_LEADS = frozenset("人的由与和及是为将在对向让名被给跟叫位而但以到从")
"""Characters after which a name begins."""


def dotted(plain: str) -> Iterator[str]:
    """Names with a dot in a Simplified text, and the last part of each that stands alone too."""
    if not _DOT.search(plain):
        return
    for match in _DOTTED.finditer(plain):
        parts = _DOT.split(match[0])
        first = _start(parts[0])
        last = _size(plain, match.end() - len(parts[-1]), len(parts[-1]))
        if first == len(parts[0]) or not last:
            continue
        name = plain[match.start() + first : match.end() - len(parts[-1]) + last]
        yield name
        alone = parts[-1][:last]
        if len(alone) >= LEAST_ALONE and plain.count(alone) > plain.count(name):
            yield alone


def last_part(name: str) -> str:
    """The family name of a person whose name is in parts, as written; empty for another."""
    *before, last = _PARTS.split(name.strip())
    return last if before and len(last) >= LEAST_ALONE else ""


def is_foreign(name: str) -> bool:
    """Whether all characters are such as foreign names are written with."""
    return len(name) >= LEAST and sounds().issuperset(name)


@cache
def sounds() -> frozenset[str]:
    """Characters that foreign names are written with."""
    return frozenset("".join(words("sound")))


def _start(part: str) -> int:
    """Where a name begins that ends with a run of characters: 埃里克 in 大学教授埃里克."""
    least = max(0, len(part) - MOST_PART)
    begin = len(part)
    while begin > least and part[begin - 1] in sounds():
        begin -= 1
    for at in range(begin, len(part)):
        if at and _leads(part[:at]):
            return at if len(part) - at > 1 or at == begin else begin
    for at in range(begin - 1, max(-1, begin - 1 - BEYOND), -1):
        if at == 0 or _leads(part[:at]):
            return at
    return begin


def _leads(before: str) -> bool:
    """Whether a name begins behind a string: a role, a place that is known, a function word."""
    if before[-1] in _LEADS:
        return True
    return any(
        before[-size:] in words("role") or _is_place(before[-size:])
        for size in range(1, min(6, len(before)) + 1)
    )


def _is_place(word: str) -> bool:
    return word in names() and names()[word].kind == "place"


def _size(plain: str, start: int, most: int) -> int:
    """How many characters of a run belong to a name: 林德斯特伦 of 林德斯特伦表示."""
    size = 0
    while size < min(most, MOST_PART) and plain[start + size] in sounds():
        size += 1
    for clear in range(LEAST, size):
        if ends(plain, start + clear, least=2):
            return clear
    if size > 1 and goes_on(plain[start + size : start + size + 4]):
        return size
    for longer in range(size, min(size + BEYOND, most) + 1):
        if longer and ends(plain, start + longer):
            return longer
    for shorter in range(size - 1, 1, -1):
        if ends(plain, start + shorter):
            return shorter
    return size

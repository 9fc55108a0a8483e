"""Names: surnames that keep their form, although the same character is another word elsewhere.

余 is 餘 (left over) unless it is the surname; 于, 涂 and 游 likewise. (范, 岳, 郁 and 朴 are nearly
always names where no phrase holds them, and the overlay makes them so.) A surname is believed on
evidence: a title before it, or a verb of speech after a name that begins a clause. A name that was
believed once is believed wherever it stands in the text. What OpenCC's phrases know (余下, 于是) is
never a name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.text.script.tables import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HAN = re.compile("[\u3400-\u9fff]")
"""A character a given name may be written with."""

NOT_HAN = "[^\u3400-\u9fff]"

REACH = 5
"""Characters before a name that are looked at: the longest title has three, the rest is room for a
phrase that ends in the surname."""

LISTS = "、(（"
"""Marks between names; nothing else is so often written between them."""

PREPOSITIONS = "于游"
"""Surnames that, without a title or a verb of speech, are nearly always something else."""

FULL_NAME = 3
"""Characters of a name long enough to be known again wherever it stands."""

MARKS = 0xF0000
"""Markers are private-use characters from here on."""

NO_GIVEN_NAME = (
    "[0-9〇一二三四五六七八九十百千万两几今去昨明前本上下周日月年晚早中其此该这那的了是在和与及或]"
)
"""Characters that begin no given name in news: after them the word is a preposition or a remainder
(总统于周一表示, 董事长于2023年)."""


def surnames(text: str, marked: Callable[[str], str]) -> Iterator[int]:
    """Places in Simplified `text` where a surname stands whose form is to be kept, in no order.

    Args:
        text: Simplified Chinese.
        marked: converts a clause, writing a private-use marker wherever no phrase decides.
    """
    believed: dict[str, None] = {}
    for surname in _surname().finditer(text):
        start = surname.start()
        matches = (pattern.match(text, start) for pattern in _followed())
        match = next((match for match in matches if match and _is_name(text, match)), None)
        if match and _is_undecided(text, start, match.end(), marked):
            yield start
            if len(match["name"]) == FULL_NAME:
                believed[match["name"]] = None
    for name in believed:
        yield from (match.start() for match in re.finditer(re.escape(name), text))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether what precedes agrees with what follows."""
    kind = match.lastgroup
    before = text[max(0, match.start() - REACH) : match.start()]
    edge = not before or HAN.match(before[-1]) is None
    if kind in {"address", "speech"}:
        return edge or _titles().search(before) is not None
    listed = edge and before[-1:] in LISTS and match["name"][0] not in PREPOSITIONS
    return _titles().search(before) is not None or (kind == "end" and listed)


def _is_undecided(text: str, start: int, end: int, marked: Callable[[str], str]) -> bool:
    """Whether no phrase of OpenCC's covers the surname."""
    low = max(0, start - REACH)
    return ord(marked(text[low : end + REACH])[start - low]) >= MARKS


@cache
def _words(kind: str) -> str:
    """The words of a kind, as one alternative."""
    return "|".join(row[1] for row in rows("names.txt") if row[0] == kind)


@cache
def _surname() -> re.Pattern[str]:
    """Matches a surname that something else than a number or a time follows."""
    return re.compile(f"[{_words('surname').replace('|', '')}](?!{NO_GIVEN_NAME})")


@cache
def _titles() -> re.Pattern[str]:
    """Matches a title at the end."""
    return re.compile(f"(?:{_words('title')})$")


@cache
def _followed() -> tuple[re.Pattern[str], ...]:
    """Match a name before what may follow one; the last group that matched says which it is."""
    surname = _surname().pattern
    han = HAN.pattern
    return (
        re.compile(f"(?P<name>{surname}{han}{{1,2}}?)(?=(?P<speech>{_words('speech')}))"),
        re.compile(f"(?P<name>{surname}{han}{{0,2}}?)(?=(?P<address>{_words('address')}))"),
        re.compile(f"(?P<name>{surname}{han}{{1,2}})(?=(?P<end>{NOT_HAN}|$))"),
        re.compile(f"(?P<name>{surname}{han}{{1,2}})(?=(?P<link>{_words('link')}))"),
    )

"""Naming: names of persons that the segmenter would cut apart, read out of where they stand.

A dictionary holds few persons. A text says what each is: 创始人庞乐之说, 总理欧尔班反对.
What stands between a role and a verb, a mark or a function word is a name when it begins with a
family name, or is made of the characters that foreign names are written with.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from digest.topics.borders import ends, is_crossed
from digest.topics.either import either
from digest.topics.foreign import DOTS, dotted, is_foreign, sounds
from digest.topics.lexicon import words
from digest.topics.segment import BODY_ENDS, goes_on, is_guessed, is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MOST_CHINESE = 3
"""Characters of a Chinese name, one more after a family name of two."""

SHORT_NAME = 2
"""Characters of names that are believed only where the segmenter thinks so too (高阶), and cut out
only where they are introduced: 安华 stands in 西安华为."""

MOST_FOREIGN = 8
"""Characters of a foreign name without a dot: 格奥尔基耶娃 has six."""

_FUNCTION = frozenset("与为也以在因对将就把而被让都")
"""Characters that no name begins with where a role stands before them."""

_OTHERWISE = frozenset("和应于经解时")
"""Family names that are function words far more often: 和老人, 应保留."""

_HAN = "\u4e00-\u9fff"


@lru_cache(maxsize=4)
def introduced(plain: str) -> tuple[str, ...]:
    """Names that a Simplified text gives a role to, or lets speak; each as often as it does.

    Those of the text in hand are kept, as cutting it and finding its persons both ask.
    """
    return tuple(_introduced(plain))


def _introduced(plain: str) -> Iterator[str]:
    for match in _role().finditer(plain):
        name = name_at(plain, match.end())
        if name:
            yield name
    yield from dotted(plain)
    for match in _double().finditer(plain):
        name = name_at(plain, match.start())
        if len(name) > MOST_CHINESE and name[:2] == match[0]:
            yield name
    for match in _speaking().finditer(plain):
        name = match["name"]
        named = is_chinese(name) and (len(name) > SHORT_NAME or is_guessed(name))
        if (named or is_japanese(name)) and not is_word(name):
            yield name


def name_at(plain: str, start: int) -> str:
    """The name of a person that begins at a place of a Simplified text; empty if none does.

    What ends a name for certain is looked for first, then what the segmenter takes for a new word,
    last whether three characters that begin with a family name stand by themselves.
    """
    if plain[start : start + 2] in words("say") or plain[start : start + 1] in _FUNCTION:
        return ""
    sizes = _sizes(plain, start)
    found = _ended(plain, start, sizes, ends) or _ended(plain, start, sizes, _goes_on)
    found = found or _standing(plain, start)
    behind = plain[start + len(found) : start + len(found) + 1]
    return "" if behind and behind in DOTS else found


def _sizes(plain: str, start: int) -> list[int]:
    """How many characters from a place have the form of a name."""
    found: list[int] = []
    if plain[start : start + 1] not in _begins():
        return found
    for size in range(2, min(len(plain) - start, MOST_FOREIGN) + 1):
        name = plain[start : start + size]
        if not "\u4e00" <= name[-1] <= "\u9fff":
            break
        if (is_chinese(name) and (size > SHORT_NAME or is_guessed(name))) or (
            is_foreign(name) or is_japanese(name)
        ):
            found.append(size)
    return found


def _ended(plain: str, start: int, sizes: Iterable[int], is_end: Callable[[str, int], bool]) -> str:
    """The first of some names at a place that something ends."""
    for size in sizes:
        if is_end(plain, start + size):
            name, longer = plain[start : start + size], plain[start : start + size + 1]
            given = longer[-1] in words("given") and is_chinese(longer)
            if given and is_end(plain, start + size + 1):
                return longer
            known = is_word(name) and not (is_foreign(name) and is_guessed(name))
            return "" if known else name
    return ""


def _standing(plain: str, start: int) -> str:
    """A family name and two characters behind a role, if no word reaches across their end."""
    double = plain[start : start + 2] in words("surname")
    name = plain[start : start + MOST_CHINESE + double]
    return name if is_clear(name) and not is_crossed(plain, start + len(name)) else ""


def is_clear(name: str) -> bool:
    """Whether a full Chinese name can hardly be other words: its family name is no common word."""
    double = name[:2] in words("surname") and name[:2] not in words("ambiguous")
    if len(name) != MOST_CHINESE + double or is_word(name):
        return False
    if not all("\u4e00" <= character <= "\u9fff" for character in name):
        return False
    unknown = not is_word(name[0]) and name[-1] not in words("say")
    common = name[0] in words("ambiguous") or is_word(name[:2])
    return unknown or (is_chinese(name) and (double or not common))


def is_chinese(name: str) -> bool:
    """Whether a Simplified string has the form of a Chinese name: a family name and one or two."""
    surnames = words("surname")
    double = len(name) > 2 and name[:2] in surnames
    if not 2 <= len(name) <= MOST_CHINESE + double or name[-1] in _never_last():
        return False
    common = name[0] in _OTHERWISE and len(name) == MOST_CHINESE and is_word(name[1:])
    return double or (name[0] in surnames and not common)


def is_japanese(name: str) -> bool:
    """Whether it begins with a Japanese family name, two characters at most after it."""
    return any(name[:size] in words("family") and 0 < len(name) - size <= 2 for size in (1, 2, 3))


def _goes_on(plain: str, at: int) -> bool:
    """Whether a verb or the like seems to begin behind a name."""
    return goes_on(plain[at : at + 4])


@cache
def _begins() -> frozenset[str]:
    """Characters that a name of any of the forms begins with."""
    first = (name[0] for name in words("surname") | words("family"))
    return frozenset((*sounds(), *first))


@cache
def _never_last() -> frozenset[str]:
    """What no Chinese name ends with."""
    return words("say") | BODY_ENDS


@cache
def _role() -> re.Pattern[str]:
    return re.compile(either(role for role in words("role") if not role.isascii()))


@cache
def _speaking() -> re.Pattern[str]:
    """What begins a clause and says something."""
    verbs = either(verb for verb in words("say") if len(verb) > 1)
    return re.compile(rf"(?:^|[^{_HAN}])(?P<name>[{_HAN}]{{2,4}}?)(?:还|也|又|则|随后)?{verbs}")


@cache
def _double() -> re.Pattern[str]:
    """A family name of two characters."""
    clear = words("surname") - words("ambiguous")
    # They stand so rarely that their first characters are sooner looked for than pairs.
    return re.compile("|".join(sorted(name for name in clear if len(name) > 1)))

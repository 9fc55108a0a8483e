"""Doings: which words of a text act, are launched or are led by somebody, by the words beside them.

The few words that say so are looked for, and then what they are said of: asking that of every noun
of a text looks at each word many times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.topics.cues import NOUNS
from digest.topics.lexicon import words
from digest.topics.people import REACH, is_passed
from digest.topics.segment import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.topics.segment import Token

LAUNCH_REACH = 6
"""Words looked back across from the end of a name to the verb that launches it."""

_HIGHEST = ("联合", "首席", "行政")
"""What may stand before the word for a leader: 联合创始人."""


def acting(tokens: Sequence[Token]) -> set[int]:
    """Where, in the text, nouns end that act."""
    return _noun_ends(tokens, _subjects(tokens, "act"))


def launched(tokens: Sequence[Token]) -> set[int]:
    """Where nouns end that somebody launches, or that are launched: 发布了X, X正式上线."""
    return _noun_ends(tokens, (*_subjects(tokens, "launch"), *_launched_before(tokens)))


def led(tokens: Sequence[Token]) -> set[int]:
    """Where nouns end that somebody is said to lead: 茶屿创始人, 深瞳科技联合创始人."""
    return _noun_ends(tokens, _led(tokens))


def _noun_ends(tokens: Sequence[Token], found: Iterable[int]) -> set[int]:
    return {tokens[index].end for index in found if tokens[index].tag.startswith(NOUNS)}


def _subjects(tokens: Sequence[Token], group: str) -> Iterator[int]:
    """Words that verbs of a group of the word list may be said of (see `people.speaks`)."""
    verbs = words(group)
    for at, token in enumerate(tokens):
        if token.word in verbs:
            for index in range(at - 1, max(-1, at - 2 - REACH), -1):
                yield index
                if not is_passed(tokens[index]):
                    break


def _launched_before(tokens: Sequence[Token]) -> Iterator[int]:
    """Words behind a verb of launching, in its clause."""
    verbs = words("launch")
    for at, token in enumerate(tokens):
        if token.word in verbs:
            for index in range(at + 1, min(len(tokens), at + 1 + LAUNCH_REACH)):
                yield index
                if tokens[index].tag == MARK and tokens[index].word.strip(" "):
                    break


def _led(tokens: Sequence[Token]) -> Iterator[int]:
    leaders = words("leader")
    for at, token in enumerate(tokens):
        if at and token.word.lower() in leaders:
            yield at - 1
            if at > 1 and tokens[at - 1].word.lower() in _HIGHEST:
                yield at - 2

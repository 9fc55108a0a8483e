"""Mentions: the places in an article where the forms of topics stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.model import Span
from digest.text.fold import simplified
from digest.topics.naming import introduced
from digest.topics.segment import Mined, tokens, word_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Word(NamedTuple):
    """A word of an article, as it is looked up."""

    start: int
    """Code point in the clean text."""
    end: int
    """One past the last."""
    key: str


class Forms:
    """The forms of some topics, ready to be looked for."""

    __slots__ = ("_beginnings", "_topics")

    def __init__(self, topics: Mapping[str, str]) -> None:
        """`topics` has the topic for the key of each form."""
        self._topics = dict(topics)
        self._beginnings = {form[:size] for form in topics for size in range(1, len(form) + 1)}

    def places(self, words: Sequence[Word]) -> Iterator[tuple[str, Span]]:
        """Topic and span of each mention, in order; the longest form wins.

        Mentions begin and end where words do, so that 国会 is not found in 中国会议.
        """
        at = 0
        while at < len(words):
            last, topic = self._longest(words, at)
            if topic:
                yield topic, Span(words[at].start, words[last].end)
            at = last + 1

    def _longest(self, words: Sequence[Word], at: int) -> tuple[int, str]:
        """The last word of the longest form that begins at a word, and its topic; or that word."""
        best, topic, name = at, "", ""
        if not words[at].key:
            return best, topic
        for last in range(at, len(words)):
            name += words[last].key
            if name not in self._beginnings:
                break
            if words[last].key and name in self._topics:
                best, topic = last, self._topics[name]
        return best, topic


def words_of(text: str, mined: Mined) -> list[Word]:
    """The words of a clean text, marks included."""
    cut = tokens(text, mined.joined(introduced(simplified(text))))
    return [Word(token.start, token.end, word_key(token.word)) for token in cut]

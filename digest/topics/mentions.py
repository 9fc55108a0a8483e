"""Mentions: the places in an article where the forms of topics stand.

A text is folded once and looked through once; at each place the longest form that begins with its
two characters is tried. That costs about half a millisecond for 2,000 characters however many
topics there are, so that all articles of a large library can be gone through. The segmenter is
asked only where a word of the language reaches across the end of a find.
"""

from __future__ import annotations

from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.fold import key, simplified
from digest.topics.bylines import bylines
from digest.topics.segment import cuts, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.model import Article

WINDOW = 8
"""Characters on either side of a find that the segmenter is shown."""

REACH = 3
"""Characters before and after an end that a word across it may have; idioms have four in all."""

TRUSTED = 5
"""Code points from which a Han form stands where it stands: no other words spell it by chance."""

_JOINERS = frozenset("-.–—&'_+")
"""Characters by which a Latin word or a number goes on."""


class Folded:
    """A text as its forms are looked for."""

    __slots__ = ("_starts", "key", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = simplified(text)
        self.key = key(text)
        self._starts: list[int] | range = range(len(text))
        odd = {character for character in set(text) if _size(character) != 1}
        if odd:
            self._starts = _starts(text, odd)

    def span(self, start: int, end: int) -> Span:
        """The place in the text of a stretch of the key that is not empty."""
        return Span(self._starts[start], self._starts[end - 1] + 1)


class Forms:
    """The forms of some topics, ready to be looked for."""

    __slots__ = ("_by_start", "_topics")

    def __init__(self, topics: Mapping[str, str]) -> None:
        """`topics` has the topic for the key of each form; forms of one code point are left out."""
        self._topics = {form: topic for form, topic in topics.items() if len(form) > 1}
        self._by_start: dict[str, list[str]] = {}
        for form in sorted(self._topics, key=lambda form: (-len(form), form)):
            self._by_start.setdefault(form[:2], []).append(form)

    def places(self, folded: Folded) -> Iterator[tuple[str, Span]]:
        """Topic and span of each mention, in order and apart; the longest form wins.

        Mentions begin and end where words do, so that 国会 is not found in 中国会议.
        """
        text, known = folded.key, self._by_start
        done = 0
        for at, pair in enumerate(map(add, text, text[1:])):
            if pair not in known or at < done:
                continue
            for form in known[pair]:
                end = at + len(form)
                if text.startswith(form, at):
                    span = folded.span(at, end)
                    if _stands(folded, span, len(form)):
                        yield self._topics[form], span
                        done = end
                        break

    def topic(self, form: str) -> str:
        """The topic of a form, given by its key; empty if there is none."""
        return self._topics.get(form, "")


class Finder:
    """Finds the mentions of all topics of a library in one article after the other."""

    __slots__ = ("_nested", "_outer")

    def __init__(self, outer: Mapping[str, str], nested: Mapping[str, str]) -> None:
        """Both have the topic for the key of each form.

        Args:
            outer: topics that stand by themselves.
            nested: those that stand inside the forms of others only.
        """
        self._outer, self._nested = Forms(outer), Forms(nested)

    def mentions(self, article: Article) -> list[tuple[str, Span]]:
        """Topics and places, in order.

        Whoever wrote or published an article without being named in it is mentioned at its
        beginning, by an empty span.
        """
        folded = Folded(article.text)
        found = [*self._outer.places(folded), *self._nested.places(folded)]
        here = {topic for topic, _ in found}
        for name, _ in bylines(article):
            form = key(name)
            topic = self._outer.topic(form) or self._nested.topic(form)
            if topic and topic not in here:
                found.append((topic, Span(0, 0)))
                here.add(topic)
        return sorted(found, key=lambda each: (each[1], each[0]))


def _starts(text: str, odd: set[str]) -> list[int]:
    """For each code point of the key of a text, the code point of the text that it comes from."""
    found: list[int] = []
    done = 0
    for at, character in enumerate(text):
        if character in odd:
            found += range(done, at)
            found += [at] * _size(character)
            done = at + 1
    found += range(done, len(text))
    return found


def _stands(folded: Folded, span: Span, size: int) -> bool:
    """Whether a find is a word of its own and no part of other words."""
    plain = folded.plain
    if _goes_on(plain, span.start, -1) or _goes_on(plain, span.end, 1):
        return False
    if size >= TRUSTED:
        return True
    across = [at for at in (span.start, span.end) if _is_crossed(plain, at)]
    if not across:
        return True
    first = _run_start(plain, span.start)
    last = _run_end(plain, span.end)
    ends = cuts(plain[first:last])
    return all(at - first in ends for at in across)


def _goes_on(plain: str, at: int, step: int) -> bool:
    """Whether a Latin word or a number goes on across a place: GPT-4|o, 3|.5, Open|AI."""
    if not 0 < at < len(plain):
        return False
    inside, outside = (plain[at - 1], plain[at]) if step > 0 else (plain[at], plain[at - 1])
    if not (inside.isascii() and inside.isalnum()) or not outside.isascii():
        return False
    if outside.isalnum():
        return True
    beyond = at + step if step > 0 else at - 2
    if outside not in _JOINERS or not 0 <= beyond < len(plain):
        return False
    return plain[beyond].isascii() and plain[beyond].isalnum()


def _is_crossed(plain: str, at: int) -> bool:
    """Whether a word of the language could stand across a place."""
    if not 0 < at < len(plain) or not (_is_han(plain[at - 1]) and _is_han(plain[at])):
        return False
    return _joins(plain[max(0, at - REACH) : at], plain[at : at + REACH])


@lru_cache(maxsize=65_536)
def _joins(before: str, after: str) -> bool:
    """Whether some end of one string and some beginning of another are a word together."""
    heads = [after[:size] for size in range(1, len(after) + 1)]
    return any(is_word(before[at:] + head) for at in range(len(before)) for head in heads)


@lru_cache(maxsize=65_536)
def _size(character: str) -> int:
    """Code points that a code point folds to."""
    return len(key(character))


def _run_start(plain: str, at: int) -> int:
    """Where the Han characters before a place begin, not far back."""
    first = at
    while first > 0 and at - first < WINDOW and _is_han(plain[first - 1]):
        first -= 1
    return first


def _run_end(plain: str, at: int) -> int:
    last = at
    while last < len(plain) and last - at < WINDOW and _is_han(plain[last]):
        last += 1
    return last


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"

"""Mentions: the places in an article where the forms of topics stand.

A text is folded once and looked through once, for the characters that some form begins with; at
each such place the longest form is tried first. That costs about half a millisecond for 2,000
characters however many topics there are, so that all articles of a large library can be gone
through. The segmenter is asked only where a word of the language reaches across the end of a find.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from digest.model import Span
from digest.text.codes import Lookup, codes
from digest.text.fold import key, simplified
from digest.topics.bylines import bylines
from digest.topics.segment import cuts, dictionary
from digest.topics.starts import SHORTEST, SHOWN, Starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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

    __slots__ = ("key", "plain", "starts")

    def __init__(self, text: str) -> None:
        import numpy as np  # noqa: PLC0415  slow to load

        self.plain = simplified(text)
        self.key = key(text)
        sizes = _sizes()[codes(text)]
        self.starts: Sequence[int] = range(len(text))
        """Where in the text each character of the key comes from."""
        if (sizes != 1).any():
            places = np.arange(len(text), dtype=np.int32)
            self.starts = places.repeat(sizes).data


@cache
def _sizes() -> Lookup:
    """How many code points each code point folds to."""
    return Lookup(lambda code: len(key(chr(code))))


class _Form(NamedTuple):
    """A form that is looked for."""

    written: str
    size: int
    topic: str
    latin: tuple[int, ...]
    """At which ends it has what a Latin word or a number goes on with: -1 before, 1 behind."""


class Forms:
    """The forms of some topics, ready to be looked for."""

    __slots__ = ("_by_start", "topics")

    def __init__(self, topics: Mapping[str, str]) -> None:
        """`topics` has the topic for the key of each form; forms of one code point are left out."""
        self.topics = {form: topic for form, topic in topics.items() if len(form) >= SHORTEST}
        """The topic of each form."""
        by_start: dict[str, list[_Form]] = {}
        for form in sorted(self.topics, key=lambda form: (-len(form), form)):
            latin = (-1,) * _is_latin(form[0]) + (1,) * _is_latin(form[-1])
            each = _Form(form, len(form), self.topics[form], latin)
            by_start.setdefault(form[:SHOWN], []).append(each)
        # Shorter ones come last at a start that longer ones share.
        self._by_start = {
            start: (*begun, *by_start.get(start[:SHORTEST], ())) if start[SHORTEST:] else (*begun,)
            for start, begun in by_start.items()
        }

    def places(self, folded: Folded, begins: Iterable[int]) -> list[tuple[int, int, str]]:
        """Start, end and topic of each mention, in order and apart; the longest form wins.

        Mentions begin and end where words do, so that 国会 is not found in 中国会议.
        """
        text, plain, starts, known = folded.key, folded.plain, folded.starts, self._by_start
        found: list[tuple[int, int, str]] = []
        done = 0
        for at in begins:
            if at < done:
                continue
            begun = known.get(text[at : at + SHOWN]) or known.get(text[at : at + SHORTEST], ())
            for form, size, topic, latin in begun:
                if text.startswith(form, at):
                    start, end = starts[at], starts[at + size - 1] + 1
                    if latin and _is_cut_off(plain, start, end, latin):
                        continue
                    if size >= TRUSTED or _stands(plain, start, end):
                        found.append((start, end, topic))
                        done = at + size
                        break
        return found


class Finder:
    """Finds the mentions of all topics of a library in one article after the other."""

    __slots__ = ("_nested", "_outer", "_starts")

    def __init__(self, outer: Mapping[str, str], nested: Mapping[str, str]) -> None:
        """Both have the topic for the key of each form.

        Args:
            outer: topics that stand by themselves.
            nested: those that stand inside the forms of others only.
        """
        self._outer, self._nested = Forms(outer), Forms(nested)
        self._starts = Starts((self._outer.topics, self._nested.topics))

    def mentions(self, article: Article) -> list[tuple[str, Span]]:
        """Topics and places, in order."""
        return [(topic, Span(start, end)) for start, end, topic in self.places(article)]

    def places(self, article: Article) -> list[tuple[int, int, str]]:
        """Start, end and topic of each mention, in order.

        Whoever wrote or published an article without being named in it is mentioned at its
        beginning, by an empty span.
        """
        folded = Folded(article.text)
        outer, nested = self._starts.places(folded.key)
        found = [*self._outer.places(folded, outer), *self._nested.places(folded, nested)]
        named = [*bylines(article)]
        here = {topic for _, _, topic in found} if named else set()
        for name, _ in named:
            form = key(name)
            topic = self._outer.topics.get(form) or self._nested.topics.get(form)
            if topic and topic not in here:
                found.append((0, 0, topic))
                here.add(topic)
        return sorted(found)


def _stands(plain: str, start: int, end: int) -> bool:
    """Whether no other words than a find have a part of it."""
    begun, ended = _is_crossed(plain, start), _is_crossed(plain, end)
    if not (begun or ended):
        return True
    first = _run_start(plain, start)
    ends = cuts(plain[first : _run_end(plain, end)])
    return (not begun or start - first in ends) and (not ended or end - first in ends)


def _is_latin(character: str) -> bool:
    """Whether a Latin word or a number is made of it."""
    return character.isascii() and character.isalnum()


def _is_cut_off(plain: str, start: int, end: int, sides: Iterable[int]) -> bool:
    """Whether a Latin word or a number goes on across one of these ends of a find."""
    return any(_goes_on(plain, end if side > 0 else start, side) for side in sides)


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
    if at < REACH:
        return at > 0 and _joins(plain[:at], plain[at : at + REACH])
    return _is_split(plain[at - REACH : at + REACH])


@lru_cache(maxsize=65_536)
def _is_split(around: str) -> bool:
    """The same of the place behind the first of some characters; asked for every find."""
    return _joins(around[:REACH], around[REACH:])


def _joins(before: str, after: str) -> bool:
    """Whether some end of one string and some beginning of another are a word together."""
    if not (after and _is_han(before[-1]) and _is_han(after[0])):
        return False
    holds = dictionary().has_word
    ends = [before[at:] for at in range(len(before))]
    for size in range(1, len(after) + 1):
        head = after[:size]
        for end in ends:
            if holds(end + head):
                return True
    return False


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

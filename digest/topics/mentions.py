"""Mentions: the places in an article where the forms of topics stand.

A text is folded once and looked through once, for pairs of characters that some form begins with;
at each such place the longest form is tried first. That costs about half a millisecond for 2,000
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Article
    from digest.text.codes import Codes

WINDOW = 8
"""Characters on either side of a find that the segmenter is shown."""

REACH = 3
"""Characters before and after an end that a word across it may have; idioms have four in all."""

TRUSTED = 5
"""Code points from which a Han form stands where it stands: no other words spell it by chance."""

SLOT_BITS = 18
"""Bits of a place in the table of pairs: a quarter of a million for some ten thousand pairs."""

MIXER = 0x9E3779B1
"""Odd, and without a pattern in its bits, so that pairs are spread over the table (Knuth's
multiplicative hashing: 2^32 divided by the golden ratio, the next prime)."""

_JOINERS = frozenset("-.–—&'_+")
"""Characters by which a Latin word or a number goes on."""


class Folded:
    """A text as its forms are looked for."""

    __slots__ = ("_starts", "key", "plain")

    def __init__(self, text: str) -> None:
        import numpy as np  # noqa: PLC0415  slow to load

        self.plain = simplified(text)
        self.key = key(text)
        sizes = _sizes()[codes(text)]
        self._starts: Sequence[int] = range(len(text))
        if (sizes != 1).any():
            self._starts = np.arange(len(text)).repeat(sizes).tolist()

    def ends(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the key that is not empty begins and ends in the text."""
        return self._starts[start], self._starts[end - 1] + 1


class _Pairs:
    """Pairs of characters that forms begin with, as a table that a whole text is held against."""

    __slots__ = ("_table",)

    def __init__(self, pairs: Iterable[str]) -> None:
        import numpy as np  # noqa: PLC0415  slow to load

        self._table = np.zeros(1 << SLOT_BITS, dtype=bool)
        self._table[_slots(codes("".join(pairs)))[::2]] = True

    def places(self, text: str) -> list[int]:
        """Where in a text one of the pairs stands, and a few other places."""
        found: list[int] = self._table[_slots(codes(text))].nonzero()[0].tolist()
        return found


def _slots(array: Codes) -> Codes:
    """Where the table of pairs has each pair of neighbours; few others are in the same place."""
    mixed = array[:-1].copy()
    mixed <<= 16
    mixed ^= array[1:]
    mixed *= MIXER
    mixed >>= 32 - SLOT_BITS
    return mixed


@cache
def _sizes() -> Lookup:
    """How many code points each code point folds to."""
    return Lookup(lambda code: len(key(chr(code))))


class _Form(NamedTuple):
    """A form that is looked for."""

    written: str
    size: int
    topic: str
    latin: tuple[bool, bool]
    """Whether it begins and ends with what a Latin word or a number goes on with."""


class Forms:
    """The forms of some topics, ready to be looked for."""

    __slots__ = ("_topics", "by_start")

    def __init__(self, topics: Mapping[str, str]) -> None:
        """`topics` has the topic for the key of each form; forms of one code point are left out."""
        self._topics = {form: topic for form, topic in topics.items() if len(form) > 1}
        self.by_start: dict[str, list[_Form]] = {}
        for form in sorted(self._topics, key=lambda form: (-len(form), form)):
            latin = (_is_latin(form[0]), _is_latin(form[-1]))
            each = _Form(form, len(form), self._topics[form], latin)
            self.by_start.setdefault(form[:2], []).append(each)

    def places(self, folded: Folded, begins: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Start, end and topic of each mention, in order and apart; the longest form wins.

        Mentions begin and end where words do, so that 国会 is not found in 中国会议.
        """
        text, known = folded.key, self.by_start
        done = 0
        for at in begins:
            if at < done:
                continue
            for form, size, topic, latin in known.get(text[at : at + 2], ()):
                if text.startswith(form, at):
                    start, end = folded.ends(at, at + size)
                    if _stands(folded.plain, start, end, size, latin):
                        yield start, end, topic
                        done = at + size
                        break

    def topic(self, form: str) -> str:
        """The topic of a form, given by its key; empty if there is none."""
        return self._topics.get(form, "")


class Finder:
    """Finds the mentions of all topics of a library in one article after the other."""

    __slots__ = ("_nested", "_outer", "_pairs")

    def __init__(self, outer: Mapping[str, str], nested: Mapping[str, str]) -> None:
        """Both have the topic for the key of each form.

        Args:
            outer: topics that stand by themselves.
            nested: those that stand inside the forms of others only.
        """
        self._outer, self._nested = Forms(outer), Forms(nested)
        self._pairs = _Pairs((*self._outer.by_start, *self._nested.by_start))

    def mentions(self, article: Article) -> list[tuple[str, Span]]:
        """Topics and places, in order."""
        return [(topic, Span(start, end)) for start, end, topic in self.places(article)]

    def places(self, article: Article) -> list[tuple[int, int, str]]:
        """Start, end and topic of each mention, in order.

        Whoever wrote or published an article without being named in it is mentioned at its
        beginning, by an empty span.
        """
        folded = Folded(article.text)
        begins = self._pairs.places(folded.key)
        found = [*self._outer.places(folded, begins), *self._nested.places(folded, begins)]
        named = [*bylines(article)]
        here = {topic for _, _, topic in found} if named else set()
        for name, _ in named:
            form = key(name)
            topic = self._outer.topic(form) or self._nested.topic(form)
            if topic and topic not in here:
                found.append((0, 0, topic))
                here.add(topic)
        return sorted(found)


def _stands(plain: str, start: int, end: int, size: int, latin: tuple[bool, bool]) -> bool:
    """Whether a find is a word of its own and no part of other words."""
    if (latin[0] and _goes_on(plain, start, -1)) or (latin[1] and _goes_on(plain, end, 1)):
        return False
    if size >= TRUSTED:
        return True
    across = [at for at in (start, end) if _is_crossed(plain, at)]
    if not across:
        return True
    first = _run_start(plain, start)
    last = _run_end(plain, end)
    ends = cuts(plain[first:last])
    return all(at - first in ends for at in across)


def _is_latin(character: str) -> bool:
    """Whether a Latin word or a number is made of it."""
    return character.isascii() and character.isalnum()


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
    if not 0 < at < len(plain) or not (
        "\u3400" <= plain[at - 1] <= "\u9fff" and "\u3400" <= plain[at] <= "\u9fff"
    ):
        return False
    return _joins(plain[max(0, at - REACH) : at], plain[at : at + REACH])


@lru_cache(maxsize=65_536)
def _joins(before: str, after: str) -> bool:
    """Whether some end of one string and some beginning of another are a word together."""
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

"""Summary: the few sentences of an article that tell what it tells, verbatim.

Units are chosen one after another. Each is worth what speaks for it by itself, how much it has of
the words that the text turns around, and what it covers of the words that the text comes back to
and no unit before it covered. All comparing is done in Simplified characters, so an article comes
to the same in either script.
"""

from __future__ import annotations

import json
import math
from heapq import heapify, heappop, heappush
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from digest.briefing.summary_units import Unit, units
from digest.briefing.summary_weights import Weighed
from digest.briefing.summary_worth import EASY, NEVER, Scene, worth
from digest.model import Role, Span
from digest.text.fold import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article, Figure

SHORTEST, USUAL, LONGEST = 3, 4, 5
"""Sentences of a summary."""

VERSION = 2
"""Grows with every change that shows in a summary; what is kept is then made anew."""

Picks: TypeAlias = tuple[tuple[Span, ...], ...]
"""Units best first: each a span, or a question and its answer."""

ALIKE = 0.6
"""Share of a unit's words that one before it has, from which it says the same again."""
COVERAGE, CENTRAL = 4.0, 1.2
"""What it is worth in a text of `FULL` units to cover them all, and to have the whole core; in a
shorter one less, since there words come back by chance."""
FULL = 40
SHORT, LENGTHEN = 0.4, 0.5
"""A longer unit covers more: its coverage is divided by its length in easy units, to this power,
and from this length on."""
BESIDE = 0.25
"""What it costs to quote the same paragraph again: a text is told by all its parts."""
SECTION = 0.15
"""What it costs to quote the same section again, between two headings."""
SECTIONS = 2
"""Headings from which a text has sections."""
PAIRED = 2
"""Questions from which an article is an interview; one is then told with its answer."""
LEAST_GAIN = 0.0
"""What a further sentence has to add once there are `SHORTEST`."""


class _Candidate(NamedTuple):
    unit: Unit
    number: int
    """Which unit of the article it is."""
    heavy: frozenset[int]
    """Its words that weigh anything."""
    worth: float
    """What it is worth apart from what it covers."""
    ease: float
    """What its coverage is divided by."""


def summarise(article: Article, figures: Sequence[Figure] = ()) -> Picks:
    """The units of an article that sum it up, best first, as many as the longest summary takes.

    Args:
        article: what is summed up.
        figures: its figures, by place; key figures speak for the sentence they stand in.
    """
    scene, plain = Scene.of(article, figures), simplified(article.text)
    parts = tuple(units(article))
    words = Weighed.of(plain, simplified(article.metadata.title), parts)
    fullness = min(1.0, len(parts) / FULL)
    central = CENTRAL * fullness / (words.together(words.core) or 1.0)
    able: list[_Candidate] = []
    for number, unit in enumerate(parts):
        alone = worth(scene, unit, words.titled[number])
        if alone > NEVER:
            heavy = words.heavy[number]
            alone += central * words.together(heavy & words.core)
            ease = max(SHORT, len(unit.plain) / EASY) ** LENGTHEN
            able.append(_Candidate(unit, number, heavy, alone, ease))
    scale = COVERAGE * fullness / (words.mass or 1.0)
    return _chosen(_Field(able, words, scale, _sections(article)))


def _sections(article: Article) -> tuple[int, ...]:
    """For each paragraph how many headings stand before it; nothing if there are none."""
    headings = [paragraph.role is Role.HEADING for paragraph in article.paragraphs]
    return tuple(accumulate(headings)) if sum(headings) >= SECTIONS else ()


def cut(picks: Picks, length: int = USUAL) -> tuple[Span, ...]:
    """The spans of a summary of at most so many sentences, by place."""
    kept: list[Span] = []
    for pick in picks:
        fresh = [span for span in pick if span not in kept]
        if len(kept) + len(fresh) <= length:
            kept += fresh
    return tuple(sorted(kept))


def encode(picks: Picks) -> bytes:
    """What is kept of a summary."""
    plain = [[[span.start, span.end] for span in pick] for pick in picks]
    return json.dumps(plain, separators=(",", ":")).encode()


def decode(data: bytes) -> Picks:
    """What `encode` kept."""
    return tuple(tuple(Span(*span) for span in pick) for pick in json.loads(data))


class _Field:
    """The candidates that are left, those first that promise most.

    What one adds falls with everything that is chosen and never rises. So the best is found as soon
    as one, looked at again, is above what all others added when they were looked at last.
    """

    def __init__(
        self,
        able: Sequence[_Candidate],
        words: Weighed,
        scale: float,
        sections: Sequence[int],
    ) -> None:
        self.able, self.chosen = able, list[_Candidate]()
        self._covered, self._said = set[int](), list[frozenset[int]]()
        self._words, self._sections = words, sections
        self._weight = [weight * scale for weight in words.weights].__getitem__
        self._left = [(-self._gain(one), place, one) for place, one in enumerate(able)]
        """By place if they add the same, so two candidates are never compared."""
        heapify(self._left)

    def choose(self, one: _Candidate) -> None:
        """Quote a candidate that was taken."""
        self.chosen.append(one)
        self._said.append(self._words.said(one.number))
        self._covered |= one.heavy

    def best(self) -> tuple[float, _Candidate] | None:
        """Take the candidate that adds most and says nothing again, with what it adds."""
        while self._left:
            _, place, one = heappop(self._left)
            if self._is_said(one):
                continue
            gain = self._gain(one)
            if not self._left or (-gain, place) < self._left[0][:2]:
                return gain, one
            heappush(self._left, (-gain, place, one))
        return None

    def best_pair(self) -> tuple[float, _Candidate] | None:
        """The same of those that begin an answer."""
        begin = [row for row in self._left if row[2].unit.question and not row[2].unit.number]
        fresh = [(-self._gain(one), at, one) for _, at, one in begin if not self._is_said(one)]
        if not fresh:
            return None
        loss, place, best = min(fresh)
        self._left = [row for row in self._left if row[1] != place]
        heapify(self._left)
        return -loss, best

    def _is_said(self, one: _Candidate) -> bool:
        """Whether one that was chosen says the same for the greater part."""
        if not self.chosen:
            return False
        said = self._words.said(one.number)
        return any(_alike(said, other) for other in self._said)

    def _gain(self, one: _Candidate) -> float:
        # Exact whatever the order of a set, which differs from one process to the next.
        fresh = math.fsum(map(self._weight, one.heavy - self._covered))
        at, sections = one.unit.paragraph, self._sections
        places = [other.unit.paragraph for other in self.chosen]
        beside = BESIDE * places.count(at)
        if sections:
            beside += SECTION * [sections[place] for place in places].count(sections[at])
        return one.worth + fresh / one.ease - beside


def _chosen(field: _Field) -> Picks:
    """Candidates one after another, the best of those left each time."""
    asked = {one.unit.question for one in field.able if one.unit.question}
    size = 0
    while size < LONGEST:
        is_due = size == USUAL - 2 and len(asked) >= PAIRED
        is_due = is_due and not any(one.unit.question for one in field.chosen)
        gain, best = (is_due and field.best_pair()) or field.best() or (0.0, None)
        if not best or (size >= SHORTEST and gain < LEAST_GAIN):
            break
        if size + len(best.unit.spans) <= LONGEST:
            field.choose(best)
            size += len(best.unit.spans)
    return tuple(one.unit.spans for one in field.chosen)


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two units say the same for the greater part."""
    return len(one & other) >= ALIKE * max(1, min(len(one), len(other)))

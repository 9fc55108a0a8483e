"""Timeline: what happened when, each event once with all who tell it.

Events of the same day are compared with one another; wider dates, which say less, are then held
against what is there: 2023-10 against what happened on the days of that October. What two tell of
different versions is never one, and a date whose year cannot be told is placed by what it tells or
stands apart.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from digest.briefing.timeline_match import (
    SAME_DAY,
    breadth,
    is_day,
    likeness,
    needed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.briefing.events import Event
    from digest.briefing.timeline_match import Rarity

RARE = 0.45
"""Rarity of a word from which it leads from one event to another that may be the same."""
CROWD = 60
"""Events of one time that are all compared; of more, those that share a rare word, as long as it
does not lead to more than so many."""
POINTING = 0.6
"""Share of what is needed that a date needs which only points at an event (那场发布会)."""
FIT = 60
"""Characters of the sentence that tells an event best."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with all who tell it."""

    when: str
    """As precisely as any of them tells it; ISO 8601, `XXXX` for a year that cannot be told."""
    first: str
    """The first day of it, ISO 8601; empty where the year cannot be told."""
    last: str
    tellings: tuple[Event, ...]
    """The one that tells it best first, then by date and article."""

    @property
    def is_resolved(self) -> bool:
        """Whether it has a place in the calendar."""
        return bool(self.first)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that tell it, each once, the best first."""
        return tuple(dict.fromkeys(event.article for event in self.tellings))


def timeline(
    events: Iterable[Event], rarity: Rarity, things: frozenset[str] = frozenset()
) -> tuple[Happening, ...]:
    """The events of some articles in the order of time, each once; those without a year last.

    Args:
        events: of all the articles.
        rarity: of words, in these articles.
        things: keys of the topics that name one thing, not an organisation or a concept.
    """
    groups = _Groups(rarity, things)
    order = sorted(events, key=_turn)
    days: defaultdict[str, list[Event]] = defaultdict(list)
    for event in order:
        if event.is_resolved and is_day(event.when) and not event.points:
            days[event.when].append(event)
    for same in days.values():
        groups.join_day(same)
    for event in order:
        if not is_day(event.when) or not event.is_resolved or event.points:
            groups.place(event)
    groups.gather()
    found = [_happening(group.events) for group in groups.all()]
    return tuple(
        sorted(found, key=lambda one: (not one.is_resolved, one.first, one.last, one.when))
    )


def _turn(event: Event) -> tuple[object, ...]:
    """When an event is placed: what says most of its time first."""
    return (
        not event.is_resolved,
        event.points,
        breadth(event.when),
        event.when,
        event.article,
        event.date,
    )


@dataclass(slots=True)
class _Group:
    """Events that are one, as far as is known."""

    first: str
    last: str
    events: list[Event] = field(default_factory=list)


class _Groups:
    """The events placed so far."""

    def __init__(self, rarity: Rarity, things: frozenset[str]) -> None:
        self._rarity, self._things = rarity, things
        self._groups: list[_Group] = []
        self._index: defaultdict[str, set[int]] = defaultdict(set)
        """Rare words and names, and the groups that have them."""

    def all(self) -> Iterator[_Group]:
        """Every group."""
        return (group for group in self._groups if group.events)

    def gather(self) -> None:
        """Put wide groups to narrower ones that one of their events fits as well."""
        for number, group in enumerate(self._groups):
            if not group.first or group.first == group.last:
                continue
            near = {one for event in group.events for one in self._near(event)} - {number}
            best, at = 0.0, -1
            for other in sorted(near):
                scores = [self._score(event, self._groups[other]) for event in group.events]
                if max(scores) > best and min(scores) > CONFLICT:
                    best, at = max(scores), other
            if at >= 0:
                for event in group.events:
                    self._put(at, event)
                group.events = []

    def join_day(self, events: Sequence[Event]) -> None:
        """Place the events of one day, those that are one together."""
        parent = list(range(len(events)))

        def root(at: int) -> int:
            while parent[at] != at:
                at = parent[at]
            return at

        for one, other in self._pairs(events):
            joined = root(one) == root(other)
            if not joined and self._is_one(events[one], events[other]):
                parent[root(other)] = root(one)
        together: defaultdict[int, list[Event]] = defaultdict(list)
        for at, event in enumerate(events):
            together[root(at)].append(event)
        for same in together.values():
            self._add(same[0])
            for event in same[1:]:
                self._put(len(self._groups) - 1, event)

    def place(self, event: Event) -> None:
        """Put an event to what it fits best, or beside; one that only points, nowhere else."""
        best, at = 0.0, -1
        for number in self._near(event):
            score = self._score(event, self._groups[number])
            if score > best:
                best, at = score, number
        if at >= 0:
            self._put(at, event)
        elif not event.points:
            self._add(event)

    def _pairs(self, events: Sequence[Event]) -> Iterator[tuple[int, int]]:
        if len(events) <= CROWD:
            yield from combinations(range(len(events)), 2)
            return
        by_mark: defaultdict[str, list[int]] = defaultdict(list)
        for at, event in enumerate(events):
            for mark in self._marks(event):
                by_mark[mark].append(at)
        crowded = (places for places in by_mark.values() if len(places) <= CROWD)
        yield from {pair for places in crowded for pair in combinations(places, 2)}

    def _marks(self, event: Event) -> Iterator[str]:
        """What may lead from an event to another telling of it."""
        yield from event.names
        yield from (word for word in event.words if self._rarity(word) >= RARE)

    def _is_one(self, one: Event, other: Event) -> bool:
        return likeness(one, other, self._rarity, self._things) >= needed(one, other)

    def _near(self, event: Event) -> Iterator[int]:
        """The groups whose days agree with an event's and that share something rare with it."""
        leads = [self._index[mark] for mark in (*self._marks(event), event.when)]
        near = {number for lead in leads if len(lead) <= CROWD for number in lead}
        for number in sorted(near):
            group = self._groups[number]
            if not event.is_resolved:
                fits = any(_is_open_day(event.when, other.when) for other in group.events)
            elif "/" in event.when:
                fits = any(other.when == event.when for other in group.events)
            else:
                fits = bool(event.first) and event.first <= group.first and group.last <= event.last
            if fits and group.events:
                yield number

    def _score(self, event: Event, group: _Group) -> float:
        """By how much the likeness of an event to a group is more than is needed."""
        likes = [likeness(event, other, self._rarity, self._things) for other in group.events]
        best = CONFLICT
        if min(likes) <= CONFLICT:
            return best
        for like, other in zip(likes, group.events, strict=True):
            least = SAME_DAY if not event.is_resolved else needed(event, other)
            best = max(best, like - least * (POINTING if event.points else 1.0) + 0.01)
        return best

    def _add(self, event: Event) -> None:
        self._groups.append(_Group(event.first, event.last))
        self._put(len(self._groups) - 1, event)

    def _put(self, number: int, event: Event) -> None:
        self._groups[number].events.append(event)
        for mark in {event.when, *self._marks(event)}:
            self._index[mark].add(number)


CONFLICT = -5.0
"""Likeness below which two events cannot be one, whatever others say."""


def _is_open_day(open_date: str, when: str) -> bool:
    """Whether a date without its year can be the other one."""
    return when[4:] == open_date[4:]


def _happening(events: Sequence[Event]) -> Happening:
    """A group as it is told."""
    best = sorted(events, key=_quality)
    nearest = min(best, key=lambda event: (not event.is_resolved, breadth(event.when)))
    return Happening(nearest.when, nearest.first, nearest.last, tuple(best))


def _quality(event: Event) -> tuple[object, ...]:
    """How well an event is told, best first: by its date, by an act, by a sentence to be read."""
    width = breadth(event.when)
    return (
        event.points,
        not event.is_resolved,
        width,
        event.leans,
        not event.acts,
        event.date.start - event.sentence.start > FIT,
        abs(len(event.sentence) - FIT),
        event.article,
        event.date,
    )

"""Comparison: measures of several articles side by side, and whether they say the same.

Precision before recall. Two measures are held against each other only where whose they are, what
they measure, what narrows it, the unit and the time all agree and all are known; a disagreement
must besides be of a size in which reports differ, not of one that tells two things apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.briefing.measure_periods import shape
from digest.briefing.measure_spans import SINCE
from digest.briefing.measure_values import AT_MOST_MORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from digest.briefing.measures import Measure


class Relation(StrEnum):
    """How two measures stand to each other."""

    SAME = "same"
    """One value, as exactly as both were written."""
    PRECISE = "precise"
    """One value, which one of them says more exactly."""
    SERIES = "series"
    """The same at another time."""
    CONFLICT = "conflict"
    """Values that cannot both be true."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Measures of one thing, from one or more articles."""

    members: tuple[Measure, ...]
    """By period, then by value; of one value the earliest article first."""
    relations: frozenset[Relation]
    """All that hold between any two of them."""

    @property
    def disputed(self) -> tuple[Measure, ...]:
        """The members of the first period of which two disagree; none if all agree."""
        by_period: dict[str, list[Measure]] = defaultdict(list)
        for member in self.members:
            by_period[member.period].append(member)
        for group in by_period.values():
            if any(relation(one, other) is Relation.CONFLICT for one, other in _pairs(group)):
                return tuple(group)
        return ()

    @property
    def name(self) -> str:
        """Whose it is and of what part, or what happened where; in the normal text's script."""
        first = self.members[0]
        places = [
            place for place in first.places if all(place in one.places for one in self.members)
        ]
        if places:
            kind, _, where = max(places, key=len).partition(":")
            return where + kind
        return f"{first.owner} {first.part}".strip()

    @property
    def metric(self) -> str:
        """What it measures, in the normal text's script."""
        first = self.members[0]
        if first.metric.startswith(SINCE):
            return f"{first.metric.removeprefix(SINCE)}年数"
        _, is_change, base = first.unit.partition("/delta-")
        return first.metric.removeprefix("=") + (CHANGES[base] if is_change else "")

    @property
    def course(self) -> tuple[Decimal, ...]:
        """One value for each period, in their order: that of the article that came last."""
        by_period = {member.period: member.range.value for member in self.members}
        return tuple(by_period.values())

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles they are from, each once."""
        return tuple(dict.fromkeys(measure.article for measure in self.members))


CHANGES = {"yoy": "同比增减", "qoq": "环比增减", "": "增减"}
"""What the change of a measure is called, by what it is held against."""

ASKED = frozenset({"支持率", "收视率"})
"""Measures that are estimates of whoever asked: two polls that differ do not contradict."""

MOST_APART = 3
"""How many times as large one of two that disagree may be: beyond it they measure two things."""

EVENT_DAYS = 14
"""Days between two articles on one event: towns have more than one fire, not in a fortnight."""

MOST_MEMBERS = 400
"""Measures of one thing that are held against each other, those of the newest articles: more are
no list that is read, and a hostile text must not cost the square of its length."""

LEAST_NAME = 4
"""Characters of a measure that is not in the table, from which it says what it is."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def relation(one: Measure, other: Measure) -> Relation | None:
    """How two measures stand to each other; None if they are not of one thing."""
    if one.key != other.key or one.qualifiers != other.qualifiers or not _is_one(one, other):
        return None
    if one.period != other.period:
        return Relation.SERIES if _is_series(one, other) else None
    if one.nature != "fixed" and not one.period and not _is_echo(one, other):
        return None
    if one.range.meets(other.range):
        return _agreement(one, other)
    return Relation.CONFLICT if _is_conflict(one, other) else None


def compare(measures: Iterable[Measure]) -> tuple[Comparison, ...]:
    """What is told more than once, disagreements first, then what most articles tell.

    Linear in the number of measures, but for `MOST_MEMBERS` of one thing.
    """
    found = [made for group in _grouped(measures) for made in _compared(group)]
    found.sort(key=_rank)
    return tuple(found)


def _rank(found: Comparison) -> tuple[bool, bool, int, str]:
    return (
        Relation.CONFLICT not in found.relations,
        Relation.SERIES not in found.relations,
        -len(found.articles),
        found.members[0].metric,
    )


def _grouped(measures: Iterable[Measure]) -> Iterator[list[Measure]]:
    """Measures that may be of one thing: those with one key; of events, at one place."""
    groups: dict[tuple[object, ...], list[Measure]] = defaultdict(list)
    for measure in measures:
        where = sorted(measure.places) or [""]
        for place in where:
            groups[*measure.key, measure.qualifiers, place].append(measure)
    seen: set[frozenset[tuple[str, int]]] = set()
    for group in groups.values():
        names = frozenset((measure.article, measure.span.start) for measure in group)
        if len(names) > 1 and names not in seen:
            seen.add(names)
            yield sorted(group, key=lambda one: one.published)[-MOST_MEMBERS:]


def _compared(group: Sequence[Measure]) -> Iterator[Comparison]:
    """The measures of a group that are of one thing, with all that holds between them."""
    left = list(group)
    while len(left) > 1:
        first, *others = left
        held = [(other, relation(first, other)) for other in others]
        members = [first, *(other for other, how in held if how)]
        left = [other for other, how in held if not how]
        if len(members) > 1:
            members.sort(key=lambda one: (one.period, one.range.value, one.published, one.article))
            yield Comparison(tuple(members), frozenset(_relations(members)))


def _relations(members: Sequence[Measure]) -> Iterator[Relation]:
    """What holds between neighbours by time, and between all of one time."""
    for one, other in pairwise(members):
        how = relation(one, other)
        if how:
            yield how
    by_period: dict[str, list[Measure]] = defaultdict(list)
    for member in members:
        by_period[member.period].append(member)
    for group in by_period.values():
        for one, other in _pairs(group):
            how = relation(one, other)
            if how:
                yield how


def _pairs(group: Sequence[Measure]) -> Iterator[tuple[Measure, Measure]]:
    """Neighbours, and each with the first and the last: enough to see all that holds in a row."""
    yield from pairwise(group)
    for end in (group[0], group[-1]):
        yield from ((one, end) for one in group if one is not end)


def _is_one(one: Measure, other: Measure) -> bool:
    """Whether two measures with one key are of one owner or event."""
    if one.places or other.places:
        return bool(one.places & other.places) and _days_apart(one, other) <= EVENT_DAYS
    if one.metric.startswith("=") and len(one.metric) <= LEAST_NAME:
        return _is_one_sentence(one, other)
    return bool(one.owner) or _is_one_sentence(one, other)


def _is_one_sentence(one: Measure, other: Measure) -> bool:
    """Whether two articles say the same but for the figures."""
    return bool(one.echo) and one.echo == other.echo and one.article != other.article


def _is_echo(one: Measure, other: Measure) -> bool:
    """Whether they say it on the same day."""
    same_day = one.published == other.published and _is_day(one.published)
    return same_day and _is_one_sentence(one, other)


def _is_series(one: Measure, other: Measure) -> bool:
    if not one.period or not other.period or shape(one.period) != shape(other.period):
        return False
    return "forecast" not in one.qualifiers


def _agreement(one: Measure, other: Measure) -> Relation:
    """Whether one of two that agree says more: an exact value beside a vague one."""
    return Relation.SAME if one.range.vague == other.range.vague else Relation.PRECISE


def _is_conflict(one: Measure, other: Measure) -> bool:
    if {"forecast", "preliminary", "revised"} & one.qualifiers or one.metric in ASKED:
        return False
    if _is_echo(one, other):
        return _is_near(one, other)
    if one.nature != "fixed" and not (one.is_said and other.is_said) and not _is_day(one.period):
        return False
    if one.metric.startswith(SINCE) and one.published[:4] != other.published[:4]:
        return abs(one.range.value - other.range.value) > 1  # years are rounded
    return _is_near(one, other)


def _is_near(one: Measure, other: Measure) -> bool:
    """Whether two values differ as reports of one thing do."""
    low, high = sorted((abs(one.range.value), abs(other.range.value)))
    if one.range.vague and other.range.vague and high <= low * AT_MOST_MORE:
        return False
    return high <= low * MOST_APART if low else high <= MOST_APART


def _is_day(period: str) -> bool:
    return _DAY.fullmatch(period) is not None


def _days_apart(one: Measure, other: Measure) -> int:
    """Days between two articles; many where a date is not known to the day."""
    if not _is_day(one.published) or not _is_day(other.published):
        return EVENT_DAYS + 1
    return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)

"""Events: what an article says happened when, each a date of its text and the sentence around it.

An event is a place in a text: nothing is said of it that is not there. What else is taken down
serves to find out which events of several articles are the same one: the words that belong to the
date, the names among them, the kind of act, and the days that the date stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digest.briefing.events_acts import actor, acts_in
from digest.briefing.events_scope import (
    POINTS,
    begins_line,
    clause_start,
    lead_after,
    lead_of,
    scopes,
)
from digest.briefing.summary_units import opener
from digest.briefing.summary_words import words
from digest.library.days import days_of
from digest.model import FigureKind, Role, Span
from digest.text.fold import simplified
from digest.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import Article, Figure, Paragraph

_NAMED = re.compile(
    r"《([^《》]{2,40})》|[“「『]([^“”「」『』,。]{2,12})[”」』]|([A-Za-z][A-Za-z0-9.+-]*[0-9][A-Za-z0-9.+-]*)"
)
"""Titles, names in quotation marks, and Latin names with a number: they name one thing."""
_VERSION = re.compile(
    r"(?<![A-Za-z0-9.])[Vv]?\d+\.\d+(?![\d%万亿元倍个])|[A-Za-z][A-Za-z-]*\d+(?:\.\d+)?"
)
"""Versions and models; two texts that name different ones tell of different things."""


@dataclass(frozen=True, slots=True)
class Event:
    """A date of a text and what the text says of it."""

    article: str
    """The article's id."""
    sentence: Span
    """In the clean text."""
    date: Span
    """In the clean text."""
    when: str
    """ISO 8601 as precise as can be told, ends of a range apart by a slash; without the year, which
    is then `XXXX`, where that cannot be told."""
    unit: str
    """The finest part of the date that is said: `day`, `month`, `year`…"""
    own: bool
    """It is the day of the article itself, or one of the days before."""
    points: bool
    """The date only says which one is meant (那场, 的); something else is told."""
    words: frozenset[str]
    """Words that belong to the date, in Simplified characters."""
    names: frozenset[str]
    """Those that name one thing."""
    versions: frozenset[str]
    acts: frozenset[str]
    """Kinds of act."""
    topics: frozenset[str]
    """Keys of the topics among the words."""
    subject: str = ""
    """How the name begins of whoever acts, where it stands between the date and the act."""
    numbers: frozenset[str] = frozenset()
    """Values of its amounts, shares and counts."""
    first: str = ""
    """The first day the date stands for, ISO 8601; empty where its year is open."""
    last: str = ""
    ahead: bool = False
    """It is told as something to come."""
    leans: bool = False
    """The sentence needs what stands before it."""

    @property
    def is_resolved(self) -> bool:
        """Whether its year is known."""
        return not self.when.startswith("X")


def find_events(
    article: Article,
    figures: Sequence[Figure],
    mentions: Sequence[tuple[Span, str]] = (),
) -> tuple[Event, ...]:
    """The events an article tells, by place.

    Args:
        article: whose text is read.
        figures: its figures, by place.
        mentions: places in the text where topics stand, with their keys.
    """
    dates = [figure for figure in figures if figure.kind is FigureKind.DATE]
    plain = simplified(article.text) if dates else ""
    found: list[Event] = []
    for paragraph in article.paragraphs:
        if paragraph.role in {Role.HEADING, Role.CREDIT}:
            continue
        inside = [one for one in dates if paragraph.span.contains(one.span)]
        if inside:
            lead = lead_of(article, plain, paragraph)
            source = _Source(article, plain, figures, mentions)
            found += _told(source, paragraph, inside, lead)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Source:
    article: Article
    plain: str
    """Its text in Simplified characters."""
    figures: Sequence[Figure]
    mentions: Sequence[tuple[Span, str]]


def _told(
    source: _Source, paragraph: Paragraph, dates: Sequence[Figure], lead: str
) -> Iterator[Event]:
    """The events of one paragraph."""
    for sentence in sentences(source.article.text, paragraph.span):
        inside = [one for one in dates if sentence.contains(one.span)]
        if not inside:
            continue
        before = source.plain[sentence.start : inside[0].span.start]
        context = lead if begins_line(before) else ""
        for dated, scope in scopes(source.plain, sentence, inside):
            if _VAGUE.fullmatch(dated.core.of(source.plain)):
                continue
            event = _event(source, sentence, dated, scope, context)
            if event is not None:
                yield event
        lead = lead_after(sentence.of(source.plain), before, lead)


def _event(
    source: _Source, sentence: Span, dated: Figure, scope: Span, context: str
) -> Event | None:
    """The event of a date; None for one that says nothing of when (全年) or cannot be placed."""
    when = _when(dated)
    if not when:
        return None
    said = (
        source.plain[scope.start : dated.span.start]
        + " "
        + source.plain[dated.span.end : scope.end]
    )
    whole = f"{context} {said}"
    topics = {key for span, key in source.mentions if scope.contains(span) and len(span)}
    own = source.plain[clause_start(source.plain, scope.start, dated.span.start) : scope.end]
    names = {_name(next(filter(None, found.groups()))) for found in _NAMED.finditer(context + own)}
    acts = acts_in(own)
    points = _points(source.plain, dated, acts)
    days = _days(dated, when)
    if len(said.strip()) < LEAST or _is_idle(source, dated, scope, acts):
        return None
    return Event(
        article=source.article.id,
        sentence=sentence,
        date=dated.span,
        when=when,
        unit=dated.unit or "",
        own=_is_own(when, source.article.metadata.published),
        points=points,
        words=frozenset(words(whole)),
        names=frozenset(names),
        versions=frozenset(version.lower().lstrip("v") for version in _VERSION.findall(own)),
        acts=acts,
        topics=frozenset(topics),
        subject=actor(source.plain[dated.span.end : scope.end]),
        numbers=_numbers(source, scope),
        first=days[0],
        last=days[1],
        ahead=bool(_AHEAD.search(own)) and days[1] > source.article.metadata.published,
        leans=bool(context) or _leans(sentence.of(source.plain)),
    )


_AMOUNTS = frozenset(
    (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT, FigureKind.NUMBER, FigureKind.SCORE)
)


def _numbers(source: _Source, scope: Span) -> frozenset[str]:
    """The values of what is counted or measured in a run of text."""
    return frozenset(
        f"{one.value}"
        for one in source.figures
        if one.kind in _AMOUNTS and scope.contains(one.span)
    )


LEAST = 5
"""Characters that must be said of a date."""

_SOME_YEAR = frozenset(("year", "half"))
"""Dates so wide that what is said of them has to be something."""


def _is_idle(source: _Source, dated: Figure, scope: Span, acts: frozenset[str]) -> bool:
    """Whether nothing happens: a year that only passes by, without an act or a number."""
    said = source.plain[dated.span.end : scope.end]
    return (dated.unit or "") in _SOME_YEAR and not acts and not _NUMBER.search(said)


_NUMBER = re.compile(r"[0-9]")
_AHEAD = re.compile(r"将|预计|计划|拟|有望|预期|定于|即将|目标")


def _leans(plain: str) -> bool:
    """Whether a sentence cannot be read alone, or is a piece of a longer one."""
    return opener(plain) in {"joins", "refers", "stages"} or plain.endswith((";", "?"))


def _days(dated: Figure, when: str) -> tuple[str, str]:
    """The days of a dated, fewer at the beginning (年初) or the end (月底) of it."""
    first, last = days_of(when) or ("", "")
    if dated.modifier not in {"start", "end"} or not first:
        return first, last
    begins = dated.modifier == "start"
    if len(when) == len("2023"):
        return (first, f"{when}-03-31") if begins else (f"{when}-10-01", last)
    if len(when) == len("2023-10"):
        return (first, f"{when}-10") if begins else (f"{when}-21", last)
    return first, last


def _is_own(when: str, published: str) -> bool:
    """Whether a day is the article's own or shortly before it, as far as that is known."""
    if len(when) != DAY or not published or not when[:4].isdecimal():
        return False
    if len(published) < DAY:
        return when.startswith(published)
    return when <= published and _day(published) - _day(when) <= RECENT


def _day(written: str) -> int:
    """The number of a day in the calendar; 0 for what is none."""
    try:
        return date.fromisoformat(written).toordinal()
    except ValueError:
        return 0


RECENT = 3
"""Days before its own of which an article tells as its news."""
DAY = len("2023-10-24")


def _points(plain: str, dated: Figure, acts: frozenset[str]) -> bool:
    found = POINTS.match(plain, dated.span.end)
    return bool(found) and ("那" in (found[0] if found else "") or not acts)


_PLACEABLE = re.compile(r"XXXX-\d\d(?:-\d\d)?")
_VAGUE = re.compile(r"全年|年内|年內|当年|當年")
"""Dates that lean on a year named elsewhere, and tell no time of their own."""


def _when(dated: Figure) -> str:
    """What a date stands for, as far as an event can be placed by it."""
    if dated.resolved and days_of(dated.resolved):
        return dated.resolved
    value = dated.value
    return value if isinstance(value, str) and _PLACEABLE.fullmatch(value) else ""


def _name(name: str) -> str:
    """A name as it is compared: lower case, without blanks."""
    return name.lower().replace(" ", "")

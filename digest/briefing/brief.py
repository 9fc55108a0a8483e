"""The brief: what many articles amount to, in as many minutes as a reader has.

Stories come by weight, each with sentences of the article that leads it and the figures that say
most; then what happened when, and where articles disagree. Everything in it is a place of a text:
a sentence as it was written, or a figure with the words that name it. No sentence is said twice,
in whatever script or article it stands, and what there was no time for is counted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.briefing.brief_new import Said
from digest.briefing.brief_parts import Candidate, Item, KeyFigure, Line, Rising, Trend
from digest.briefing.stories_alike import period
from digest.model import FigureKind
from digest.text.fold import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from digest.model import Article, Figure, Span

MINUTES = 5
"""How long a brief is if nobody says."""

LEADING, LEADING_LENGTH = 3, 4
"""How many stories are told at length, and in how many sentences."""

LENGTH = 2
"""Sentences of every other story: what happened, and what of it."""

FIGURES = 3
"""Key figures that are told of a story besides those in its sentences."""

FIGURE_CHARACTERS = 12
"""What reading a figure with its label takes, in characters: it is looked at, not read."""

HALF_LIFE = 3.0
"""Days after which news weighs half."""

STORIES_SHARE = 0.75
"""How much of the time is for stories before happenings and disputes are looked for."""

BESIDES_SHARE = 0.5
"""How much of what is then left either of these takes."""

LEAST_RISING, RISEN, MOST_RATE = 2, 2.0, 10.0
"""Articles that a topic on the rise needs, how many times as much must be written of it as before,
and how much of that counts: what is new is not endlessly more than what has doubled."""

CORE_KINDS = frozenset(FigureKind) - {FigureKind.DATE, FigureKind.TIME, FigureKind.DURATION}
"""Kinds of figure that measure something."""


@dataclass(slots=True)
class Page:
    """What has been said so far, and how much room is left."""

    room: int
    """Characters in all."""
    used: int = 0
    said: set[str] = field(default_factory=set)
    """Folded sentences."""
    seen: Said = field(default_factory=Said)
    """Sentences that the reader knows from before."""

    def fits(self, characters: int, share: float = 1.0) -> bool:
        """Whether there is room for so much within a share of the page."""
        return self.used + characters <= self.room * share

    def is_new(self, words: str) -> bool:
        """Whether a sentence says something, and has not been said."""
        said = key(words)
        return bool(said) and said not in self.said and not self.seen.has(words)

    def say(self, words: Iterable[str], more: int = 0) -> None:
        """Say sentences, and take room for something more."""
        for each in words:
            self.said.add(key(each))
            self.used += len(each)
        self.used += more


def weight(candidate: Candidate, newest: int) -> float:
    """How much a story weighs: how many tell it, how new it is, what it speaks of.

    Twice the tellers weigh as much as being three days younger; a story of which nothing is known
    but its text weighs least.

    Args:
        candidate: the story.
        newest: the day of the newest story, as an ordinal.
    """
    tellers = math.log2(1 + candidate.tellers) + 0.5 * math.log2(len(candidate.members))
    age = _age(candidate.newest, newest)
    fresh = 0.5 ** (age / HALF_LIFE) if age is not None else 0.0
    return 1.5 * tellers + 2.0 * fresh + candidate.topics + 0.02 * min(25, candidate.figures)


def _age(published: str, newest: int) -> float | None:
    """Days before the newest article; None where the date is unknown."""
    day = middle(published)
    return max(0, newest - day) if day and newest else None


@lru_cache(maxsize=20_000)
def middle(published: str) -> int:
    """The ordinal of a date, of the middle of a month or year; 0 if it is unknown."""
    days = period(published)
    return (days.first + days.last) // 2 if days else 0


def by_weight(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Stories, the weightiest first; the newer first of equals."""
    found = list(candidates)
    newest = max((middle(each.newest) for each in found), default=0)
    found.sort(key=lambda each: each.newest, reverse=True)
    found.sort(key=lambda each: -weight(each, newest))
    return found


def line(article: Article, span: Span, figures: Sequence[Figure]) -> Line:
    """A sentence with its figures lit, dates left out."""
    lit = (f.span for f in figures if f.kind in CORE_KINDS and f.salience > 1)
    return Line(article.id, span, tuple(each for each in lit if span.contains(each)))


def item(
    candidate: Candidate,
    article: Article,
    figures: Sequence[Figure],
    cut: Callable[[int], Sequence[Span]],
    *,
    page: Page,
    length: int,
) -> Item | None:
    """A story as it is told, said on the page in as many sentences as there is room for.

    Args:
        candidate: the story.
        article: the article that leads it.
        figures: of that article, by place.
        cut: the best so many sentences of it, by place.
        page: what has been said; the story is said on it.
        length: how many sentences at most.

    Returns:
        None if there is nothing new to say of it, or no room; the first story is told always.
    """
    for most in range(length, 0, -1):
        fresh = {key(s.of(article.text)): s for s in reversed(cut(most))}
        spans = sorted(s for s in fresh.values() if page.is_new(s.of(article.text)))
        told = key_figures(article, figures, spans)
        if page.fits(sum(map(len, spans)) + FIGURE_CHARACTERS * len(told)):
            break
        told = ()
        if page.fits(sum(map(len, spans))):
            break
    else:
        if page.used:
            return None
    if not spans:
        return None
    page.say((span.of(article.text) for span in spans), FIGURE_CHARACTERS * len(told))
    lines = tuple(line(article, span, figures) for span in spans)
    return Item(candidate.leader, candidate.members, lines, told)


def key_figures(
    article: Article, figures: Sequence[Figure], said: Sequence[Span]
) -> tuple[KeyFigure, ...]:
    """The figures that say most besides those in the sentences, by place."""
    found: dict[str, KeyFigure] = {}
    for figure in figures:
        label = figure.label
        outside = not any(span.contains(figure.span) for span in said)
        if figure.salience < 3 or figure.kind not in CORE_KINDS or not label or not outside:
            continue
        words = f"{key(label.of(article.text))}|{key(figure.span.of(article.text))}"
        if len(label) > 1:
            found.setdefault(words, KeyFigure(article.id, figure.span, label))
    return tuple(found.values())[:FIGURES]


def length_of(rank: int, count: int, room: int) -> int:
    """Sentences for the story of a rank: few stories are told at length, of many the first.

    Args:
        rank: 0 for the first.
        count: how many stories there are.
        room: characters in all.
    """
    at_length = count * LEADING_LENGTH * 50 <= room or rank < LEADING
    return LEADING_LENGTH if at_length else LENGTH


def rising(topics: Sequence[Trend], now: int, before: int, most: int) -> tuple[Rising, ...]:
    """Topics that are new, or of which twice as large a share of what is written speaks as before.

    Args:
        topics: what is written of each.
        now: how many articles there are of the time of the brief.
        before: how many there are of the time before.
        most: how many topics at most.
    """
    found: list[tuple[float, Rising]] = []
    for topic in topics:
        count = len(topic.places)
        earlier = max(0, topic.articles - count)
        if count < LEAST_RISING or not before:
            continue
        rate = (count / now) / (earlier / before) if earlier else math.inf
        if rate >= RISEN:
            strength = math.log2(1 + count) * min(rate, MOST_RATE)
            article, place = topic.places[0]
            told = Rising(topic.key, topic.name, article, place, count, earlier)
            found.append((strength, told))
    found.sort(key=lambda pair: -pair[0])
    return tuple(each for _, each in found[:most])

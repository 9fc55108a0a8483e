"""Why two articles are one story: the names, figures, days and words that both have.

Values with their places in either text, so that a reader can be shown what the program saw and go
there; nothing here decides anything.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.fingerprint import day_of, figure_words, weight
from digest.model import FigureKind, Role, Span
from digest.text.fold import fold, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.model import Article, Figure, Mention

LEAST_WEIGHT = 0.25
"""How much a shared figure must say to be shown; see `fingerprint.weight`."""

WORDS = 12
"""Folded characters in a row that are no chance: half a clause of Chinese."""

MOST = 8
"""Shared things of each kind that are told: as many as fit on a line or two."""


class Ground(StrEnum):
    """What kind of thing is shared."""

    NAME = "name"
    FIGURE = "figure"
    DATE = "date"
    WORDS = "words"


class Shared(NamedTuple):
    """One thing that both articles have."""

    ground: Ground
    here: Span
    """In the clean text of the first."""
    there: Span
    """In the clean text of the second."""
    weight: float
    """How much it says; comparable within its kind."""


class Evidence(NamedTuple):
    """What two articles have in common, by kind and weight."""

    shared: tuple[Shared, ...]
    share: float
    """How much of the shorter text stands in the longer one word for word, from 0 to 1."""

    def of(self, ground: Ground) -> list[Shared]:
        """The shared things of a kind, weightiest first."""
        return [each for each in self.shared if each.ground is ground]


class Known(NamedTuple):
    """An article and what stands in it."""

    article: Article
    figures: Sequence[Figure]
    mentions: Sequence[tuple[str, Mention]]
    """Keys of topics and where they stand, by place."""


def evidence(one: Known, other: Known) -> Evidence:
    """What two articles have in common."""
    words, share = _words(one.article, other.article)
    found = [*_names(one, other), *_figures(one, other), *_dates(one, other), *words]
    kept: list[Shared] = []
    for ground in Ground:
        mine = sorted((s for s in found if s.ground is ground), key=lambda s: -s.weight)
        kept += mine[:MOST]
    return Evidence(tuple(kept), share)


def _names(one: Known, other: Known) -> Iterator[Shared]:
    """Topics that both mention, those named most often first."""
    here, there = (_places(known.mentions) for known in (one, other))
    for topic in here.keys() & there.keys():
        count = min(len(here[topic]), len(there[topic]))
        # A long name is seldom met by chance, a name that both repeat is what they are about.
        worth = len(topic) * (1 + 0.2 * count)
        yield Shared(Ground.NAME, here[topic][0], there[topic][0], worth)


def _places(mentions: Sequence[tuple[str, Mention]]) -> dict[str, list[Span]]:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for topic, mention in mentions:
        found[topic].append(mention.span)
    return found


def _figures(one: Known, other: Known) -> Iterator[Shared]:
    """Figures of the same kind, value and unit."""
    there: dict[str, Figure] = {}
    for figure in other.figures:
        there.setdefault(_said(figure), figure)
    seen = {""}
    for figure in one.figures:
        said = _said(figure)
        if said in there and said not in seen and weight(figure) >= LEAST_WEIGHT:
            seen.add(said)
            yield Shared(Ground.FIGURE, figure.span, there[said].span, weight(figure))


def _said(figure: Figure) -> str:
    return figure_words(figure, key(figure.unit or ""))


def _dates(one: Known, other: Known) -> Iterator[Shared]:
    """The same day, or the same month, quarter or year."""
    there: dict[str, Figure] = {}
    for figure in other.figures:
        there.setdefault(_when(figure), figure)
    seen = {""}
    for figure in one.figures:
        said = _when(figure)
        if said in there and said not in seen:
            seen.add(said)
            yield Shared(Ground.DATE, figure.span, there[said].span, len(said))


def _when(figure: Figure) -> str:
    if figure.kind is not FigureKind.DATE:
        return ""
    day = day_of(figure)
    return f"{figure.resolved or f'{day:04d}'}" if figure.resolved or day else ""


def _words(one: Article, other: Article) -> tuple[list[Shared], float]:
    """Runs of words that stand in both, longest first, and the share of the shorter text."""
    here, there = (fold(article.text) for article in (one, other))
    body = _inside(one)
    places: dict[str, int] = {}
    for at in range(len(there.text) - WORDS + 1):
        places.setdefault(there.text[at : at + WORDS], at)
    found: list[Shared] = []
    covered = at = 0
    while at <= len(here.text) - WORDS:
        start = places.get(here.text[at : at + WORDS])
        if start is None or "\n" in here.text[at : at + WORDS]:
            at += 1
            continue
        length = WORDS
        while _goes_on(here.text, at + length, there.text, start + length):
            length += 1
        mine = here.alignment.to_source(Span(at, at + length))
        theirs = there.alignment.to_source(Span(start, start + length))
        if any(part.contains(mine) for part in body):
            found.append(Shared(Ground.WORDS, mine, theirs, length))
            covered += length
        at += length
    shorter = min(len(here.text), len(there.text)) or 1
    return found, min(1.0, covered / shorter)


def _goes_on(here: str, at: int, there: str, other: int) -> bool:
    """Whether two runs that are the same so far are the same one character further."""
    inside = at < len(here) and other < len(there)
    return inside and here[at] == there[other] and here[at] != "\n"


def _inside(article: Article) -> list[Span]:
    """The paragraphs that tell something."""
    return [p.span for p in article.paragraphs if p.role is not Role.CREDIT]


def told(shared: Iterable[Shared], text: str) -> list[str]:
    """The words of shared things in the first text, each once."""
    return list(dict.fromkeys(each.here.of(text) for each in shared))

"""Across: the figures of many articles in one ledger, with the words that stand with each.

A library may be larger than anybody reads: what is left out is counted, and memory stays bounded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.ledger import Row
from digest.briefing.measure_codec import decode
from digest.briefing.values import value
from digest.text.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.briefing.ledger import Wording
    from digest.library import Listing, Store
    from digest.model import Article, Figure, FigureKind, Span

MOST_LISTED = 1000
"""Articles of which every figure is listed, the newest: some 40,000 rows are more than are read."""

SLICE = 100
"""Articles read at once while a ledger is made: more are no faster."""


class Wanted(NamedTuple):
    """Which figures are asked for; nothing said is no bound."""

    kinds: frozenset[FigureKind] = frozenset()
    label: str = ""
    """Words of the label, in any script."""
    topic: str = ""
    """Key or name of a topic: of the articles that mention it."""
    articles: tuple[str, ...] = ()
    """Ids."""
    since: str = ""
    """Articles published then or later, ISO 8601 to any precision."""


NAME = "measures"
"""Under which the measures of an article are kept: `digest.services.derivations`."""

VERSION = 2
"""Grows with every change of the measures that shows in what is kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure in the ledger of many articles."""

    listing: Listing
    """Its article."""
    figure: Figure
    label: str
    """What it measures, in the article's own words and script."""
    written: str
    """As it stands in the text."""
    paragraph: int
    """Counted from 0."""
    start: int
    """In its paragraph, where the figure begins."""
    period: str = ""
    """Of which time it speaks, in ISO 8601, where that is known."""


class Listed(NamedTuple):
    """The figures of articles."""

    entries: tuple[Entry, ...]
    """Newest article first, each by place."""
    left_out: int
    """Articles that meet the wish but are beyond the bound."""


def told(found: Entry, wording: Wording) -> Row:
    """An entry as a row of a ledger."""
    figure = found.figure
    return Row(
        label=wording.shown(found.label),
        value=value(figure, traditional=wording.traditional, shown=wording.counted),
        written=wording.shown(found.written),
        kind=figure.kind,
        resolved=figure.resolved or "",
        paragraph=found.paragraph,
        span=figure.span,
    )


EVERYTHING = Wanted()
"""No bound."""


def listed(library: Store, wanted: Wanted = EVERYTHING, limit: int = MOST_LISTED) -> Listed:
    """Every figure of the newest articles that meet a wish.

    Raises:
        LibraryError: the library cannot be read.
    """
    within, left_out = chosen(library, wanted, limit)
    found: list[Entry] = []
    for start in range(0, len(within), SLICE):
        part = within[start : start + SLICE]
        figures = library.figures_of([listing.id for listing in part])
        articles = {one.id: one for one in library.articles_of(list(figures))}
        data = library.derived(NAME, VERSION, list(articles))
        for listing in part:
            if listing.id in articles:
                periods = _periods(listing, data.get(listing.id, b""))
                made = entries(listing, articles[listing.id], figures[listing.id], wanted)
                found += (
                    replace(one, period=one.period or periods.get(one.figure.span, ""))
                    for one in made
                )
    return Listed(tuple(found), left_out)


def _periods(listing: Listing, data: bytes) -> dict[Span, str]:
    """Of which time the measures of an article speak, where it is said with them."""
    return {
        one.span: one.period
        for one in decode(listing.id, listing.published, data)
        if one.is_said and one.period
    }


def entries(
    listing: Listing, article: Article, figures: Iterable[Figure], wanted: Wanted = EVERYTHING
) -> Iterator[Entry]:
    """The figures of one article that meet a wish, by place."""
    words = key(wanted.label)
    for figure in figures:
        if wanted.kinds and figure.kind not in wanted.kinds:
            continue
        made = entry(listing, article, figure)
        if not words or words in key(made.label):
            yield made


def chosen(library: Store, wanted: Wanted, limit: int) -> tuple[list[Listing], int]:
    """The newest articles that meet a wish, and how many more there are.

    Raises:
        LibraryError: the library cannot be read.
    """
    if wanted.articles or wanted.topic:
        ids = wanted.articles or _of_topic(library, wanted.topic)
        every = library.listings_of(list(ids))
        every.sort(key=lambda listing: listing.published, reverse=True)
    elif wanted.since:
        every = library.listings()
    else:
        count = library.counts().articles
        return library.listings(limit), max(0, count - limit)
    kept = [one for one in every if not wanted.since or one.published >= wanted.since]
    return kept[:limit], max(0, len(kept) - limit)


def _of_topic(library: Store, topic: str) -> tuple[str, ...]:
    passages = library.passages(topic) or library.passages(key(topic))
    return tuple(article for article, _ in passages)


def entry(listing: Listing, article: Article, figure: Figure) -> Entry:
    """A figure with the words that stand with it."""
    number = article.paragraph_at(figure.span.start)
    begin = article.paragraphs[number].span.start if article.paragraphs else 0
    return Entry(
        listing=listing,
        figure=figure,
        label=figure.label.of(article.text).strip() if figure.label else "",
        written=figure.span.of(article.text),
        paragraph=number,
        start=figure.span.start - begin,
        period=figure.resolved or "",
    )

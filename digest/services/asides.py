"""Asides: articles of a library laid side by side, on a topic or as they were chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.aside import Band, Told, bands
from digest.model import NotFoundError
from digest.services import summaries
from digest.services.across import Wanted
from digest.services.comparing import compared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.library import Listing, Store
    from digest.model import Article

MOST = 4
"""Articles that are laid side by side: more columns are too narrow to read."""


class Aside(NamedTuple):
    """Articles side by side."""

    articles: tuple[Article, ...]
    """In the order of the columns."""
    listings: Mapping[str, Listing]
    bands: tuple[Band, ...]
    topic: str = ""
    """Name of the topic; empty for none."""
    left_out: int = 0
    """Articles beyond the bound."""


def aside(library: Store, articles: Sequence[str], topic: str = "") -> Aside:
    """Lay articles side by side.

    Args:
        library: where they are kept.
        articles: their ids; with a topic and none given, the newest that mention it.
        topic: key of the topic they are compared on; empty for all they say.

    Raises:
        NotFoundError: there is no such topic, or fewer than two of the articles.
        LibraryError: the library cannot be read.
    """
    places = dict(library.passages(topic)) if topic else {}
    subject = library.subject(topic) if topic else None
    if topic and subject is None:
        raise NotFoundError(f"no topic {topic!r} in the library")
    ids = list(articles) or list(places)
    kept = library.articles_of(ids[:MOST])
    if len(kept) < 2:
        raise NotFoundError("it takes two articles to compare")
    names = [each.id for each in kept]
    figures = library.figures_of(names)
    told = [
        Told(
            each,
            figures.get(each.id, ()),
            places.get(each.id, ()),
            () if topic else summaries.of_article(each, figures.get(each.id, ()), 5, library),
        )
        for each in kept
    ]
    found = compared(library, Wanted(articles=tuple(names))).told
    made = bands(told, (one.comparison for one in found))
    listings = {each.id: each for each in library.listings_of(names)}
    name = subject.name if subject else ""
    return Aside(tuple(kept), listings, tuple(made), name, max(0, len(ids) - MOST))

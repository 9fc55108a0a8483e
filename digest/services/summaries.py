"""Summaries: the sentences that sum up an article, as kept with it or made now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.briefing import summary

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from digest.library import Store
    from digest.model import Article, Figure, Span

NAME = "summary"
"""Under which they are kept."""


def derive(article: Article, figures: Sequence[Figure]) -> bytes:
    """What is kept of an article's summary: see `digest.services.derivations`."""
    return summary.encode(summary.summarise(article, figures))


def of_article(
    article: Article,
    figures: Sequence[Figure],
    length: int = summary.USUAL,
    library: Store | None = None,
) -> tuple[Span, ...]:
    """The sentences that sum up an article, by place in its clean text.

    Args:
        article: what is summed up.
        figures: its figures, by place.
        length: how many sentences at most.
        library: where it may be kept; without one it is made.

    Raises:
        LibraryError: the library cannot be read.
    """
    kept = library.derived(NAME, summary.VERSION, (article.id,)) if library else {}
    data = kept.get(article.id)
    picks = summary.decode(data) if data else summary.summarise(article, figures)
    return summary.cut(picks, length)


def kept(
    library: Store, articles: Collection[str], length: int = summary.USUAL
) -> dict[str, tuple[Span, ...]]:
    """The summaries that a library has of some articles, by id; without those it lacks.

    Raises:
        LibraryError: the library cannot be read.
    """
    found = library.derived(NAME, summary.VERSION, articles)
    return {one: summary.cut(summary.decode(data), length) for one, data in found.items()}

"""Small libraries of news for tests of briefs and stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.stories import edited, events, made_article

from digest.figures import find_figures
from digest.library import Analysis, Entry, Original
from digest.services.analysis import ANALYSIS_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.library import Library
    from digest.model import Article, Figure

NEWS = {event.title: event for event in events()}
"""The news written for tests, by title."""


def add(library: Library, articles: Iterable[tuple[Article, tuple[Figure, ...]]]) -> list[str]:
    """Put articles into a library as they are; their ids."""
    made = [
        Entry(
            Original(f"{a.id}{a.text}".encode(), f"{a.id}.txt", f"{a.id}.txt", "utf-8"),
            Analysis(ANALYSIS_VERSION, a, f),
        )
        for a, f in articles
    ]
    return [added.id for added in library.add(made)]


def article(
    text: str, title: str = "", published: str = "2024-05-01"
) -> tuple[Article, tuple[Figure, ...]]:
    """An article with its figures."""
    made = made_article(text[:8], title or text[:12], text, published)
    return made, find_figures(text, made.paragraphs, published)


def news(count: int, titles: Iterable[str] = (), seed: int = 3) -> list[
    tuple[Article, tuple[Figure, ...]]
]:  # fmt: skip
    """So many edited articles of some of the news, in turn; of all of it if none is named."""
    chosen = [NEWS[title] for title in titles] or list(NEWS.values())
    return [(made.article, made.figures) for made in edited(chosen, count, seed)]

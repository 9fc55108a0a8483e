"""Sources: the articles that a brief has something of, with the paragraphs it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.brief_sheet import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.briefing.brief_sheet import Entry, Manner
    from digest.model import Article


class Source(NamedTuple):
    """One article that is quoted."""

    article: str
    """Its id."""
    title: str
    source: str
    """Publication or author; both as they are shown."""
    published: str
    origin: str
    """The address or path it came from."""
    paragraphs: tuple[int, ...]
    """Those that are quoted, counted from 0."""


def sources(
    entries: Iterable[Entry],
    articles: Mapping[str, Article],
    origins: Mapping[str, str],
    manner: Manner,
) -> list[Source]:
    """The articles that entries are from, in the order in which they are quoted first.

    Args:
        entries: what is said.
        articles: those it has something of, by id.
        origins: where each came from, by id.
        manner: how it is shown.
    """
    found: dict[str, set[int]] = {}
    for entry in entries:
        if entry.article:
            quoted = found.setdefault(entry.article, set())
            # A title stands above the paragraphs.
            quoted |= {entry.paragraph} - ({0} if entry.kind is Kind.STORY else set())
    made = []
    for identity, paragraphs in found.items():
        article = articles[identity]
        known = article.metadata
        whose = known.source or known.author
        made.append(
            Source(
                identity,
                manner.shown(known.title, article.script).text,
                manner.shown(whose, article.script).text if whose else "",
                known.published,
                origins.get(identity, ""),
                tuple(sorted(paragraphs)),
            )
        )
    return made

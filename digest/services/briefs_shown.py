"""A brief ready to be written: its entries in the reader's manner, and what they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.brief_sheet import Entry, Sheet
from digest.briefing.brief_sources import Source, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.briefing.brief_parts import Brief
    from digest.briefing.brief_sheet import Manner
    from digest.library import Listing, Store
    from digest.model import Article


class Material(NamedTuple):
    """A brief with all that is needed to show it in any manner."""

    brief: Brief
    articles: Mapping[str, Article]
    """Those it has something of, by id."""
    listings: Mapping[str, Listing]
    """Those and all that tell its stories, by id."""

    def entries(self, manner: Manner) -> list[Entry]:
        """What it says, as it is shown."""
        names = {each.id: each.source or each.author for each in self.listings.values()}
        return list(Sheet(self.brief, self.articles, names, manner).entries())

    def sources(self, entries: list[Entry], manner: Manner) -> list[Source]:
        """The articles that entries are from."""
        origins = {each.id: each.origin for each in self.listings.values()}
        return sources(entries, self.articles, origins, manner)


def material(library: Store, brief: Brief) -> Material:
    """A brief with the articles it has something of.

    Raises:
        LibraryError: the library cannot be read.
    """
    articles = {each.id: each for each in library.articles_of(brief.quoted)}
    ids = dict.fromkeys(brief.quoted)
    ids.update(dict.fromkeys(each for item in brief.stories for each in item.members))
    listings = {each.id: each for each in library.listings_of(list(ids))}
    return Material(brief, articles, listings)

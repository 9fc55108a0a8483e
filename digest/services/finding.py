"""Finding: the finder over a library, built when it is first asked and again when that changed.

A small library is held in memory whole, which finds words with a slip in them too. Of a large one
only topics and titles are; its texts are looked up in the library's own index.
"""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

from digest.model import Article, Hit, HitKind, Metadata

if TYPE_CHECKING:
    from digest.find import Index, Passage
    from digest.library import Listing, Store

WHOLE = 300
"""Articles up to which all texts are held in memory: a scan of them takes a few milliseconds."""

LOOKED_THROUGH = 30
"""Articles that the library names from which passages are cut, the best; about 1 ms each."""

_PICKING = re.compile(r"""(?:^|\s)(?:OR|[|｜]|-\S+)(?=\s|$)|["“「][^"”」]*\S\s+\S[^"”」]*["”」]""")
"""What makes a query one for the texts alone: words to choose between, to leave out, or to keep
together."""


class Finder:
    """Finds topics, titles and passages of one library. Safe to ask from any thread."""

    def __init__(self, library: Store) -> None:
        """Nothing is read before the first search.

        Args:
            library: what is searched.
        """
        self._library = library
        self._index: Index | None = None
        self._revision = -1
        self._lock = threading.Lock()

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The best answers first; an empty query gives the strongest topics.

        `OR` between words, `-` before one and quotation marks around several are for texts alone
        and give passages.

        Raises:
            LibraryError: the library cannot be read.
        """
        if _PICKING.search(query):
            found = LibraryPassages(self._library).search(query, limit)
            return [_hit(passage) for passage in found]
        return self._current().search(query, limit)

    def _current(self) -> Index:
        """The index of the library as it is now."""
        with self._lock:
            revision = self._library.revision
            if self._index is None or self._revision != revision:
                self._index = _built(self._library)
                self._revision = revision
            return self._index


class LibraryPassages:
    """Passages of texts that are left where they are kept."""

    def __init__(self, library: Store) -> None:
        self._library = library

    def search(self, query: str, limit: int) -> list[Passage]:
        """The passages where the words of a query stand, those of the best articles first."""
        from digest.find import MemoryPassages  # noqa: PLC0415  slow to load
        from digest.text.fold import key  # noqa: PLC0415  as above

        found = self._library.search(query, LOOKED_THROUGH)
        passages: list[Passage] = []
        for match in found.matches:
            if len(passages) >= limit:
                break
            article = self._library.article(match.id)
            folded = key(article.text)
            there = " ".join(word for word in found.words if word in folded)
            passages += MemoryPassages((article,)).search(there, limit)
        return passages[:limit]


def _built(library: Store) -> Index:
    from digest.find import Index  # noqa: PLC0415  slow to load, and needed by searching alone

    topics = library.topics()
    if library.counts().articles <= WHOLE:
        return Index.build(topics, tuple(library.articles()))
    titles = tuple(map(_titled, library.listings()))
    return Index.build(topics, titles, LibraryPassages(library))


def _titled(listing: Listing) -> Article:
    """An article of which only the title is needed."""
    known = Metadata(title=listing.title, published=listing.published)
    return Article(listing.id, known, listing.script, "", ())


def _hit(passage: Passage) -> Hit:
    return Hit(
        HitKind.PASSAGE,
        passage.text,
        passage.matched,
        passage.article,
        passage.place,
        passage.score,
    )

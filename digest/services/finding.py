"""Finding: the finder over a library, built when it is first asked and again when that changed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.find import Index
    from digest.library import Store
    from digest.model import Hit


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

        Raises:
            LibraryError: the library cannot be read.
        """
        return self._current().search(query, limit)

    def _current(self) -> Index:
        """The index of the library as it is now."""
        from digest.find import Index  # noqa: PLC0415  slow to load, and needed by searching alone

        with self._lock:
            revision = self._library.revision
            if self._index is None or self._revision != revision:
                articles = tuple(self._library.articles())
                self._index = Index.build(self._library.topics(), articles)
                self._revision = revision
            return self._index

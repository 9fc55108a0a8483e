"""Folding: the list with every story once, and the articles a reader has marked.

A story stands in the list as the first of its members there; what is done with it is done with all
of them. Stories are read when they are first wanted, in a thread, since a large library has many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.library import Roll
    from digest.services.stories import Stories

KEPT = "stories"
"""Key of the session for whether stories are folded."""

FOLDED, APART = "folded", "apart"


class Folding:
    """What of a list is seen."""

    def __init__(self, *, is_on: bool = False) -> None:
        """Know no stories yet.

        Args:
            is_on: whether each story is to stand once.
        """
        self.is_on = is_on
        self.stories: Stories | None = None
        self.marked: dict[str, None] = {}
        """Ids of the articles that are marked, in the order in which they were."""
        self._open: set[str] = set()
        """Members that are shown besides those that stand for their stories."""
        self._faces: dict[str, str] = {}
        """The article that stands for a story in the list, by its members."""

    def visible(self, listings: Roll) -> Roll:
        """The articles that are seen, of each story the first; the roll itself if that is all."""
        self._faces = {}
        if not self.is_on or self.stories is None or not self.stories.groups:
            return listings
        return listings.at(self._seen(listings, self.stories))

    def _seen(self, listings: Roll, stories: Stories) -> Iterator[int]:
        """The places of those that are seen; notes which stand for the others."""
        for place, article in enumerate(listings.ids()):
            members = stories.of(article)
            if len(members) > 1 and article not in self._open:
                if article in self._faces:
                    continue
                self._faces.update(dict.fromkeys(members, article))
            yield place

    def unfold(self, article: str) -> bool:
        """Show an article beside the one that stands for it; whether it was hidden."""
        hidden = self._faces.get(article, article) != article
        if hidden:
            self._open.add(article)
        return hidden

    def face(self, article: str) -> str:
        """The article that stands for another in the list; itself if it is there."""
        return self._faces.get(article, article)

    def members(self, article: str) -> tuple[str, ...]:
        """The story of an article, leader first; it alone where stories are not folded."""
        return self.story(article) if self._faces else (article,)

    def story(self, article: str) -> tuple[str, ...]:
        """The story of an article, leader first, folded or not."""
        return self.stories.of(article) if self.stories is not None else (article,)

    def mark(self, article: str) -> bool:
        """Mark an article, or take its mark away; whether it is marked now."""
        if article in self.marked:
            del self.marked[article]
            return False
        self.marked[article] = None
        return True

"""Shelf: the articles there are, which of them are seen, and what is kept about them.

The half of the desk that knows nothing of how texts are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.ui.folding import FOLDED, KEPT, Folding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from digest.library import Listing, Store
    from digest.model import Article, Figure

FIRST = 500
"""Articles laid out before the first picture; the others follow it, a second for 100,000."""

FEW = 8
"""An article is looked for in the list by its id where an eighth of them is wanted at most; going
through the whole list is faster than putting more in order."""

KEPT_UNDOS = 50
"""How many changes can be taken back: more than anybody remembers having made."""


class Undo(NamedTuple):
    """One thing that can be taken back."""

    what: str
    """Key of the words that name it."""
    take_back: Callable[[], object]


class Opened(NamedTuple):
    """The article being read."""

    article: Article
    figures: tuple[Figure, ...]


class Shelf:
    """The articles and the one that is open."""

    def __init__(self, library: Store) -> None:
        """Hold no articles yet.

        Args:
            library: where everything is kept.
        """
        self.library = library
        self.opened: Opened | None = None
        self.listings: list[Listing] = []
        self.unread = 0
        """How many of these have not been read."""
        self.folding = Folding(is_on=library.session().get(KEPT) == FOLDED)
        self._every: list[Listing] = []
        self._places: dict[str, int] = {}
        # The very same two while nothing is left out, so that showing all again costs nothing.
        self._at = self._places
        self._wanted: frozenset[str] | None = None
        self._undos: list[Undo] = []

    # The articles

    @property
    def is_partial(self) -> bool:
        """Whether there are articles that have not been laid out yet."""
        return len(self._every) >= FIRST and self.library.counts().articles > len(self._every)

    def refresh(self) -> None:
        """Read the list anew."""
        self.lay_out(self.library.listings())

    def lay_out(self, listings: list[Listing], places: dict[str, int] | None = None) -> None:
        """Put these articles on the desk, as far as it is not narrowed to others.

        Args:
            listings: from now on the desk's own, which keeps them true.
            places: what `places_of` says of them, if that was asked beforehand in a thread.
        """
        self._every = listings
        self._places = places_of(listings) if places is None else places
        self.fold()

    def narrow(self, wanted: frozenset[str] | None) -> None:
        """Leave only these articles on the desk; None for all."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.fold()

    def fold(self) -> None:
        """Lay the same articles out as they are narrowed and as stories are folded now."""
        seen = self._every if self._wanted is None else self._among(self._wanted)
        self.listings = self.folding.visible(seen)
        whole = self.listings is self._every
        self._at = self._places if whole else places_of(self.listings)
        self.unread = [listing.read for listing in self.listings].count(False)

    def _among(self, wanted: frozenset[str]) -> list[Listing]:
        """Those of these articles that there are, in the order of the list."""
        every, places = self._every, self._places
        if len(wanted) > len(every) // FEW:
            return [listing for listing in every if listing.id in wanted]
        return [every[at] for at in sorted(places[each] for each in wanted if each in places)]

    def unfold(self, article_id: str) -> bool:
        """Show an article that is hidden in its story; whether it was."""
        hidden = self.folding.unfold(article_id)
        if hidden:
            self.fold()
        return hidden

    def index(self, article_id: str) -> int | None:
        """Where an article stands in the list."""
        return self._at.get(article_id)

    def listing(self, article_id: str) -> Listing | None:
        """An article of the library, whether the list shows it or not; None if it is not there."""
        at = self._places.get(article_id)
        return None if at is None else self._every[at]

    def open(self, article_id: str) -> Opened:
        """Lay an article open."""
        article = self.library.article(article_id)
        self.opened = Opened(article, tuple(self.library.figures(article_id)))
        return self.opened

    def next_unread(self, index: int, step: int) -> int | None:
        """The nearest unread article after (or before) one, going round at the end."""
        count = len(self.listings)
        around = ((index + step * distance) % count for distance in range(1, count))
        return next((at for at in around if not self.listings[at].read), None)

    # What is kept about them

    def set_read(self, ids: Iterable[str], *, read: bool, undoable: bool = True) -> int:
        """Mark articles read or unread; how many were changed."""
        every = dict.fromkeys(member for each in ids for member in self.folding.members(each))
        changed = self.library.set_read(tuple(every), read)
        self._mark(changed, read=read)

        def back() -> None:
            self.library.set_read(changed, not read)
            self._mark(changed, read=not read)

        if changed and undoable:
            self.remember("undo.read", back)
        return len(changed)

    def set_starred(self, article_id: str, *, starred: bool) -> None:
        """Star an article or take its star away."""
        changed = self.library.set_starred((article_id,), starred)
        self._mark(changed, starred=starred)

        def back() -> None:
            self.library.set_starred(changed, not starred)
            self._mark(changed, starred=not starred)

        self.remember("undo.star", back)

    def remove(self, article_id: str) -> None:
        """Take an article out of the library; it can be taken back."""
        at = self._places[article_id]
        after = self._every[at + 1].id if at + 1 < len(self._every) else ""
        removed = self.library.remove((article_id,))
        self.lay_out([*self._every[:at], *self._every[at + 1 :]])

        def back() -> None:
            self.library.restore(removed)
            self._put_back(article_id, after)

        self.remember("undo.remove", back)

    def undo(self) -> str | None:
        """Take the last change back; the key of the words that name it, None if there is none."""
        if not self._undos:
            return None
        what, take_back = self._undos.pop()
        take_back()
        return what

    def remember(self, what: str, take_back: Callable[[], object]) -> None:
        """Let something be taken back.

        Args:
            what: key of the words that name it.
            take_back: does it, in the library and on the desk.
        """
        self._undos = [*self._undos[1 - KEPT_UNDOS :], Undo(what, take_back)]

    # Reading the whole of a large library again would take a second, so a change is made to the
    # articles that it changes.

    def _mark(
        self, ids: Iterable[str], *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """Change the marks of articles on the desk; those not there any more are passed over."""
        for place in (self._places[each] for each in ids if each in self._places):
            was = self._every[place]
            now = was._replace(
                read=was.read if read is None else read,
                starred=was.starred if starred is None else starred,
            )
            self._every[place] = now
            at = self._at.get(now.id)
            if at is not None:
                self.listings[at] = now
                self.unread += was.read - now.read

    def _put_back(self, article_id: str, after: str) -> None:
        """Lay an article on the desk again, before the one that came after it."""
        if after and after not in self._places:
            self.refresh()
        elif article_id not in self._places:
            at = self._places.get(after, len(self._every))
            fresh = self.library.listings_of((article_id,))
            self.lay_out([*self._every[:at], *fresh, *self._every[at:]])


def places_of(listings: Sequence[Listing]) -> dict[str, int]:
    """Where each article stands in a list, by its id."""
    return {listing.id: at for at, listing in enumerate(listings)}

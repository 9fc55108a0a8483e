"""Shelf: the articles there are, which of them are seen, and what is kept about them.

The half of the desk that knows nothing of how texts are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.model import NotFoundError
from digest.ui.folding import FOLDED, KEPT, Folding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.library import Listing, Roll, Store
    from digest.model import Article, Figure

FIRST = 500
"""Articles laid out before the first picture; the others follow it, a second for 100,000."""

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
        self.listings: Roll = library.roll(0)
        self.unread = 0
        """How many of these have not been read."""
        self.folding = Folding(is_on=library.session().get(KEPT) == FOLDED)
        self._every = self.listings
        self._wanted: NDArray[np.int64] | None = None
        self._undos: list[Undo] = []

    # The articles

    @property
    def is_partial(self) -> bool:
        """Whether there are articles that have not been laid out yet."""
        return len(self._every) >= FIRST and self.library.counts().articles > len(self._every)

    def refresh(self) -> None:
        """Read the list anew."""
        self.lay_out(self.library.roll())

    def lay_out(self, listings: Roll) -> None:
        """Put these articles on the desk, as far as it is not narrowed to others.

        Args:
            listings: from now on the desk's own, which keeps them true.
        """
        self._every = listings
        self.fold()

    def narrow(self, wanted: NDArray[np.int64] | None) -> None:
        """Leave only the articles of these numbers on the desk; None for all."""
        if wanted is not self._wanted:
            self._wanted = wanted
            self.fold()

    def fold(self) -> None:
        """Lay the same articles out as they are narrowed and as stories are folded now."""
        seen = self._every if self._wanted is None else self._every.among(self._wanted)
        self.listings = self.folding.visible(seen)
        self.unread = self.listings.unread

    def unfold(self, article_id: str) -> bool:
        """Show an article that is hidden in its story; whether it was."""
        hidden = self.folding.unfold(article_id)
        if hidden:
            self.fold()
        return hidden

    def index(self, article_id: str) -> int | None:
        """Where an article stands in the list."""
        return self.listings.place(article_id)

    def listing(self, article_id: str) -> Listing | None:
        """An article of the library, whether the list shows it or not; None if it is not there."""
        at = self._every.place(article_id)
        return None if at is None else self._every[at]

    def open(self, article_id: str) -> Opened:
        """Lay an article open."""
        article = self.library.article(article_id)
        self.opened = Opened(article, tuple(self.library.figures(article_id)))
        return self.opened

    def next_unread(self, index: int, step: int) -> int | None:
        """The nearest unread article after (or before) one, going round at the end."""
        return self.listings.next_unread(index, step)

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
        at = self._every.place(article_id)
        if at is None:
            raise NotFoundError(f"no article {article_id} on the desk")
        after = self._every[at + 1].id if at + 1 < len(self._every) else ""
        removed = self.library.remove((article_id,))
        self.lay_out(self._every.without(at))

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
        self, ids: Sequence[str], *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """Change the marks of articles on the desk; those not there any more are passed over."""
        self._every.mark(ids, read=read, starred=starred)
        self.unread = self.listings.unread

    def _put_back(self, article_id: str, after: str) -> None:
        """Lay an article on the desk again, before the one that came after it."""
        at = self._every.place(after) if after else len(self._every)
        if at is None:
            self.refresh()
        elif self._every.place(article_id) is None:
            fresh = self.library.roll(0, beside=(article_id,))
            if fresh:
                self.lay_out(self._every.inserted(at, fresh))

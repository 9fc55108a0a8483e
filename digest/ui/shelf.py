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

KEPT_UNDOS = 50
"""How many changes can be taken back: more than anybody remembers having made."""


class Undo(NamedTuple):
    """One thing that can be taken back."""

    what: str
    """Key of the words that name it."""
    take_back: Callable[[], object]
    marked: tuple[str, ...] = ()
    """Ids of the articles whose marks that changes; none if articles come back."""


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
        self.folding = Folding(is_on=library.session().get(KEPT) == FOLDED)
        self._every: Sequence[Listing] = ()
        self._wanted: frozenset[str] | None = None
        self._at: dict[str, int] = {}
        self._undos: list[Undo] = []

    # The articles

    @property
    def is_partial(self) -> bool:
        """Whether there are articles that have not been laid out yet."""
        return len(self._every) >= FIRST and self.library.counts().articles > len(self._every)

    def refresh(self) -> None:
        """Read the list anew."""
        self.lay_out(self.library.listings())

    def lay_out(self, listings: Sequence[Listing]) -> None:
        """Put these articles on the desk, as far as it is not narrowed to others."""
        self._every = listings
        wanted = self._wanted
        seen = [each for each in listings if wanted is None or each.id in wanted]
        self.listings = self.folding.visible(seen)
        self._at = {listing.id: at for at, listing in enumerate(self.listings)}

    def narrow(self, wanted: frozenset[str] | None) -> None:
        """Leave only these articles on the desk; None for all."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.fold()

    def fold(self) -> None:
        """Lay the same articles out as stories are folded now."""
        # Marks made meanwhile are on the articles shown, so those are taken from them.
        marked = {listing.id: listing for listing in self.listings}
        self.lay_out([marked.get(each.id, each) for each in self._every])

    def unfold(self, article_id: str) -> bool:
        """Show an article that is hidden in its story; whether it was."""
        hidden = self.folding.unfold(article_id)
        if hidden:
            self.fold()
        return hidden

    def index(self, article_id: str) -> int | None:
        """Where an article stands in the list."""
        return self._at.get(article_id)

    def open(self, article_id: str) -> Opened:
        """Lay an article open."""
        article = self.library.article(article_id)
        self.opened = Opened(article, tuple(self.library.figures(article_id)))
        return self.opened

    @property
    def unread(self) -> int:
        """How many articles have not been read."""
        return sum(not listing.read for listing in self.listings)

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
        for at in (self._at[each] for each in changed if each in self._at):
            self.listings[at] = self.listings[at]._replace(read=read)
        hidden = {each for each in changed if each not in self._at}
        if hidden:
            self._every = [e._replace(read=read) if e.id in hidden else e for e in self._every]
        if changed and undoable:
            self.remember("undo.read", lambda: self.library.set_read(changed, not read), changed)
        return len(changed)

    def set_starred(self, article_id: str, *, starred: bool) -> None:
        """Star an article or take its star away."""
        changed = self.library.set_starred((article_id,), starred)
        at = self._at[article_id]
        self.listings[at] = self.listings[at]._replace(starred=starred)
        self.remember("undo.star", lambda: self.library.set_starred(changed, not starred), changed)

    def remove(self, article_id: str) -> None:
        """Take an article out of the library; it can be taken back."""
        removed = self.library.remove((article_id,))
        self._every = [each for each in self._every if each.id != article_id]
        self.fold()
        self.remember("undo.remove", lambda: self.library.restore(removed))

    def undo(self) -> str | None:
        """Take the last change back; the key of the words that name it, None if there is none."""
        if not self._undos:
            return None
        undo = self._undos.pop()
        undo.take_back()
        if undo.marked:
            # Reading the whole of a large library again would take a second.
            fresh = {each.id: each for each in self.library.listings_of(undo.marked)}
            marked = {listing.id: listing for listing in self.listings} | fresh
            self.lay_out([marked.get(each.id, each) for each in self._every])
        else:
            self.refresh()
        return undo.what

    def remember(
        self, what: str, take_back: Callable[[], object], marked: tuple[str, ...] = ()
    ) -> None:
        """Let something be taken back.

        Args:
            what: key of the words that name it.
            take_back: does it.
            marked: ids of the articles whose marks alone that changes.
        """
        self._undos = [*self._undos[1 - KEPT_UNDOS :], Undo(what, take_back, marked)]

"""Desk: what lies before the reader (the articles, how they are shown, what can be taken back).

It holds the state of the app and knows neither widgets nor keys.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from digest.model import LibraryError, NotFoundError, Script, SettingsError, Span, View
from digest.text.shown import shown as show
from digest.ui.folding import FOLDED, KEPT, Folding
from digest.ui.words import CATALOGUE, language_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from digest.library import Listing, Store
    from digest.model import Article, Figure
    from digest.services.dictionary import OwnDictionary
    from digest.ui.look import Look

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


class Desk:
    """The articles, the one being read, and how they are shown."""

    def __init__(
        self, library: Store, look: Look, locale: str, dictionary: OwnDictionary | None = None
    ) -> None:
        """Lay out what the library holds.

        Args:
            library: where everything is kept.
            look: how texts are shown at first.
            locale: the user's locale, for the language of the program's words.
            dictionary: the reader's own conversions.
        """
        self.library = library
        self.look = look
        self.opened: Opened | None = None
        self.listings: list[Listing] = []
        self.folding = Folding(is_on=library.session().get(KEPT) == FOLDED)
        self._every: Sequence[Listing] = ()
        self._wanted: frozenset[str] | None = None
        self._locale = locale
        self._dictionary = dictionary
        self._at: dict[str, int] = {}
        self._undos: list[Undo] = []
        self._shown: dict[tuple[str, View, Script], str] = {}
        self.lay_out(self._first())

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
            self._remember("undo.read", lambda: self.library.set_read(changed, not read), changed)
        return len(changed)

    def set_starred(self, article_id: str, *, starred: bool) -> None:
        """Star an article or take its star away."""
        changed = self.library.set_starred((article_id,), starred)
        at = self._at[article_id]
        self.listings[at] = self.listings[at]._replace(starred=starred)
        self._remember("undo.star", lambda: self.library.set_starred(changed, not starred), changed)

    def remove(self, article_id: str) -> None:
        """Take an article out of the library; it can be taken back."""
        removed = self.library.remove((article_id,))
        self._every = [each for each in self._every if each.id != article_id]
        self.fold()
        self._remember("undo.remove", lambda: self.library.restore(removed))

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

    # How they are shown

    @property
    def language(self) -> str:
        """The language of the program's words."""
        return language_for(self.look.language, self.look.view, self._locale)

    def say(self, key: str, **values: object) -> str:
        """A label of the program in the reader's language."""
        return CATALOGUE.say(key, self.language, **values)

    def in_view(self, text: str, script: Script, view: View | None = None) -> str:
        """A short text (title, name, passage) as the view shows it, one code point for one."""
        view = view or self.look.view
        if view is View.ORIGINAL or not text:
            return text
        key = (text, view, script)
        shown = self._shown.get(key)
        if shown is None:
            manner = self.look.manner.one_for_one._replace(view=view)
            shown = self._shown[key] = show(text, script, manner).text
        return shown

    def renew_dictionary(self) -> str:
        """Take up the reader's dictionary as it is now; what is wrong with it, empty if nothing."""
        try:
            now = self._dictionary.current() if self._dictionary else None
        except SettingsError as error:
            return str(error)
        if now != self.look.dictionary:
            self.look = self.look._replace(dictionary=now)
            self._shown.clear()
        return ""

    def add_rule(self, source: str, target: str, variant: str) -> None:
        """Write a conversion into the reader's dictionary; it can be taken back.

        Raises:
            SettingsError: it cannot be written, or the program was opened without a dictionary.
        """
        dictionary = self._dictionary
        if dictionary is None:
            raise SettingsError(self.say("choices.nowhere"))
        before = dictionary.add(source, target, variant)
        self._remember("undo.rule", lambda: dictionary.put_back(before))

    def script_of(self, article_id: str) -> Script:
        """The script an article is written in."""
        at = self.index(article_id)
        return Script.UNDECIDED if at is None else self.listings[at].script

    # What was last looked at

    def recall(self, key: str) -> str:
        """Something kept of the last session; empty if nothing was."""
        return self.library.session().get(key, "")

    def keep(self, **values: str) -> None:
        """Keep something for the next session; where it cannot be kept, do without."""
        with suppress(LibraryError):
            self.library.remember(values)

    def keep_look(self) -> None:
        """Keep how texts are shown for the next session."""
        self.keep(**self.look.as_words())

    def place(self, article_id: str) -> Span | None:
        """Where reading an article stopped; None if it was not begun."""
        return self.library.state(article_id).place

    def keep_place(self, article_id: str, place: Span) -> None:
        """Keep where reading stopped; where it cannot be kept, do without."""
        if article_id in self._at:
            with suppress(LibraryError):
                self.library.set_place(article_id, place)

    def _first(self) -> list[Listing]:
        """The articles of the first picture, and the one that was read last."""
        listings = self.library.listings(FIRST)
        last = self.recall("article")
        if last and len(listings) == FIRST and all(listing.id != last for listing in listings):
            with suppress(NotFoundError):
                listings.append(self.library.listing(last))
        return listings

    def remember(self, what: str, take_back: Callable[[], object]) -> None:
        """Let something that was done elsewhere be taken back; `what` is the key of its words."""
        self._remember(what, take_back)

    def _remember(
        self, what: str, take_back: Callable[[], object], marked: tuple[str, ...] = ()
    ) -> None:
        self._undos = [*self._undos[1 - KEPT_UNDOS :], Undo(what, take_back, marked)]

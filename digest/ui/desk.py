"""Desk: what lies before the reader (the articles, how they are shown, what can be taken back).

It holds the state of the app and knows neither widgets nor keys.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from digest.model import LibraryError, Script, SettingsError, Span, View
from digest.text.shown import shown as show
from digest.ui.shelf import FIRST, Shelf
from digest.ui.words import CATALOGUE, language_for

if TYPE_CHECKING:
    from digest.library import Roll, Store
    from digest.services.dictionary import OwnDictionary
    from digest.ui.look import Look


class Desk(Shelf):
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
        super().__init__(library)
        self.look = look
        self._locale = locale
        self._dictionary = dictionary
        self._shown: dict[tuple[str, View, Script], str] = {}
        self.lay_out(self._first())

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
        self.remember("undo.rule", lambda: dictionary.put_back(before))

    def script_of(self, article_id: str) -> Script:
        """The script an article is written in."""
        listing = self.listing(article_id)
        return Script.UNDECIDED if listing is None else listing.script

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
        if self.listing(article_id) is not None:
            with suppress(LibraryError):
                self.library.set_place(article_id, place)

    def _first(self) -> Roll:
        """The articles of the first picture, and the one that was read last."""
        last = self.recall("article")
        return self.library.roll(FIRST, beside=(last,) if last else ())

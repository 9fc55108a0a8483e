"""The main screen: the list of articles and the text, side by side or one at a time, by width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.containers import Horizontal
from textual.screen import Screen

from digest.model import DigestError
from digest.ui.actions import Keymap, Scope
from digest.ui.auditing import Audit, Audited
from digest.ui.commands import COMMANDS
from digest.ui.draw import Ruler
from digest.ui.line import TypingLine
from digest.ui.navigator import Navigator
from digest.ui.search import TextSearch
from digest.ui.sifting import Sifting
from digest.ui.teller import LEAST, Teller
from digest.ui.telling import describe, head, why_empty
from digest.ui.walking import Walking
from digest.ui.widgets.article_list import ArticleList
from digest.ui.widgets.bars import Bar
from digest.ui.widgets.reader import Reader
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.timer import Timer

    from digest.library import Listing
    from digest.ui.asking import Asking
    from digest.ui.desk import Desk
    from digest.ui.inks import Inks
    from digest.ui.look import Look
    from digest.ui.widgets.prompt import Prompt

SIDE_BY_SIDE = 110
"""Columns from which list and text stand side by side: a list of a third and a full measure."""

SETTLE_SECONDS = 0.5
"""How long after the last movement the place is kept: one write a pause, not one a key."""


class MainScreen(Screen[None], inherit_bindings=False):
    """List and reader, with what is known about the place one is at."""

    AUTO_FOCUS = None

    def __init__(
        self,
        desk: Desk,
        keymap: Keymap,
        inks: Inks,
        asking: Asking,
        *,
        advances: bool = True,
    ) -> None:
        super().__init__()
        Ruler.ambiguous = desk.look.ambiguous
        self.desk = desk
        self.keymap = keymap
        self.inks = inks
        self.asking = asking
        self.advances = advances
        self.line = TypingLine(self)
        self.navigator = Navigator(self)
        self.search = TextSearch(self)
        self.sifting = Sifting(self)
        self.audit = Audit(self)
        self.teller = Teller(self, inks)
        self.walking = Walking(self)
        self.articles = ArticleList(lambda index: describe(desk, index), inks)
        self.reader = Reader(desk.look, inks, id="reader")
        self._settling: Timer | None = None

    def compose(self) -> ComposeResult:
        """Top line, the two panes, status, keys."""
        yield self.teller.banner
        yield Horizontal(self.articles, self.reader, id="panes")
        yield self.teller.status
        yield self.teller.keys

    def on_mount(self) -> None:
        """Open on what was open last."""
        self._fit(self.app.size)
        self.navigator.restore()
        self.refresh_list()
        self.teller.place()

    # What there is

    @property
    def is_reading(self) -> bool:
        """Whether keys go to the text."""
        return self.has_class("reading")

    @property
    def selected(self) -> Listing | None:
        """The article that is read, or the one the cursor is on."""
        index = self.articles.cursor
        return self.desk.listings[index] if index < len(self.desk.listings) else None

    @property
    def typing(self) -> TextSearch | Sifting | None:
        """What a line is being typed for, if one is."""
        return next((each for each in (self.search, self.sifting) if each.is_open), None)

    # What it shows

    def focus_pane(self, *, reading: bool) -> None:
        """Give the keys to the text or to the list, and show that pane where there is one."""
        self.set_class(reading, "reading").set_class(not reading, "listing")
        (self.reader if reading else self.articles).focus(scroll_visible=False)
        self.teller.offer()

    def look_as(self, **changes: Any) -> None:
        """Show everything with some of its look changed."""
        self.look_at(self.desk.look._replace(**changes))

    def look_at(self, look: Look) -> None:
        """Show everything in another look, at the same place."""
        self.desk.look = look
        Ruler.ambiguous = look.ambiguous
        complaint = self.desk.renew_dictionary()
        self.set_class(look.zen, "zen")
        listing = self.selected
        self.reader.restyle(self.desk.look, head(self.desk, listing) if listing else ())
        self.audit.renew()
        self.refresh_list()
        self.teller.place()
        self.teller.offer()
        self.desk.keep_look()
        if complaint:
            self.teller.say(complaint)

    def refresh_list(self, *, anew: bool = False) -> None:
        """Show the list as it is now; `anew` if articles came or went."""
        if anew:
            was = self.navigator.article_id
            at = self.desk.index(was) if self.navigator.has_place else 0
            cursor = at if at is not None else min(self.articles.cursor, len(self.desk.listings))
            self.articles.fill(len(self.desk.listings), cursor)
            here = self.selected
            if here is not None and here.id != was:
                self.navigator.show(self.articles.cursor)
            elif not self.desk.listings:
                self.desk.opened = None
                self.reader.close()
        self.articles.hint = self.teller.busy or why_empty(self.desk, self.sifting.query)
        self.articles.refresh()
        self.teller.counts()

    def uncover(self) -> None:
        """Close what lies over this screen."""
        while self.app.screen is not self:
            self.app.pop_screen()

    def leave(self) -> None:
        """End the program, the place kept."""
        self.navigator.keep_place()
        self.app.exit(return_code=0)

    def do(self, action_id: str) -> None:
        """Do what an action of the table says."""
        self.attempt(lambda: COMMANDS[action_id](self))

    def attempt(self, action: Callable[[], None]) -> None:
        """Do something; if the library refuses, say why and show what it holds by now."""
        try:
            action()
        except DigestError as error:
            self.desk.refresh()
            self.refresh_list(anew=True)
            self.teller.say(str(error))

    # What happens to it

    def on_key(self, event: events.Key) -> None:
        """Do what the key is bound to."""
        if self.typing is not None:
            if event.key == "escape":
                event.stop()
                self.typing.cancel()
            return
        scope = Scope.READER if self.is_reading else Scope.LIST
        action = self.keymap.action(scope, event.key, event.character)
        if action is not None:
            event.stop()
            event.prevent_default()
            self.do(action)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Find what has been typed so far."""
        if self.typing is not None:
            self.typing.typed(event.text)

    def on_prompt_submitted(self) -> None:
        """Keep what was found."""
        if self.typing is not None:
            self.typing.accept()

    def on_audited(self, event: Audited) -> None:
        """Light the choices that were found."""
        self.audit.found(event)

    @on(RowList.Moved)
    def _cursor_moved(self, event: RowList.Moved) -> None:
        listing = self.selected
        self.navigator.go()
        if event.rows is self.articles and listing and listing.id != self.navigator.article_id:
            self.attempt(lambda: self.navigator.show(event.index))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.attempt(lambda: self.navigator.read(event.index))

    @on(Reader.Moved)
    def _read_on(self) -> None:
        if not self.teller.is_saying and self.typing is None:
            self.teller.place()
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLE_SECONDS, self.navigator.keep_place)

    @on(Reader.Pressed)
    def _pressed(self, event: Reader.Pressed) -> None:
        self.navigator.enter_text()
        for figure in self.reader.figures:
            if figure.span.start <= event.clean_offset < figure.span.end:
                self.reader.light(self.reader.hits, figure.span)
        self.teller.place()

    @on(Bar.Pressed)
    def _key_pressed(self, event: Bar.Pressed) -> None:
        self.do(event.action_id)

    def on_resize(self, event: events.Resize) -> None:
        """Stand list and text side by side where there is room."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        self.set_class(size.width < SIDE_BY_SIDE, "narrow")
        is_cramped = size.width < LEAST[0] or size.height < LEAST[1]
        if is_cramped != self.teller.is_cramped:
            self.teller.is_cramped = is_cramped
            self.teller.place()

"""View: what the screens of topics, times, figures and the brief have in common.

A view is a list of rows over the whole library, between the bars of the main screen. It is kept
when it is left, so that one comes back to where one was; what it shows is read in a thread, and
read anew when the library has changed since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from textual import events, on
from textual.screen import Screen

from digest.model import DigestError
from digest.text.sanitize import inert
from digest.ui.actions import Scope
from digest.ui.draw import Text
from digest.ui.screens.loading import Loaded, Loading
from digest.ui.screens.narrowing import Narrowing
from digest.ui.telling import banner, hints
from digest.ui.widgets.bars import Banner, Bar, Hint, KeyLine, StatusLine
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from digest.model import Span
    from digest.ui.screens.main import MainScreen

SHARED = frozenset({"choose", "view_back", "leave", "toggle_script", "finder", "help"})
"""What the key line offers in every view."""


class View(Screen[None], inherit_bindings=False):
    """A list over the library; subclasses say what is read, how it is drawn and what keys do."""

    AUTO_FOCUS = None

    NAME: ClassVar[str]
    """Its name among `telling.VIEWS`."""

    NARROWS: ClassVar[bool] = False
    """Whether its list can be narrowed to what is typed."""

    HINTS: ClassVar[Mapping[str, str]] = {}
    """Keys of the words on the key line for actions that mean something of their own here."""

    DEEDS: ClassVar[Mapping[str, Callable[[Any], None]]] = {}
    """What it does besides moving and choosing, by the id of an action of the place `view`."""

    def __init__(self, main: MainScreen) -> None:
        """Read nothing yet.

        Args:
            main: the screen it lies over; it has the desk, the keys and the inks.
        """
        super().__init__()
        self.main, self.desk, self.inks = main, main.desk, main.inks
        self.banner, self.status, self.hint_line = (
            Banner(self.inks),
            StatusLine(self.inks),
            KeyLine(self.inks),
        )
        self.reading, self.narrowing = Loading(self), Narrowing(self)
        self.rows = self.make_rows()

    # What a view supplies

    def make_rows(self) -> RowList:
        """The list; the view keeps it as `rows`."""
        raise NotImplementedError

    def extra(self) -> Sequence[Widget]:
        """What stands between the banner and the list."""
        return ()

    def load(self) -> object:
        """Read what is shown. In a thread: touches no widget; `DigestError` is said to the reader.

        What depends on the reader's choices is taken from fields that `on_key` sets before
        `reload`.
        """
        raise NotImplementedError

    def show_loaded(self, what: Any) -> None:
        """Show what `load` gave; in the app's loop."""
        raise NotImplementedError

    def told(self) -> tuple[Sequence[Text], Sequence[Text]]:
        """The status line: what the cursor is on; how many there are and in which order."""
        raise NotImplementedError

    def choose(self) -> None:
        """Enter on the row the cursor is on."""
        raise NotImplementedError

    def step_back(self) -> bool:
        """Go up a level; whether there was one. Otherwise the view is left."""
        return False

    def narrow(self, text: str) -> None:
        """Narrow the list to what was typed, in views that say `NARROWS`."""

    # What it does

    def compose(self) -> ComposeResult:
        """Banner, rows, status, keys."""
        yield self.banner
        yield from self.extra()
        yield self.rows
        yield self.status
        yield self.hint_line

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.rows.focus(scroll_visible=False)

    def on_screen_resume(self) -> None:
        """Show what has become of the library and of the look while something lay over it."""
        if self.reading.is_stale:
            self.reload()
        self.tell()

    def reload(self) -> Self:
        """Read what is shown anew, in a thread; what was being read is dropped."""
        self.reading.start(self.load)
        return self

    def tell(self) -> None:
        """Say and draw everything anew: the script, the cursor or the list has changed."""
        left, right, actions = banner(self.desk, self.main.teller.busy, self.NAME)
        self.banner.say(left, right, actions)
        offered = hints(self.main.keymap, Scope.VIEW, self.desk.language)
        does = self.DEEDS.keys() | SHARED | self.narrowing.actions
        say, own = self.desk.say, self.HINTS
        self.hint_line.offer(
            [
                Hint(action, key, say(own[action]) if action in own else word)
                for action, key, word in offered
                if action in does
            ]
        )
        self._moved()
        for widget in (self.rows, *self.extra()):
            widget.refresh()

    def say(self, message: str) -> None:
        """Say what has just happened, until the cursor moves."""
        self.status.say([Text(f" {message}", "message")])

    def copy(self, text: str, message: str) -> None:
        """Put lines into the clipboard, harmless, and say so."""
        self.app.copy_to_clipboard("".join(f"{inert(line)}\n" for line in text.splitlines()))
        self.say(message)

    def go(self, article: str, place: Span) -> None:
        """Read an article at a place; going back from there leads here."""
        main = self.main

        def again() -> None:
            main.app.push_screen(self)

        main.attempt(lambda: main.navigator.jump(article, place, again))

    def on_key(self, event: events.Key) -> None:
        """Move, choose, go back, or do what the key means here or everywhere."""
        action = self.main.keymap.action(Scope.VIEW, event.key, event.character)
        if self.narrowing.is_open:
            if event.key == "escape":
                event.stop()
                self.narrowing.close("")
        elif action is not None:
            event.stop()
            event.prevent_default()
            self.do(action)

    def do(self, action: str) -> None:
        """Do an action of the table."""
        page = self.rows.page_items
        steps = {"down": 1, "up": -1, "page_down": page, "page_up": -page}
        steps |= {"half_down": page // 2 or 1, "half_up": -(page // 2 or 1)}
        steps |= {"top": -self.rows.count, "end": self.rows.count}
        if action in steps:
            self.rows.move(steps[action])
        elif action in self.DEEDS:
            self.DEEDS[action](self)
        elif action == "choose":
            self._clicked()
        elif action in {"view_back", "leave"}:
            self._back()
        elif action in self.narrowing.actions:
            self.narrowing.open()
        elif action != f"view_{self.NAME}":
            self.main.do(action)
            if self.is_current:
                self.tell()

    # What happens to it

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        if not self.reading.ended(event):
            return
        if isinstance(event.what, DigestError):
            self.say(str(event.what))
            return
        self.show_loaded(event.what)
        self.tell()
        if self.reading.choose_next:
            self.reading.choose_next = False
            self._clicked()

    @on(RowList.Moved)
    def _moved(self) -> None:
        if not self.reading.is_on:
            self.status.say(*self.told())

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        if self.reading.is_on:
            self.reading.choose_next = True
        elif self.rows.count:
            self.choose()

    @on(Bar.Pressed)
    def _pressed(self, event: Bar.Pressed) -> None:
        self.do(event.action_id)

    def on_resize(self) -> None:
        """Say everything in the room there is now."""
        if self.is_current:
            self.tell()

    def _back(self) -> None:
        if self.narrowing.text:
            self.narrowing.to("")
        elif not self.step_back():
            self.main.uncover()
            return
        self.tell()

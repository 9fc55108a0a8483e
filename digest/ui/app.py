"""The app: what it is made of, and how it begins and ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.filter import Monochrome, NoColor
from textual.worker import WorkerFailed

from digest.ui import terminal
from digest.ui.actions import Scope
from digest.ui.ahead import RETRY_SECONDS, Ahead
from digest.ui.asking import Asking
from digest.ui.background import Background
from digest.ui.inks import Inks
from digest.ui.screens.main import MainScreen
from digest.ui.themes import THEMES
from digest.ui.tidying import Tidying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.driver import Driver
    from textual.filter import LineFilter

    from digest.ui.actions import Keymap
    from digest.ui.bringing import Bringing
    from digest.ui.desk import Desk

COLOURLESS = NoColor()
"""Takes all colours away and leaves the terminal's own; what tells things apart stays."""

LEAVE_KEY = "ctrl+c"
"""The key by which people end a program that they do not know."""


class DigestApp(App[None], inherit_bindings=False):
    """The reader of Chinese news."""

    TITLE = "digest"
    CSS_PATH = Path(__file__).with_name("styles.tcss")
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS: ClassVar[str | None] = None
    BINDINGS: ClassVar[list[BindingType]] = [Binding(LEAVE_KEY, "leave", priority=True)]

    def __init__(
        self,
        desk: Desk,
        keymap: Keymap,
        *,
        theme: str = "terminal",
        bring: Bringing | None = None,
        advances: bool = True,
        kept: tuple[Path, Path] | None = None,
        asks_width: bool = False,
    ) -> None:
        """Open on a desk.

        Args:
            desk: what is read.
            keymap: which key does what.
            theme: name of one of our themes.
            bring: brings articles into the library once the list is on the screen.
            advances: Space at the end of a text leads to the next unread one.
            kept: the folder in which the finder keeps its index, and the library's file, by
                which it knows it; None to keep none.
            asks_width: ask the terminal how wide it draws what the standards leave open.
        """
        super().__init__()
        self.no_color = bool(os.environ.get("NO_COLOR"))
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self.desk = desk
        self.asking = Asking(desk.library, kept)
        self.main = MainScreen(
            desk, keymap, Inks(self.current_theme), self.asking, advances=advances
        )
        self._background = Background(self, bring)
        if bring is not None:
            # The first picture of all must not say that there is nothing to read.
            self.main.teller.busy = desk.say("banner.begun")
        self.tidying = Tidying(self)
        self._ahead = Ahead(self._can_take_keys)
        self.asks_width = asks_width

    def get_driver_class(self) -> type[Driver]:
        """The usual driver, with what it leaves to others."""
        return terminal.driver_class(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What becomes of colours on their way to the terminal.

        The toolkit chooses before there is a theme, and makes all that has the terminal's own
        colours black on black.
        """
        if self.no_color:
            return (COLOURLESS,)
        usual = super().get_line_filters()
        return [each for each in usual if not isinstance(each, Monochrome)]

    def on_mount(self) -> None:
        """Show the list, then get ready what is slow."""
        self.push_screen(self.main)
        self.call_after_refresh(self._settle)

    def leave(self, code: int = 0) -> None:
        """End with an exit code, the place kept."""
        self.main.navigator.keep_place()
        self.exit(return_code=code)

    def action_leave(self) -> None:
        """End as somebody does who knows one key that ends every program."""
        self.leave()

    def on_key(self, event: events.Key) -> None:
        """Quit from where a line is typed too, by a key that types nothing."""
        action = self.main.keymap.action(Scope.LIST, event.key, event.character)
        if action == "quit" and not event.is_printable:
            event.stop()
            self.leave()

    async def on_event(self, event: events.Event) -> None:
        """Deal with what is typed in the order it was typed, once there is somebody to take it."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        # Whoever types is looking, whatever the terminal has said.
        self.app_focus = True
        self.tidying.key_pressed()
        if not self._ahead.hold(event):
            await self._take(event)
        elif self._ahead.count == 1:
            self.set_timer(RETRY_SECONDS, self._catch_up)

    async def _catch_up(self) -> None:
        """Deal with what had to wait."""
        while (event := self._ahead.release()) is not None:
            await self._take(event)
        if self._ahead.count:
            self.set_timer(RETRY_SECONDS, self._catch_up)

    async def _take(self, event: events.Event) -> None:
        """Deal with one key; on the main screen at once, before the next is looked at."""
        commands = self.screen is self.main and self.main.typing is None
        if commands and isinstance(event, events.Key) and event.key != LEAVE_KEY:
            self.main.on_key(event)
        else:
            await super().on_event(event)

    def _can_take_keys(self) -> bool:
        """Whether what is open by now has the keys, and not what was there before."""
        line_to_come = self.screen is self.main and self.main.typing is not None
        panes = (self.main.reader, self.main.articles)
        return self.focused is not None and not (line_to_come and self.focused in panes)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take what the terminal answered for the width of ambiguous characters."""
        wide = terminal.ambiguous_from(event.x, event.y)
        if self.asks_width and wide is not None and wide != self.desk.look.ambiguous:
            self.main.look_as(ambiguous=wide)

    def _settle(self) -> None:
        """After the first picture: open the text that is to be read, then what is slow."""
        if self.desk.listings:
            self.main.navigator.show(self.main.articles.cursor)
        self.tidying.begin()
        self._background.begin()

    def on_unmount(self) -> None:
        """Leave the program as it was found."""
        self.tidying.end()

    @property
    def failure(self) -> Exception | None:
        """What made the app fail, if something did; of a worker, what made the worker fail."""
        error = self._exception
        cause = error.error if isinstance(error, WorkerFailed) else None
        return cause if isinstance(cause, Exception) else error

    def panic(self, *_renderables: object) -> None:
        """End after an unforeseen error: whoever runs the app writes it to the log and says so."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

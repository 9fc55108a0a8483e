"""View: what the screens of topics, times, figures and the brief have in common.

A view is a list of rows over the whole library, between the bars of the main screen. It is kept
when it is left, so that one comes back to where one was; what it shows is read in a thread, and
read anew when the library has changed since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from textual import events, on
from textual.message import Message
from textual.screen import Screen

from digest.model import DigestError
from digest.text.sanitize import inert
from digest.ui.actions import Scope
from digest.ui.draw import Text
from digest.ui.telling import banner, hints
from digest.ui.widgets.bars import Banner, Bar, KeyLine, StatusLine
from digest.ui.widgets.prompt import Prompt
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer
    from textual.widget import Widget

    from digest.model import Span
    from digest.ui.screens.main import MainScreen

BUSY_SECONDS = 0.1
"""How long reading may take before it is said that one waits; below that nobody does."""

SHARED = frozenset({"choose", "view_back", "view_filter", "leave", "narrower", "wider"})
"""Actions of the place `view` that every view has."""


class View(Screen[None], inherit_bindings=False):
    """A list over the library; subclasses say what is read, how it is drawn and what keys do."""

    AUTO_FOCUS = None

    NAME: ClassVar[str]
    """Its name among `telling.VIEWS`."""

    DEEDS: ClassVar[Mapping[str, Callable[[Any], None]]] = {}
    """What it does besides moving and choosing, by the id of an action of the place `view`."""

    class Loaded(Message):
        """What the view shows has been read, or could not be."""

        def __init__(self, turn: int, what: object) -> None:
            super().__init__()
            self.turn = turn
            self.what = what

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
        self.filter_text = ""
        """What the list is narrowed to."""
        self.rows = self.make_rows()
        self._turn = 0
        self._revision: int | None = None
        self._is_loading = False
        self._choose_next = False
        self._busy: Timer | None = None

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
        """Narrow the list to what was typed; a view that cannot leaves this out."""

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
        if self._revision != self.desk.library.revision:
            self.reload()
        self.tell()

    def reload(self) -> Self:
        """Read what is shown anew, in a thread; what was being read is dropped."""
        self._turn += 1
        self._is_loading = True
        self._revision = self.desk.library.revision
        turn = self._turn

        def read() -> None:
            try:
                what: object = self.load()
            except DigestError as error:
                what = error
            self.post_message(self.Loaded(turn, what))

        self.run_worker(read, thread=True, group="view")
        if self._busy is not None:
            self._busy.stop()
        self._busy = self.set_timer(BUSY_SECONDS, self._say_busy)
        return self

    def tell(self) -> None:
        """Say and draw everything anew: the script, the cursor or the list has changed."""
        left, right, actions = banner(self.desk, self.main.teller.busy, self.NAME)
        self.banner.say(left, right, actions)
        offered = hints(self.main.keymap, Scope.VIEW, self.desk.language)
        able = self.DEEDS.keys() | SHARED
        self.hint_line.offer([hint for hint in offered if self._does(hint[0], able)])
        if not self._is_loading:
            self.status.say(*self.told())
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
        self.main.attempt(lambda: self.main.navigator.jump(article, place, self._again))

    def leave(self) -> None:
        """Back to the articles."""
        self.main.uncover()

    def on_key(self, event: events.Key) -> None:
        """Move, choose, go back, or do what the key means here or everywhere."""
        action = self.main.keymap.action(Scope.VIEW, event.key, event.character)
        if self._prompt is not None:
            if event.key == "escape":
                event.stop()
                self._close_prompt("")
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
            self._choose()
        elif action in {"view_back", "leave"}:
            self._back()
        elif action == "view_filter":
            self._open_prompt()
        elif action != f"view_{self.NAME}":
            self.main.do(action)
            if self.is_current:
                self.tell()

    # What happens to it

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        if event.turn != self._turn:
            return
        self._is_loading = False
        if self._busy is not None:
            self._busy.stop()
        if isinstance(event.what, DigestError):
            self.say(str(event.what))
            return
        self.show_loaded(event.what)
        self.tell()
        if self._choose_next:
            self._choose_next = False
            self.choose()

    @on(RowList.Moved)
    def _moved(self) -> None:
        if not self._is_loading:
            self.status.say(*self.told())

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self._choose()

    @on(Bar.Pressed)
    def _pressed(self, event: Bar.Pressed) -> None:
        self.do(event.action_id)

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        self._narrow(event.text)

    @on(Prompt.Submitted)
    def _submitted(self) -> None:
        self._close_prompt(self.filter_text)

    def on_resize(self) -> None:
        """Say everything in the room there is now."""
        if self.is_current:
            self.tell()

    # Parts of the above

    @property
    def _prompt(self) -> Prompt | None:
        return next(iter(self.query(Prompt)), None)

    def _does(self, action: str, able: frozenset[str] | set[str]) -> bool:
        """Whether the key line offers an action here."""
        if action == "view_filter":
            return type(self).narrow is not View.narrow
        return action in able or action in {"toggle_script", "finder", "help"}

    def _say_busy(self) -> None:
        if self._is_loading:
            self.status.say([Text(f" {self.desk.say('view.busy')}", "quiet")])

    def _choose(self) -> None:
        if self._is_loading:
            self._choose_next = True
        elif self.rows.count:
            self.choose()

    def _back(self) -> None:
        if self.filter_text:
            self._narrow("")
        elif not self.step_back():
            self.leave()
            return
        self.tell()

    def _open_prompt(self) -> None:
        if type(self).narrow is not View.narrow:
            self.mount(Prompt(self.desk.say("view.filter"), self.filter_text), before=self.status)

    def _close_prompt(self, text: str) -> None:
        if self._prompt is not None:
            self._prompt.remove()
        self.rows.focus(scroll_visible=False)
        self._narrow(text)

    def _narrow(self, text: str) -> None:
        if text != self.filter_text:
            self.filter_text = text
            self.narrow(text)
            self.tell()

    def _again(self) -> None:
        """Come back from an article one went to from here."""
        self.main.app.push_screen(self)

"""Prompt: one line in which something is typed, with a word before it that says what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from digest.text.sanitize import inert

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Line(Input):
    """An input that holds nothing but harmless text, whatever is typed or pasted."""

    def validate_value(self, value: str) -> str:
        """The text as it may be drawn."""
        return inert(value)


class Prompt(Horizontal):
    """A label and an input beside it."""

    DEFAULT_CSS = """
    Prompt {
        height: 1;
        Static { width: auto; }
        Input { width: 1fr; height: 1; border: none; padding: 0; background: $background; }
        Input:focus { border: none; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something else stands in the input now."""

        text: str

        def can_replace(self, message: Message) -> bool:
            """Only the latest text matters."""
            return isinstance(message, Prompt.Changed)

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - the toolkit's name
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self._text = text

    def compose(self) -> ComposeResult:
        """The label, then the input; its cursor is still, so that an idle screen sends nothing."""
        yield Static(f" {self._label} ", markup=False)
        line = Line(self._text, select_on_focus=False)
        line.cursor_blink = False
        yield line

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.query_one(Input).value

    def put(self, text: str) -> None:
        """Let this stand there, ready to be typed on."""
        line = self.query_one(Input)
        line.value = text
        line.cursor_position = len(text)

    def on_mount(self) -> None:
        """Take the keys, if it is there to be typed in."""
        if self.display:
            self._take_keys()

    def open(self, text: str) -> None:
        """Take the keys, with a text to be typed on; nothing is told of it."""
        self._text = text
        if self.query(Input):
            with self.prevent(Input.Changed):
                self.put(text)
            self._take_keys()

    def _take_keys(self) -> None:
        self.screen.set_focus(self.query_one(Input), scroll_visible=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what stands there."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on that it is done."""
        event.stop()
        self.post_message(self.Submitted())

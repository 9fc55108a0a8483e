"""Line: what is typed on the main screen, to search a text or to narrow the list.

It stands in the place of the key line, whose keys are letters while one types. So neither pane
changes its size, and nothing but the line is drawn when it is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.ui.screens.main import MainScreen
    from digest.ui.widgets.prompt import Prompt

OPEN, COVERED = "open", "covered"
"""Classes of the line and of the keys while one types, for the style sheet. A class of the whole
screen would have every widget on it styled anew, which takes as long as drawing them all."""


class TypingLine:
    """The line, made when it is first wanted or beforehand, and kept."""

    def __init__(self, screen: MainScreen) -> None:
        """Make nothing yet."""
        self._screen = screen
        self._prompt: Prompt | None = None

    def prepare(self) -> Prompt:
        """Make the line; hidden as long as nobody types."""
        if self._prompt is None:
            from digest.ui.widgets.prompt import Prompt  # noqa: PLC0415 - loaded after the list

            self._prompt = Prompt("/", id="line")
            self._screen.mount(self._prompt, before=self._screen.teller.keys)
        return self._prompt

    def open(self, text: str = "") -> None:
        """Type, beginning with a text."""
        self._screen.teller.keys.add_class(COVERED)
        self.prepare().add_class(OPEN).open(text)

    def close(self) -> None:
        """Show the keys again."""
        self._screen.teller.keys.remove_class(COVERED)
        self.prepare().remove_class(OPEN)

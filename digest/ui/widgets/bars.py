"""The three one-line bars: what is open, what the reader is on, what keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.message import Message

from digest.ui.draw import Drawn, Part, Ruler, Text, row, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from digest.ui.inks import Inks


class Bar(Drawn):
    """One line with text at both ends, each run of text with the name of its ink."""

    class Pressed(Message):
        """Text that stands for an action was clicked."""

        def __init__(self, action_id: str) -> None:
            super().__init__()
            self.action_id = action_id

    def __init__(self, inks: Inks) -> None:
        super().__init__(inks)
        self._left: Sequence[Text] = ()
        self._right: Sequence[Text] = ()
        self._actions: Sequence[str] = ()

    def say(
        self, left: Sequence[Text], right: Sequence[Text] = (), actions: Sequence[str] = ()
    ) -> Self:
        """Show these texts, drawn anew only when they differ.

        Args:
            left: from the left edge on.
            right: up to the right edge.
            actions: ids of what a click on each of the left texts does; empty for nothing.
        """
        self._actions = actions
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()
        return self

    def on_click(self, event: events.Click) -> None:
        """Tell which action was clicked."""
        end = 0
        for action, text in zip(self._actions, self._left, strict=False):
            end += Ruler.cells(text.text)
            if event.x < end:
                if action:
                    self.post_message(self.Pressed(action))
                return

    def render_line(self, y: int) -> Strip:
        """The one row."""
        width, base = self.size.width, self.base
        if y:
            return row((), width, base)
        return spread(self._parts(self._left), self._parts(self._right), width, base)

    def _parts(self, texts: Sequence[Text]) -> list[Part]:
        return [Part(text, self.inks[ink]) for text, ink in texts]


class Banner(Bar):
    """The top line: the program, its views, how many articles there are, the script."""


class StatusLine(Bar):
    """What the reader is on and where in the text; for a while, what has just happened."""


class KeyLine(Bar):
    """The keys that matter here; a click on one does what the key does."""

    def offer(self, hints: Sequence[tuple[str, str, str]]) -> Self:
        """Show keys: for each the action's id, the key and a word for it."""
        pairs = [(Text(f" {key} ", "key"), Text(f"{name} ", "quiet")) for _, key, name in hints]
        actions = [action for action, _, _ in hints for _ in range(2)]
        return self.say([text for pair in pairs for text in pair], actions=actions)

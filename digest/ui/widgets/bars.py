"""The three one-line bars: what is open, what the reader is on, what keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from textual.message import Message

from digest.ui.draw import Drawn, Part, Ruler, Text, row, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from digest.ui.inks import Inks

HELP = "help"
"""The action that shows all the others; the key line offers it however little room there is."""


class Hint(NamedTuple):
    """A key that is offered."""

    action: str
    """Id of what it does."""
    key: str
    name: str
    """A word or two for what it does."""


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
        for action, text in zip(self._actions, self._fitted(), strict=False):
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
        return spread(self._parts(self._fitted()), self._parts(self._right), width, base)

    def _fitted(self) -> Sequence[Text]:
        """The texts from the left edge on, as they are shown in the room there is."""
        return self._left

    def _parts(self, texts: Sequence[Text]) -> list[Part]:
        return [Part(text, self.inks[ink]) for text, ink in texts]


class Banner(Bar):
    """The top line: the program, its views, how many articles there are, the script.

    Where there is no room for the names of all views, those that are not open have their digits.
    """

    def _fitted(self) -> Sequence[Text]:
        room = self.size.width - _cells(self._right)
        views = self._left[:-1]
        if _cells(views) <= room:
            return self._left
        return [
            text._replace(text=f"{text.text[:2]} ") if text.ink == "quiet" else text
            for text in views
        ] + [self._left[-1]]


class StatusLine(Bar):
    """What the reader is on and where in the text; for a while, what has just happened."""


class KeyLine(Bar):
    """The keys that matter here; a click on one does what the key does."""

    def __init__(self, inks: Inks) -> None:
        super().__init__(inks)
        self._hints: Sequence[Hint] = ()

    def offer(self, hints: Sequence[Hint]) -> Self:
        """Show keys, as many as there is room for."""
        self._hints = hints
        shown = fitting(hints, self.size.width)
        actions = [action for action, pair in shown for _ in pair]
        return self.say([text for _, pair in shown for text in pair], actions=actions)

    def on_resize(self) -> None:
        """Offer as many keys as there is room for now."""
        self.offer(self._hints)


def fitting(hints: Sequence[Hint], width: int) -> list[tuple[str, list[Text]]]:
    """The texts of the offers that fit, each with its action; the way to all others stays."""
    pairs = [
        (action, [Text(f" {key} ", "key"), Text(f"{name} ", "quiet")])
        for action, key, name in hints
    ]
    last = [pair for pair in pairs if pair[0] == HELP]
    others = [pair for pair in pairs if pair[0] != HELP]
    room = width - sum(_cells(texts) for _, texts in last)
    if sum(_cells(texts) for _, texts in others) <= room:
        return pairs
    kept = []
    for pair in others:
        room -= _cells(pair[1])
        if room < 0:
            break
        kept.append(pair)
    return kept + last


def _cells(texts: Sequence[Text]) -> int:
    return sum(Ruler.cells(text.text) for text in texts)

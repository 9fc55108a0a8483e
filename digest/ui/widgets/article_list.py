"""ArticleList: the articles there are, two rows each, drawn as they come into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from rich.style import Style

from digest.ui.draw import Part, row
from digest.ui.inks import PLAIN
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.strip import Strip

    from digest.ui.inks import Inks


class Entry(NamedTuple):
    """One article as the list shows it, in the words of the view."""

    title: str
    meta: str
    unread: bool
    starred: bool


UNREAD, STARRED = "▪", "*"
"""Marks before a title; one cell in every terminal, which the usual dot and star are not."""


class ArticleList(RowList):
    """The list of articles."""

    ITEM_HEIGHT = 2

    def __init__(self, describe: Callable[[int], Entry], inks: Inks) -> None:
        super().__init__(inks, id="articles")
        self.hint = ""
        """What an empty list says."""
        self._describe = describe
        self._count = 0

    @property
    def count(self) -> int:
        """How many articles there are."""
        return self._count

    def fill(self, count: int, cursor: int) -> Self:
        """Show so many articles, with the cursor on one of them."""
        self._count = count
        self.reset(cursor)
        return self

    def render_line(self, y: int) -> Strip:
        """The row at a height of the list, or what an empty one says."""
        if y == 0 and not self._count:
            return row([Part(f"   {self.hint}", PLAIN)], self.size.width, self.base)
        return super().render_line(y)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One of the two rows of an article."""
        entry = self._describe(index)
        here = index == self.cursor
        over = self.inks["cursor" if self.has_focus else "blurred"] if here else PLAIN
        if line == 1:
            meta = Part(f"   {entry.meta}", over if here else self.inks["quiet"])
            return row([meta], width, self.base + _ground(over))
        marks = (UNREAD if entry.unread else " ") + (STARRED if entry.starred else " ")
        ink = self.inks["unread"] if entry.unread else PLAIN
        parts = [
            Part(f"{marks} ", over if here else self.inks["mark"]),
            Part(entry.title, ink + over),
        ]
        return row(parts, width, self.base + _ground(over))

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self.refresh_item(self.cursor)

    def on_blur(self) -> None:
        """Show the cursor as a reminder."""
        self.refresh_item(self.cursor)


def _ground(style: Style) -> Style:
    """What a cursor does to the blank part of its row: all but lines under the text."""
    return style + Style(underline=False, bold=False)

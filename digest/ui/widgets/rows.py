"""RowList: a list of any length that draws the rows one sees and nothing else.

The lists that come with the toolkit measure every row before the first is drawn; this one asks for
a row when it is on the screen, so a hundred thousand cost what thirty cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from digest.ui.draw import Drawn

if TYPE_CHECKING:
    from textual import events

    from digest.ui.inks import Inks

WHEEL_ROWS = 3
"""Rows a notch of the wheel moves, as terminals and editors do."""


class RowList(Drawn, can_focus=True):
    """A virtual list with a cursor; subclasses say how many items there are and draw one."""

    DEFAULT_CSS = "RowList { height: 1fr; width: 1fr; }"

    ITEM_HEIGHT = 1
    """Rows of an item."""

    cursor = var(0, init=False)
    """Index of the item the cursor is on."""

    class Moved(Message):
        """The cursor has come to another item."""

        def __init__(self, rows: RowList, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        def can_replace(self, message: Message) -> bool:
            """A later place takes the place of an earlier one."""
            return isinstance(message, RowList.Moved)

    class Chosen(Message):
        """An item was chosen with the mouse."""

        def __init__(self, rows: RowList, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

    def __init__(self, inks: Inks, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's name
        super().__init__(inks, id=id)
        self._top = 0

    @property
    def count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One row of one item."""
        raise NotImplementedError

    @property
    def page_items(self) -> int:
        """Items that fit on the screen, at least one."""
        return max(1, self.size.height // self.ITEM_HEIGHT)

    def move(self, by: int) -> Self:
        """Move the cursor so many items, stopping at either end."""
        self.cursor = self.cursor + by
        return self

    def put_cursor(self, index: int) -> Self:
        """Put the cursor on an item without telling anybody."""
        self.set_reactive(RowList.cursor, self.validate_cursor(index))
        self._follow()
        self.refresh()
        return self

    def reset(self, cursor: int = 0) -> Self:
        """Draw anew: other items are there now."""
        return self.put_cursor(cursor)

    def refresh_item(self, index: int) -> None:
        """Draw one item anew, where it is on the screen."""
        top = (index - self._top) * self.ITEM_HEIGHT
        self.refresh(Region(0, top, self.size.width, self.ITEM_HEIGHT))

    def render_line(self, y: int) -> Strip:
        """The row at a height of the widget."""
        index, line = divmod(y, self.ITEM_HEIGHT)
        index += self._top
        if index < self.count:
            return self.draw_item(index, line, self.size.width)
        return Strip.blank(self.size.width, self.base)

    def _follow(self) -> None:
        """Keep the cursor on the screen and no room empty below the last item."""
        last_top = max(0, self.count - self.page_items)
        top = min(max(self._top, self.cursor - self.page_items + 1), self.cursor)
        self._top = max(0, min(top, last_top))

    def validate_cursor(self, cursor: int) -> int:
        """The nearest item there is."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self) -> None:
        """Show the item and tell."""
        self._follow()
        self.refresh()
        self.post_message(self.Moved(self, self.cursor))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._follow()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse."""
        index = self._top + event.y // self.ITEM_HEIGHT
        if index < self.count:
            self.cursor = index
            self.post_message(self.Chosen(self, index))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down with the wheel."""
        event.stop()
        self.move(max(1, WHEEL_ROWS // self.ITEM_HEIGHT))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up with the wheel."""
        event.stop()
        self.move(-max(1, WHEEL_ROWS // self.ITEM_HEIGHT))

"""Reader: an article on the screen, with its figures and search hits lit.

It draws a `Page` and remembers one thing: the place of the clean text that stands on the top row.
Whatever changes (script, width, measure, session), the page is laid out anew around that place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textual.message import Message
from textual.strip import Strip

from digest.model import Role, Span
from digest.ui.draw import Drawn, Part, marked, row
from digest.ui.inks import PLAIN
from digest.ui.lighting import Lit, marks_on
from digest.ui.position import HEAD, MARGIN, Position
from digest.ui.widgets.rows import WHEEL_ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual import events

    from digest.model import Article, Figure
    from digest.ui.inks import Inks
    from digest.ui.look import Look
    from digest.ui.page import Page, PageRow

LANDING = 3
"""Where a jump lands: a third of the way down, with what leads up to it in sight."""


class Reader(Drawn, can_focus=True):
    """The text of one article."""

    DEFAULT_CSS = "Reader { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """Another place of the text stands on the top row."""

        def __init__(self, reader: Reader) -> None:
            super().__init__()
            self.reader = reader

        def can_replace(self, message: Message) -> bool:
            """A later place takes the place of an earlier one."""
            return isinstance(message, Reader.Moved)

    class Pressed(Message):
        """A place of the text was clicked."""

        def __init__(self, reader: Reader, clean_offset: int) -> None:
            super().__init__()
            self.reader = reader
            self.clean_offset = clean_offset

    def __init__(self, look: Look, inks: Inks, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's
        super().__init__(inks, id=id)
        self.look = look
        self.page: Page | None = None
        self.figures: Sequence[Figure] = ()
        self.hits: Sequence[Span] = ()
        self.current: Span | None = None
        """The figure or hit the reader is on."""
        self._notes: Sequence[tuple[Span, str]] = ()
        self._head: Sequence[str] = ()
        self._top = Position(HEAD, 0)
        self._anchor: int | None = None
        """Clean offset that is to stand on the top row; None for the head."""
        self._rows: list[PageRow] = []

    # What is read

    def show(
        self,
        article: Article,
        figures: Sequence[Figure],
        head: Sequence[str],
        place: Span | None = None,
    ) -> Self:
        """Read an article from a place on, or from its head."""
        self._head = head
        self.figures = figures
        self.hits, self.current, self._notes = (), None, ()
        self._anchor = place.start or None if place is not None else None
        self._lay_out(article)
        return self

    def close(self) -> Self:
        """Read nothing."""
        self.page, self.figures, self.hits, self.current, self._rows = None, (), (), None, []
        self.refresh()
        return self

    def restyle(self, look: Look, head: Sequence[str]) -> Self:
        """Show the same place in another look."""
        self.look, self._head = look, head
        if self.page is not None:
            self._lay_out(self.page.article)
        return self

    def light(self, hits: Sequence[Span], current: Span | None) -> Self:
        """Mark search hits, and the one of them (or the figure) that the reader is on."""
        self.hits, self.current = hits, current
        self.refresh()
        return self

    def annotate(self, notes: Sequence[tuple[Span, str]]) -> Self:
        """Light these places, sorted and with the names of their inks, in place of the figures."""
        self._notes = notes
        self.refresh()
        return self

    # Where the reader is

    @property
    def current_figure(self) -> Figure | None:
        """The figure the reader is on; None for a hit or nothing."""
        return next((f for f in self.figures if f.span == self.current), None)

    @property
    def place(self) -> Span:
        """The clean text on the top row; a caret at 0 for the head."""
        return Span(self._anchor or 0, self._anchor or 0)

    @property
    def seen(self) -> Span:
        """The clean text between the first and the last row on the screen."""
        if self.page is None or not self._rows:
            return Span(0, 0)
        first = self.page.clean_span(self._rows[0].position).start
        return Span(first, max(first, self.page.clean_span(self._rows[-1].position).end))

    @property
    def at_end(self) -> bool:
        """Whether the last row of the text is on the screen."""
        return self.page is None or self._top >= self.page.bottom(self.size.height)

    def scroll(self, rows: int) -> Self:
        """Go so many rows down, or up."""
        if self.page is not None:
            there = self.page.moved(self._top, rows)
            self._go(min(there, max(self._top, self.page.bottom(self.size.height))))
        return self

    def go_top(self) -> Self:
        """Go to the head."""
        self._go(Position(HEAD, 0))
        return self

    def go_end(self) -> Self:
        """Go to where the last row is the end of the text."""
        if self.page is not None:
            self._go(self.page.bottom(self.size.height))
        return self

    def reveal(self, span: Span) -> Self:
        """Bring a span of the clean text into sight, with room above it, unless it is there."""
        if self.page is None:
            return self
        if not self.page.holds(self._rows, span):
            there = self.page.moved(
                self.page.position_of(span.start), -(self.size.height // LANDING)
            )
            self._go(min(there, self.page.bottom(self.size.height)))
        return self

    def stand_at(self, place: Span) -> Self:
        """Put a place of the clean text on the top row; a caret at 0 is the head."""
        if self.page is not None:
            self._go(self.page.position_of(place.start) if place.start else Position(HEAD, 0))
        return self

    @property
    def _margin(self) -> int:
        """Blank cells left of the text, which stands in the middle."""
        taken = self.page.setting.width + MARGIN if self.page else 0
        return max(0, (self.size.width - taken) // 2)

    def _go(self, top: Position) -> None:
        if self.page is None:
            return
        self._top = top
        self._anchor = self.page.anchor(self._top)
        self._draw()
        self.post_message(self.Moved(self))

    def _lay_out(self, article: Article) -> None:
        """Set the article for the size and look there are now, around the anchor.

        What the reader is on stays in sight, if the rest has to go a little further up for it. The
        anchor stays, so that setting it as it was before brings the same rows back.
        """
        from digest.ui.page import Page, Setting  # noqa: PLC0415 - loaded after the list is shown

        before = self.page
        kept = self.current if before and before.holds(self._rows, self.current) else None
        look, width = self.look, self.size.width
        measure = max(2, min(look.measure * 2, width - MARGIN - (2 if width > look.measure else 0)))
        setting = Setting(look.manner, measure, look.indent, look.ambiguous)
        self.page = Page(article, self.figures, setting, self._head)
        at_head = self._anchor is None
        self._top = Position(HEAD, 0) if at_head else self.page.position_of(self._anchor or 0)
        if kept:
            lowest = self.page.position_of(max(kept.start, kept.end - 1))
            needed = self.page.moved(lowest, 1 - max(1, self.size.height))
            self._top = max(self._top, min(needed, self.page.position_of(kept.start)))
        self._draw()
        self.post_message(self.Moved(self))

    def _draw(self) -> None:
        self._rows = list(self.page.rows(self._top, self.size.height)) if self.page else []
        self.refresh()

    # How it is drawn

    def render_line(self, y: int) -> Strip:
        """The row at a height of the widget."""
        width, base = self.size.width, self.base
        if self.page is None or y >= len(self._rows) or self._rows[y].line is None:
            return Strip.blank(width, base)
        at = self._rows[y]
        line = at.line
        assert line is not None  # noqa: S101 - said above, and told to the type checker
        text = line.drawn.of(at.block.shown.text)
        ink = self._ink(at.position)
        lit = Lit(self.look.figures, self.hits, self.current, self._notes)
        parts = marked(text, line.span.start, ink, marks_on(self.page, at, lit, self.inks))
        return row([Part(" " * (self._margin + line.indent), PLAIN), *parts], width, base)

    def _ink(self, position: Position) -> Style:
        """The style of a row by what its paragraph does."""
        if self.page is None:
            return PLAIN
        if position.block == HEAD:
            return self.inks[("title", "quiet", "")[min(2, self.page.head_line(position))]]
        role = self.page.article.paragraphs[position.block].role
        names = {Role.HEADING: "heading", Role.QUESTION: "speech", Role.CREDIT: "credit"}
        return self.inks[names[role]] if role in names else PLAIN

    def on_resize(self) -> None:
        """Set the text for the new size, at the same place."""
        if self.page is not None:
            self._lay_out(self.page.article)

    def on_click(self, event: events.Click) -> None:
        """Tell which place of the text was clicked."""
        if self.page is None or event.y >= len(self._rows):
            return
        pressed = self._rows[event.y]
        place = self.page.clean_at(pressed, event.x - self._margin)
        if quoted := self.page.quoted(pressed.position):
            self.reveal(quoted).light(self.hits, quoted)
        self.post_message(self.Pressed(self, place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go down with the wheel."""
        event.stop()
        self.scroll(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go up with the wheel."""
        event.stop()
        self.scroll(-WHEEL_ROWS)

"""EventRows: what happened, three rows each: the day and who tells it, and the sentence.

And the bar of months above them, which shows where events crowd and where one is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from digest.briefing.timeline import Happening
from digest.briefing.timeline_match import MONTH, breadth
from digest.briefing.timeline_months import bar
from digest.briefing.values import period
from digest.model import Span
from digest.ui import explain
from digest.ui.draw import Drawn, Mark, Part, Ruler, marked, row
from digest.ui.inks import PLAIN
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.style import Style
    from textual.strip import Strip

    from digest.briefing.events import Event
    from digest.model import Article, View
    from digest.text.typeset import Line
    from digest.ui.desk import Desk
    from digest.ui.inks import Inks

    Item: TypeAlias = Happening | Event
    """What stands in the list: an event, or one of those who tell it."""

INDENT = 3
"""Cells before the sentence."""

WHEN = 13
"""Cells of a date and the blank behind it."""


class Quote(NamedTuple):
    """A sentence as it is shown."""

    text: str
    lines: tuple[Line, ...]
    date: Span
    """In `text`."""


class EventRows(RowList):
    """The events of the timeline."""

    ITEM_HEIGHT = 3

    def __init__(self, desk: Desk, inks: Inks) -> None:
        super().__init__(inks, id="timeline")
        self.items: Sequence[Item] = ()
        self._desk = desk
        self._articles: Mapping[str, Article] = {}
        self._quotes: dict[tuple[Event, int, View], Quote] = {}

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.items)

    @property
    def chosen(self) -> Item | None:
        """What the cursor is on."""
        return self.items[self.cursor] if self.items else None

    def fill(
        self, items: Sequence[Item], articles: Mapping[str, Article], on: Item | None = None
    ) -> None:
        """Show these, with the cursor on one of them if it is there."""
        self.items, self._articles = items, articles
        self._quotes.clear()
        self.reset(next((at for at, one in enumerate(items) if one is on), 0))

    def title(self, article: str) -> str:
        """The title of an article, in the view."""
        found = self._articles[article]
        return self._desk.in_view(found.metadata.title, found.script)

    def when(self, item: Item) -> str:
        """The date of an event, in the view."""
        event = item.tellings[0] if isinstance(item, Happening) else item
        wording = explain.wording(self._desk, self._articles[event.article].script)
        return period(item.when, traditional=wording.traditional)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One of the three rows of an event."""
        item = self.items[index]
        event = item.tellings[0] if isinstance(item, Happening) else item
        over = self.inks["cursor"] if index == self.cursor else PLAIN
        parts = self._head(item, over) if line == 0 else self._said(event, line - 1, width, over)
        return row(parts, width, self.base + (over if line == 0 else PLAIN))

    def _head(self, item: Item, over: Style) -> list[Part]:
        """The day, and who tells of it."""
        when = self.when(item)
        blank = " " * max(1, WHEN - Ruler.cells(when))
        ids = item.articles if isinstance(item, Happening) else (item.article,)
        titles = "  /  ".join(map(self.title, ids))
        count = self._desk.say("topics.articles", count=len(ids)) + "  " if len(ids) > 1 else ""
        quiet = over or self.inks["quiet"]
        return [
            Part(f" {when}{blank}", over or self.inks["name"]),
            Part(count, over or self.inks["mark"]),
            Part(titles, quiet),
        ]

    def _said(self, event: Event, line: int, width: int, over: Style) -> list[Part]:
        """A row of the sentence; it begins where the date is in sight."""
        quote = self._quote(event, width)
        first = next(
            (at for at, one in enumerate(quote.lines) if quote.date.start < one.span.end), 0
        )
        at = line + (first if first >= self.ITEM_HEIGHT - 1 else 0)
        if at >= len(quote.lines):
            return []
        shown = quote.lines[at]
        ink = self.inks["when"]
        text = shown.drawn.of(quote.text)
        base = self.inks["unread"] if over and self.has_focus else PLAIN
        words = marked(text, shown.span.start, base, [Mark(quote.date, ink)])
        return [Part(" " * INDENT, PLAIN), *words]

    def _quote(self, event: Event, width: int) -> Quote:
        """A sentence set in lines, kept as long as these items are shown."""
        from digest.text.typeset import MARGIN, typeset  # noqa: PLC0415 - not for the first picture

        known = (event, width, self._desk.look.view)
        if known not in self._quotes:
            article = self._articles[event.article]
            text = self._desk.in_view(event.sentence.of(article.text), article.script)
            date = event.date.moved(-event.sentence.start)
            room = max(2, min(width - INDENT - MARGIN, self._desk.look.measure * 4))
            lines = typeset(text, room, keep=[date], ambiguous=Ruler.ambiguous)
            self._quotes[known] = Quote(text, lines, date)
        return self._quotes[known]


class MonthsBar(Drawn):
    """Time as a row of cells, and the years below it."""

    DEFAULT_CSS = "MonthsBar { height: 2; width: 1fr; }"

    def __init__(self, inks: Inks) -> None:
        super().__init__(inks, id="months")
        self._counts: Mapping[str, int] = {}
        self._month = ""

    def show(self, counts: Mapping[str, int], when: str, first: str) -> None:
        """Show so many in each month, and where an event is.

        Args:
            counts: of each month, `2023-10`.
            when: the date of the event one is on.
            first: its first day; empty where its year is not known.
        """
        self._counts = counts
        self._month = first[:7] if first and breadth(when) <= MONTH else ""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The months, or the years."""
        width = self.size.width
        made = bar(self._counts, max(1, width - 2))
        if y:
            return row([Part(f" {made.labels}", self.inks["quiet"])], width, self.base)
        here = made.at(self._month) if self._month and made.cells else None
        marks = (
            [Mark(Span(here, here + made.wide), self.inks["current"])] if here is not None else []
        )
        parts = marked(made.cells, 0, self.inks["when"], marks)
        return row([Part(" ", PLAIN), *parts], width, self.base)

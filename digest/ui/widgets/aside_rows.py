"""AsideRows: what articles say of one thing, in columns side by side.

A band is as high as its longest cell. The cursor is on a cell: up and down go from band to band,
Tab from column to column. Where the screen is too narrow for all columns, those beside the cursor
are shown.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, Self

from digest.briefing.aside import Band, Cell, Kind
from digest.text.sanitize import inert
from digest.text.typeset import typeset
from digest.ui.draw import Mark, Part, Ruler, marked, row
from digest.ui.inks import PLAIN
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from textual.strip import Strip

    from digest.model import Article, Span
    from digest.text.aligned import AlignedText
    from digest.ui.inks import Inks

NARROWEST = 30
"""Cells below which a column is no longer read: fifteen Chinese characters."""

GAP = 2
"""Cells between columns, in which a closing mark may hang."""

MARGIN = 1
"""Cells before the first column."""


class Row(NamedTuple):
    """One row of the screen."""

    band: int
    """-1 for the heads of the columns and of the sections."""
    cells: tuple[tuple[Part, ...], ...]


class AsideRows(RowList):
    """Bands of several articles."""

    def __init__(self, inks: Inks, heads: Mapping[Kind, str] | None = None) -> None:
        super().__init__(inks)
        self.heads = heads or {}
        """What the sections are called."""
        self.bands: Sequence[Band] = ()
        self.articles: Sequence[Article] = ()
        self.titles: Sequence[str] = ()
        self.shown: Callable[[str, Article], AlignedText] | None = None
        self.column = 0
        """The column the cursor is in."""
        self._rows: list[Row] = []
        self._first: list[int] = []
        self._left = 0
        self._width = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def at(self) -> int:
        """The band the cursor is on."""
        after = (number for number, first in enumerate(self._first) if first > self.cursor)
        return max(0, next(after, len(self._first)) - 1)

    @property
    def chosen(self) -> Cell | None:
        """The cell the cursor is on; the first of its band where that one is empty."""
        if not self.bands:
            return None
        cells = self.bands[self.at].cells
        return cells[self.column] or next(filter(None, cells), None)

    def fill(
        self,
        bands: Sequence[Band],
        articles: Sequence[Article],
        titles: Sequence[str],
        shown: Callable[[str, Article], AlignedText],
    ) -> Self:
        """Show bands; the cursor stays on its band as far as there is one."""
        at = self.at if self._first else 0
        self.bands, self.articles, self.titles, self.shown = bands, articles, titles, shown
        self._set()
        return self.put_band(at)

    def put_band(self, at: int) -> Self:
        """Put the cursor on a band."""
        if not self._first:
            return self.reset()
        return self.reset(self._first[max(0, min(at, len(self._first) - 1))])

    def move(self, by: int) -> Self:
        """Go so many bands on; so many rows where it is more than one, as a page is."""
        if not self._first:
            return self
        there = self.at + by
        if abs(by) > 1:
            row_there = max(0, min(self.cursor + by, self.count - 1))
            before = [n for n, first in enumerate(self._first) if first <= row_there]
            there = before[-1] if before else 0
            if there == self.at and abs(by) < self.count:
                there += 1 if by > 0 else -1
        self.cursor = self._first[max(0, min(there, len(self._first) - 1))]
        return self

    def next_column(self, step: int = 1) -> None:
        """Go to the next column, round and round."""
        if self.articles:
            self.column = (self.column + step) % len(self.articles)
            at = self.at
            self._set()
            self.put_band(at)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One row with all its columns."""
        del line
        found = self._rows[index]
        parts: list[Part] = [Part(" " * MARGIN, PLAIN)]
        here = found.band >= 0 and found.band == self.at and self.has_focus
        for number, cell in enumerate(found.cells):
            mine = here and number + self._left == self.column
            over = self.inks["cursor"] if mine else PLAIN
            used = sum(Ruler.cells(part.text) for part in cell)
            parts += (Part(text, style + over) for text, style in cell)
            if number + 1 < len(found.cells):
                parts.append(Part(" " * max(0, self._wide + GAP - used), PLAIN))
        return row(parts, width, self.base)

    def on_resize(self) -> None:
        """Set the bands for the new width."""
        if self.size.width != self._width and self.bands:
            at = self.at
            self._set()
            self.put_band(at)
        super().on_resize()

    @property
    def _columns(self) -> int:
        """How many columns there is room for."""
        room = max(1, (self.size.width - MARGIN + GAP) // (NARROWEST + GAP))
        return max(1, min(len(self.articles), room))

    @property
    def _wide(self) -> int:
        """Cells of a column."""
        return max(10, (self.size.width - MARGIN - GAP * self._columns) // self._columns)

    def _set(self) -> None:
        self._width = self.size.width
        last = len(self.articles) - self._columns
        self._left = max(0, min(self.column, last) if self._columns > 1 else self.column)
        self._rows, self._first = [], []
        visible = range(self._left, min(len(self.articles), self._left + self._columns))
        self._rows += self._head(visible)
        kind: Kind | None = None
        for number, band in enumerate(self.bands):
            if band.kind is not kind:
                kind = band.kind
                name = Part(self.heads.get(kind, ""), self.inks["name"])
                self._rows += (Row(-1, ()), Row(-1, ((name,),)))
            elif kind is not Kind.OWN:
                self._rows.append(Row(-1, ()))
            self._first.append(len(self._rows))
            lines = [[*self._cell(band.cells[at], self.articles[at])] for at in visible]
            for cells in zip_longest(*lines, fillvalue=()):
                self._rows.append(Row(number, tuple(cells)))

    def _head(self, visible: range) -> Iterator[Row]:
        """The titles of the columns."""
        lines = []
        for at in visible:
            title = inert(self.titles[at])
            set_ = typeset(title, self._wide, ambiguous=Ruler.ambiguous)[:2]
            lines.append([(Part(line.drawn.of(title), self.inks["title"]),) for line in set_])
        for cells in zip_longest(*lines, fillvalue=()):
            yield Row(-1, tuple(cells))

    def _cell(self, cell: Cell | None, article: Article) -> Iterator[tuple[Part, ...]]:
        """The rows of one cell."""
        if cell is None or self.shown is None:
            return
        shown = self.shown(cell.span.of(article.text), article)
        text = inert(shown.text)
        lit: list[Span] = []
        if text == shown.text:
            lit = [shown.alignment.to_target(s.moved(-cell.span.start)) for s in cell.lit]
        marks = [Mark(span, self.inks["money"]) for span in lit]
        for line in typeset(text, self._wide, keep=lit, ambiguous=Ruler.ambiguous):
            yield tuple(marked(line.drawn.of(text), line.drawn.start, PLAIN, marks))

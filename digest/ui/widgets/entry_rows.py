"""EntryRows: things that are said, each set over as many rows as it takes, one after another.

Like every list it draws the rows one sees; the cursor is on a whole entry and goes from one to the
next, however long they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from textual.strip import Strip

from digest.briefing.brief_sheet import Entry, Kind
from digest.text.sanitize import inert
from digest.text.typeset import MARGIN, typeset
from digest.ui.draw import Mark, Part, Ruler, marked, row
from digest.ui.inks import PLAIN
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.ui.inks import Inks

INDENT = 3
"""Cells before what is said; the marks of other lists stand there."""

INKS = {
    Kind.TITLE: "quiet",
    Kind.SECTION: "name",
    Kind.STORY: "title",
    Kind.NOTE: "quiet",
    Kind.END: "quiet",
}
"""How entries that are no words of a text are told apart."""

APART = frozenset({Kind.SECTION, Kind.STORY, Kind.NOTE, Kind.END})
"""What has a blank row before it."""

SENTENCES = frozenset({Kind.LINE, Kind.SIDE, Kind.HAPPENING})
"""Entries that are sentences, which run on to the next but for a mark."""

BEFORE = frozenset({Kind.FIGURE, Kind.HAPPENING, Kind.SIDE})
"""Entries whose note stands before them, on the same row."""


class Row(NamedTuple):
    """One row of the screen."""

    entry: int
    parts: tuple[Part, ...]
    gap: bool = False
    """A blank row before an entry."""


class EntryRows(RowList):
    """The entries of a brief, or of anything that is said in the same way."""

    def __init__(self, inks: Inks) -> None:
        super().__init__(inks)
        self.entries: Sequence[Entry] = ()
        self._rows: list[Row] = []
        self._first: list[int] = []
        """For every entry its first row that is no gap."""
        self._width = 0
        self.measure = 40
        """Longest line, in Chinese characters."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def at(self) -> int:
        """The entry the cursor is on."""
        return self._rows[self.cursor].entry if self._rows else 0

    @property
    def chosen(self) -> Entry | None:
        """The entry the cursor is on; None if there is none."""
        return self.entries[self.at] if self._rows else None

    def fill(self, entries: Sequence[Entry], at: int = 0) -> Self:
        """Show these entries, with the cursor on one of them."""
        self.entries = entries
        self._set()
        return self.put_entry(at)

    def put_entry(self, at: int) -> Self:
        """Put the cursor on an entry."""
        if not self._first:
            return self.reset()
        return self.reset(self._first[max(0, min(at, len(self._first) - 1))])

    def move(self, by: int) -> Self:
        """Go so many entries on; so many rows where it is more than one, as a page is."""
        if not self._rows:
            return self
        if abs(by) == 1:
            self.cursor = self._first[max(0, min(self.at + by, len(self._first) - 1))]
        else:
            there = max(0, min(self.cursor + by, self.count - 1))
            entry = self._rows[there].entry
            if entry == self.at and abs(by) < self.count:
                entry = max(0, min(entry + (1 if by > 0 else -1), len(self._first) - 1))
            self.cursor = self._first[entry]
        return self

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One row, as a part of its entry."""
        del line
        found = self._rows[index]
        if found.gap:
            return Strip.blank(width, self.base)
        here = self.has_focus and found.entry == self.at
        first = index == self._first[found.entry]
        mark = Part(self._mark(found.entry, here=here) if first else " " * INDENT, PLAIN)
        over = self.inks["cursor"] if here else PLAIN
        parts = (Part(text, style + over) for text, style in found.parts)
        return row([mark, *parts], width, self.base)

    def _mark(self, entry: int, *, here: bool) -> str:
        """What stands before an entry: where the cursor is, or that a sentence begins."""
        if here:
            return " > "
        return " - " if self.entries[entry].kind in SENTENCES else " " * INDENT

    def on_resize(self) -> None:
        """Set the entries for the new width, with the cursor on the same one."""
        if self.size.width != self._width and self.entries:
            at = self.at
            self._set()
            self.put_entry(at)
        super().on_resize()

    def _follow(self) -> None:
        """Keep the whole entry on the screen where it fits, its beginning where it does not."""
        super()._follow()
        if not self._rows:
            return
        last = self.cursor
        while last + 1 < self.count and self._rows[last + 1].entry == self.at:
            last += 1
        over = last - (self._top + self.page_items - 1)
        if over > 0:
            self._top = min(self._top + over, self.cursor)
        elif self.cursor <= 2 and self._top <= self.cursor:
            self._top = 0

    def _set(self) -> None:
        self._width = self.size.width
        self._rows, self._first = [], []
        for index, entry in enumerate(self.entries):
            if entry.kind in APART and self._rows:
                self._rows.append(Row(index, (), gap=True))
            self._first.append(len(self._rows))
            self._rows += (Row(index, parts) for parts in self._lines(entry))

    def _lines(self, entry: Entry) -> Iterator[tuple[Part, ...]]:
        """The rows of one entry."""
        note, text = inert(entry.note), inert(entry.text)
        quiet = self.inks["quiet"]
        if entry.kind is Kind.TITLE:
            yield (Part(note, quiet),)
            return
        before = f"{note}  " if entry.kind in BEFORE and note else ""
        shift = Ruler.cells(before) if entry.kind is not Kind.HAPPENING else 0
        width = max(10, min(self.measure * 2, self._width - INDENT - MARGIN) - shift)
        base = self.inks[INKS.get(entry.kind, "")]
        if entry.kind in {Kind.FIGURE, Kind.TOPIC}:
            base = self.inks["money" if entry.kind is Kind.FIGURE else "heading"]
        marks = [Mark(span, self.inks["money"]) for span in entry.lit if text == entry.text]
        lines = typeset(text, width, keep=entry.lit if marks else (), ambiguous=Ruler.ambiguous)
        if entry.kind is Kind.HAPPENING:
            yield (Part(note, self.inks["when"]),)
            before = ""
        for number, line in enumerate(lines):
            head = before if not number else " " * Ruler.cells(before)
            words = marked(line.drawn.of(text), line.drawn.start, base, marks)
            yield (Part(head, quiet), *words)
        if entry.kind is Kind.STORY and note:
            yield (Part(note, quiet),)
        elif entry.kind is Kind.TOPIC:
            yield (Part(f"  {note}", quiet),)

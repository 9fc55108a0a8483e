"""HitList: what was found, two rows each: the words with what was meant lit, then where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import HitKind, Span
from digest.ui.actions import BY_ID
from digest.ui.draw import Mark, Part, Ruler, marked, row
from digest.ui.inks import PLAIN, Inks
from digest.ui.keys import key_label
from digest.ui.telling import date_told
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from digest.model import Hit
    from digest.ui.actions import Keymap
    from digest.ui.desk import Desk

LEAD, CUT = 8, ".."
"""Characters shown before what was found where it would not be in sight, and what says so."""


class HitList(RowList):
    """The hits of a search."""

    ITEM_HEIGHT = 2

    def __init__(self, desk: Desk, keymap: Keymap, inks: Inks) -> None:
        super().__init__(inks, id="found")
        self.can_focus = False
        self.hits: Sequence[Hit] = ()
        self._desk = desk
        self._keymap = keymap

    @property
    def count(self) -> int:
        """How many hits there are."""
        return len(self.hits)

    @property
    def chosen(self) -> Hit | None:
        """The hit the cursor is on."""
        return self.hits[self.cursor] if self.hits else None

    def fill(self, hits: Sequence[Hit]) -> None:
        """Show other hits, from the best on."""
        self.hits = hits
        self.reset()
        self.post_message(self.Moved(self, self.cursor))

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One of the two rows of a hit."""
        hit = self.hits[index]
        over = self.inks["cursor"] if index == self.cursor else PLAIN
        if line == 1:
            return row([Part(f"    {self._where(hit)}", self.inks["quiet"])], width, self.base)
        label = f" {self._desk.say(f'hit.{hit.kind}')}  "
        text, spans = self._in_sight(hit, width - Ruler.cells(label))
        marks = [Mark(span, self.inks["matched"]) for span in spans]
        kind = Part(label, self.inks["quiet"] + over)
        return row([kind, *marked(text, 0, over, marks)], width, self.base)

    def _in_sight(self, hit: Hit, width: int) -> tuple[str, list[Span]]:
        """A hit's words from where the first that was found is in sight, and those found."""
        desk = self._desk
        text = desk.in_view(hit.text, desk.script_of(hit.article)).replace("\n", " ")
        if hit.kind is HitKind.COMMAND:
            return BY_ID[hit.topic].names.in_language(desk.language), []
        first = hit.matched[0] if hit.matched else Span(0, 0)
        begin = max(0, first.start - LEAD)
        if begin <= len(CUT) or Ruler.cells(text[: first.end]) <= width:
            return text, list(hit.matched)
        by = len(CUT) - begin
        return CUT + text[begin:], [span.moved(by) for span in hit.matched]

    def _where(self, hit: Hit) -> str:
        desk = self._desk
        if hit.kind is HitKind.COMMAND:
            return "  ".join(key_label(name) for name in self._keymap.keys(hit.topic))
        listing = desk.listing(hit.article)
        if listing is None:
            return ""
        title = desk.in_view(listing.title, listing.script)
        whose = desk.in_view(listing.source or listing.author, listing.script)
        own = hit.kind in {HitKind.ARTICLE, HitKind.PLACE}
        about = (whose if own else title, date_told(desk, listing))
        return "  ".join(part for part in about if part)

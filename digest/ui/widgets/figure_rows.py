"""FigureRows: figures of many articles, a row each, and things told more than once, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from digest.briefing.chart import chart
from digest.briefing.comparison import Relation
from digest.briefing.values import period
from digest.model import Script
from digest.services.across import Entry, told
from digest.text.cells import cells, fit
from digest.text.sanitize import inert
from digest.ui import explain
from digest.ui.draw import Part, row
from digest.ui.inks import PLAIN
from digest.ui.lighting import FAMILY
from digest.ui.widgets.bars import Bar
from digest.ui.widgets.ledger_list import KEY_FIGURE, MARK, Column
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from rich.style import Style
    from textual.strip import Strip

    from digest.services.comparing import Told
    from digest.ui.desk import Desk
    from digest.ui.inks import Inks

    Item: TypeAlias = Entry | Told
    """What a row shows."""

ORDER = (Relation.CONFLICT, Relation.PRECISE, Relation.SERIES, Relation.SAME)
"""What is said of a thing that is told more than once: what matters most of all that holds."""

LEAD = f" {MARK} "
"""What stands before a row."""

DISPUTED = " ! "
"""What stands before a thing on which articles disagree."""

WHEN = 11
"""Cells of a date and the blank behind it."""

SHARES = {"label": 30, "value": 22, "written": 24}
"""Parts in a hundred of the room that is left for words; the rest is the article's."""

WIDEST = {"label": 28, "value": 22, "written": 26}
"""Cells that each takes at most."""

LEAST_TITLE = 10
"""Cells from which a title says anything."""


def columns(width: int) -> list[Column]:
    """The columns that `width` cells have room for, each with a blank behind it."""
    room = max(0, width - cells(LEAD) - WHEN)
    made = [
        Column(name, max(5, min(WIDEST[name], room * share // 100) - 1))
        for name, share in SHARES.items()
    ]
    made.append(Column("when", WHEN - 1))
    left = width - cells(LEAD) - sum(column.width + 1 for column in made)
    return [*made, Column("article", left - 1)] if left > LEAST_TITLE else made


def relation_of(found: Told) -> Relation:
    """What matters most of what holds between those who tell a thing."""
    return next(each for each in ORDER if each in found.comparison.relations)


class FigureHead(Bar):
    """The names of the columns."""

    def __init__(self, desk: Desk, inks: Inks) -> None:
        super().__init__(inks)
        self._desk = desk

    def render_line(self, y: int) -> Strip:
        """The one row."""
        del y
        width = self.size.width
        names = [
            _cell(self._desk.say(f"across.{column.name}"), column.width) + " "
            for column in columns(width)
        ]
        return row(
            [Part(" " * cells(LEAD) + "".join(names), self.inks["heading"])], width, self.base
        )


class FigureRows(RowList):
    """The rows of the view of figures."""

    def __init__(self, desk: Desk, inks: Inks) -> None:
        super().__init__(inks, id="figures")
        self.items: Sequence[Item] = ()
        self._desk = desk

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.items)

    @property
    def chosen(self) -> Item | None:
        """What the cursor is on."""
        return self.items[self.cursor] if self.items else None

    def fill(self, items: Sequence[Item], on: Item | None = None) -> None:
        """Show these, with the cursor on one of them if it is there."""
        self.items = items
        self.reset(next((at for at, one in enumerate(items) if one is on), 0))

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """The row of a figure, or of what is told more than once."""
        del line
        item = self.items[index]
        mark, texts, ink = self._entry(item) if isinstance(item, Entry) else self._told(item)
        into = columns(width)
        shown = [_cell(texts[column.name], column.width) + " " for column in into]
        if index == self.cursor:
            cursor = self.inks["cursor"]
            return row([Part("".join([mark, *shown]), PLAIN)], width, self.base + cursor)
        inks = {"value": ink, "when": self.inks["quiet"], "article": self.inks["quiet"]}
        parts = [Part(mark, self.inks["mark"])]
        for column, text in zip(into, shown, strict=True):
            words = text.rstrip(" ")
            parts += [Part(words, inks.get(column.name, PLAIN)), Part(text[len(words) :], PLAIN)]
        return row(parts, width, self.base)

    def _entry(self, entry: Entry) -> tuple[str, dict[str, str], Style]:
        """One figure: its mark, its cells and the ink of its value."""
        desk, listing = self._desk, entry.listing
        wording = explain.wording(desk, listing.script)
        one = told(entry, wording)
        texts = {
            "label": one.label,
            "value": one.value,
            "written": one.written,
            "when": period(entry.period, traditional=wording.traditional),
            "article": desk.in_view(listing.title, listing.script),
        }
        mark = LEAD if entry.figure.salience == KEY_FIGURE else " " * cells(LEAD)
        return mark, texts, self.inks[FAMILY[entry.figure.kind]]

    def _told(self, found: Told) -> tuple[str, dict[str, str], Style]:
        """A thing told more than once: how, by whom, and what the values are."""
        desk, comparison, relation = self._desk, found.comparison, relation_of(found)
        drawn = chart(comparison.course) if Relation.SERIES in comparison.relations else ""
        heart = comparison.disputed or comparison.members
        traditional = explain.wording(desk, found.entries[0].listing.script).traditional
        texts = {
            "label": self.name_of(found),
            "value": "  ".join(filter(None, (desk.say(f"across.{relation}"), drawn))),
            "written": " / ".join(self.said(found)),
            "when": period(heart[0].period, traditional=traditional),
            "article": desk.say("across.articles", count=len(comparison.articles)),
        }
        is_conflict = relation is Relation.CONFLICT
        mark = DISPUTED if is_conflict else " " * cells(LEAD)
        return mark, texts, self.inks["mark" if is_conflict else "share"]

    def said(self, found: Told) -> list[str]:
        """The values that are told, each once as it is first written, in the view.

        Where articles disagree, those alone on which they do.
        """
        heart = {(one.article, one.span) for one in found.comparison.disputed}
        values: dict[tuple[str, Decimal], str] = {}
        for entry, one in zip(found.entries, found.comparison.members, strict=True):
            if not heart or (one.article, one.span) in heart:
                shown = self._desk.in_view(entry.written, entry.listing.script)
                values.setdefault((one.period, one.range.value), shown)
        return list(values.values())

    def name_of(self, found: Told) -> str:
        """What is told, and whose it is, in the view."""
        words = f"{found.comparison.name} {found.comparison.metric}".strip()
        return self._desk.in_view(words, Script.HANS, explain.own_view(self._desk))


def _cell(text: str, width: int) -> str:
    shown = fit(inert(text), width)
    return shown + " " * (width - cells(shown))

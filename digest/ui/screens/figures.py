"""Figures: those of all articles in one table, and what several articles tell of the same things.

In the table a row is a figure. At a key a row is a thing that is told more than once, those first
on which articles disagree; opened, its rows are the figures that tell it, in the order of time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from digest.briefing.export import as_table, csv_of, record
from digest.briefing.ledger import RANKS, Order, arranged_by
from digest.briefing.values import period
from digest.services.across import MOST_LISTED, Entry, Listed, listed, told
from digest.services.comparing import Compared, Told, compared
from digest.text.fold import key
from digest.ui import explain
from digest.ui.draw import Text
from digest.ui.screens.view import View
from digest.ui.widgets.figure_rows import FigureHead, FigureRows, relation_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from textual.widget import Widget

    from digest.model import FigureKind
    from digest.ui.screens.main import MainScreen
    from digest.ui.widgets.figure_rows import Item

MOST_COPIED = 1000
"""Rows of a copy: what a clipboard over a terminal takes (about 100 KB)."""


class Across(NamedTuple):
    """All that the view can show."""

    listed: Listed
    compared: Compared
    folded: Mapping[int, str]
    """What is looked through when one types, by the identity of an entry or a thing told."""


class Figures(View):
    """The figures of all articles."""

    NAME = "figures"
    NARROWS = True

    def __init__(self, main: MainScreen) -> None:
        """Read nothing yet."""
        super().__init__(main)
        self._head = FigureHead(self.desk, self.inks)
        self._across: Across | None = None
        self._order = Order.PLACE
        self._kind: FigureKind | None = None
        self._is_comparing = False
        self._within: Told | None = None

    def make_rows(self) -> FigureRows:
        """The table."""
        self.table = FigureRows(self.desk, self.inks)
        return self.table

    def extra(self) -> Sequence[Widget]:
        """The names of the columns."""
        return (self._head,)

    def load(self) -> Across:
        """The figures of the newest articles, and what they tell of the same things."""
        library = self.desk.library
        every, beside = listed(library, limit=MOST_LISTED), compared(library)
        folded = {
            id(one): key(f"{one.label} {one.written} {one.listing.title}") for one in every.entries
        }
        for one in beside.told:
            members = one.comparison.members
            words = " ".join(f"{entry.label} {entry.written}" for entry in one.entries)
            folded[id(one)] = key(
                f"{members[0].owner} {members[0].part} {members[0].metric} {words}"
            )
        return Across(every, beside, folded)

    def show_loaded(self, what: Across) -> None:
        """Show them in the order and of the kind that were chosen."""
        self._across, self._within = what, None
        self._arrange(None)

    def narrow(self, text: str) -> None:
        """Those that hold what was typed, in whatever script, in label, figure or title."""
        del text
        self._within = None
        self._arrange(self.table.chosen)

    def told(self) -> tuple[Sequence[Text], Sequence[Text]]:
        """What the cursor is on; how many there are, and what was left out."""
        if self._across is None:
            return [], []
        desk, item = self.desk, self.table.chosen
        if item is None:
            return [Text(f" {desk.say('across.none')}", "quiet")], self._counted()
        if isinstance(item, Entry):
            wording = explain.wording(desk, item.listing.script)
            one = told(item, wording)
            parts = [
                desk.say(f"kind.{one.kind}"),
                one.label,
                one.value,
                "" if one.resolved else period(item.period, traditional=wording.traditional),
                desk.in_view(item.listing.title, item.listing.script),
                desk.say("status.paragraph", number=one.paragraph + 1),
            ]
            left = Text(f" {one.written}", "heading")
        else:
            parts = [desk.say(f"across.{relation_of(item)}"), " / ".join(self.table.said(item))]
            left = Text(f" {self.table.name_of(item)}", "heading")
        return [left, Text(f"  {'  '.join(filter(None, parts))}", "quiet")], self._counted()

    def _counted(self) -> list[Text]:
        desk, across = self.desk, self._across
        left_out = across.listed.left_out if across and not self._is_comparing else 0
        if across and self._is_comparing:
            left_out = across.compared.left_out
        order = "across.compared" if self._is_comparing else f"ledger.by_{self._order}"
        parts = [
            desk.say(order),
            desk.say(f"kind.{self._kind}") if self._kind else "",
            f"{self.table.count:,}",
            desk.say("across.left_out", count=f"{left_out:,}") if left_out else "",
        ]
        return [Text(f"  {'  '.join(filter(None, parts))} ", "quiet")]

    # What it does

    def choose(self) -> None:
        """Go to the figure, or open what is told more than once."""
        item = self.table.chosen
        if isinstance(item, Entry):
            self.go(item.listing.id, item.figure.span)
        elif item is not None:
            self._within = item
            self.table.fill(item.entries)
            self.tell()

    def step_back(self) -> bool:
        """From the figures that tell a thing back to the things told, and from these to all."""
        if self._within is not None:
            was, self._within = self._within, None
            self._arrange(was)
        elif self._is_comparing:
            self.compare()
        else:
            return False
        return True

    def compare(self) -> None:
        """What is told more than once, or every figure again."""
        self._is_comparing, self._within = not self._is_comparing, None
        self._arrange(None)
        self.tell()

    def next_order(self) -> None:
        """The next order of the table, from its first row on."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._is_comparing, self._within = False, None
        self._arrange(None)
        self.tell()

    def next_kind(self, step: int = 1) -> None:
        """The next kind of those that occur, or all."""
        choices = [None, *self._kinds()]
        at = choices.index(self._kind) if self._kind in choices else 0
        self._kind, self._within = choices[(at + step) % len(choices)], None
        self._arrange(None)
        self.tell()

    def copy_markdown(self) -> None:
        """Copy what is shown as a table."""
        heads = ["label", "value", "written", "when", "article"]
        names = [self.desk.say(f"across.{head}") for head in heads]
        shown = self._copied()
        self._copied_as(as_table(map(self._cells, shown), names), len(shown), "Markdown")

    def copy_csv(self) -> None:
        """Copy what is shown for a spreadsheet."""
        shown = self._copied()
        made = []
        for one in shown:
            wording = explain.wording(self.desk, one.listing.script)
            made.append(record(one.listing.id, told(one, wording), one.start, one.figure, wording))
        self._copied_as(csv_of(made), len(shown), "CSV")

    # Parts of the above

    def _arrange(self, at: Item | None) -> None:
        """Show what was asked for, with the cursor on one of the rows."""
        across, words = self._across, key(self.narrowing.text)
        if across is None:
            return
        if self._is_comparing:
            kept: Sequence[Item] = [
                one
                for one in across.compared.told
                if (self._kind is None or one.entries[0].figure.kind is self._kind)
                and words in across.folded[id(one)]
            ]
        else:
            found = [one for one in across.listed.entries if words in across.folded[id(one)]]
            entries = arranged_by(found, lambda one: one.figure, self._order, self._kind)
            kept = entries
        self.table.fill(kept, at)

    def _kinds(self) -> list[FigureKind]:
        if self._across is None:
            return []
        found = {one.figure.kind for one in self._across.listed.entries}
        return sorted(found, key=RANKS.__getitem__)

    def _copied(self) -> list[Entry]:
        """The figures of the rows that are shown, as many as a clipboard takes."""
        found: list[Entry] = []
        for item in self.table.items:
            found += [item] if isinstance(item, Entry) else item.entries
            if len(found) >= MOST_COPIED:
                break
        return found[:MOST_COPIED]

    def _cells(self, entry: Entry) -> list[str]:
        desk, listing = self.desk, entry.listing
        wording = explain.wording(desk, listing.script)
        one = told(entry, wording)
        title = desk.in_view(listing.title, listing.script)
        when = period(entry.period, traditional=wording.traditional)
        return [one.label, one.value, one.written, when, title]

    def _copied_as(self, table: str, count: int, form: str) -> None:
        self.copy(table, self.desk.say("ledger.copied", count=count, form=form))

    DEEDS: ClassVar[Mapping[str, Callable[[Any], None]]] = {
        "view_compare": compare,
        "view_order": next_order,
        "view_kind": next_kind,
        "view_kind_before": lambda view: view.next_kind(-1),
        "copy_markdown": copy_markdown,
        "copy_csv": copy_csv,
    }

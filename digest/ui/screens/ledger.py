"""The ledger: every figure of an article in a table, to be put in order, narrowed and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.screen import Screen

from digest.briefing.export import as_csv, as_markdown
from digest.briefing.ledger import Order, arranged, kinds, row
from digest.model import Span
from digest.text.sanitize import inert
from digest.ui import explain
from digest.ui.actions import Keymap, Scope
from digest.ui.draw import Text
from digest.ui.keys import key_label
from digest.ui.widgets.bars import Bar, Hint, KeyLine, StatusLine
from digest.ui.widgets.ledger_list import LedgerHead, LedgerList
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from digest.model import Article, Figure, FigureKind
    from digest.ui.desk import Desk
    from digest.ui.inks import Inks

OFFERED = {
    "choose": "jump",
    "view_back": "close",
    "view_order": "order",
    "view_kind": "kind",
    "copy_markdown": "markdown",
    "copy_csv": "csv",
}
"""What the key line offers, by the actions of the table, with the words for each."""

PASSED_ON = frozenset({"toggle_script", "next_variant", "toggle_wording", "quit"})
"""Actions that mean here what they mean on the main screen, and are done by it."""


class Ledger(Screen[Span | None], inherit_bindings=False):
    """The figures of one article; the answer is the place of the one to go to."""

    AUTO_FOCUS = None

    def __init__(
        self,
        desk: Desk,
        keymap: Keymap,
        inks: Inks,
        *,
        article: Article,
        figures: Sequence[Figure],
        at: Figure | None,
        do: Callable[[str], None],
    ) -> None:
        """Show the figures of an article.

        Args:
            desk: how they are shown.
            keymap: which keys move.
            inks: what they are drawn in.
            article: where they stand.
            figures: all of them.
            at: the one to begin at.
            do: does an action on the main screen.
        """
        super().__init__()
        self._desk, self._keymap, self._do = desk, keymap, do
        self._article, self._figures, self._at = article, figures, at
        self._order = Order.PLACE
        self._kind: FigureKind | None = None
        self._told: Figure | None = None
        self._title, self._head = StatusLine(inks), LedgerHead(desk, inks)
        self._list = LedgerList(desk, inks, article)
        self._status, self._keys = StatusLine(inks), KeyLine(inks)

    def compose(self) -> ComposeResult:
        """Title, heads, rows; the sentence of the figure one is on; keys."""
        yield self._title
        yield self._head
        yield self._list
        yield self._status
        yield self._keys

    def on_mount(self) -> None:
        """Show all figures as the text has them."""
        self._arrange(self._at)
        self._list.focus(scroll_visible=False)

    # What it shows

    def _arrange(self, at: Figure | None) -> None:
        """Show the figures of the kind in the order, with the cursor on one of them."""
        self._list.fill(arranged(self._figures, self._order, self._kind), at)
        self._tell()

    def _tell(self) -> None:
        """Say everything anew: the order, the kind or the script may have changed."""
        desk = self._desk
        title = desk.in_view(self._article.metadata.title, self._article.script)
        shown, count = len(self._list.figures), len(self._figures)
        parts = [
            desk.say(f"ledger.by_{self._order}"),
            desk.say(f"kind.{self._kind}" if self._kind else "ledger.all"),
            f"{shown}/{count}" if self._kind else f"{count}",
        ]
        self._title.say(
            [Text(f" {desk.say('ledger.title')}", "name"), Text(f"  {title}", "quiet")],
            [Text(f"  {'  '.join(parts)} ", "name")],
        )
        self._keys.offer(
            [
                Hint(action, key_label(keys[0]), desk.say(f"ledger.key_{words}"))
                for action, words in OFFERED.items()
                if (keys := self._keymap.keys(action))
            ]
        )
        self._head.refresh()
        self._list.refresh()
        self._tell_sentence()

    @on(RowList.Moved)
    def _moved(self) -> None:
        if self._list.chosen is not self._told:
            self._tell_sentence()

    def _tell_sentence(self) -> None:
        figure = self._told = self._list.chosen
        sentence = self._list.sentence(figure, self.size.width - 2) if figure is not None else []
        self._status.say([Text(" "), *sentence])

    # What it does

    def on_key(self, event: events.Key) -> None:
        """Move, or do what the key means in the views over the library and everywhere."""
        page = self._list.page_items
        deed = self._keymap.action(Scope.VIEW, event.key, event.character) or ""
        steps = {"down": 1, "up": -1, "page_down": page, "page_up": -page}
        steps |= {"half_down": page // 2, "half_up": -(page // 2)}
        steps |= {"top": -self._list.count, "end": self._list.count}
        if deed in steps:
            self._list.move(steps[deed])
            self._tell_sentence()
        elif deed in PASSED_ON:
            self._do(deed)
            self._tell()
        elif deed in DEEDS:
            DEEDS[deed](self)
        else:
            return
        event.stop()
        event.prevent_default()

    def jump(self) -> None:
        """Back to the text, to the figure the cursor is on."""
        figure = self._list.chosen
        if figure is not None:
            self.dismiss(figure.span)

    def close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    def next_order(self) -> None:
        """The next order, from its first figure on; in that of the text one stays where one is."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._arrange(self._list.chosen if self._order is Order.PLACE else None)

    def next_kind(self, step: int = 1) -> None:
        """The next kind of those that occur, or all."""
        choices = [None, *kinds(self._figures)]
        self._kind = choices[(choices.index(self._kind) + step) % len(choices)]
        self._arrange(self._list.chosen)

    def copy_markdown(self) -> None:
        """Copy the table as it is shown, with the article it is of."""
        desk, article = self._desk, self._article
        wording = explain.wording(desk, article.script)
        rows = [row(article, figure, wording) for figure in self._list.figures]
        known = article.metadata
        about = (known.title, known.source or known.author, known.published)
        heads = ("label", "value", "written", "kind", "paragraph")
        self._copy(
            as_markdown(
                rows,
                [desk.say(f"ledger.{head}") for head in heads],
                lambda kind: desk.say(f"kind.{kind}"),
                desk.in_view(", ".join(filter(None, about)), article.script),
            ),
            "Markdown",
        )

    def copy_csv(self) -> None:
        """Copy the figures that are shown for a spreadsheet."""
        wording = explain.wording(self._desk, self._article.script)
        self._copy(as_csv(self._article, self._list.figures, wording), "CSV")

    def _copy(self, table: str, form: str) -> None:
        self.app.copy_to_clipboard("".join(f"{inert(line)}\n" for line in table.splitlines()))
        said = self._desk.say("ledger.copied", count=len(self._list.figures), form=form)
        self._status.say([Text(f" {said}", "message")])

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self.jump()

    @on(Bar.Pressed)
    def _key_pressed(self, event: Bar.Pressed) -> None:
        DEEDS[event.action_id](self)


DEEDS: Mapping[str, Callable[[Ledger], None]] = {
    "choose": Ledger.jump,
    "view_order": Ledger.next_order,
    "view_kind": Ledger.next_kind,
    "view_kind_before": lambda ledger: ledger.next_kind(-1),
    "copy_markdown": Ledger.copy_markdown,
    "copy_csv": Ledger.copy_csv,
    "view_back": Ledger.close,
    "leave": Ledger.close,
    "figure_table": Ledger.close,
}
"""What is done, by the actions of the table, as in the views over the library."""

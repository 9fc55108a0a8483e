"""LedgerList: the figures of an article, a row each, in columns by the width there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.ledger import row as ledger_row
from digest.text.cells import cells, fit
from digest.text.sanitize import inert
from digest.ui import explain
from digest.ui.draw import Part, Text, row
from digest.ui.inks import PLAIN
from digest.ui.lighting import FAMILY
from digest.ui.sentence import sentence_around
from digest.ui.widgets.bars import Bar
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from digest.model import Article, Figure
    from digest.ui.desk import Desk
    from digest.ui.inks import Inks

KEY_FIGURE = 3
"""The salience of a key figure."""

MARK = "*"
"""Stands before a key figure."""

LEAD = 16
"""Characters of a long sentence that are shown before the figure in it, at most: a clause."""

CLAUSE = re.compile(r"[，,、；;：:。！？「」『』“”（）()]+\s*")
"""What parts clauses; a sentence that is cut begins behind one, if there is one."""


class Column(NamedTuple):
    """One column of the table."""

    name: str
    width: int
    """In cells."""


SHARES = {"label": 40, "value": 27, "written": 33}
"""Parts in a hundred of the room that the columns of words have."""

WIDEST = {"label": 26, "value": 26, "written": 28}
"""Cells that each takes at most: a label of 12 characters, and values and figures that are hardly
ever longer."""

LEAST = 12
"""Cells that each has at least: a whole date and the blank behind it."""

FIXED = {"kind": 8, "paragraph": 5}
"""Cells of the other columns."""

WITH_KIND = 60
"""Columns of the screen from which kind and paragraph have room beside the words."""

LEAST_SENTENCE = 24
"""Cells from which a sentence is worth a column."""


def columns(width: int) -> list[Column]:
    """The columns that `width` cells have room for, each with a blank behind it."""
    fixed = FIXED if width >= WITH_KIND else {}
    room = width - cells(f" {MARK} ") - sum(size + 1 for size in fixed.values())
    words, left = [], room
    for at, (name, share) in enumerate(SHARES.items()):
        others = LEAST * (len(SHARES) - 1 - at)
        given = min(WIDEST[name] + 1, max(LEAST, room * share // 100), max(2, left - others))
        words.append(Column(name, given - 1))
        left -= given
    found = [*words, *(Column(name, size) for name, size in fixed.items())]
    return [*found, Column("sentence", left - 1)] if left > LEAST_SENTENCE else found


def set_in(texts: Sequence[str], into: Sequence[Column]) -> list[str]:
    """Texts cut and filled to their columns; the number of a paragraph stands at the right."""
    made = []
    for text, column in zip(texts, into, strict=True):
        room = column.width - (column.name == "paragraph")
        shown = fit(inert(text), room)
        blank = " " * (room - cells(shown))
        made.append(f"{blank}{shown}  " if column.name == "paragraph" else f"{shown}{blank} ")
    return made


class LedgerHead(Bar):
    """The names of the columns."""

    def __init__(self, desk: Desk, inks: Inks) -> None:
        super().__init__(inks)
        self._desk = desk

    def render_line(self, y: int) -> Strip:
        """The one row."""
        del y
        width = self.size.width
        into = columns(width)
        names = set_in([self._desk.say(f"ledger.{column.name}") for column in into], into)
        return row([Part(f"   {''.join(names)}", self.inks["heading"])], width, self.base)


class LedgerList(RowList):
    """The rows of the ledger."""

    def __init__(self, desk: Desk, inks: Inks, article: Article) -> None:
        super().__init__(inks, id="ledger")
        self.figures: Sequence[Figure] = ()
        self._desk = desk
        self._article = article

    @property
    def count(self) -> int:
        """How many figures are shown."""
        return len(self.figures)

    @property
    def chosen(self) -> Figure | None:
        """The figure the cursor is on."""
        return self.figures[self.cursor] if self.figures else None

    def fill(self, figures: Sequence[Figure], on: Figure | None = None) -> None:
        """Show these figures, with the cursor on one of them if it is there."""
        self.figures = figures
        self.reset(figures.index(on) if on is not None and on in figures else 0)
        self.post_message(self.Moved(self, self.cursor))

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """The row of a figure."""
        del line
        figure, desk = self.figures[index], self._desk
        told = ledger_row(self._article, figure, explain.wording(desk, self._article.script))
        into = columns(width)
        texts = {
            "label": told.label,
            "value": told.value,
            "written": told.written,
            "kind": desk.say(f"kind.{told.kind}"),
            "paragraph": f"{told.paragraph + 1}",
        }
        if into[-1].name == "sentence":
            told_in = self.sentence(figure, into[-1].width)
            texts["sentence"] = "".join(part.text for part in told_in)
        shown = set_in([texts[column.name] for column in into], into)
        mark = f" {MARK if figure.salience == KEY_FIGURE else ' '} "
        if index == self.cursor:
            cursor = self.inks["cursor"]
            return row([Part("".join([mark, *shown]), PLAIN)], width, self.base + cursor)
        inks = {"value": self.inks[FAMILY[figure.kind]]}
        inks |= dict.fromkeys(("kind", "paragraph", "sentence"), self.inks["quiet"])
        parts = [Part(mark, self.inks["mark"])]
        for column, text in zip(into, shown, strict=True):
            words = text.rstrip(" ")
            parts += [Part(words, inks.get(column.name, PLAIN)), Part(text[len(words) :], PLAIN)]
        return row(parts, width, self.base)

    def sentence(self, figure: Figure, width: int) -> list[Text]:
        """The sentence of a figure in the view, the figure marked.

        Where the figure would not be seen in `width` cells, the sentence begins shortly before it.
        """
        article, desk = self._article, self._desk
        around = sentence_around(article, figure.span.start)
        text = desk.in_view(around.of(article.text), article.script)
        start = min(figure.span.start - around.start, len(text))
        end = min(figure.span.end - around.start, len(text))
        begin = 0 if cells(text[:end]) <= width else _begin(text, start)
        before = f"{'..' if begin else ''}{text[begin:start]}"
        return [Text(before), Text(text[start:end], "heading"), Text(text[end:])]


def _begin(text: str, start: int) -> int:
    """Where to begin a sentence so that one soon comes to `start`: at a clause, within no word."""
    least = max(0, start - LEAD)
    clause = CLAUSE.search(text, least, start)
    if clause:
        return clause.end()
    while least < start and text[least - 1 : least + 1].isascii():
        least += 1
    return least

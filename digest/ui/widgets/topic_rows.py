"""TopicRows: topics in columns, or the passages of one, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import Subject
from digest.model import Script, View
from digest.text.cells import cells, fit
from digest.text.sanitize import inert
from digest.ui.draw import Mark, Part, marked, row
from digest.ui.inks import PLAIN
from digest.ui.telling import date_told
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style
    from textual.strip import Strip

    from digest.services.topics import Passage
    from digest.ui.desk import Desk
    from digest.ui.inks import Inks

WIDEST_NAME = 34
"""Cells of the column of names at most: 星火大模型V3.0 and a firm's full name fit."""

KIND_CELLS, COUNT_CELLS = 9, 9
"""Cells of the columns of kinds and of each number, the blank beside it included."""

WIDEST_TITLE = 26
"""Cells of the titles before passages at most: twelve characters tell most apart."""

LEAD = 16
"""Characters of a long sentence that are shown before the first mention, as in the ledger."""

WITH_PLACES = 56
"""Columns from which how often a topic is mentioned has room."""


class TopicRows(RowList):
    """A list of topics or of passages."""

    def __init__(self, desk: Desk, inks: Inks) -> None:
        super().__init__(inks, id="topics")
        self.items: Sequence[Subject] | Sequence[Passage] = ()
        self._desk = desk

    @property
    def count(self) -> int:
        """How many topics, or passages."""
        return len(self.items)

    @property
    def chosen(self) -> Subject | Passage | None:
        """What the cursor is on."""
        return self.items[self.cursor] if self.items else None

    def fill(self, items: Sequence[Subject] | Sequence[Passage], cursor: int = 0) -> None:
        """Show other topics, or passages."""
        self.items = items
        self.reset(cursor)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """The row of a topic or of a passage."""
        del line
        item = self.items[index]
        over = self.inks["cursor"] if index == self.cursor else PLAIN
        if isinstance(item, Subject):
            return row(self._topic(item, over, width), width, self.base)
        return row(self._sentence(index, item, over, width), width, self.base)

    def _topic(self, topic: Subject, over: Style, width: int) -> list[Part]:
        desk, quiet = self._desk, self.inks["quiet"]
        numbers = 2 if width >= WITH_PLACES else 1
        room = min(WIDEST_NAME, max(8, width - KIND_CELLS - numbers * COUNT_CELLS - 1))
        name = fit(inert(named_in_view(desk, topic)), room - 1)
        kind = desk.say(f"topic.{topic.kind}")
        counts = [desk.say("topics.articles", count=f"{topic.articles:,}")]
        counts += [desk.say("topics.places", count=f"{topic.places:,}")] * (numbers == 2)
        return [
            Part(f" {name}{' ' * (room - 1 - cells(name))} ", self.inks["name"] + over),
            Part(f"{kind}{' ' * max(1, KIND_CELLS - cells(kind))}", quiet),
            *(Part(f"{' ' * max(1, COUNT_CELLS - cells(each))}{each}", PLAIN) for each in counts),
            Part(f"   {self._also(topic)}", quiet),
        ]

    def _also(self, topic: Subject) -> str:
        """The other names of a topic, those of one spelling once."""
        desk = self._desk
        shown = [in_view(desk, form) for form in (topic.name, *topic.aliases[:12])]
        return "  ".join(list(dict.fromkeys(shown))[1:])

    def _sentence(self, index: int, passage: Passage, over: Style, width: int) -> list[Part]:
        """The sentence from shortly before the first mention, which is in sight.

        The title of its article stands before the first of the article's, as far as it has room.
        """
        desk = self._desk
        room = max(0, min(WIDEST_TITLE, width // 4 if width >= WITH_PLACES else 0))
        before = self.items[index - 1] if index and index > self._top else None
        is_first = isinstance(before, Subject) or not before or before.article != passage.article
        title = fit(inert(self.title(passage) if is_first else ""), max(0, room - 2))
        text = desk.in_view(passage.text, desk.script_of(passage.article))
        start = passage.sentence.start
        marks = [Mark(span.moved(-start), self.inks["matched"]) for span in passage.mentions]
        cut = cells(text[: passage.place.end - start]) > width - room - 4
        begin = max(0, passage.place.start - start - LEAD) if cut else 0
        return [
            Part(f" {title}{' ' * (room - 1 - cells(title))}" if room else " ", self.inks["quiet"]),
            Part(".." if begin else "", over),
            *marked(text[begin:], begin, over, marks),
        ]

    def title(self, passage: Passage) -> str:
        """The title of the article of a passage; empty while the list is not laid out so far."""
        listing = self._desk.listing(passage.article)
        return "" if listing is None else self._desk.in_view(listing.title, listing.script)

    def where(self, passage: Passage) -> str:
        """Title, source and date of the article of a passage."""
        desk = self._desk
        listing = desk.listing(passage.article)
        if listing is None:
            return ""
        source = desk.in_view(listing.source or listing.author, listing.script)
        told = (self.title(passage), source, date_told(desk, listing))
        return "  ".join(filter(None, told))


def in_view(desk: Desk, name: str) -> str:
    """A name as the view shows it."""
    from digest.text.script import detect  # noqa: PLC0415 - loads what tells scripts apart

    if desk.look.view is View.ORIGINAL:
        return name
    written = detect(name)
    return desk.in_view(name, Script.MIXED if written is Script.UNDECIDED else written)


def named_in_view(desk: Desk, topic: Subject) -> str:
    """The commonest form of a topic's name that articles write in the reader's script.

    If none does, the name converted.
    """
    from digest.text.fold import key  # noqa: PLC0415 - not for the first picture

    alike = (form for form in topic.aliases if key(form) == key(topic.name))
    shown = in_view(desk, topic.name)
    if shown == topic.name:
        return shown
    return next((form for form in alike if in_view(desk, form) == form), shown)

"""Timeline: what happened when, each event once; opened, those who tell it; the months above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from digest.briefing.timeline import Happening
from digest.briefing.timeline_page import as_markdown
from digest.services.timeline import Wish, of_library, within
from digest.text.fold import key
from digest.ui.draw import Text
from digest.ui.screens.view import View
from digest.ui.widgets.event_rows import EventRows, MonthsBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.widget import Widget

    from digest.services.timeline import Timeline as Told
    from digest.ui.screens.main import MainScreen

_SPAN = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:\s*[~～到至]\s*(\d{4}(?:-\d\d(?:-\d\d)?)?))?")
"""What is typed to see a span of time: a year, a month or a day, or two with ~ between them."""

MONTH = len("2023-10")


class Loaded(NamedTuple):
    """What was read."""

    told: Told
    folded: Mapping[Happening, str]
    """What is looked through when one types: sentences and titles of an event."""
    span: str
    """The span of time it was read for, as it was typed."""


class Timeline(View):
    """The events that the articles tell."""

    NAME = "timeline"
    NARROWS = True
    HINTS: ClassVar[Mapping[str, str]] = {"view_kind": "timeline.key_month"}

    def __init__(self, main: MainScreen) -> None:
        """Read nothing yet."""
        self._bar = MonthsBar(main.inks)
        super().__init__(main)
        self._found: Loaded | None = None
        self._is_oldest_first = False
        self._within: Happening | None = None
        self._span = ""

    def make_rows(self) -> EventRows:
        """The events."""
        self.events = EventRows(self.desk, self.inks)
        return self.events

    def extra(self) -> Sequence[Widget]:
        """The months."""
        return (self._bar,)

    # What it shows

    def load(self) -> Loaded:
        """Read the events of the library, or of the span of time that was typed."""
        span = self._span
        told = of_library(self.desk.library, _wish(span))
        folded = {
            one: key(
                " ".join(
                    f"{told.articles[event.article].metadata.title}"
                    f" {event.sentence.of(told.articles[event.article].text)}"
                    for event in one.tellings
                )
            )
            for one in told.happenings
        }
        return Loaded(told, folded, span)

    def show_loaded(self, what: Loaded) -> None:
        """Show them in the order that was chosen."""
        self._found, self._within = what, None
        self._arrange(None)

    def narrow(self, text: str) -> None:
        """Those of a span of time, or those with what was typed in a sentence or a title."""
        self._within = None
        span = text.strip() if _SPAN.fullmatch(text.strip()) else ""
        is_partial = self._found is not None and bool(self._found.told.left_out or self._span)
        if span != self._span and is_partial:
            self._span = span
            self.reload()
        else:
            self._arrange(self.events.chosen)

    def told(self) -> tuple[Sequence[Text], Sequence[Text]]:
        """Who tells the event the cursor is on; how many there are."""
        item = self.events.chosen
        if self._found is None:
            return [], []
        if item is None:
            return [Text(f" {self.desk.say('timeline.none')}", "quiet")], self._counted()
        event = item.tellings[0] if isinstance(item, Happening) else item
        article = self._found.told.articles[event.article]
        paragraph = self.desk.say(
            "status.paragraph", number=article.paragraph_at(event.date.start) + 1
        )
        left = [Text(f" {self.events.when(item)}", "heading")]
        left.append(Text(f"  {paragraph}  {self.events.title(event.article)}", "quiet"))
        return left, self._counted()

    def tell(self) -> None:
        """Say everything anew; the bar follows the cursor."""
        self._follow()
        super().tell()

    def _counted(self) -> list[Text]:
        desk, found = self.desk, self._found
        left_out = found.told.left_out if found else 0
        parts = [
            desk.say("timeline.oldest" if self._is_oldest_first else "timeline.newest"),
            f"{self.events.count:,}",
            desk.say("across.left_out", count=f"{left_out:,}") if left_out else "",
        ]
        return [Text(f"  {'  '.join(filter(None, parts))} ", "quiet")]

    def _arrange(self, on: object) -> None:
        """Show what there is, narrowed and in order."""
        if self._found is None:
            return
        told, words = self._found.told, self.narrowing.text.strip()
        if _SPAN.fullmatch(words):
            kept = [one for one in told.happenings if within(one, _wish(words))]
        else:
            wanted = key(words)
            kept = [one for one in told.happenings if wanted in self._found.folded[one]]
        placed = [one for one in kept if one.is_resolved]
        open_ones = [one for one in kept if not one.is_resolved]
        order = placed if self._is_oldest_first else placed[::-1]
        self.events.fill(
            [*order, *open_ones],
            told.articles,
            on if isinstance(on, Happening) else None,
        )
        self._follow()

    def _follow(self) -> None:
        """Show on the bar where the cursor is."""
        item = self.events.chosen
        if self._found is not None and item is not None:
            self._bar.show(self._found.told.months, item.when, item.first)

    def on_row_list_moved(self) -> None:
        """Let the bar follow the cursor."""
        self._follow()

    # What it does

    def choose(self) -> None:
        """Go to the place; where several tell the event, choose one of them first."""
        item = self.events.chosen
        if self._found is None or item is None:
            return
        if not isinstance(item, Happening):
            self.go(item.article, item.date)
        elif len(item.tellings) == 1:
            self.go(item.tellings[0].article, item.tellings[0].date)
        else:
            self._within = item
            self.events.fill(item.tellings, self._found.told.articles)
            self.tell()

    def step_back(self) -> bool:
        """From those who tell an event back to the events."""
        if self._within is None:
            return False
        was, self._within = self._within, None
        self._arrange(was)
        return True

    def turn(self) -> None:
        """The newest first, or the oldest."""
        self._is_oldest_first = not self._is_oldest_first
        self._within = None
        self._arrange(self.events.chosen)
        self.tell()

    def next_month(self, step: int = 1) -> None:
        """To the first event of the next month, or of the one before."""
        items = self.events.items
        at = self.events.cursor
        if not items:
            return
        months = [item.first[:MONTH] for item in items]
        others = range(at + 1, len(items)) if step > 0 else range(at - 1, -1, -1)
        found = next((one for one in others if months[one] != months[at]), None)
        if found is not None:
            self.events.move(months.index(months[found]) - at)

    def copy_markdown(self) -> None:
        """Copy what is shown as Markdown, in the order of time."""
        shown = [one for one in self.events.items if isinstance(one, Happening)]
        if self._found is None or not shown:
            return
        ordered = [one for one in self._found.told.happenings if one in set(shown)]
        text = as_markdown(ordered, self._found.told.articles)
        message = self.desk.say("ledger.copied", count=len(ordered), form="Markdown")
        self.copy(text, message)

    DEEDS: ClassVar[Mapping[str, Callable[[Timeline], None]]] = {
        "view_order": turn,
        "view_kind": next_month,
        "view_kind_before": lambda view: view.next_month(-1),
        "copy_markdown": copy_markdown,
    }


def _wish(span: str) -> Wish:
    """The span of time that was typed; nothing for no span."""
    found = _SPAN.fullmatch(span)
    return Wish(since=found[1], until=found[2] or found[1]) if found else Wish()

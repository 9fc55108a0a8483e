"""Quoted: the sentences that sum an article up, as lines above its text that lead into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.library import Listing
    from digest.model import Span
    from digest.ui.desk import Desk
    from digest.ui.screens.main import MainScreen

MARK = "> "
"""What stands before a line that quotes the text; one cell a character in every terminal."""


class Quoted(str):
    """A line above a text that quotes it."""

    __slots__ = ("place",)

    place: Span
    """The sentence in the clean text."""

    @classmethod
    def of(cls, text: str, place: Span) -> Quoted:
        """The line for a sentence as it is shown."""
        made = cls(MARK + text)
        made.place = place
        return made


def summary(desk: Desk, listing: Listing) -> list[Quoted]:
    """The summary of the article that is open, as the view shows it; empty if it is not wanted."""
    opened, look = desk.opened, desk.look
    if not look.summed or opened is None or opened.article.id != listing.id:
        return []
    from digest.services.summaries import of_article  # noqa: PLC0415 - for those who want it

    article = opened.article
    spans = of_article(article, opened.figures, look.summary, desk.library)
    return [Quoted.of(desk.in_view(one.of(article.text), article.script), one) for one in spans]


def places(head: Iterable[str]) -> list[Span]:
    """Where the lines of a head lead."""
    return [line.place for line in head if isinstance(line, Quoted)]


def toggle(screen: MainScreen) -> None:
    """Show the summary above the text, or the text alone."""
    screen.look_as(summed=not screen.desk.look.summed)
    listing = screen.selected
    if not screen.desk.look.summed or listing is None:
        return
    screen.reader.go_top()
    found = summary(screen.desk, listing)
    screen.teller.say(screen.desk.say("summary.shown" if found else "summary.none"))


def step(screen: MainScreen) -> None:
    """To the sentence that the next line of the summary quotes; after the last, to the summary."""
    listing = screen.selected
    if listing is None:
        return
    spans = places(summary(screen.desk, listing))
    current = screen.reader.current
    after = spans.index(current) + 1 if current in spans else 0
    if after < len(spans):
        screen.reader.reveal(spans[after]).light(screen.reader.hits, spans[after])
    elif spans:
        screen.reader.light(screen.reader.hits, None).go_top()
    screen.teller.place()

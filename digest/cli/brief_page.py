"""A brief as lines for a terminal or a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.briefing.brief_sheet import Entry, Kind
from digest.cli import terminal
from digest.text.cells import cells
from digest.text.sanitize import inert
from digest.text.typeset import MARGIN, typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.cli.terminal import Screen

MEASURE = 80
"""Cells of the longest line: forty Chinese characters, as in the app."""

INDENT = "  "
"""Before what belongs to a story."""

APART = frozenset({Kind.SECTION, Kind.STORY, Kind.NOTE, Kind.END})
"""What has a blank line before it."""

STYLES = {Kind.TITLE: terminal.KEY, Kind.SECTION: terminal.KEY, Kind.STORY: terminal.BOLD}


def page(entries: Iterable[Entry], on: Screen) -> Iterator[str]:
    """The brief as lines, each sentence with the article and the paragraph it is from behind it."""
    width = min(on.columns - MARGIN, MEASURE) - len(INDENT) if on.columns else None
    for entry in entries:
        if entry.kind in APART:
            yield ""
        own = bool(entry.article) and entry.kind is not Kind.STORY
        indent = INDENT if own else ""
        text = _text(entry)
        *lines, last = _lines(text, width) or [""]
        for line in lines:
            yield indent + on.styled(line, STYLES.get(entry.kind, ""))
        last = indent + on.styled(last, STYLES.get(entry.kind, ""))
        place = f"[{entry.article}:{entry.paragraph + 1}]" if own else ""
        if place and width is not None and cells(last) + len(place) + 1 > width + len(INDENT):
            yield last
            last, place = "", indent + on.styled(place, terminal.DIM)
        elif place:
            place = " " + on.styled(place, terminal.DIM)
        yield last + place
        if entry.kind in {Kind.TITLE, Kind.STORY} and entry.note:
            yield on.styled(inert(entry.note), terminal.DIM)


def _text(entry: Entry) -> str:
    """What is said, with what stands before it."""
    text = inert(entry.text)
    if entry.kind is Kind.FIGURE:
        return f"{inert(entry.note)}: {text}"
    if entry.kind is Kind.TOPIC:
        return f"{text}  {inert(entry.note)}"
    if entry.kind in {Kind.SIDE, Kind.HAPPENING}:
        return f"{inert(entry.note)}  {text}"
    return text


def _lines(text: str, width: int | None) -> list[str]:
    """A paragraph as lines of at most `width` cells; as one line where there is no width."""
    if width is None:
        return [text]
    return [line.drawn.of(text) for line in typeset(text, max(10, width))]

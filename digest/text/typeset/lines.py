"""The second stage of typesetting: runs into lines, once for each width of the page.

A line takes as many runs as fit. One closing mark may hang in the margin behind it, two cells that
the page keeps free; any other mark pulls the end of its line down with it. A line is found by one
bisection, so that filling costs by the line and not by the character.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.cells import cells as cells_of
from digest.text.typeset.emergency import split
from digest.text.typeset.marks import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.text.typeset.tokens import Tokens

MARGIN = 2
"""Cells behind a line in which one closing mark may hang: a full-width mark's."""

NARROWEST = 2
"""Cells of a line at least: a full-width character's. What asks for less gets this."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a paragraph: a stretch of its text, and how it is drawn."""

    span: Span
    """In the paragraph as shown. The spans of all lines cover it in order, without a gap."""
    drawn_end: int
    """Offset behind the last character drawn; from there to the span's end are spaces."""
    indent: int
    """Empty cells before the first character."""
    cells: int
    """Cells of what is drawn, the hanging mark included and the indent not."""
    hanging: bool = False
    """The last character stands in the margin."""
    forced: bool = False
    """It ends inside a run that is wider than a line: the one case in which a word or what was to
    be kept is split, or a line begins or ends with a mark that should not."""

    @property
    def drawn(self) -> Span:
        """In the paragraph as shown: what is drawn of it."""
        return Span(self.span.start, self.drawn_end)


def fill(tokens: Tokens, width: int, indent: int = 0, hang: bool = True) -> tuple[Line, ...]:
    """The lines of a measured paragraph; none for an empty one.

    Args:
        tokens: The paragraph.
        width: Cells of a full line, without the margin.
        indent: Cells left empty at the beginning of the first line.
        hang: Whether a closing mark may hang in a margin of `MARGIN` cells.
    """
    return tuple(lines(tokens, width, indent, hang))


def lines(tokens: Tokens, width: int, indent: int = 0, hang: bool = True) -> Iterator[Line]:
    """What `fill` returns, a line at a time."""
    width = max(width, NARROWEST)
    indent = max(0, min(indent, width - NARROWEST))
    starts = tokens.starts
    reaches = tokens.standing if hang else tokens.through
    run = offset = cells = 0
    while run < len(reaches):
        room = width - indent
        following = bisect_right(reaches, cells + room, run)
        if following > run:
            end, drawn = starts[following], tokens.through[following - 1] - cells
            yield _line(tokens.text, Span(offset, end), (indent, drawn, drawn > room), False)
            run, offset, cells = following, end, tokens.before[following]
        else:
            span = Span(offset, split(tokens, offset, starts[run + 1], room, hang))
            taken = span.of(tokens.text)
            drawn = cells_of(taken.rstrip(SPACES), tokens.ambiguous)
            yield _line(tokens.text, span, (indent, drawn, drawn > room), True)
            offset, cells = span.end, cells + cells_of(taken, tokens.ambiguous)
        indent = 0


def line_at(lines: Sequence[Line], offset: int) -> int:
    """Index of the line that covers an offset of the paragraph; the last one behind its end."""
    return max(0, bisect_right(lines, offset, key=lambda line: line.span.start) - 1)


def _line(text: str, span: Span, drawing: tuple[int, int, bool], forced: bool) -> Line:
    """A line whose indent, cells and hanging are given by `drawing`."""
    drawn_end = span.end
    if text[span.end - 1] in SPACES:
        drawn_end = span.start + len(span.of(text).rstrip(SPACES))
    return Line(span, drawn_end, *drawing, forced)

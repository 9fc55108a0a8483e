"""Rows of text for the screen: styled, cut to the cells there are, and never anything but text.

Everything that a widget draws goes through here, so this is the second of the two doors at which
control characters stop; the first is where texts come in.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from digest.text.cells import cells, fit
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual.geometry import Region

    from digest.model import Span
    from digest.ui.inks import Inks


class Ruler:
    """How the terminal draws what the standards leave open; a program has one terminal."""

    ambiguous = 1
    """Cells of a character of ambiguous width."""

    @classmethod
    def cells(cls, text: str) -> int:
        """The cells that a text takes on this terminal."""
        return cells(text, cls.ambiguous)


class Part(NamedTuple):
    """Some text in one style."""

    text: str
    style: Style


def row(parts: Iterable[Part], width: int, base: Style) -> Strip:
    """One row: the parts after one another, cut or filled to `width` cells."""
    segments: list[Segment] = []
    left = width
    for text, style in parts:
        shown = fit(inert(text), left, Ruler.ambiguous)
        if shown:
            segments.append(Segment(shown, base + style))
            left -= Ruler.cells(shown)
    if left > 0:
        segments.append(Segment(" " * left, base))
    return Strip(segments, width)


def spread(left: Sequence[Part], right: Sequence[Part], width: int, base: Style) -> Strip:
    """One row with parts at both ends; the right ones stay whole, the left ones give way."""
    room = width - sum(Ruler.cells(inert(part.text)) for part in right)
    if room <= 0:
        return row(right, width, base)
    return Strip([*row(left, room, base), *row(right, width - room, base)], width)


class Drawn(Widget):
    """A widget that draws itself row by row in the inks it is given."""

    def __init__(self, inks: Inks, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's name
        super().__init__(id=id)
        self.inks = inks
        self._base: Style = inks[""]

    @property
    def base(self) -> Style:
        """What plain text looks like here; found once a picture, since it asks every ancestor."""
        return self._base

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is to be seen of the widget."""
        self._base = self.rich_style
        return super().render_lines(crop)


class Text(NamedTuple):
    """Some text and the name of its ink; an empty name is no ink of its own."""

    text: str
    ink: str = ""


class Mark(NamedTuple):
    """A run of a line that is drawn in a style of its own; later marks lie over earlier ones."""

    span: Span
    style: Style


def marked(text: str, start: int, base: Style, marks: Iterable[Mark]) -> list[Part]:
    """A run of text, which begins at offset `start`, in parts by the marks that touch it.

    The spans of the marks are in the coordinates of `start`.
    """
    styles = [base] * len(text)
    for mark in marks:
        for at in range(max(0, mark.span.start - start), min(len(text), mark.span.end - start)):
            styles[at] += mark.style
    pieces = groupby(range(len(text)), key=styles.__getitem__)
    return [Part("".join(text[at] for at in group), style) for style, group in pieces]

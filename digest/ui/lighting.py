"""Lighting: which places of a text are lit, and in which inks."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from digest.model import FigureKind, Span
from digest.ui.draw import Mark
from digest.ui.look import LEAST_SALIENCE, FigureLevel
from digest.ui.position import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.ui.inks import Inks
    from digest.ui.page import Page, PageRow

FAMILY = {
    FigureKind.MONEY: "money",
    FigureKind.PERCENT: "share",
    FigureKind.RATIO: "share",
    FigureKind.SCORE: "share",
    FigureKind.COUNT: "count",
    FigureKind.NUMBER: "count",
    FigureKind.RANK: "count",
    FigureKind.DATE: "when",
    FigureKind.TIME: "when",
    FigureKind.DURATION: "when",
}
"""The four inks of the ten kinds: more than four colours are not told apart at a glance, and each
has an attribute of its own for screens without colour."""


class Lit(NamedTuple):
    """What is to be lit; all spans are of the clean text."""

    figures: FigureLevel
    """Which figures are."""
    hits: Sequence[Span]
    """What a search found."""
    current: Span | None
    """The figure or hit the reader is on."""
    notes: Sequence[tuple[Span, str]]
    """Places with the names of their inks, sorted; if there are any, they stand for the figures."""


def marks_on(page: Page, at: PageRow, lit: Lit, inks: Inks) -> list[Mark]:
    """What is lit on a row, later marks over earlier ones: figures, hits, where the reader is."""
    if at.line is None or at.position.block == HEAD:
        return []
    paragraph = page.article.paragraphs[at.position.block].span
    clean = list(_noted(lit, paragraph) if lit.notes else _figures(page, lit, paragraph))
    clean += [(hit, "hit") for hit in lit.hits if paragraph.contains(hit)]
    if lit.current is not None and paragraph.contains(lit.current):
        clean.append((lit.current, "current"))
    alignment, shown = at.block.shown.alignment, at.line.span
    marks = (
        Mark(alignment.to_target(span.moved(-paragraph.start)), inks[ink]) for span, ink in clean
    )
    return [mark for mark in marks if mark.span.overlaps(shown)]


def _figures(page: Page, lit: Lit, paragraph: Span) -> Iterator[tuple[Span, str]]:
    least = LEAST_SALIENCE[lit.figures]
    for figure in page.figures_in(paragraph):
        if figure.salience >= least:
            yield figure.span, FAMILY[figure.kind]


def _noted(lit: Lit, paragraph: Span) -> Iterator[tuple[Span, str]]:
    first = bisect_left(lit.notes, paragraph.start, key=lambda note: note[0].start)
    return takewhile(lambda note: note[0].start < paragraph.end, lit.notes[first:])

"""The ledger: the figures of an article as rows that can be put in order and narrowed to a kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from digest.briefing.values import value
from digest.model import FigureKind, Script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from digest.model import Article, Figure, Span, Value


Item = TypeVar("Item")
"""What is about a figure."""


class Order(StrEnum):
    """The orders of a ledger."""

    PLACE = "place"
    """As in the text."""
    KIND = "kind"
    """Like with like, each kind as in the text."""
    SIZE = "size"
    """Like with like, the largest first; dates and times with the earliest first."""
    SALIENCE = "salience"
    """Key figures first."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the words of a ledger are written."""

    traditional: bool
    """Whether amounts and units are those of a reader of Traditional."""
    shown: Callable[[str], str] = str
    """Brings words of the article into the script on the screen."""
    counted: Callable[[str], str] = str
    """Brings what is counted into the script of the amounts."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of an article."""

    label: str
    """What it measures, in the words of its sentence; empty where none say it."""
    value: str
    """What it is worth, in customary units; empty if that is not known."""
    written: str
    """The figure as it stands in the text."""
    kind: FigureKind
    resolved: str
    """For dates: the calendar date, in ISO 8601; empty if it cannot be told."""
    paragraph: int
    """Counted from 0."""
    span: Span
    """Where it stands in the article's clean text."""


RANKS = {kind: rank for rank, kind in enumerate(FigureKind)}
"""The order of kinds: that of their definition, in which what news is about comes first."""

OWN_UNITS = frozenset({FigureKind.MONEY, FigureKind.NUMBER, FigureKind.PERCENT})
"""Kinds of which only figures in one unit are compared; people and shops are both counts, but
yuan are not dollars, and points are not percent."""

DAYS = {
    "Y": Decimal("365.2425"),
    "M": Decimal("30.436875"),
    "W": Decimal(7),
    "D": Decimal(1),
    "TH": Decimal(1) / 24,
    "TM": Decimal(1) / 1440,
    "TS": Decimal(1) / 86400,
}
"""The parts of an ISO 8601 duration in days; years and months of the mean Gregorian year."""

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)([A-Z])")


def own_wording(article: Article) -> Wording:
    """The article's own words, with amounts and units in its own script."""
    return Wording(traditional=article.script is Script.HANT)


def row(article: Article, figure: Figure, wording: Wording) -> Row:
    """A figure of an article as a row."""
    return Row(
        label=wording.shown(figure.label.of(article.text).strip()) if figure.label else "",
        value=value(figure, traditional=wording.traditional, shown=wording.counted),
        written=wording.shown(figure.span.of(article.text)),
        kind=figure.kind,
        resolved=figure.resolved or "",
        paragraph=article.paragraph_at(figure.span.start),
        span=figure.span,
    )


def kinds(figures: Iterable[Figure]) -> tuple[FigureKind, ...]:
    """The kinds that occur, in the order of all kinds."""
    return tuple(sorted({figure.kind for figure in figures}, key=RANKS.__getitem__))


def arranged(
    figures: Sequence[Figure], order: Order = Order.PLACE, kind: FigureKind | None = None
) -> tuple[Figure, ...]:
    """The figures of a kind, or of all kinds for None, in an order; else as in the text."""
    by_place = sorted(figures, key=lambda figure: figure.span)
    return arranged_by(by_place, lambda figure: figure, order, kind)


def arranged_by(
    items: Sequence[Item],
    figure: Callable[[Item], Figure],
    order: Order = Order.PLACE,
    kind: FigureKind | None = None,
) -> tuple[Item, ...]:
    """What is about figures, in an order of these; what that leaves equal stays as it was.

    Args:
        items: what is put in order.
        figure: the figure that one of them is about.
        order: how.
        kind: of this kind alone; of all kinds for None.
    """
    kept = [item for item in items if kind is None or figure(item).kind is kind]
    if order is Order.SALIENCE:
        kept.sort(key=lambda item: -figure(item).salience)
    elif order is Order.SIZE:
        said = dict.fromkeys(_unit(figure(item)) for item in kept)
        units = {unit: rank for rank, unit in enumerate(said)}
        kept.sort(key=lambda item: (units[_unit(figure(item))], _size(figure(item))))
    if order in {Order.KIND, Order.SIZE}:
        kept.sort(key=lambda item: RANKS[figure(item).kind])
    return tuple(kept)


def _unit(figure: Figure) -> str:
    """What figures have in common whose sizes can be compared."""
    return f"{figure.kind} {figure.unit}" if figure.kind in OWN_UNITS else figure.kind.value


def _size(figure: Figure) -> tuple[bool, Decimal, str]:
    """What sorts figures of a unit, those of no known size last; of a range the upper end counts.

    A date that was not resolved has no size: what it lacks may be the year.
    """
    if figure.kind in {FigureKind.DATE, FigureKind.TIME}:
        said = figure.resolved or f"{_end(figure.value)}"
        return "X" in said or not said[:1].isalnum(), Decimal(0), said
    end = _end(figure.value)
    size = days(end) if isinstance(end, str) else end
    unknown = size is None or not size.is_finite()
    return unknown, Decimal(0) if size is None or unknown else -size, ""


def _end(worth: Value) -> Decimal | str | None:
    """A value, or the upper end of a range."""
    if isinstance(worth, tuple):
        return worth[-1] if worth else None
    return worth


def days(iso: str) -> Decimal:
    """How many days an ISO 8601 duration takes; 0 for anything else."""
    dates, _, times = iso.partition("T")
    parts = [*_LENGTH.findall(dates), *((n, f"T{unit}") for n, unit in _LENGTH.findall(times))]
    return sum((Decimal(n) * DAYS.get(unit, Decimal(0)) for n, unit in parts), Decimal(0))

"""Rows set in columns by the cells that characters take, not by their number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.text.cells import cells, fit
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.cli.terminal import Screen

GAP = "  "
"""Between columns: two spaces, so that a space within a cell does not read as one."""


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is headed and set."""

    title: str
    right: bool = False
    """Set flush right, as numbers are."""
    style: str = ""
    """SGR parameters, for a screen with colours."""
    least: int = 0
    """Cells below which the column is not cut when the screen is narrow; 0: never cut."""
    optional: bool = False
    """Left out where the screen has no room for it."""


def set_in_columns(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], on: Screen
) -> Iterator[str]:
    """A line of headings and a line for every row; what is too wide for the screen is cut."""
    head = tuple(column.title for column in columns)
    table = [head, *(tuple(map(inert, row)) for row in rows)]
    widths = [max(map(cells, texts)) for texts in zip(*table, strict=True)]
    kept = list(range(len(columns)))
    if on.columns is not None:
        kept = _kept(widths, columns, on.columns)
        _narrow(widths, columns, kept, on.columns)
    for at, row in enumerate(table):
        parts = [_set(row[i], widths[i], columns[i], on, is_head=at == 0) for i in kept]
        yield GAP.join(parts).rstrip(" ")


def _kept(widths: Sequence[int], columns: Sequence[Column], limit: int) -> list[int]:
    """The columns that there is room for, those that may be cut being as narrow as they get."""
    kept = list(range(len(columns)))
    for index in reversed(range(len(columns))):
        needed = sum(min(widths[i], columns[i].least or widths[i]) + len(GAP) for i in kept)
        if needed - len(GAP) > limit and columns[index].optional:
            kept.remove(index)
    return kept


def _narrow(widths: list[int], columns: Sequence[Column], kept: Sequence[int], limit: int) -> None:
    """Take from the columns that may be cut, from the right, until the row fits or all gave."""
    over = sum(widths[i] + len(GAP) for i in kept) - len(GAP) - limit
    for index in reversed(kept):
        least = columns[index].least
        if over > 0 and 0 < least < widths[index]:
            given = min(over, widths[index] - least)
            widths[index] -= given
            over -= given


def _set(text: str, cell_width: int, column: Column, on: Screen, *, is_head: bool) -> str:
    """One cell of the table, padded, with its style around the text alone."""
    shown = fit(text, cell_width)
    padding = " " * (cell_width - cells(shown))
    styled = (
        on.styled(shown, "1" if is_head else column.style) if is_head or column.style else shown
    )
    return padding + styled if column.right else styled + padding

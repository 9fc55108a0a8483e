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


def set_in_columns(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], on: Screen
) -> Iterator[str]:
    """A line of headings and a line for every row; what is too wide for the screen is cut."""
    head = tuple(column.title for column in columns)
    table = [head, *(tuple(map(inert, row)) for row in rows)]
    widths = [max(map(cells, texts)) for texts in zip(*table, strict=True)]
    if on.columns is not None:
        _narrow(widths, columns, on.columns)
    for at, row in enumerate(table):
        parts = [
            _set(text, cell_width, column, on, is_head=at == 0)
            for text, cell_width, column in zip(row, widths, columns, strict=True)
        ]
        yield GAP.join(parts).rstrip(" ")


def _narrow(widths: list[int], columns: Sequence[Column], limit: int) -> None:
    """Take from the columns that may be cut, from the right, until the row fits or all gave."""
    over = sum(widths) + len(GAP) * (len(widths) - 1) - limit
    for index in range(len(widths) - 1, -1, -1):
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

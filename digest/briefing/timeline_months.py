"""Months: how much happened in each, and a bar of one row that shows where it crowds.

The bar is made of characters that are one cell wide in every terminal; block elements are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.timeline_match import MONTH, breadth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.briefing.timeline import Happening

STEPS = " .:-=+*#"
"""From nothing to the most, by thickness."""

MONTHS_A_YEAR = 12
UNITS = (1, 3, 12, 60, 120)
"""Months of a cell: the fewest with which everything fits."""


class Bar(NamedTuple):
    """Time as a row of cells."""

    cells: str
    """A character of `STEPS` for each."""
    labels: str
    """Years, as long as the cells at most, each where its first cell is."""
    unit: int
    """Months of a cell."""
    begin: int
    """The first month, counted from year 0."""

    def at(self, month: str) -> int | None:
        """The cell of a month, `2023-10`; None for one outside."""
        place = (_number(month) - self.begin) // self.unit
        return place if 0 <= place < len(self.cells) else None


def month_counts(happenings: Iterable[Happening]) -> dict[str, int]:
    """How much happened in each month, months in order; what has only a year is in none."""
    counts: dict[str, int] = {}
    for one in happenings:
        if one.is_resolved and breadth(one.when) <= MONTH:
            month = one.first[: len("2023-10")]
            counts[month] = counts.get(month, 0) + 1
    return dict(sorted(counts.items()))


def bar(counts: Mapping[str, int], width: int) -> Bar:
    """A bar of at most so many cells, which ends with the last month; older ones may be left out.

    Args:
        counts: of each month, `2023-10`.
        width: cells.
    """
    if not counts or width < 1:
        return Bar("", "", 1, 0)
    numbers = {_number(month): count for month, count in counts.items()}
    first, last = min(numbers), max(numbers)
    unit = next((one for one in UNITS if last // one - first // one < width), UNITS[-1])
    begin = max(first // unit, last // unit - width + 1) * unit
    heights = [0] * (last // unit - begin // unit + 1)
    for number, count in numbers.items():
        if number >= begin:
            heights[number // unit - begin // unit] += count
    return Bar(
        "".join(_step(one, max(heights)) for one in heights),
        _labels(len(heights), unit, begin),
        unit,
        begin,
    )


def _number(month: str) -> int:
    return int(month[:4]) * MONTHS_A_YEAR + int(month[5:7]) - 1


def _step(count: int, most: int) -> str:
    """The character of a count; a single one is seen beside any number."""
    top = len(STEPS) - 1
    return STEPS[0] if not count else STEPS[max(1, round(count * top / most))]


def _labels(cells: int, unit: int, begin: int) -> str:
    """The years below a bar, as many as have room."""
    labels = ""
    for cell in range(cells):
        month = begin + cell * unit
        is_first = cell == 0 or month // MONTHS_A_YEAR != (month - unit) // MONTHS_A_YEAR
        fits = len(labels) <= cell - bool(labels) and cell + 4 <= max(cells, 4)
        if is_first and fits:
            labels = labels.ljust(cell) + f"{month // MONTHS_A_YEAR}"
    return labels

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
WIDEST = 3
"""Characters of a cell at most, where there is room."""


class Bar(NamedTuple):
    """Time as a row of cells."""

    cells: str
    """A character of `STEPS` for each, repeated where there is room."""
    labels: str
    """Years, as long as the cells at most, each where its first cell is."""
    unit: int
    """Months of a cell."""
    begin: int
    """The first month, counted from year 0."""
    wide: int = 1
    """Characters of a cell."""

    def at(self, month: str) -> int | None:
        """Where the cell of a month, `2023-10`, begins in `cells`; None for one outside."""
        place = (_number(month) - self.begin) // self.unit * self.wide
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
    wide = max(1, min(WIDEST, width // len(heights)))
    made = "".join(_step(one, max(heights)) * wide for one in heights)
    return Bar(made, _labels(len(heights), wide, unit, begin), unit, begin, wide)


def _number(month: str) -> int:
    return int(month[:4]) * MONTHS_A_YEAR + int(month[5:7]) - 1


def _step(count: int, most: int) -> str:
    """The character of a count; a single one is seen beside any number."""
    top = len(STEPS) - 1
    return STEPS[0] if not count else STEPS[max(1, round(count * top / most))]


def _labels(count: int, wide: int, unit: int, begin: int) -> str:
    """The years below a bar, as many as have room; a year that is cut gives way to the next."""
    years = [(begin + at * unit) // MONTHS_A_YEAR for at in range(count)]
    starts = [at for at in range(count) if at == 0 or years[at] != years[at - 1]]
    labels = ""
    for at, after in zip(starts, [*starts[1:], count], strict=True):
        cell, room = at * wide, (after - at) * wide
        is_last = after == count
        if len(labels) <= cell - bool(labels) and (room > YEAR or (is_last and room >= YEAR)):
            labels = labels.ljust(cell) + f"{years[at]}"
    return labels if labels or count * wide < YEAR else f"{years[0]}"


YEAR = len("2023")

"""Charts: a series of values on one line, in characters as wide everywhere.

The eighth blocks that others draw with are of ambiguous width: two cells in many Chinese terminals.
Braille patterns are one cell in all of them, and fill from below like bars.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BARS = "⣀⣤⣶⣿"
"""Bars of four heights."""

MOST = 24
"""Bars of a chart; of more values the last are shown."""


def chart(values: Sequence[Decimal]) -> str:
    """Values in their order as bars, the lowest and the highest as low and as high as bars get.

    One value alone, and values that are all equal, give bars of one middle height. Empty for none.
    """
    shown = values[-MOST:]
    if not shown:
        return ""
    low, high = min(shown), max(shown)
    if low == high:
        return BARS[1] * len(shown)
    steps = len(BARS) - 1
    heights = ((value - low) / (high - low) * steps for value in shown)
    return "".join(BARS[int(height + Decimal("0.5"))] for height in heights)

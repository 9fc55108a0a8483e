"""Positions on a page, for those who move on it without laying it out."""

from __future__ import annotations

from typing import NamedTuple

HEAD = -1
"""The block above the first paragraph."""

MARGIN = 2
"""Cells kept free to the right of a line, in which typesetting may hang a mark."""


class Position(NamedTuple):
    """A row of a page: a block, and a row in it."""

    block: int
    row: int

"""The columns of the ledger: what there is room for, in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.cells import cells
from digest.ui.widgets.ledger_list import LEAST, Column, columns, set_in


@given(st.integers(40, 400))
def test_columns_fill_no_more_than_the_screen(width: int) -> None:
    """With the mark before them they fit, and words always have room for a date."""
    into = columns(width)

    assert 3 + sum(column.width + 1 for column in into) <= width
    assert all(column.width >= LEAST - 2 for column in into[:3])


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (40, ["label", "value", "written"]),
        (80, ["label", "value", "written", "kind", "paragraph"]),
        (200, ["label", "value", "written", "kind", "paragraph", "sentence"]),
    ],
)
def test_wide_screens_show_more(width: int, names: list[str]) -> None:
    """The words first, then what kind and where, then the sentence."""
    assert [column.name for column in columns(width)] == names


@given(st.text(), st.integers(2, 40))
def test_a_cell_takes_the_cells_of_its_column(text: str, width: int) -> None:
    """Cut or filled, whatever is in it."""
    (shown,) = set_in([text], [Column("label", width)])

    assert cells(shown) == width + 1

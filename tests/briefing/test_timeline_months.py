"""A bar shows where in time events crowd, and fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.briefing.timeline_months import STEPS, bar
from digest.briefing.timeline_page import shown_when

MONTHS = st.builds("{:04d}-{:02d}".format, st.integers(1900, 2100), st.integers(1, 12))


@given(st.dictionaries(MONTHS, st.integers(1, 500), min_size=1), st.integers(1, 120))
def test_a_bar_fits_and_ends_with_the_last_month(counts: dict[str, int], width: int) -> None:
    """It has at most as many cells as there is room, and the last month is in the last of them."""
    made = bar(counts, width)
    assert 0 < len(made.cells) <= width
    assert len(made.labels) <= max(4, len(made.cells))
    assert made.at(max(counts)) == len(made.cells) - made.wide
    assert made.cells[-1] != STEPS[0]


def test_the_fullest_month_stands_out() -> None:
    """Thickness grows with the count, and nothing is shown where nothing was."""
    made = bar({"2023-05": 1, "2023-08": 4, "2023-10": 8}, 40)
    steps = [STEPS.index(step) for step in made.cells[:: made.wide]]
    assert 0 == steps[1] < steps[0] < steps[3] < steps[5] == len(STEPS) - 1
    assert made.labels == "2023"


def test_many_years_share_cells() -> None:
    """Where months have no room, a cell is a quarter or more."""
    assert bar({"2000-01": 1, "2023-12": 1}, 78).unit == 12


def test_without_events_there_is_no_bar() -> None:
    """Nothing is drawn of nothing."""
    assert bar({}, 40).cells == ""


@pytest.mark.parametrize(
    ("when", "shown"), [("XXXX-10-24", "????-10-24"), ("2023-H1", "2023-H1"), ("2023", "2023")]
)
def test_a_year_that_is_not_known_is_a_question(when: str, shown: str) -> None:
    """Dates are shown as they are known."""
    assert shown_when(when) == shown

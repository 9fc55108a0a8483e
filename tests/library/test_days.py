"""Every date that is resolved covers days, which sort as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.library.days import days_of


@pytest.mark.parametrize(
    ("resolved", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2023-08-15", "2023-08-15", "2023-08-15"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("2023-Q1", "2023-01-01", "2023-03-31"),
        ("2023-Q1-Q3", "2023-01-01", "2023-09-30"),
        ("2023-W01", "2023-01-02", "2023-01-08"),
        ("2018/2022", "2018-01-01", "2022-12-31"),
        ("2004/..", "2004-01-01", "9999-12-31"),
        ("2023-05/2023-06", "2023-05-01", "2023-06-30"),
        ("2023-05/2022", "2023-05-01", "2023-05-31"),
    ],
)
def test_a_date_covers_its_days(resolved: str, first: str, last: str) -> None:
    """From the first to the last of what was said."""
    assert days_of(resolved) == (first, last)


@pytest.mark.parametrize(
    "resolved", [None, "", "宣德", "2023-13", "2023-02-30", "2023-W60", "0000"]
)
def test_what_no_calendar_has_covers_none(resolved: str | None) -> None:
    """Nothing is guessed."""
    assert days_of(resolved) is None


@given(st.text(alphabet="0123456789-/.HQWX", max_size=24))
def test_no_text_is_too_odd(resolved: str) -> None:
    """The first day is never after the last."""
    days = days_of(resolved)
    assert days is None or days[0] <= days[1]

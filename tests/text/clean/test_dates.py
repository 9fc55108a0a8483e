"""Dates that an article is given, on lines and in names."""

from __future__ import annotations

import pytest

from digest.text.clean.dates import iso, of_name, of_republic


@pytest.mark.parametrize(
    ("plain", "day"),
    [
        ("2023-08-16 10:23", "2023-08-16"),
        ("2023年8月16日 星期三", "2023-08-16"),
        ("2023 年 8 月 16 日", "2023-08-16"),
        ("2023/8/6", "2023-08-06"),
        ("2023.08.16", "2023-08-16"),
        ("2023年8月", "2023-08"),
        ("20230816", "2023-08-16"),
        ("民国112年8月16日", "2023-08-16"),
        ("8月16日", ""),
        ("2023-13-40", ""),
        ("12023-08-16", ""),
        ("版本2023", ""),
    ],
)
def test_a_date_with_its_year_is_read(plain: str, day: str) -> None:
    """A date counts as far as it is said."""
    assert iso(plain) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("t20230816_123456.html", "2023-08-16"),
        ("2023-08-16-标题.txt", "2023-08-16"),
        ("news/2023/08/16/a.html", "2023-08-16"),
        ("000_6b47a044b588f60a.txt", ""),
        ("a1b20230816f.txt", ""),
        ("报告2023.txt", ""),
    ],
)
def test_a_name_may_hold_a_date(name: str, day: str) -> None:
    """Names that pages and files are given say the day; hashes do not."""
    assert of_name(name) == day


def test_an_agency_writes_its_own_calendar() -> None:
    """Seven digits behind a report are a date of the Republic's calendar."""
    assert of_republic("1120816") == "2023-08-16"
    assert of_republic("") == ""

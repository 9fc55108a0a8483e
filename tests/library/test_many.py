"""Many articles are read in one go, in the order asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from support.library import entry, figure

from digest.model import Figure, FigureKind

if TYPE_CHECKING:
    from digest.library import Library

ABSENT = "0123456789ab"


def dated(text: str, written: str, resolved: str) -> Figure:
    """A date that stands in a text."""
    return replace(figure(text, written), kind=FigureKind.DATE, value="", resolved=resolved)


def filled(library: Library) -> tuple[str, str]:
    """Two articles with dates in them."""
    one = "去年8月15日起，上半年内。"
    two = "2023年以来，9月3日为止。"
    entries = [
        entry(
            one,
            published="2024-02-01",
            figures=(dated(one, "8月15日", "2023-08-15"), dated(one, "上半年", "2023-H1")),
        ),
        entry(
            two,
            published="2023",
            figures=(dated(two, "2023年以来", "2023/.."), dated(two, "9月3日", "2023-09-03")),
        ),
    ]
    first, second = (each.id for each in library.add(entries))
    return first, second


def test_articles_and_figures_come_by_id(library: Library) -> None:
    """Without those that are not here."""
    one, two = filled(library)
    asked = (two, ABSENT, one)
    assert library.articles_of(asked) == [library.article(two), library.article(one)]
    assert library.listings_of(asked) == [library.listing(two), library.listing(one)]
    figures = library.figures_of(asked)
    assert list(figures) == [two, one]
    assert figures[one] == library.figures(one)


def test_a_list_can_begin_at_a_date(library: Library) -> None:
    """What was published before it, or without a date, is left out."""
    one, _ = filled(library)
    library.add([entry("没有日期。")])
    assert [each.id for each in library.listings(since="2023-06")] == [one]
    assert len(library.listings(since="2023")) == 2
    assert len(library.listings()) == 3


def test_dates_come_in_the_order_of_the_calendar(library: Library) -> None:
    """Each with the days it stands for."""
    one, two = filled(library)
    found = [(each.article, each.first, each.last) for each in library.dated()]
    assert found == [
        (one, "2023-01-01", "2023-06-30"),
        (two, "2023-01-01", "9999-12-31"),
        (one, "2023-08-15", "2023-08-15"),
        (two, "2023-09-03", "2023-09-03"),
    ]


def test_dates_can_be_asked_for_by_range(library: Library) -> None:
    """The last day stands outside; the last come first if wanted."""
    _, two = filled(library)
    inside = library.dated("2023-08", "2023-09-03")
    assert [each.first for each in inside] == ["2023-08-15"]
    (last,) = library.dated(limit=1, latest=True)
    assert last.article == two
    assert last.figure in library.figures(two)


def test_days_are_counted(library: Library) -> None:
    """How many dates begin on each."""
    filled(library)
    assert library.day_counts() == {"2023-01-01": 2, "2023-08-15": 1, "2023-09-03": 1}
    assert library.day_counts("2023-02", "2023-09") == {"2023-08-15": 1}

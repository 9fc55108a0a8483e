"""What is typed into the finder is taken apart, and its filters are completed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.find.request import Aim, completions, date_of, filters, read

TODAY = "2026-03-02"
VALUES = {"source": ["南方都市报", "财联社 A"], "since": ["2026", "2025"]}


@pytest.mark.parametrize(
    ("typed", "aim"),
    [
        (">简体", Aim.COMMANDS),
        ("＞简体", Aim.COMMANDS),
        ("》jt", Aim.COMMANDS),
        (" #营收", Aim.FIGURES),
        ("＃营收", Aim.FIGURES),
        ("@南方", Aim.SOURCES),
        ("＠南方", Aim.SOURCES),
        ("5>3", Aim.ANYTHING),
    ],
)
def test_a_sign_says_what_is_looked_for(typed: str, aim: Aim) -> None:
    """At the beginning alone, in full width too."""
    assert read(typed, TODAY).aim is aim


@pytest.mark.parametrize("typed", ["kind:person 华为", "华为 种类：人物", "類型:人名 华为"])
def test_a_filter_is_taken_out_of_the_words(typed: str) -> None:
    """Wherever it stands, in either language and script."""
    request = read(typed, TODAY)
    assert (request.words, request.kinds) == ("华为", frozenset({"person"}))


def test_several_kinds_and_a_quoted_source() -> None:
    """Parted by commas; a name with a space in quotation marks."""
    request = read('kind:org,person source:"财联社 A" since:2023年8月 大模型', TODAY)
    assert request.kinds == {"org", "person"}
    assert (request.source, request.since, request.words) == ("财联社 A", "2023-08", "大模型")


def test_what_means_nothing_is_named() -> None:
    """And a colon among words is only a colon."""
    assert read("kind:xx since:soon a", TODAY).unread == ("kind:xx", "since:soon")


@pytest.mark.parametrize("written", ["2024-13", "2023-02-30", "0000", "2024-0"])
def test_what_no_calendar_has_is_unread(written: str) -> None:
    """A slip is said, and does not narrow a search to nothing."""
    assert read(f"since:{written}", TODAY).unread == (f"since:{written}",)
    assert read("时间:下午3:30", TODAY).words == "时间:下午3:30"
    assert read("kind:", TODAY).unread == ()


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023", "2023"),
        ("2023年", "2023"),
        ("2023-8", "2023-08"),
        ("2023/8/5", "2023-08-05"),
        ("2023年8月15日", "2023-08-15"),
        ("7d", "2026-02-23"),
        ("2周", "2026-02-16"),
        ("1y", "2025-03-02"),
        ("999999d", ""),
        ("8月", "2025-07-05"),
        ("", ""),
    ],
)
def test_dates_are_written_in_many_ways(written: str, date: str) -> None:
    """To any precision, or counted back from today."""
    assert date_of(written, TODAY) == date


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("ki", ("kind:",)),
        ("华为 sou", ("华为 source:",)),
        ("来", ("来源:",)),
        ("kind:pe", ("kind:person",)),
        ("kind:org,per", ("kind:org,person",)),
        ("kind:person", ()),
        ("source:南", ("source:南方都市报",)),
        ("source:财", ('source:"财联社 A"',)),
        ("k", ()),
        ("华为", ()),
    ],
)
def test_the_last_word_is_completed(typed: str, lines: tuple[str, ...]) -> None:
    """By what begins so; one letter is still any word."""
    assert completions(typed, VALUES, 0) == lines


def test_values_are_offered_in_the_readers_words() -> None:
    """English, Simplified, Traditional."""
    offered = [completions("kind:", {}, column)[3] for column in range(3)]
    assert offered == ["kind:person", "kind:人物", "kind:人物"]
    assert "kind:機構" in completions("kind:", {}, 2)


@given(st.text(max_size=40))
def test_anything_can_be_typed(typed: str) -> None:
    """Nothing raises, and what is completed begins as it was typed."""
    read(typed, TODAY)
    completions(typed, VALUES, 1)


def test_no_name_stands_for_two_filters() -> None:
    """The table says one thing for each name."""
    for group in (True, False):
        names = [
            form
            for each in filters()
            if bool(each.value) is group
            for form in {form for names in each.names for form in names}
        ]
        assert len(names) == len(set(names))

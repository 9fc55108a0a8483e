"""Of articles that hold what was searched for, those that speak of it most come first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.library.ranking import Counted, counted, ranked

COUNTED = st.builds(
    Counted,
    st.integers(1, 10**6),
    st.integers(0, 10**5),
    st.tuples(st.integers(0, 50), st.integers(0, 50)),
)


@given(st.lists(COUNTED))
def test_nothing_is_lost_in_putting_articles_in_order(found: list[Counted]) -> None:
    """Also where texts are empty, or hold none of the words."""
    assert sorted(ranked(found)) == sorted(found)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    """Of two words either of which will do."""
    common = [counted(row, "", "甲" + "丙" * 9, "甲乙") for row in range(1, 5)]
    rare = counted(9, "", "乙" + "丙" * 9, "甲乙")
    assert ranked([*common, rare])[0] == rare


def test_of_as_many_places_those_in_a_short_text_count_more() -> None:
    """A long text holds everything sooner or later."""
    long, short = counted(1, "", "甲" + "丙" * 99, "甲"), counted(2, "", "甲丙", "甲")
    assert ranked([long, short]) == [short, long]


def test_of_equals_the_last_to_come_is_first() -> None:
    """The order is the same at every search."""
    assert [each.row for each in ranked([counted(row, "", "甲", "甲") for row in (1, 3, 2)])] == [
        3,
        2,
        1,
    ]

"""Figures of several articles are held against each other, and rather not than wrongly."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.comparing import FILES, NONE, all_measures, measured, pairs, said

from digest.briefing.comparison import MOST_MEMBERS, Relation, compare, relation

if TYPE_CHECKING:
    from pathlib import Path

    from digest.briefing.measures import Measure

FLOORS = {"pairs_blind": 0.8, "pairs_development": 0.98, "pairs_third": 0.7}
"""Part of the related pairs that is found at least; the development ones were tuned on."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_relation_is_claimed_wrongly(path: Path) -> None:
    """What is said of a pair is what a reader says of it, or nothing."""
    found = [(pair, said(pair)) for pair in pairs(path)]
    wrong = [(pair, how) for pair, how in found if how not in {pair.relation, NONE}]
    claimed = Counter(how for _, how in found)[Relation.CONFLICT]
    assert [pair for pair, how in wrong if how == Relation.CONFLICT] == []
    assert len(wrong) <= 0.02 * len(found)
    assert claimed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_most_relations_are_found(path: Path) -> None:
    """Recall has a floor in every file."""
    related = [pair for pair in pairs(path) if pair.relation != NONE]
    found = sum(said(pair) == pair.relation for pair in related)
    assert found >= FLOORS[path.stem] * len(related)


def _of(published: str, marked: str) -> Measure:
    found = measured(published, marked)
    assert found is not None
    return found


YEAR = _of("2024-03-20", "比亚迪2023年营业收入为<6023.15亿元>。")
OTHER = _of("2024-03-22", "比亞迪2023年營收為<6113.20億元>。")


def test_a_relation_holds_both_ways() -> None:
    """Which of two articles comes first makes no difference."""
    for path in FILES:
        for pair in pairs(path):
            one, other = measured(*pair.one), measured(*pair.other)
            if one and other:
                assert relation(one, other) == relation(other, one)


def test_a_disagreement_is_of_a_size_in_which_reports_differ() -> None:
    """Values many times apart are of two things, whatever the words say."""
    large = replace(OTHER.range, low=OTHER.range.low * 9, high=OTHER.range.high * 9)
    large = replace(large, value=OTHER.range.value * 9)
    assert relation(YEAR, OTHER) is Relation.CONFLICT
    assert relation(YEAR, replace(OTHER, range=large)) is None


def test_forecasts_do_not_disagree() -> None:
    """Two forecasters may well say two things."""
    both = [replace(one, qualifiers=frozenset({"forecast"})) for one in (YEAR, OTHER)]
    assert relation(*both) is None


def test_what_is_nobodys_is_not_compared() -> None:
    """Without a name there is no telling whether two figures are of one thing."""
    assert relation(replace(YEAR, owner=""), replace(OTHER, owner="")) is None


ECHO = "这一年里可以说是困难重重,但是花费仍然扩大到前所未有的{}亿元。"
"""A sentence that names nobody, and hardly is written twice by chance."""


def test_reports_that_share_a_sentence_share_its_figure() -> None:
    """Without a name, the same words of one day are of one thing, and a series over days."""
    told = [("2024-03-20", 840), ("2024-03-20", 850), ("2024-04-20", 870)]
    one, other, later = (
        all_measures(day, ECHO.format(value), f"{value}")[0] for day, value in told
    )
    assert one.owner == ""
    assert relation(one, other) is Relation.CONFLICT
    assert relation(one, later) is Relation.SERIES


def test_what_says_the_same_of_many_is_no_echo() -> None:
    """公司 is another in every report."""
    text = "公司在人工智能领域的投入去年扩大到{}亿元。"
    found = [all_measures("2024-03-20", text.format(value))[0] for value in (840, 850)]
    assert [one.echo for one in found] == [0, 0]
    assert relation(*found) is None


def test_things_told_once_are_not_there() -> None:
    """A measure without another beside it is no comparison."""
    assert compare([YEAR]) == ()


def test_disagreements_come_first() -> None:
    """Then what most articles tell."""
    texts = [
        ("2024-03-20", "吉利汽车2023年营业收入为1792亿元。"),
        ("2024-03-21", "吉利汽車2023年營收為1792億元。"),
        ("2024-03-20", "比亚迪2023年营业收入为6023.15亿元。"),
        ("2024-03-22", "比亞迪2023年營收為6113.20億元。"),
    ]
    found = compare([one for published, text in texts for one in all_measures(published, text)])
    assert [one.relations for one in found] == [{Relation.CONFLICT}, {Relation.SAME}]
    assert [str(one.range.value) for one in found[0].disputed] == [
        "602315000000.00",
        "611320000000.00",
    ]
    assert (found[0].name, found[0].metric) == ("比亚迪", "营业收入")
    assert found[1].disputed == ()


def test_a_series_is_in_the_order_of_time() -> None:
    """Whatever the order of the articles."""
    texts = [
        ("2024-03-20", "比亚迪2023年销量302万辆。"),
        ("2023-03-20", "比亚迪2022年销量186万辆。"),
    ]
    (found,) = compare([one for day, text in texts for one in all_measures(day, text)])
    assert found.relations == {Relation.SERIES}
    assert [member.period for member in found.members] == ["2022", "2023"]
    assert [int(value) for value in found.course] == [1_860_000, 3_020_000]


def test_years_grow_with_the_calendar() -> None:
    """25 years at something in 2024 are the 24 of 2023; in 2023 they are not."""
    one = _of("2023-10-24", "科大讯飞在人工智能领域已经深耕<24年>。")
    same_year = _of("2023-11-24", "科大訊飛在人工智能領域深耕<25年>。")
    next_year = _of("2024-11-24", "科大訊飛在人工智能領域深耕<25年>。")
    assert relation(one, same_year) is Relation.CONFLICT
    assert relation(one, next_year) is Relation.SAME


def test_one_thing_told_without_end_stays_affordable() -> None:
    """Of very many measures of one thing those of the newest articles are compared."""
    many = [replace(YEAR, article=f"{number}") for number in range(MOST_MEMBERS + 50)]
    (found,) = compare(many)
    assert len(found.members) == MOST_MEMBERS

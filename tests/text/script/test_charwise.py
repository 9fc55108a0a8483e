"""Charwise: the table says what OpenCC says."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.script.charwise import fast, form, sentence_at
from digest.text.script.configuration import Route
from digest.text.script.engine import run
from digest.text.script.tables import overlay, rows

ROUTES = (Route.HANS, Route.TO_TW, Route.TO_HK, Route.NATIVE_TW, Route.NATIVE_HK)


@cache
def pieces() -> tuple[str, ...]:
    """What may be decided by a neighbour, in pairs and whole, and what ends a sentence."""
    joined = [row[2] for row in rows("neighbours.txt")]
    pairs = {text[i : i + 2] for text in joined for i in range(0, len(text), 2)}
    stages = ("hans", "hans-guard", "tw", "hk", "hk-native")
    return tuple(sorted(pairs | {key for stage in stages for key in overlay(stage)}))


TEXTS = st.lists(
    st.one_of(
        st.deferred(lambda: st.sampled_from(pieces())),
        st.sampled_from("。\n，乾著裡衆説𠁞"),
        st.characters(),
    ),
    max_size=25,
).map("".join)


@pytest.mark.parametrize("route", ROUTES)
@given(text=TEXTS)
def test_the_table_says_what_opencc_says(text: str, route: Route) -> None:
    """Whatever stands beside one another, the quick way and the slow one agree."""
    assert fast(text, route) == run(text, route)


@pytest.mark.parametrize("route", ROUTES)
def test_every_pair_that_decides_is_given_to_opencc(route: Route) -> None:
    """Each piece by itself, and all of them in one sentence."""
    for text in ("\n".join(pieces()), "".join(pieces())):
        assert fast(text, route) == run(text, route)


def test_one_character_by_itself() -> None:
    """Beyond the basic plane OpenCC is asked."""
    assert form("裏", Route.TO_TW) == "裡"
    assert form("𪎉", Route.HANS) == run("𪎉", Route.HANS)


def test_a_sentence_ends_with_its_mark() -> None:
    """Nothing before the last sentence is looked at."""
    text = "甲。乙丙。\n丁"
    assert sentence_at(text, 3, since=0) == (2, 5)
    assert sentence_at(text, 3, since=3) == (3, 5)
    assert sentence_at(text, 6, since=0) == (6, 7)

"""The engine against sentences of finance, politics, sport, weather, accidents and technology."""

from __future__ import annotations

import pytest
from support.figures import Tally, figures_of, rows, same, score_sentences, seed

from digest.text.fold import simplified


@pytest.fixture(scope="module")
def tally() -> Tally:
    """The engine's answers, judged once."""
    return score_sentences()


def test_figures_are_found(tally: Tally) -> None:
    """At least .98 of the figures are found."""
    assert tally.found >= 0.98 * tally.wanted, tally.short


def test_what_is_lit_is_a_figure(tally: Tally) -> None:
    """At least .98 of what is lit is a figure."""
    assert tally.right >= 0.98 * tally.given, tally.short


def test_values_kinds_and_units_are_right(tally: Tally) -> None:
    """Values, kinds and units of what is found are right in .98 of cases."""
    assert tally.values >= 0.98 * tally.found, tally.short
    assert tally.kinds >= 0.98 * tally.found, tally.short
    assert tally.units >= 0.98 * tally.units_of, tally.short


@pytest.mark.parametrize(
    "text",
    [
        *(seed(f"{number:03d}") for number in range(5)),
        *(row["text"] for row in rows("development.jsonl")),
    ],
)
def test_both_scripts_give_the_same(text: str) -> None:
    """A text and its Simplified form have equal figures at the same places."""
    here, there = (
        figures_of(text),
        figures_of(simplified(text).replace(",", "，") if "，" in text else simplified(text)),
    )
    assert len(here) == len(there)
    assert all(map(same, here, there))

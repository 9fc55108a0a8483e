"""The engine against sentences of eight fields and three regions, in both their scripts."""

from __future__ import annotations

import pytest
from support.figures import Tally, figures_of, rows, same, score_sentences, seed

from digest.figures.engine import normal
from digest.model import View
from digest.text.script import convert, detect

SETS = ("development", "unseen_1", "unseen_2", "unseen_3", "unseen_4", "unseen_5", "unseen_6")
"""The sentences the rules were written with, and those written before the rules met them."""
TEXTS = {"seeds": tuple(seed(f"{number:03d}") for number in range(5))} | {
    name: tuple(row["text"] for row in rows(f"{name}.jsonl")) for name in SETS
}


@pytest.fixture(scope="module", params=SETS)
def tally(request: pytest.FixtureRequest) -> Tally:
    """The engine's answers to a set, judged once."""
    return score_sentences(f"{request.param}.jsonl")


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


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_folding_changes_no_figure(texts: tuple[str, ...]) -> None:
    """A text and its Simplified form have equal figures at the same places."""
    assert [text for text in texts if not _reads_alike(text)] == []


def _reads_alike(text: str) -> bool:
    here, there = figures_of(text), figures_of(normal(text))
    return len(here) == len(there) and all(map(same, here, there))


@pytest.mark.parametrize("view", [View.HANS, View.HANT_TW, View.HANT_HK])
@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_both_scripts_give_the_same(texts: tuple[str, ...], view: View) -> None:
    """A text converted has equal figures, with equal kinds, values and units, at aligned spans."""
    assert [text for text in texts if not _converts_alike(text, view)] == []


def _converts_alike(text: str, view: View) -> bool:
    converted = convert(text, view, detect(text))
    carried = converted.alignment.to_target
    here = [(carried(f.span), f.kind, f.value, normal(f.unit or "")) for f in figures_of(text)]
    there = [(f.span, f.kind, f.value, normal(f.unit or "")) for f in figures_of(converted.text)]
    return here == there

"""The engine against the gold of the five seeds, and against every numeral that is no figure."""

from __future__ import annotations

import pytest
from support.figures import Score, lit_negatives, score_gold


@pytest.fixture(scope="module")
def score() -> Score:
    """The engine's answers, judged once."""
    return score_gold()


def test_spans_are_exact(score: Score) -> None:
    """Figures stand where the gold has them: F1 at least .98."""
    assert score.exact_f1 >= 0.98, score.short


def test_values_and_kinds_are_right(score: Score) -> None:
    """Of the figures found, at least .98 have the gold's value, and as many its kind."""
    assert score.values >= 0.98 * score.overlap
    assert score.kinds >= 0.98 * score.overlap


def test_dates_are_resolved(score: Score) -> None:
    """Dates come to the calendar dates of the gold."""
    assert score.resolved >= 0.98 * score.resolved_of


def test_labels_say_what_is_measured(score: Score) -> None:
    """At least four labels in five agree with the gold, and three in five of the dates'."""
    assert score.label_rate() >= 0.80
    assert score.label_rate("date") >= 0.60


def test_key_figures_weigh_more(score: Score) -> None:
    """Salience parts key figures from the others: AUC at least .93."""
    assert score.auc >= 0.93


@pytest.mark.parametrize("name", ["negative.jsonl", "residual.jsonl"])
def test_what_is_no_figure_stays_dark(name: str) -> None:
    """No idiom, version, model, chip, name or determiner of the seeds is lit."""
    assert lit_negatives(name) == []

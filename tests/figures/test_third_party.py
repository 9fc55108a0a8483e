"""The engine against the cases of other projects, where they are at hand."""

from __future__ import annotations

import pytest
from support.figures_third import THIRD_PARTY, Third, score_third_party

pytestmark = pytest.mark.skipif(not THIRD_PARTY.exists(), reason="third-party cases are not here")


@pytest.fixture(scope="module")
def score() -> Third:
    """The engine's answers, judged once."""
    return score_third_party()


def test_most_spans_are_met(score: Third) -> None:
    """Nine in ten of the spans that apply overlap a figure."""
    assert score.overlapped >= 0.90 * score.spans


def test_most_values_agree(score: Third) -> None:
    """Conventions differ between projects, yet three values in five agree."""
    assert score.right >= 0.60 * score.valued


def test_numerals_are_read(score: Third) -> None:
    """Numerals of every writing come to their value."""
    assert score.numerals_right >= 0.96 * score.numerals


def test_phones_addresses_and_hosts_stay_dark(score: Third) -> None:
    """No phone, web or network address is lit."""
    assert score.negatives > 0
    assert score.lit == 0, score.short

"""Look: how texts are shown, and the ways to change it."""

from __future__ import annotations

from digest.model import View
from digest.settings import MEASURE_LEAST, MEASURE_MOST
from digest.ui.look import FigureLevel, Look
from digest.ui.words import language_for


def test_the_toggle_goes_round() -> None:
    """Original, Simplified, the reader's Traditional, original."""
    look = Look(variant=View.HANT_HK)
    seen = [look.view]
    for _ in range(3):
        look = look.toggled()
        seen.append(look.view)

    assert seen == [View.ORIGINAL, View.HANS, View.HANT_HK, View.ORIGINAL]


def test_a_variant_is_shown_at_once_and_kept() -> None:
    """Choosing a variant shows it, and the toggle leads to it afterwards."""
    look = Look().next_variant().next_variant()

    assert (look.view, look.variant) == (View.HANT_HK, View.HANT_HK)
    assert look.toggled().toggled().toggled().view is View.HANT_HK


def test_the_measure_stays_within_bounds() -> None:
    """However often it is pressed, a line holds something and is not endless."""
    look = Look()
    for _ in range(40):
        look = look.resized(-1)
    narrow = look.measure
    for _ in range(40):
        look = look.resized(1)

    assert (narrow, look.measure) == (MEASURE_LEAST, MEASURE_MOST)


def test_a_look_is_kept_and_recalled() -> None:
    """The next session begins as this one ended."""
    look = Look(view=View.HANT_TW, figures=FigureLevel.NONE, measure=32, wording=True)

    assert Look().recalled(look.as_words()) == look


def test_nonsense_is_not_recalled() -> None:
    """What an older or newer program kept cannot break this one."""
    assert Look().recalled({"view": "klingon", "measure": "wide", "figures": ""}) == Look()


def test_the_language_follows_the_script_on_the_screen() -> None:
    """Nobody who reads one script has to read the other in the program's words."""
    assert language_for("auto", View.HANS, "zh_TW.UTF-8") == "zh-Hans"
    assert language_for("auto", View.HANT_HK, "zh_CN.UTF-8") == "zh-Hant"
    assert language_for("auto", View.ORIGINAL, "zh_TW.UTF-8") == "zh-Hant"
    assert language_for("auto", View.ORIGINAL, "de_DE.UTF-8") == "zh-Hans"
    assert language_for("en", View.HANT_TW, "") == "en"

"""Explaining figures: in the words of the view, with amounts as the reader counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import database

from digest.library import Library
from digest.model import Script, View
from digest.ui.desk import Desk
from digest.ui.explain import wording
from digest.ui.look import Look

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("look", "locale", "script", "traditional", "shown", "counted"),
    [
        (Look(), "zh_CN", Script.HANT, False, "開發者", "开发者"),
        (Look(), "zh_TW", Script.HANT, True, "開發者", "開發者"),
        (Look(language="en"), "en_US", Script.HANT, True, "開發者", "開發者"),
        (Look(view=View.HANS), "zh_TW", Script.HANT, False, "开发者", "开发者"),
        (Look(view=View.HANT_TW, language="en"), "C", Script.HANT, True, "開發者", "開發者"),
    ],
)
def test_amounts_are_the_readers_own(  # noqa: PLR0917 - a table
    tmp_path: Path,
    look: Look,
    locale: str,
    script: Script,
    traditional: bool,
    shown: str,
    counted: str,
) -> None:
    """Words are as the view shows them; what is counted is in the script of the amounts."""
    with Library.open(database(tmp_path)) as library:
        made = wording(Desk(library, look, locale), script)

        assert made.traditional is traditional
        assert (made.shown("開發者"), made.counted("開發者")) == (shown, counted)

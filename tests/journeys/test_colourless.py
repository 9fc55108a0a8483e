"""Without colours: what a reader who set NO_COLOR sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import Opened, opened

from digest.ui.look import Look

if TYPE_CHECKING:
    from pathlib import Path

    from rich.style import Style


def styles(app: Opened) -> list[Style]:
    """How everything that is not blank on the screen is drawn."""
    strips = app.app.screen._compositor.render_strips()
    return [s.style for strip in strips for s in strip if s.text.strip() and s.style is not None]


@pytest.mark.parametrize("theme", ["terminal", "light", "dark", "contrast"])
async def test_a_reader_without_colours_gets_the_terminals(
    seeded: Path, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    """Nothing has a colour of its own, in any theme and over any screen."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(seeded) as app:
        app.app.theme = theme
        await app.press("enter")
        for key in ("]", "f2", "escape", "2", "question_mark"):
            await app.press(key)
            drawn = styles(app)
            assert drawn
            assert all(each.color is None or each.color.is_default for each in drawn)
            assert all(each.bgcolor is None or each.bgcolor.is_default for each in drawn)


async def test_figures_can_be_told_without_colours(
    seeded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By their attributes."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(seeded, look=Look()) as app:
        await app.press("enter", "]")
        assert any(each.underline for each in styles(app))
        assert any(each.reverse for each in styles(app))


async def test_an_empty_word_is_no_wish(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR that is set to nothing changes nothing."""
    monkeypatch.setenv("NO_COLOR", "")
    async with opened(seeded) as app:
        assert any(each.color and not each.color.is_default for each in styles(app))

"""The summary above a text: shown at a key, in the script of the view, leading into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, Opened, opened

from digest.ui.quoted import places, summary

if TYPE_CHECKING:
    from pathlib import Path

    from digest.model import Span

SIZES = pytest.mark.parametrize("size", [NARROW, USUAL], ids=["80x24", "120x40"])


def quoted(app: Opened) -> list[Span]:
    """Where the lines of the summary lead."""
    listing = app.main.selected
    assert listing is not None
    return places(summary(app.main.desk, listing))


@SIZES
async def test_the_summary_stands_above_the_text(seeded: Path, size: tuple[int, int]) -> None:
    """A key shows sentences of the text above it, and takes them away again."""
    async with opened(seeded, size) as app:
        await app.press("enter")
        bare = app.text
        await app.press("v")
        assert app.main.desk.opened is not None
        text = app.main.desk.opened.article.text
        assert 3 <= len(quoted(app)) <= 4
        assert f"> {quoted(app)[0].of(text)[:20]}" in app.text
        await app.press("v")
        assert quoted(app) == []
        assert app.text.split("\n")[1:4] == bare.split("\n")[1:4]


@SIZES
async def test_enter_goes_from_sentence_to_sentence(seeded: Path, size: tuple[int, int]) -> None:
    """Each Enter lights the next sentence that is quoted; after the last one is back above."""
    async with opened(seeded, size) as app:
        await app.press("enter", "v")
        spans = quoted(app)
        for span in spans:
            await app.press("enter")
            assert app.main.reader.current == span
            assert app.main.reader.seen.start <= span.start <= app.main.reader.seen.end
        await app.press("enter")
        assert app.main.reader.place.start == 0


async def test_a_click_on_a_line_leads_to_its_sentence(seeded: Path) -> None:
    """The mouse does what Enter does."""
    async with opened(seeded, NARROW) as app:
        await app.press("enter", "v")
        rows = app.text.split("\n")
        lines = [at for at, line in enumerate(rows) if line.strip().startswith("> ")]
        await app.pilot.click("#reader", offset=(20, lines[1] - 1))
        await app.rest()
        assert app.main.reader.seen.start <= quoted(app)[1].start <= app.main.reader.seen.end


async def test_the_summary_follows_the_script(seeded: Path) -> None:
    """It is shown in the script of the text below it."""
    async with opened(seeded, USUAL) as app:
        await app.press("G", "enter", "v", "t", "t", "g")
        lines = [line for line in app.text.split("\n") if "> " in line]
        assert lines
        assert not any("讯飞" in line for line in lines)


async def test_the_summary_is_there_at_the_next_start(seeded: Path) -> None:
    """Who reads with summaries goes on with them, in the next article too."""
    async with opened(seeded, USUAL) as app:
        await app.press("enter", "v", "J")
        assert quoted(app)
    async with opened(seeded, USUAL) as app:
        assert app.main.desk.look.summed

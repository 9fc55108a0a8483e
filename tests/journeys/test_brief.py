"""The brief by keys: read, followed to its places, in either script, all or what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, Opened, opened

from digest.briefing.brief_sheet import Kind
from digest.model import View
from digest.text.cells import cells
from digest.ui.look import Look
from digest.ui.screens.brief import BriefView

if TYPE_CHECKING:
    from pathlib import Path

    from digest.ui.widgets.entry_rows import EntryRows

SIZES = pytest.mark.parametrize("size", [NARROW, USUAL], ids=["80x24", "120x40"])
SCRIPTS = pytest.mark.parametrize("view", [View.HANS, View.HANT_TW])


def entries(app: Opened) -> EntryRows:
    """The list of the brief that is open."""
    screen = app.app.screen
    assert isinstance(screen, BriefView)
    return screen.entries


async def to_line(app: Opened) -> None:
    """Go down to the first sentence."""
    for _ in range(20):
        chosen = entries(app).chosen
        if chosen is not None and chosen.kind is Kind.LINE:
            return
        await app.press("j")


@SIZES
@SCRIPTS
async def test_a_line_leads_to_its_sentence(
    seeded: Path, size: tuple[int, int], view: View
) -> None:
    """Enter goes there and marks it; going back leads to the same line of the brief."""
    async with opened(seeded, size, Look(view=view)) as app:
        await app.press("5")
        assert ("简报" in app.text) is (view is View.HANS)
        assert all(cells(line) <= size[0] for line in app.text.split("\n"))
        await to_line(app)
        line = entries(app).chosen
        assert line is not None
        assert line.place is not None
        await app.press("enter")
        assert app.main.navigator.article_id == line.article
        assert app.main.reader.current == line.place
        await app.press("escape")
        assert entries(app).chosen == line


async def test_the_script_is_toggled_in_place(seeded: Path) -> None:
    """The same sentence under the cursor, in the other script."""
    async with opened(seeded, USUAL, Look(view=View.HANS)) as app:
        await app.press("5")
        await to_line(app)
        before = entries(app).chosen
        await app.press("t")
        after = entries(app).chosen
        assert before is not None
        assert after is not None
        assert (before.article, before.place) == (after.article, after.place)
        assert before.text != after.text
        assert "簡報" in app.text


async def test_tab_shows_what_is_new(seeded: Path) -> None:
    """At the first look everything is; at the next start nothing, and Tab shows all again."""
    async with opened(seeded) as app:
        await app.press("5", "tab")
        assert any(entry.kind is Kind.LINE for entry in entries(app).entries)
    async with opened(seeded) as app:
        await app.press("5", "tab")
        assert "没有新的内容" in app.text
        await app.press("tab")
        assert any(entry.kind is Kind.LINE for entry in entries(app).entries)


async def test_it_ends(seeded: Path) -> None:
    """The last row says that it is over, and what was left out stands before it."""
    async with opened(seeded, NARROW) as app:
        await app.press("5", "G")
        chosen = entries(app).chosen
        assert chosen is not None
        assert chosen.kind is Kind.END
        assert "没有遗漏" in app.text
        await app.press("g")
        assert entries(app).at == 0


async def test_it_is_copied_as_markdown(seeded: Path) -> None:
    """With links to the paragraphs."""
    async with opened(seeded) as app:
        await app.press("5", "y")
        assert app.app.clipboard.startswith("# 简报")
        assert "](#a" in app.app.clipboard


async def test_every_key_in_a_narrow_window(seeded: Path) -> None:
    """Paging through it all at the least size shows every entry and loses none."""
    async with opened(seeded, (40, 12)) as app:
        await app.press("5")
        seen = set()
        for _ in range(200):
            seen.add(entries(app).at)
            if entries(app).at == len(entries(app).entries) - 1:
                break
            await app.pilot.press("j")
        assert seen == set(range(len(entries(app).entries)))


async def test_the_brief_of_a_topic_is_a_key_away(seeded: Path) -> None:
    """It tells of its articles alone, and what is new in it goes by its own last look."""
    async with opened(seeded, USUAL) as app:
        await app.press("2", "n")
        screen = app.app.screen
        assert isinstance(screen, BriefView)
        assert screen.topic
        assert entries(app).count
        looked = app.app.desk.library.session()
        assert f"looked:{screen.topic}" in looked
        assert "looked" not in looked
        await to_line(app)
        line = entries(app).chosen
        await app.press("enter", "escape")
        assert app.app.screen is screen
        assert entries(app).chosen == line


async def test_stories_found_meanwhile_are_in_the_brief(seeded: Path) -> None:
    """The brief that lies open is made anew, with the cursor where it was."""
    async with opened(seeded, USUAL) as app:
        await app.press("5", "j", "j")
        at = entries(app).at
        screen = app.app.screen
        assert isinstance(screen, BriefView)
        screen.reading.spoil()
        await app.press("j")
        assert entries(app).at == at + 1

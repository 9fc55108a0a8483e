"""The timeline: events by date, who tells them, and the way to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, Opened, opened

from digest.briefing.timeline import Happening
from digest.ui.screens.timeline import Timeline

if TYPE_CHECKING:
    from pathlib import Path

    from digest.briefing.events import Event

SIZES = pytest.mark.parametrize("size", [NARROW, USUAL], ids=["80x24", "120x40"])


def view(app: Opened) -> Timeline:
    """The view, which is open."""
    screen = app.app.screen
    assert isinstance(screen, Timeline)
    return screen


def happening(app: Opened) -> Happening:
    """The event the cursor is on."""
    chosen = view(app).events.chosen
    assert isinstance(chosen, Happening)
    return chosen


async def go_to(app: Opened, when: str) -> Happening:
    """Put the cursor on the first event of a date that several tell, or any."""
    items = view(app).events.items
    found = [at for at, one in enumerate(items) if one.when == when]
    best = max(found, key=lambda at: len(items[at].tellings))  # type: ignore[union-attr]  # events
    view(app).events.put_cursor(best)
    await app.rest()
    return happening(app)


@SIZES
async def test_an_event_that_one_tells_is_a_key_away(seeded: Path, size: tuple[int, int]) -> None:
    """Enter goes to the date in the article; Esc comes back to the event."""
    async with opened(seeded, size) as app:
        await app.press("3")
        one = await go_to(app, "2024-11")
        await app.press("enter")
        assert app.main.desk.opened is not None
        assert app.main.desk.opened.article.id == one.tellings[0].article
        assert app.main.reader.current == one.tellings[0].date
        await app.press("escape")
        assert happening(app) is one


@SIZES
async def test_an_event_that_several_tell_offers_them(seeded: Path, size: tuple[int, int]) -> None:
    """Enter shows who tells it, Enter again goes there, Esc leads back step by step."""
    async with opened(seeded, size) as app:
        await app.press("3")
        one = await go_to(app, "2023-10-24")
        assert len(one.articles) == 4
        await app.press("enter")
        assert view(app).events.items == one.tellings
        await app.press("j", "enter")
        told: Event = one.tellings[1]
        assert app.main.desk.opened is not None
        assert app.main.desk.opened.article.id == told.article
        assert app.main.reader.current == told.date
        await app.press("escape", "escape")
        assert happening(app) is one


@SIZES
async def test_events_follow_the_script(seeded: Path, size: tuple[int, int]) -> None:
    """The same event is read in Simplified and in Traditional, with everybody who tells it."""
    async with opened(seeded, size) as app:
        await app.press("3")
        await go_to(app, "2023-08-15")
        await app.press("t")
        assert "科大讯飞召开星火认知大模型" in app.text
        await app.press("t")
        assert "科大訊飛召開星火認知大模型" in app.text
        assert "时间线" not in app.text


async def test_a_span_or_a_word_narrows_the_events(seeded: Path) -> None:
    """What is typed is a month or a word in either script; Esc shows everything again."""
    async with opened(seeded, USUAL) as app:
        await app.press("3")
        every = view(app).events.count
        await app.press("slash", *"2023-08", "enter")
        assert {item.first[:7] for item in view(app).events.items} <= {"2023-08", "2023-01"}
        await app.press("escape")
        assert view(app).events.count == every
        view(app).narrowing.text = ""
        view(app).narrowing.to("飛星")
        assert 0 < view(app).events.count < every


async def test_the_order_turns_and_months_are_steps(seeded: Path) -> None:
    """The newest come first; s turns that; Tab goes to the next month."""
    async with opened(seeded, USUAL) as app:
        await app.press("3")
        newest = happening(app)
        assert newest.first >= "2025"
        await app.press("tab")
        assert happening(app).first[:7] != newest.first[:7]
        await app.press("shift+tab")
        assert happening(app).first[:7] == newest.first[:7]
        await app.press("s", "g")
        assert happening(app).first < "2005"


async def test_months_stand_above_the_events(seeded: Path) -> None:
    """The bar has the years, and one cell is the month of the event one is on."""
    async with opened(seeded, NARROW) as app:
        await app.press("3")
        rows = app.text.split("\n")
        assert "2023" in rows[2]
        assert set(rows[1]) <= set(" .:-=+*#")


async def test_a_library_without_dates_says_so(tmp_path: Path) -> None:
    """An empty timeline is no empty screen."""
    async with opened(tmp_path / "empty.db", NARROW) as app:
        await app.press("3")
        assert "没有可排的日期" in app.text

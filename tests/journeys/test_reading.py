"""Reading: through every article, in every script, at every size, and back where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, WIDE, opened
from textual import events

from digest.model import View
from digest.text.cells import cells

if TYPE_CHECKING:
    from pathlib import Path

SIZES = pytest.mark.parametrize("size", [NARROW, USUAL, WIDE], ids=["80x24", "120x40", "200x60"])


async def test_the_program_opens_on_five_articles(seeded: Path) -> None:
    """Titles made from the texts are marked, and all are there."""
    async with opened(seeded) as app:
        assert app.main.articles.count == 5
        assert app.text.count("自拟") >= 3
        assert "5 篇  5 未读" in app.text


@SIZES
async def test_every_article_is_read_to_its_end(seeded: Path, size: tuple[int, int]) -> None:
    """Enter opens, Space pages to the end, J goes on; all five become read."""
    async with opened(seeded, size) as app:
        await app.press("enter")
        for number in range(5):
            opened_now = app.main.desk.opened
            assert opened_now is not None
            last = opened_now.article.text[-4:]
            for _ in range(80):
                if app.main.reader.at_end:
                    break
                await app.pilot.press("space")
            assert app.main.reader.at_end
            assert last in app.text.replace("\n", "").replace(" ", "") or last[-2:] in app.text
            if number < 4:
                await app.press("J")
        assert app.main.desk.unread == 0


@SIZES
async def test_the_script_changes_and_the_place_stays(seeded: Path, size: tuple[int, int]) -> None:
    """Anywhere in any article the sentence at the top stays at the top, three times round."""
    async with opened(seeded, size) as app:
        await app.press("enter")
        for _ in range(5):
            await app.press("space", "space", "j")
            anchor = app.main.reader.place
            for _ in range(3):
                await app.press("t")
                page = app.main.reader.page
                assert page is not None
                top = page.clean_span(app.main.reader._top)
                assert top.start <= anchor.start < top.end
            assert app.main.desk.look.view is View.ORIGINAL
            assert app.main.reader.place == anchor
            await app.press("J")


async def test_simplified_readers_see_no_traditional(seeded: Path) -> None:
    """List, head, text and the program's own words follow the toggle."""
    async with opened(seeded) as app:
        await app.press("t")
        assert not set("國訊飛劉慶數題點還") & set(app.text)
        await app.press("t")
        assert not set("国讯飞刘庆数题点还") & set(app.text)


async def test_resizing_keeps_the_place(seeded: Path) -> None:
    """What was on the top row is on it in every size."""
    async with opened(seeded) as app:
        await app.press("enter", "space", "space")
        anchor = app.main.reader.place
        for size in (NARROW, WIDE, (40, 12), USUAL):
            await app.pilot.resize_terminal(*size)
            await app.rest()
            assert app.main.reader.place == anchor


async def test_resizing_keeps_the_figure_one_is_on_in_sight(seeded: Path) -> None:
    """However small the screen becomes, and back in the first size the same rows are shown."""
    async with opened(seeded) as app:
        await app.press("enter", "space")
        reader = app.main.reader
        while (figure := reader.current_figure) is None or figure.span.end < reader.seen.end - 40:
            await app.press("]")
        before = app.text
        for size in (NARROW, (40, 12), (60, 14), WIDE):
            await app.pilot.resize_terminal(*size)
            await app.press("t", "t", "t")
            assert reader.seen.start <= figure.span.start
            assert figure.span.end <= reader.seen.end
        await app.pilot.resize_terminal(*USUAL)
        await app.rest()
        assert app.text == before


async def test_a_tiny_terminal_says_what_it_needs(seeded: Path) -> None:
    """From the beginning, as long as it is so small and nothing else is said."""
    async with opened(seeded, (32, 8)) as app:
        assert "至少 40x12" in app.text
        await app.press("down", "up")
        assert "至少 40x12" in app.text
        await app.pilot.resize_terminal(*NARROW)
        await app.rest()
        assert "至少 40x12" not in app.text
        await app.pilot.resize_terminal(39, 30)
        await app.rest()
        assert "至少 40x12" in app.text


async def test_a_tiny_terminal_is_no_trouble(seeded: Path) -> None:
    """Twenty by five cells show what they can."""
    async with opened(seeded, (20, 5)) as app:
        await app.press("enter", "space", "t", "]", "f2", "escape", "q")
        assert app.main.articles.count == 5


async def test_figures_are_gone_through(seeded: Path) -> None:
    """The next figure is found, explained and left again."""
    async with opened(seeded) as app:
        await app.press("enter", "]")
        first = app.main.reader.current_figure
        await app.press("]")
        second = app.main.reader.current_figure
        assert first is not None
        assert second is not None
        assert first.span.start < second.span.start
        text = app.main.desk.opened
        assert text is not None
        assert second.span.of(text.article.text) in app.text.split("\n")[-2]
        await app.press("[")
        assert app.main.reader.current_figure == first


async def test_figures_of_a_kind_are_gone_through(seeded: Path) -> None:
    """The braces stay with one kind."""
    async with opened(seeded) as app:
        await app.press("enter", "#", "]")
        first = app.main.reader.current_figure
        await app.press("}")
        second = app.main.reader.current_figure
        assert first is not None
        assert second is not None
        assert second.kind is first.kind
        await app.press("{")
        assert app.main.reader.current_figure == first


async def test_the_next_session_begins_where_the_last_one_ended(seeded: Path) -> None:
    """Article, place, script, level and measure are kept over quitting."""
    async with opened(seeded, NARROW) as app:
        await app.press("j", "enter", "space", "space", "t", "#", "-")
        place, look = app.main.reader.place, app.main.desk.look
        article = app.main.navigator.article_id
        await app.press("Q")
    async with opened(seeded, NARROW) as app:
        assert app.main.navigator.article_id == article
        assert app.main.reader.place == place
        assert app.main.desk.look == look
        assert app.main.is_reading


async def test_space_at_the_end_stops_once(seeded: Path) -> None:
    """The first Space at the end says so, the second opens the next unread article."""
    async with opened(seeded) as app:
        await app.press("enter", "G")
        article = app.main.navigator.article_id
        await app.press("space")
        assert app.main.navigator.article_id == article
        assert "已到结尾" in app.text
        await app.press("space")
        assert app.main.navigator.article_id != article


async def test_what_was_done_can_be_undone(seeded: Path) -> None:
    """Star, read, all read and removal are taken back one by one."""
    async with opened(seeded) as app:
        await app.press("s", "m", "A", "X")
        assert len(app.main.desk.listings) == 4
        assert app.main.desk.unread == 0
        await app.press("U")
        assert len(app.main.desk.listings) == 5
        await app.press("U", "U", "U")
        assert app.main.desk.unread == 5
        assert not any(listing.starred for listing in app.main.desk.listings)
        await app.press("U")
        assert "没有可撤销的" in app.text


async def test_rows_are_filled_as_the_terminal_draws_them(seeded: Path) -> None:
    """Where quotes take two cells, every row of list and text still ends where it should."""
    async with opened(seeded) as app:
        app.app.post_message(events.CursorPosition(2, 1))
        await app.rest()
        assert app.main.desk.look.ambiguous == 2
        widgets = (app.main.articles, app.main.reader)
        rows = [w.render_line(y).text for w in widgets for y in range(w.size.height)]
        assert any("“" in text for text in rows)
        widths = {cells(text, 2) for text in rows}
        assert widths == {widget.size.width for widget in widgets}


async def test_other_answers_of_the_terminal_are_passed_over(seeded: Path) -> None:
    """A cursor elsewhere tells nothing about widths."""
    async with opened(seeded) as app:
        app.app.post_message(events.CursorPosition(2, 5))
        app.app.post_message(events.CursorPosition(9, 1))
        await app.rest()
        assert app.main.desk.look.ambiguous == 1


async def test_a_narrow_banner_names_the_open_view_alone(seeded: Path) -> None:
    """The digits of the others stay in sight, and a click on one opens its view."""
    async with opened(seeded, (40, 16)) as app:
        assert app.text.startswith(" digest  1 文章  2  3  4  5 ")
        await app.pilot.click("Banner", offset=(25, 0))
        await app.rest()
        assert " 5 简报 " in app.text
        assert " 1  2  3  4 " in app.text
    async with opened(seeded, NARROW) as app:
        assert " 5 简报 " in app.text

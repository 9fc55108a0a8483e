"""The ledger of an article's figures: looked through, put in order, left for the text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, WIDE, Opened, opened

from digest.briefing.export import COLUMNS
from digest.briefing.ledger import Order
from digest.ui.actions import Keymap
from digest.ui.screens.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

SMALLEST = (40, 12)
"""The least terminal that everything works in."""


def ledger(app: Opened) -> Ledger:
    """The ledger that is open."""
    screen = app.app.screen
    assert isinstance(screen, Ledger)
    return screen


async def read_of_money(app: Opened) -> None:
    """Open the article that speaks of profit."""
    await app.find("净利润")
    await app.press("enter")


@pytest.mark.parametrize(
    "size", [SMALLEST, NARROW, USUAL, WIDE], ids=["40x12", "80x24", "120x40", "200x60"]
)
async def test_enter_leads_to_the_figure(seeded: Path, size: tuple[int, int]) -> None:
    """The figure chosen is lit in the text, and Esc leads back to where one was."""
    async with opened(seeded, size) as app:
        await app.press("enter")
        before = app.main.reader.place
        await app.press("=", "G")
        figure = ledger(app)._list.chosen
        assert figure is app.main.reader.figures[-1]
        await app.press("enter")
        assert app.main.reader.current == figure.span
        assert app.main.reader.current_figure == figure
        await app.press("escape")
        assert app.main.reader.place == before


async def test_it_begins_where_one_reads(seeded: Path) -> None:
    """The cursor is on the figure the reader is on; the same key closes it again."""
    async with opened(seeded) as app:
        await app.press("enter", "right_square_bracket", "right_square_bracket")
        current = app.main.reader.current_figure
        await app.press("f7")
        assert ledger(app)._list.chosen is current
        await app.press("f7")
        assert app.main.reader.current_figure is current


async def test_orders_and_kinds_go_round(seeded: Path) -> None:
    """`s` goes through the orders, Tab through the kinds that occur and back to all."""
    async with opened(seeded) as app:
        await read_of_money(app)
        await app.press("=")
        figures = ledger(app)._list.figures
        assert "按位置" in app.text
        await app.press("s", "s")
        assert "按大小" in app.text
        assert ledger(app)._order is Order.SIZE
        await app.press("tab")
        assert "金额" in app.text
        assert {figure.kind for figure in ledger(app)._list.figures} == {"money"}
        await app.press("shift+tab", "s", "s")
        assert ledger(app)._list.figures == figures


async def test_its_keys_can_be_bound_anew(seeded: Path) -> None:
    """They are those of the views over the library, from the one table of actions."""
    async with opened(seeded, keymap=Keymap({"view_order": ("e",)})) as app:
        await read_of_money(app)
        await app.press("=", "e")
        assert ledger(app)._order is Order.KIND
        assert " e 排序" in app.text


async def test_amounts_are_in_the_readers_script(seeded: Path) -> None:
    """A Traditional article is counted in 亿 for a Simplified reader, and `t` changes all of it."""
    async with opened(seeded) as app:
        await read_of_money(app)
        await app.press("=", "tab")
        assert "6.45亿~7.3亿元" in app.text
        assert "1,164億元" in app.text
        await app.press("t")
        assert "1,164億元" not in app.text
        await app.press("t")
        assert "6.45億~7.3億人民幣" in app.text
        assert "金額" in app.text


async def test_the_table_is_copied(seeded: Path) -> None:
    """`y` copies Markdown, `Y` CSV, of what is shown, and says so."""
    async with opened(seeded) as app:
        await read_of_money(app)
        await app.press("=", "tab", "j", "y")
        assert "Markdown" in app.text
        lines = app.app.clipboard.splitlines()
        assert lines[0] == "| 所指 | 值 | 原文 | 种类 | 段 |"
        assert len(lines) == 2 + len(ledger(app)._list.figures) + 2
        assert "科大訊飛" in lines[-1]
        await app.press("Y")
        records = list(csv.DictReader(io.StringIO(app.app.clipboard)))
        assert tuple(records[0]) == COLUMNS
        assert {record["kind"] for record in records} == {"money"}


async def test_keys_of_the_reader_move_in_it(seeded: Path) -> None:
    """Down, pages, the end, and out again with `q`."""
    async with opened(seeded, NARROW) as app:
        await app.press("enter", "=", "g", "j", "down")
        assert ledger(app)._list.cursor == 2
        await app.press("space", "b", "end", "k")
        assert ledger(app)._list.cursor == ledger(app)._list.count - 2
        await app.press("q")
        assert app.app.screen is app.main
        assert app.main.is_reading


async def test_a_click_leads_to_the_figure(seeded: Path) -> None:
    """Where people try it, the mouse works."""
    async with opened(seeded) as app:
        await app.press("enter", "=", "g")
        figure = ledger(app)._list.figures[3]
        await app.pilot.click(ledger(app)._list, offset=(5, 3))
        await app.rest()
        assert app.main.reader.current == figure.span


async def test_the_list_can_ask_for_it(seeded: Path) -> None:
    """From the list, the ledger of the article the cursor is on; ＝ is the key too."""
    async with opened(seeded) as app:
        await app.press("j")
        await app.strike("＝")
        assert ledger(app)._article.id == app.main.desk.listings[1].id
        await app.press("escape")
        assert not app.main.is_reading

"""The view of all figures: put in order, narrowed, compared, copied, left for the text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, WIDE, Opened, opened

from digest.briefing.comparison import Relation
from digest.briefing.export import COLUMNS
from digest.library import Library
from digest.model import FigureKind
from digest.services.across import Entry
from digest.services.comparing import Told
from digest.services.ingest import add_document
from digest.sources import read_stream
from digest.ui.screens.figures import Figures

if TYPE_CHECKING:
    from pathlib import Path

SIZES = pytest.mark.parametrize("size", [NARROW, USUAL, WIDE], ids=["80x24", "120x40", "200x60"])
SALES = {
    "2023-03-20": "比亚迪2022年销量186万辆。",
    "2024-03-20": "比亚迪2023年销量302万辆。",
}
"""Articles that make a series."""


def view(app: Opened) -> Figures:
    """The view, which is open."""
    screen = app.app.screen
    assert isinstance(screen, Figures)
    return screen


def entry(app: Opened) -> Entry:
    """The figure the cursor is on."""
    chosen = view(app).table.chosen
    assert isinstance(chosen, Entry)
    return chosen


@pytest.fixture
def selling(seeded: Path) -> Path:
    """The seeds with two articles that make a series."""
    with Library.open(seeded) as library:
        for day, text in SALES.items():
            page = f"---\ntitle: 车市\ndate: {day}\n---\n\n{text}\n"
            add_document(library, read_stream(page.encode(), f"{day}.md"))
    return seeded


@SIZES
async def test_enter_leads_to_the_figure(seeded: Path, size: tuple[int, int]) -> None:
    """The figure chosen is lit in its article; Esc leads back to the row one was on."""
    async with opened(seeded, size) as app:
        await app.press("4", "G")
        last = entry(app)
        assert last.written in app.text
        await app.press("enter")
        assert app.main.desk.opened is not None
        assert app.main.desk.opened.article.id == last.listing.id
        assert app.main.reader.current == last.figure.span
        await app.press("escape")
        assert entry(app).figure == last.figure


@SIZES
async def test_disagreements_come_first_at_a_key(selling: Path, size: tuple[int, int]) -> None:
    """A thing told more than once opens to the figures that tell it, and closes again."""
    async with opened(selling, size) as app:
        await app.press("4", "c")
        table = view(app).table
        first, second = table.items
        assert isinstance(first, Told)
        assert isinstance(second, Told)
        assert Relation.CONFLICT in first.comparison.relations
        assert "说法不一" in app.text
        assert "⣀⣿" in app.text
        await app.press("enter")
        assert {one.written for one in table.items if isinstance(one, Entry)} == {"24 年", "25年"}
        await app.press("escape")
        assert table.items == [first, second]
        assert table.chosen is first
        await app.press("enter", "down", "enter")
        assert app.main.reader.current_figure is not None
        await app.press("escape", "escape", "escape")
        assert view(app).table.count > 100


async def test_words_follow_the_reader_s_script(seeded: Path) -> None:
    """Labels, values, figures and the words of the program are in the script that is on."""
    async with opened(seeded, USUAL) as app:
        await app.press("4", "c", "t")
        assert "科大讯飞 人工智能年数" in app.text
        assert "25年 / 24 年" in app.text
        await app.press("t")
        assert "科大訊飛 人工智能年數" in app.text
        assert "說法不一" in app.text
        await app.press("escape")
        assert "萬元" in app.text
        assert "万元" not in app.text


async def test_typing_narrows_to_labels_in_any_script(seeded: Path) -> None:
    """What is typed in one script finds labels in the other."""
    async with opened(seeded) as app:
        await app.press("4", "/")
        for character in "凈利潤":
            await app.pilot.press(character)
        await app.rest()
        await app.press("enter")
        assert entry(app).written == "6.45億元~7.3億元"
        await app.press("escape")
        assert view(app).table.count > 100


async def test_orders_and_kinds_go_round(seeded: Path) -> None:
    """By size like stands with like, the largest first; a kind alone at another key."""
    async with opened(seeded) as app:
        await app.press("4", "tab")
        assert {one.figure.kind for one in view(app).table.items if isinstance(one, Entry)} == {
            FigureKind.MONEY
        }
        await app.press("s", "s")
        assert entry(app).written == "1,164億元"
        await app.press("s", "s", "shift+tab")
        assert view(app).table.count > 100


async def test_what_is_shown_is_copied(seeded: Path) -> None:
    """As Markdown with names of columns, as CSV as the command line has it."""
    async with opened(seeded) as app:
        await app.press("4", "tab", "y")
        lines = app.app.clipboard.splitlines()
        assert len(lines) == view(app).table.count + 2
        assert lines[0].startswith("| ")
        await app.press("Y")
        rows = list(csv.reader(io.StringIO(app.app.clipboard)))
        assert tuple(rows[0]) == COLUMNS
        assert {row[4] for row in rows[1:]} == {"money"}


async def test_comparisons_are_copied_with_all_who_tell(seeded: Path) -> None:
    """Each figure on a line of its own."""
    async with opened(seeded) as app:
        await app.press("4", "c", "y")
        assert app.app.clipboard.count("年 |") >= 2


async def test_the_status_line_says_who_tells_it_otherwise(seeded: Path) -> None:
    """From what is stored, once it is known; a year in doubt is said to be so."""
    async with opened(seeded, WIDE) as app:
        await app.press("4", "c", "enter", "enter")
        assert "1 篇说法不一" in app.text
        await app.press("escape", "escape", "escape", "/")
        for character in "对标ChatGPT4":
            await app.pilot.press(character)
        await app.rest()
        await app.press("enter")
        assert entry(app).written == "2014年上半年"
        await app.press("enter")
        assert "年份有疑，或为 2024" in app.text


async def test_what_is_left_out_is_said(selling: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library larger than the bound shows its newest articles and says so."""
    monkeypatch.setattr("digest.ui.screens.figures.MOST_LISTED", 2)
    async with opened(selling, USUAL) as app:
        await app.press("4")
        assert "另有 5 篇较早的未列" in app.text

"""Auditing the conversion, making a choice anew, and seeing the text as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.app import USUAL, Opened, opened

from digest.library import Library
from digest.services.ingest import add

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """理发师的头发很长。
\u3000\u3000记者在理发店里看到，一位头发花白的老人正在等候。他说，面条和面子都要，只有一只猫。
"""


def library(tmp_path: Path, text: str = TEXT) -> Path:
    """A library of one article."""
    file = tmp_path / "news.txt"
    file.write_text(text, "utf-8")
    path = tmp_path / "library.db"
    with Library.open(path) as kept:
        add(kept, [file])
    return path


def status(app: Opened) -> str:
    """What the status line says."""
    return "".join(text.text for text in app.main.teller.status._left)


async def test_choices_are_gone_through_and_explained(tmp_path: Path) -> None:
    """Each is lit, told with its reason and its candidates, and left again."""
    async with opened(library(tmp_path)) as app:
        await app.press("t", "t", "enter", "a")
        assert app.main.audit.is_on
        assert "] [" in status(app)
        await app.press("right_square_bracket")
        remark = app.main.audit.current
        assert remark is not None
        assert len(remark.candidates) > 1
        assert " ".join(remark.candidates) in status(app)
        first = app.main.reader.current
        await app.press("right_square_bracket")
        assert app.main.reader.current != first
        await app.press("left_square_bracket")
        assert app.main.reader.current == first
        await app.press("a")
        assert app.main.audit.current is None


async def test_a_choice_becomes_a_rule_and_can_be_taken_back(tmp_path: Path) -> None:
    """Enter shows the candidates, Enter again writes, the text follows, U undoes."""
    file = tmp_path / "own" / "dictionary.txt"
    async with opened(library(tmp_path), dictionary=file) as app:
        await app.press("t", "t", "enter", "a")
        while (remark := app.main.audit.current) is None or remark.shown != "髮":
            await app.press("right_square_bracket")
        assert "頭髮花白" in app.text
        await app.press("enter")
        assert "发" in app.text
        await app.press("enter")
        written = file.read_text("utf-8").splitlines()[-1].split("\t")
        assert written[2] == "zh-Hant-TW"
        assert "發" in written[1]
        assert written[1] in app.text
        await app.press("U")
        assert not file.exists()
        assert written[1] not in app.text


async def test_a_rule_needs_the_character(tmp_path: Path) -> None:
    """Words without it are refused, and Esc leaves everything as it was."""
    file = tmp_path / "dictionary.txt"
    async with opened(library(tmp_path), dictionary=file) as app:
        await app.press("t", "t", "enter", "a", "right_square_bracket", "enter")
        await app.press("ctrl+u", "x", "enter")
        assert app.app.screen is not app.main
        await app.press("escape")
        assert not file.exists()


async def test_the_text_as_written_has_no_choices(tmp_path: Path) -> None:
    """It says so, and toggling the script shows them."""
    async with opened(library(tmp_path)) as app:
        await app.press("enter", "a")
        assert " t " in status(app)
        await app.press("t", "t", "right_square_bracket")
        assert app.main.audit.current is not None


async def test_the_text_as_it_came_is_a_key_away(seeded: Path) -> None:
    """What was taken out and mended is lit there, and Esc leads back."""
    async with opened(seeded, USUAL) as app:
        damaged = next(
            listing
            for listing in app.main.desk.listings
            if app.main.desk.library.repaired(listing.id)
        )
        app.main.navigator.read(app.main.desk.listings.index(damaged))
        await app.press("d", "d", "r")
        assert "430" in app.text
        assert "(" in app.text
        await app.press("right_square_bracket", "g", "G", "escape")
        assert not app.text.startswith("430")
        assert app.app.screen.id == app.main.id

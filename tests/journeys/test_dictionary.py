"""The reader's own dictionary: what it says is on the screen with the next toggle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.app import opened

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_rule_of_ones_own_is_followed_everywhere(seeded: Path, tmp_path: Path) -> None:
    """List and text show the reader's word, and another one when the file has changed."""
    file = tmp_path / "dictionary.txt"
    file.write_text("讯飞\t訊非\tzh-Hant-TW\n", "utf-8")
    async with opened(seeded, dictionary=file) as app:
        await app.press("t", "t")
        assert "科大訊非" in app.text
        assert "訊飛" not in app.text
        file.write_text("# nothing any more\n", "utf-8")
        await app.press("t", "t", "t")
        assert "訊非" not in app.text


async def test_a_wrong_line_is_named_and_nothing_else_changes(seeded: Path, tmp_path: Path) -> None:
    """The complaint says which line; reading goes on."""
    file = tmp_path / "dictionary.txt"
    file.write_text("讯飞\t訊飛\tklingon\n", "utf-8")
    async with opened(seeded, dictionary=file) as app:
        assert "line 1" in app.text
        await app.press("t")
        assert app.main.reader.page is not None

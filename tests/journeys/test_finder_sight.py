"""What the finder shows: every hit with its article and in the script that is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, opened

from digest.model import View

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_hit_in_an_article_that_is_sifted_out_has_its_title(seeded: Path) -> None:
    """What the list leaves out is found with its title, in its script, and with its place."""
    async with opened(seeded) as app:
        await app.press("t", "t", "slash")
        await app.pilot.press(*"余承东")
        await app.rest()
        await app.press("enter")
        assert len(app.main.desk.listings) == 1
        await app.find("一年半多的时间")
        lines = app.text.splitlines()
        assert "訊飛星火4.0 Turbo" in lines[2]
        assert "一年半多的時間" in "".join(line[58:].strip() for line in lines[1:])


@pytest.mark.parametrize("size", [NARROW, USUAL], ids=["80x24", "120x40"])
async def test_the_script_changes_in_the_finder(seeded: Path, size: tuple[int, int]) -> None:
    """By the key that types nothing: hits, place and words, with what was typed left alone."""
    async with opened(seeded, size) as app:
        await app.find("liuqingfeng")
        await app.press("f4")
        assert app.main.desk.look.view is View.HANS
        assert not set("國訊飛劉慶數題點還") & set(app.text)
        await app.press("f4")
        assert not set("国讯飞刘庆数题点还") & set(app.text)
        assert "查找 liuqingfeng" in app.text
        await app.press("escape")
        assert app.app.screen is app.main
        assert not set("国讯飞刘庆数题点还") & set(app.text)


async def test_the_script_changes_in_the_help(seeded: Path) -> None:
    """The names of the actions follow."""
    async with opened(seeded) as app:
        await app.press("question_mark", "f4")
        assert "切换简体、繁体、原文" in app.text
        await app.press("f4")
        assert "切換簡體、繁體、原文" in app.text
        assert "輸入可篩選" in app.text


async def test_an_offer_with_a_blank_is_named_whole(seeded: Path) -> None:
    """A source of two names is offered in its quotation marks."""
    async with opened(seeded) as app:
        await app.find("source:")
        assert 'source:"许昊杰 许可亮"' in app.text.splitlines()[-1]

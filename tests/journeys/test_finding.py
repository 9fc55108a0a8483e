"""Finding: a name however it is typed, and back again; words in the text at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, WIDE, opened

from digest.text.fold import key

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("劉慶峰", "刘庆峰"),
        ("刘庆峰", "刘庆峰"),
        ("lqf", "刘庆峰"),
        ("liuqingfeng", "刘庆峰"),
        ("科大迅飞", "科大讯飞"),
        ("kdxf", "科大讯飞"),
    ],
)
async def test_a_name_is_found_however_it_is_typed(seeded: Path, query: str, name: str) -> None:
    """The first hit leads to a passage that holds the name, and Esc leads back."""
    async with opened(seeded) as app:
        await app.press("enter", "space")
        before = app.main.navigator.article_id, app.main.reader.place
        await app.find(query)
        await app.press("enter")
        landed = app.main.reader.current
        article = app.main.desk.opened
        assert article is not None
        assert landed is not None
        assert key(landed.of(article.article.text)) == key(name)
        await app.press("escape")
        assert (app.main.navigator.article_id, app.main.reader.place) == before


@pytest.mark.parametrize("size", [NARROW, USUAL, WIDE], ids=["80x24", "120x40", "200x60"])
async def test_the_finder_shows_what_it_found(seeded: Path, size: tuple[int, int]) -> None:
    """Hits are on the screen in the reader's script, and leaving it changes nothing."""
    async with opened(seeded, size) as app:
        await app.press("t")
        await app.find("xinghuo")
        assert "星火" in app.text
        await app.press("down", "down", "up", "escape")
        assert app.main.articles.cursor == 0


async def test_an_empty_finder_shows_the_strongest_topics(seeded: Path) -> None:
    """Before anything is typed there is something to choose."""
    async with opened(seeded) as app:
        await app.find("")
        assert "话题" in app.text


async def test_words_are_found_in_the_text_in_either_script(seeded: Path) -> None:
    """A Simplified query marks Traditional hits; n and N go through them; Esc forgets them."""
    async with opened(seeded) as app:
        await app.find("誰是AI界")
        await app.press("enter", "slash")
        for character in "刘庆峰":
            await app.pilot.press(character)
        await app.rest()
        hits = list(app.main.reader.hits)
        assert len(hits) > 5
        await app.press("enter", "n", "n", "N")
        assert app.main.reader.current == hits[1]
        await app.press("escape")
        assert not app.main.reader.hits


async def test_a_search_that_is_given_up_leaves_the_place(seeded: Path) -> None:
    """Esc in the line that is typed goes back to where the search began."""
    async with opened(seeded) as app:
        await app.press("enter", "space", "slash")
        before = app.main.reader.seen
        for character in "科大":
            await app.pilot.press(character)
        await app.press("escape")
        assert not app.main.reader.hits
        assert app.main.reader.seen.overlaps(before)


async def test_help_finds_an_action_and_does_it(seeded: Path) -> None:
    """An action is found by pinyin, and Enter does it."""
    async with opened(seeded) as app:
        await app.press("question_mark")
        assert "Ctrl+K" in app.text
        for character in "taiwan":
            await app.pilot.press(character)
        await app.press("enter")
        assert app.main.desk.look.view.value.startswith("zh-Hant")


async def test_full_width_keys_act_as_their_twins(seeded: Path) -> None:
    """With an input method on, ？ is help and 】 is the next figure."""
    async with opened(seeded) as app:
        await app.press("enter")
        await app.strike("】")
        assert app.main.reader.current_figure is not None
        await app.strike("？")
        assert "Ctrl+K" in app.text


async def test_enter_waits_for_what_was_typed(seeded: Path) -> None:
    """Whoever types fast and presses Enter at once goes to the hit of the whole query."""
    async with opened(seeded) as app:
        await app.press("f2")
        await app.pilot.press(*"liuqingfeng", "enter")
        await app.rest()
        await app.rest()
        landed, article = app.main.reader.current, app.main.desk.opened
        assert article is not None
        assert landed is not None
        assert key(landed.of(article.article.text)) == "刘庆峰"

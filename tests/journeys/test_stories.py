"""Stories in the list: folded, explained, split, merged and laid side by side by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, Opened, opened
from support.briefs import NEWS, add, news

from digest.library import Library
from digest.model import View
from digest.services import stories
from digest.services.mining import mine
from digest.ui.look import Look
from digest.ui.screens.aside import Aside

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three events told by three articles each; not to be written."""
    path = tmp_path_factory.mktemp("told") / "library.db"
    with Library.open(path) as library:
        add(library, news(9, tuple(NEWS)[:3]))
        mine(library)
        stories.group_new(library)
    return path


@pytest.fixture
def told(told_once: Path, tmp_path: Path) -> Path:
    """The same, of one's own."""
    path = tmp_path / "library.db"
    path.write_bytes(told_once.read_bytes())
    return path


def listed(app: Opened) -> list[str]:
    """Ids of the articles in the list."""
    return [listing.id for listing in app.main.desk.listings]


async def fold(app: Opened) -> None:
    """Fold the stories and wait until they are."""
    await app.press("i")
    await app.rest()


async def test_a_story_stands_once(told: Path) -> None:
    """With how many more tell it and why; at the same key all stand again, also at a new start."""
    async with opened(told) as app:
        assert len(listed(app)) == 9
        await fold(app)
        assert len(listed(app)) == 3
        assert app.text.count("另 2 篇同题") == 3
        await app.press("j", "k")
        app.main.teller.place()
        assert "3 篇同题" in app.text
    async with opened(told) as app:
        await app.rest()
        assert app.main.desk.folding.is_on
        await fold(app)
        assert len(listed(app)) == 9


async def test_reading_a_story_reads_its_members(told: Path) -> None:
    """One key marks all, and one undo takes it back."""
    async with opened(told) as app:
        await fold(app)
        await app.press("m")
        await fold(app)
        assert sum(listing.read for listing in app.main.desk.listings) == 3
        await app.press("U")
        assert not any(listing.read for listing in app.main.desk.listings)


async def test_a_hidden_member_can_be_gone_to(told: Path) -> None:
    """It is shown beside the one that stands for it."""
    async with opened(told) as app:
        every = set(listed(app))
        await fold(app)
        hidden = min(every - set(listed(app)))
        place = app.main.desk.library.article(hidden).paragraphs[0].span
        app.main.navigator.jump(hidden, place)
        await app.rest()
        assert app.main.navigator.article_id == hidden


async def test_an_article_is_split_from_its_story(told: Path) -> None:
    """For good, until it is taken back."""
    async with opened(told) as app:
        await fold(app)
        await app.press("B")
        await app.rest()
        assert len(listed(app)) == 4
        await app.press("U")
        await app.rest()
        assert len(listed(app)) == 3
        await app.press("B")
        await app.rest()
    async with opened(told) as app:
        await app.rest()
        assert len(stories.stories(app.main.desk.library).groups[0]) in {2, 3}
        assert sorted(map(len, stories.stories(app.main.desk.library).groups)) == [2, 3, 3]


async def test_marked_stories_are_merged(told: Path) -> None:
    """And taken back at once."""
    async with opened(told) as app:
        await fold(app)
        await app.press("x", "j", "x", "M")
        await app.rest()
        assert len(listed(app)) == 2
        assert "另 5 篇同题" in app.text
        await app.press("U")
        await app.rest()
        assert len(listed(app)) == 3


@pytest.mark.parametrize("size", [NARROW, USUAL], ids=["80x24", "120x40"])
@pytest.mark.parametrize("view", [View.HANS, View.HANT_TW])
async def test_a_story_is_laid_side_by_side(told: Path, size: tuple[int, int], view: View) -> None:
    """Enter leads to the sentence of the column one is in, and back to it."""
    async with opened(told, size, Look(view=view)) as app:
        await app.press("c")
        await app.rest()
        screen = app.app.screen
        assert isinstance(screen, Aside)
        assert ("简" in app.text.split("\n")[0]) is (view is View.HANS)
        await app.press("tab")
        cell = screen.columns.chosen
        assert cell is not None
        await app.press("enter")
        assert app.main.navigator.article_id == cell.article
        assert app.main.reader.current == cell.span
        await app.press("escape")
        await app.rest()
        again = app.app.screen
        assert isinstance(again, Aside)
        assert again.columns.chosen == cell


async def test_marked_articles_are_laid_side_by_side(told: Path) -> None:
    """Whatever they tell; with fewer than two it is said how."""
    async with opened(told) as app:
        await app.press("x", "j", "x", "c")
        await app.rest()
        screen = app.app.screen
        assert isinstance(screen, Aside)
        assert len(screen.columns.articles) == 2
        await app.press("q")
        await app.press("x", "k", "x", "M")
        assert "x" in app.text.split("\n")[-2]


async def test_a_topic_is_compared(told: Path) -> None:
    """From the list of topics, over the newest articles that mention it."""
    async with opened(told) as app:
        await app.press("2", "c")
        await app.rest()
        screen = app.app.screen
        assert isinstance(screen, Aside)
        assert len(screen.columns.articles) > 1

"""The list narrowed to the articles that hold what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, Opened, opened

from digest.text.fold import key

if TYPE_CHECKING:
    from pathlib import Path


async def sift(app: Opened, query: str) -> None:
    """Type into the list's filter."""
    await app.press("slash")
    await app.pilot.press(*query)
    await app.rest()
    await app.rest()


@pytest.mark.parametrize(("query", "size"), [("余承东", NARROW), ("余承東", USUAL)])
async def test_the_list_shows_what_holds_the_words(
    seeded: Path, size: tuple[int, int], query: str
) -> None:
    """In either script, exactly the articles whose text has them."""
    async with opened(seeded, size) as app:
        library = app.main.desk.library
        wanted = {each.id for each in library.articles() if key(query) in key(each.text)}
        await sift(app, query)
        assert {each.id for each in app.main.desk.listings} == wanted
        assert 0 < len(wanted) < library.counts().articles
        assert query in app.text


async def test_escape_gives_the_whole_list_back(seeded: Path) -> None:
    """While one types and afterwards, with the cursor where it was."""
    async with opened(seeded) as app:
        await app.press("down", "down")
        here = app.main.selected
        await sift(app, "余承东")
        await app.press("escape")
        assert len(app.main.desk.listings) == 5
        assert app.main.selected == here
        await sift(app, "余承东")
        await app.press("enter")
        assert len(app.main.desk.listings) < 5
        await app.press("escape")
        assert len(app.main.desk.listings) == 5


@pytest.mark.parametrize("typed", [("华为", "余承东"), ("余承东", "华", "华为", "余承东")])
async def test_what_was_typed_last_counts(seeded: Path, typed: tuple[str, ...]) -> None:
    """However fast it came, also when all was deleted again."""
    async with opened(seeded) as app:
        await sift(app, "余承东")
        wanted = [each.id for each in app.main.desk.listings]
        for query in typed:
            app.main.sifting.typed(query)
        await app.rest()
        await app.rest()
        assert [each.id for each in app.main.desk.listings] == wanted
        for query in (*typed, ""):
            app.main.sifting.typed(query)
        await app.rest()
        await app.rest()
        assert len(app.main.desk.listings) == 5


async def test_hits_are_gone_through_in_an_article_of_the_list(seeded: Path) -> None:
    """The words are lit where it is opened, and n and N go from one to the next."""
    async with opened(seeded) as app:
        await sift(app, "华为")
        await app.press("enter", "enter")
        hits = list(app.main.reader.hits)
        assert hits
        article = app.main.desk.opened
        assert article is not None
        assert {key(hit.of(article.article.text)) for hit in hits} == {"华为"}
        await app.press("n")
        assert app.main.reader.current in hits


async def test_what_is_not_in_the_list_is_gone_to_all_the_same(seeded: Path) -> None:
    """A hit of the finder in another article shows the whole list again."""
    async with opened(seeded) as app:
        await sift(app, "余承东")
        shown = {each.id for each in app.main.desk.listings}
        await app.press("enter")
        other = next(each for each in app.main.desk.library.articles() if each.id not in shown)
        await app.find(other.metadata.title[:8])
        await app.press("enter")
        assert len(app.main.desk.listings) == 5


async def test_words_that_stand_nowhere_leave_an_empty_list(seeded: Path) -> None:
    """And it is said; what is typed on or taken back shows the list again."""
    async with opened(seeded) as app:
        await sift(app, "龘龘")
        assert not app.main.desk.listings
        assert "龘龘" in app.text
        assert "digest add" not in app.text
        await app.press("enter", "escape")
        assert len(app.main.desk.listings) == 5

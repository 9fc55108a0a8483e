"""The finder's signs and filters: commands, figures, sources, kinds, and what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, Opened, opened

from digest.model import HitKind
from digest.ui.screens.finder import Finder
from digest.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from pathlib import Path

    from digest.model import Hit


def hits(app: Opened) -> list[Hit]:
    """What the finder shows."""
    assert isinstance(app.app.screen, Finder)
    return list(app.app.screen._list.hits)


async def ask(app: Opened, query: str) -> None:
    """Open the finder and type, each character as a terminal sends it."""
    await app.press("f2")
    for character in query:
        await app.strike(character)
    await app.rest()


def line(app: Opened) -> str:
    """What stands in the line."""
    return app.app.screen.query_one(Prompt).text


@pytest.mark.parametrize("query", ["＞臺灣", ">fttwxg"])
async def test_a_command_is_found_and_done(seeded: Path, query: str) -> None:
    """In either script, in full width, in pinyin or its initials."""
    async with opened(seeded, NARROW) as app:
        await ask(app, query)
        assert hits(app)[0].topic == "next_variant"
        assert {hit.kind for hit in hits(app)} == {HitKind.COMMAND}
        await app.press("enter")
        assert app.main.desk.look.view.value.startswith("zh-Hant")


@pytest.mark.parametrize("query", ["＃8.48億", "#中标金额 大模型"])
async def test_a_figure_is_found_by_value_or_words(seeded: Path, query: str) -> None:
    """Rounded and in another unit too; Enter goes to the figure."""
    async with opened(seeded) as app:
        await ask(app, query)
        found = hits(app)
        assert found[0].kind is HitKind.FIGURE
        await app.press("enter")
        article = app.main.desk.opened
        assert article is not None
        assert app.main.reader.current == found[0].place
        assert "84780.8万元" in found[0].text


async def test_a_source_is_gone_into(seeded: Path) -> None:
    """Sources by name; Enter on one shows what is of it."""
    async with opened(seeded) as app:
        await ask(app, "＠")
        assert {hit.kind for hit in hits(app)} == {HitKind.SOURCE}
        name = hits(app)[0].text
        await app.press("enter")
        await app.rest()
        assert line(app) == f'source:"{name}" '
        assert hits(app)[0].kind is HitKind.ARTICLE


async def test_filters_complete_as_one_types(seeded: Path) -> None:
    """Tab takes the first offer, again the next; the line below names them."""
    async with opened(seeded) as app:
        await ask(app, "ki")
        await app.press("tab")
        await app.rest()
        assert line(app) == "kind:"
        assert "kind:人物" in app.text
        await app.pilot.press(*"pe")
        await app.rest()
        await app.press("tab")
        await app.rest()
        assert line(app) == "kind:person"
        assert {hit.kind for hit in hits(app)} == {HitKind.TOPIC}
        await app.pilot.press("space", *"lqf")
        await app.rest()
        await app.rest()
        assert [hit.text for hit in hits(app)] == ["劉慶峰"]


async def test_filters_are_written_in_chinese_too(seeded: Path) -> None:
    """With a full-width colon, in Traditional; what was found is in the reader's script."""
    async with opened(seeded) as app:
        await app.press("t")
        await ask(app, "種類：人物 刘庆峰")
        assert [hit.text for hit in hits(app)] == ["劉慶峰"]
        assert "刘庆峰" in app.text


@pytest.mark.parametrize(
    ("query", "words"),
    [("大模型 OR", "OR"), ("kind:xx", "kind:xx")],
)
async def test_what_cannot_be_meant_is_said(seeded: Path, query: str, words: str) -> None:
    """Below the hits, in the reader's language."""
    async with opened(seeded, NARROW) as app:
        await ask(app, query)
        assert words in app.text.splitlines()[-1]


async def test_nothing_typed_offers_the_last_places(seeded: Path) -> None:
    """The article that was read comes first, at the place where reading stopped."""
    async with opened(seeded, USUAL) as app:
        await app.press("enter", "space", "space")
        await ask(app, "")
        place = hits(app)[0]
        assert place.kind is HitKind.PLACE
        assert place.article == app.main.navigator.article_id
        assert place.place == app.main.desk.place(place.article)
        assert any(hit.kind is HitKind.TOPIC for hit in hits(app))

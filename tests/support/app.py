"""The app in tests: opened on a library, driven by keys, read as text."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from textual import events

from digest.library import Library
from digest.services.dictionary import OwnDictionary
from digest.ui.actions import Keymap
from digest.ui.ahead import RETRY_SECONDS
from digest.ui.app import DigestApp
from digest.ui.desk import Desk
from digest.ui.look import Look

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from digest.ui.bringing import Bringing
    from digest.ui.screens.main import MainScreen

NARROW, USUAL, WIDE = (80, 24), (120, 40), (200, 60)
"""Terminals that people have."""


class Opened:
    """An open app and the ways to use and to look at it."""

    def __init__(self, app: DigestApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        """The main screen."""
        return self.app.main

    @property
    def text(self) -> str:
        """What is on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def top_line(self) -> str:
        """The clean text on the top row of the reader."""
        reader = self.main.reader
        assert reader.page is not None
        return reader.page.clean_span(reader._top).of(reader.page.article.text)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until nothing is left to do."""
        await self.pilot.press(*keys)
        await self.rest()

    async def strike(self, character: str) -> None:
        """Type a character as a terminal sends it."""
        assert self.app._driver is not None
        self.app._driver.process_message(events.Key("a_name_of_its_own", character))
        await self.pilot.pause()
        await self.rest()

    async def rest(self) -> None:
        """Wait until workers and messages are done, and no key waits to be taken."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        while self.app._ahead.count:
            await self.pilot.pause(RETRY_SECONDS)
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def find(self, query: str) -> None:
        """Open the finder and type."""
        await self.press("f2")
        for character in query:
            await self.pilot.press(character if character != " " else "space")
        await self.rest()
        await self.rest()


@asynccontextmanager
async def opened(
    library: Path,
    size: tuple[int, int] = USUAL,
    look: Look | None = None,
    keymap: Keymap | None = None,
    dictionary: Path | None = None,
    *,
    bring: Bringing | None = None,
) -> AsyncIterator[Opened]:
    """The app on a library, as it looks once everything has come to rest."""
    store = Library.open(library)
    wanted = look or Look()
    own = OwnDictionary(dictionary) if dictionary else None
    desk = Desk(store, wanted.recalled(store.session()), "zh_CN.UTF-8", own)
    app = DigestApp(desk, keymap or Keymap(), asks_width=True, bring=bring)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            made = Opened(app, pilot)
            await made.rest()
            yield made
    finally:
        store.close()

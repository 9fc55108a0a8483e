"""Finding: over everything with the finder, in the text at hand, and from hit to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.ui.doors import open_finder

if TYPE_CHECKING:
    from digest.ui.screens.main import MainScreen


def finder(screen: MainScreen) -> None:
    """Find topics, titles and passages as one types."""
    open_finder(screen)


def search(screen: MainScreen) -> None:
    """Find in this text as one types; in the list, narrow it to the articles that hold it."""
    if screen.is_reading:
        screen.search.open()
    else:
        screen.sifting.open()


def next_hit(screen: MainScreen) -> None:
    """The next hit; with no search, the next unread article."""
    if screen.is_reading and screen.reader.hits:
        screen.search.step(1)
    else:
        screen.navigator.step_unread(1)


def previous_hit(screen: MainScreen) -> None:
    """The hit before; with no search, the unread article before."""
    if screen.is_reading and screen.reader.hits:
        screen.search.step(-1)
    else:
        screen.navigator.step_unread(-1)


COMMANDS = {
    "finder": finder,
    "search": search,
    "next_hit": next_hit,
    "previous_hit": previous_hit,
}

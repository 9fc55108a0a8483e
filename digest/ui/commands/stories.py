"""Stories in the list: folded into one, split and merged by the reader, laid side by side."""

from __future__ import annotations

from concurrent.futures import CancelledError
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from digest.model import DigestError
from digest.ui.doors import open_aside
from digest.ui.folding import APART, FOLDED, KEPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.services.stories import Change, Stories
    from digest.ui.screens.main import MainScreen

MOST_MARKED = 4
"""Marked articles that are laid side by side."""


def fold_stories(screen: MainScreen) -> None:
    """Show every story once, or all articles."""
    folding = screen.desk.folding
    folding.is_on = not folding.is_on
    screen.desk.keep(**{KEPT: FOLDED if folding.is_on else APART})
    if not folding.is_on or folding.stories is not None:
        _show_folded(screen)
        _say_folded(screen)
    else:
        with_stories(screen, partial(_say_folded, screen))


def _show_folded(screen: MainScreen) -> None:
    screen.desk.fold()
    screen.refresh_list(anew=True)


def _say_folded(screen: MainScreen) -> None:
    folding = screen.desk.folding
    if not folding.is_on:
        screen.teller.say(screen.desk.say("story.apart"))
        return
    count = len(folding.stories.groups) if folding.stories is not None else 0
    screen.teller.say(screen.desk.say("story.folded" if count else "story.none", count=count))


def with_stories(screen: MainScreen, then: Callable[[], None], *, anew: bool = False) -> None:
    """Do something once the stories are known, read in a thread.

    Args:
        screen: the main screen.
        then: done in the app's loop.
        anew: read them also if they are known.
    """
    folding = screen.desk.folding
    if folding.stories is not None and not anew:
        then()
        return

    def show(found: Stories | DigestError) -> None:
        if isinstance(found, DigestError):
            screen.teller.say(str(found))
            return
        folding.stories = found
        _show_folded(screen)
        then()

    def read() -> None:
        from digest.services.stories import stories  # noqa: PLC0415 - loaded when it is asked

        found: Stories | DigestError
        try:
            found = stories(screen.desk.library)
        except DigestError as error:
            found = error
        # An app that is being left shows nothing more.
        with suppress(RuntimeError, CancelledError):
            screen.app.call_from_thread(show, found)

    screen.run_worker(read, thread=True, group="stories", exclusive=True)


def mark(screen: MainScreen) -> None:
    """Mark the article for what is done with several, or take the mark away."""
    listing = screen.selected
    if listing is None:
        return
    folding = screen.desk.folding
    folding.mark(listing.id)
    screen.articles.refresh()
    screen.teller.say(screen.desk.say("story.marked", count=len(folding.marked)))


def compare(screen: MainScreen) -> None:
    """Lay the marked articles side by side; with none, those of the story one is on."""
    folding, listing = screen.desk.folding, screen.selected
    if len(folding.marked) > 1:
        open_aside(screen, tuple(folding.marked)[:MOST_MARKED])
    elif listing is not None:
        with_stories(screen, lambda: _compare_story(screen, listing.id))


def _compare_story(screen: MainScreen, article: str) -> None:
    members = screen.desk.folding.story(article)
    if len(members) > 1:
        open_aside(screen, members[:MOST_MARKED])
    else:
        screen.teller.say(screen.desk.say("story.mark_two"))


def split_story(screen: MainScreen) -> None:
    """Take the article out of its story, for good."""
    listing = screen.selected
    if listing is not None:
        with_stories(screen, lambda: _split(screen, listing.id))


def _split(screen: MainScreen, article: str) -> None:
    from digest.services.stories import split  # noqa: PLC0415 - loaded when it is asked

    members = screen.desk.folding.story(article)
    if len(members) < 2:
        screen.teller.say(screen.desk.say("story.single"))
        return
    change = split(screen.desk.library, article, members)
    _changed(screen, [change], "story.was_split")


def merge_stories(screen: MainScreen) -> None:
    """Make one story of the marked articles, for good."""
    if len(screen.desk.folding.marked) < 2:
        screen.teller.say(screen.desk.say("story.mark_two"))
        return
    with_stories(screen, lambda: _merge(screen))


def _merge(screen: MainScreen) -> None:
    from digest.services.stories import merge  # noqa: PLC0415 - loaded when it is asked

    folding = screen.desk.folding
    first, *others = folding.marked
    changes = [
        merge(screen.desk.library, folding.story(first), folding.story(other))
        for other in others
        if other not in folding.story(first)
    ]
    folding.marked.clear()
    _changed(screen, changes, "story.was_merged")


def _changed(screen: MainScreen, changes: list[Change], words: str) -> None:
    """Show the stories as they are now; it can be taken back at once."""
    from digest.services.stories import take_back  # noqa: PLC0415 - loaded when it is asked

    library = screen.desk.library

    def back() -> None:
        for change in reversed(changes):
            take_back(library, change)
        with_stories(screen, lambda: None, anew=True)

    screen.desk.remember("undo.story", back)
    with_stories(screen, lambda: screen.teller.say(screen.desk.say(words)), anew=True)


COMMANDS = {
    "fold_stories": fold_stories,
    "mark": mark,
    "compare": compare,
    "split_story": split_story,
    "merge_stories": merge_stories,
}

"""What every view over the library does: shown, moved in, narrowed, gone from and come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, WIDE, Opened, opened

from digest.model import LibraryError, Span
from digest.ui import doors
from digest.ui.draw import Part, Text, row
from digest.ui.screens.view import View
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.strip import Strip

    from digest.library import Listing
    from digest.ui.inks import Inks


class Titles(RowList):
    """Titles, one a row."""

    def __init__(self, view: View, inks: Inks) -> None:
        super().__init__(inks)
        self.listings: list[Listing] = []
        self._view = view

    @property
    def count(self) -> int:
        """How many."""
        return len(self.listings)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One title as the reader's script has it."""
        listing, desk = self.listings[index], self._view.desk
        shown = desk.in_view(listing.title, listing.script)
        return row([Part(shown, self.inks[""])], width - line, self.base)


class TitleView(View):
    """A view of titles that leads to the tenth character of a text."""

    NAME = "topics"
    NARROWS = True

    def make_rows(self) -> Titles:
        """The titles."""
        self.titles = Titles(self, self.inks)
        return self.titles

    def load(self) -> list[Listing]:
        """All listings."""
        return self.desk.library.listings()

    def show_loaded(self, what: list[Listing]) -> None:
        """Show them."""
        self.all = what
        self.narrow(self.narrowing.text)

    def narrow(self, text: str) -> None:
        """Show those with a text in them."""
        self.titles.listings = [each for each in self.all if text in each.title]
        self.titles.reset()

    def told(self) -> tuple[Sequence[Text], Sequence[Text]]:
        """How many."""
        return [Text(f"titles: {self.titles.count}")], []

    def choose(self) -> None:
        """Go there."""
        self.go(self.titles.listings[self.titles.cursor].id, Span(10, 12))


class Failing(TitleView):
    """A view that cannot be read."""

    def load(self) -> list[Listing]:
        """Fail."""
        raise LibraryError("the library does not answer")


def on_top(app: Opened) -> object:
    """The screen that is shown."""
    return app.app.screen


@pytest.fixture
def titles(monkeypatch: pytest.MonkeyPatch) -> None:
    """The view of titles stands at 2."""
    monkeypatch.setattr(doors, "VIEWS", {"topics": (__name__, "TitleView")})


@pytest.mark.usefixtures("titles")
@pytest.mark.parametrize("size", [NARROW, USUAL, WIDE], ids=["80x24", "120x40", "200x60"])
async def test_one_comes_back_to_where_one_was(seeded: Path, size: tuple[int, int]) -> None:
    """From a view into a text, back to the view and its row, back to the articles."""
    async with opened(seeded, size) as app:
        await app.press("2", "j", "j")
        view = app.app.screen
        assert isinstance(view, TitleView)
        assert "titles: 5" in app.text
        await app.press("enter")
        assert on_top(app) is app.main
        assert app.main.reader.current == Span(10, 12)
        assert app.main.navigator.article_id == view.titles.listings[2].id
        await app.press("escape")
        assert on_top(app) is view
        assert view.titles.cursor == 2
        await app.press("escape")
        assert on_top(app) is app.main
        assert not app.main.is_reading


@pytest.mark.usefixtures("titles")
async def test_keys_pressed_before_a_view_is_read_are_not_lost(seeded: Path) -> None:
    """Enter waits for what it is to open."""
    async with opened(seeded) as app:
        await app.press("2", "enter")
        assert app.main.reader.current == Span(10, 12)


@pytest.mark.usefixtures("titles")
async def test_a_view_follows_the_script(seeded: Path) -> None:
    """Rows and tabs are in the script on the screen, also when it was changed elsewhere."""
    async with opened(seeded) as app:
        await app.press("2", "t")
        assert "2 话题" in app.text
        await app.press("t")
        assert "2 話題" in app.text
        assert app.main.desk.look.view is not None
        await app.press("1", "t", "2")
        assert "话题" in app.text


@pytest.mark.usefixtures("titles")
async def test_a_view_is_narrowed_as_one_types(seeded: Path) -> None:
    """What is typed narrows; Enter keeps it, Esc takes it back, Esc again leaves."""
    async with opened(seeded) as app:
        await app.press("2", "slash")
        await app.pilot.press("大", "模")
        await app.rest()
        narrowed = "titles: 5" not in app.text
        await app.press("enter")
        assert narrowed
        assert "titles: 5" not in app.text
        await app.press("escape")
        assert "titles: 5" in app.text
        await app.press("escape")
        assert on_top(app) is app.main


@pytest.mark.usefixtures("titles")
async def test_the_finder_and_the_help_open_over_a_view(seeded: Path) -> None:
    """They lie over it, Esc leads back to it, and a hit leads out of it."""
    async with opened(seeded) as app:
        await app.press("2")
        view = app.app.screen
        await app.press("question_mark", "escape")
        assert on_top(app) is view
        await app.find("kdxf")
        await app.press("escape")
        assert on_top(app) is view
        await app.find("kdxf")
        await app.press("enter")
        assert on_top(app) is app.main
        assert app.main.is_reading


async def test_a_view_that_cannot_be_read_says_why(
    seeded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is on the status line, and one gets out."""
    monkeypatch.setattr(doors, "VIEWS", {"topics": (__name__, "Failing")})
    async with opened(seeded) as app:
        await app.press("2")
        assert "does not answer" in app.text
        await app.press("enter", "escape")
        assert on_top(app) is app.main


async def test_an_action_of_the_views_says_where_it_works(seeded: Path) -> None:
    """Chosen by name over the articles it explains itself and does nothing."""
    async with opened(seeded) as app:
        app.main.do("view_order")
        await app.rest()
        assert "2" in app.main.teller.status._left[0].text

"""Moving: up and down, from article to article, into the text and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.ui.screens.main import MainScreen

PAGE_OVERLAP = 2
"""Rows of the last page still seen on the next, so that the eye finds its place."""


def _move(screen: MainScreen, rows: int, items: int) -> None:
    if screen.is_reading:
        screen.reader.scroll(rows)
    else:
        screen.articles.move(items)


def down(screen: MainScreen) -> None:
    """One row, or one article, down."""
    _move(screen, 1, 1)


def up(screen: MainScreen) -> None:
    """One row, or one article, up."""
    _move(screen, -1, -1)


def page_down(screen: MainScreen) -> None:
    """A page down; at the end of a text stop once, then open the next unread one."""
    if screen.is_reading and screen.reader.at_end:
        screen.navigator.go_on()
    else:
        _move(screen, screen.reader.size.height - PAGE_OVERLAP, screen.articles.page_items)


def page_up(screen: MainScreen) -> None:
    """A page up."""
    _move(screen, PAGE_OVERLAP - screen.reader.size.height, -screen.articles.page_items)


def half_down(screen: MainScreen) -> None:
    """Half a page down."""
    _move(screen, screen.reader.size.height // 2, screen.articles.page_items // 2 or 1)


def half_up(screen: MainScreen) -> None:
    """Half a page up."""
    _move(screen, -(screen.reader.size.height // 2), -(screen.articles.page_items // 2 or 1))


def top(screen: MainScreen) -> None:
    """To the beginning."""
    if screen.is_reading:
        screen.reader.go_top()
    else:
        screen.articles.move(-screen.articles.count)


def end(screen: MainScreen) -> None:
    """To the end."""
    if screen.is_reading:
        screen.reader.go_end()
    else:
        screen.articles.move(screen.articles.count)


def open_article(screen: MainScreen) -> None:
    """Read the article the cursor is on."""
    screen.navigator.read(screen.articles.cursor)


def back(screen: MainScreen) -> None:
    """To where a jump began; then to the list; there, to all of it."""
    if not screen.is_reading:
        screen.sifting.forget()
    elif screen.desk.look.zen:
        screen.look_as(zen=False)
    elif screen.search.query:
        screen.search.forget()
    elif not screen.navigator.jump_back():
        screen.navigator.leave_text()


def leave(screen: MainScreen) -> None:
    """Back; from the list, out of the program."""
    if screen.is_reading or screen.sifting.query:
        back(screen)
    else:
        screen.leave()


def next_article(screen: MainScreen) -> None:
    """The next article of the list."""
    screen.navigator.step_article(1)


def previous_article(screen: MainScreen) -> None:
    """The one before."""
    screen.navigator.step_article(-1)


def previous_unread(screen: MainScreen) -> None:
    """The unread article before this one."""
    screen.navigator.step_unread(-1)


def next_pane(screen: MainScreen) -> None:
    """From the list to the text, or from the text to the list."""
    if screen.is_reading:
        screen.navigator.leave_text()
    elif screen.desk.opened is not None:
        screen.navigator.enter_text()


COMMANDS = {
    "down": down,
    "up": up,
    "page_down": page_down,
    "page_up": page_up,
    "half_down": half_down,
    "half_up": half_up,
    "top": top,
    "end": end,
    "open": open_article,
    "back": back,
    "leave": leave,
    "next_article": next_article,
    "previous_article": previous_article,
    "previous_unread": previous_unread,
    "next_pane": next_pane,
}

"""Keeping: read, starred, removed, taken back, copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text.sanitize import inert
from digest.ui.sentence import sentence_around

if TYPE_CHECKING:
    from digest.ui.screens.main import MainScreen


def star(screen: MainScreen) -> None:
    """Star the article, or take its star away."""
    listing = screen.selected
    if listing is None:
        return
    screen.desk.set_starred(listing.id, starred=not listing.starred)
    screen.teller.say(screen.desk.say("kept.unstarred" if listing.starred else "kept.starred"))
    screen.refresh_list()


def toggle_read(screen: MainScreen) -> None:
    """Mark the article read, or unread."""
    listing = screen.selected
    if listing is None:
        return
    screen.desk.set_read([listing.id], read=not listing.read)
    screen.teller.say(screen.desk.say("kept.unread" if listing.read else "kept.read"))
    screen.refresh_list()


def all_read(screen: MainScreen) -> None:
    """Mark every article read."""
    ids = [*screen.desk.listings.ids()]
    changed = screen.desk.set_read(ids, read=True)
    screen.teller.say(screen.desk.say("kept.all_read", articles=changed))
    screen.refresh_list()


def undo(screen: MainScreen) -> None:
    """Take the last change back."""
    what = screen.desk.undo()
    words = "undo.nothing" if what is None else what
    # The reader's dictionary may be what was changed back.
    screen.look_at(screen.desk.look)
    screen.refresh_list(anew=True)
    screen.teller.say(screen.desk.say(words))


def remove(screen: MainScreen) -> None:
    """Take the article out of the library."""
    listing = screen.selected
    if listing is None:
        return
    screen.desk.remove(listing.id)
    screen.teller.say(screen.desk.say("kept.removed", title=listing.title))
    screen.refresh_list(anew=True)


def copy_reference(screen: MainScreen) -> None:
    """Copy the article's id, by which the command line knows it."""
    listing = screen.selected
    if listing is not None:
        _copy(screen, listing.id)


def copy_sentence(screen: MainScreen) -> None:
    """Copy the sentence the reader is on, as it is shown, with its source."""
    opened, listing = screen.desk.opened, screen.selected
    if opened is None or listing is None:
        return
    at = screen.reader.current or screen.reader.seen
    span = sentence_around(opened.article, at.start)
    text = screen.desk.in_view(span.of(opened.article.text), opened.article.script)
    title = screen.desk.in_view(listing.title, listing.script)
    parts = [title, listing.source or listing.author, listing.published]
    _copy(screen, f"{text}\n({', '.join(part for part in parts if part)})")


def _copy(screen: MainScreen, text: str) -> None:
    clean = "\n".join(inert(line) for line in text.split("\n"))
    screen.app.copy_to_clipboard(clean)
    screen.teller.say(screen.desk.say("kept.copied", text=clean.split("\n")[0]))


COMMANDS = {
    "star": star,
    "toggle_read": toggle_read,
    "all_read": all_read,
    "undo": undo,
    "remove": remove,
    "copy_reference": copy_reference,
    "copy_sentence": copy_sentence,
}

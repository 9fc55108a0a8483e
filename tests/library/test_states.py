"""What readers did is kept apart from what was derived, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import TEXT, database, entry

from digest.library import Counts, Library, State
from digest.library.analyses import carried
from digest.model import NotFoundError, Span

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_was_done_at_first(library: Library) -> None:
    """A new article is unread, unstarred and was never open."""
    (added,) = library.add([entry()])
    assert library.state(added.id) == State()


def test_marking_says_what_it_changed(library: Library) -> None:
    """Undo takes back only what was done."""
    one, two = (each.id for each in library.add([entry("一"), entry("二")]))
    assert library.set_read([one], read=True) == (one,)
    assert library.set_read([one, two, "0123"], read=True) == (two,)
    assert library.set_read([two], read=False) == (two,)
    assert library.counts() == Counts(2, 1, 0)


def test_stars_and_reading_do_not_touch_each_other(library: Library) -> None:
    """Each mark is its own."""
    (added,) = library.add([entry()])
    assert library.set_starred([added.id], starred=True) == (added.id,)
    library.set_read([added.id], read=True)
    library.set_read([added.id], read=False)
    listing = library.listing(added.id)
    assert (listing.read, listing.starred) == (False, True)
    assert library.counts().starred == 1


def test_the_place_is_kept_with_its_time(library: Library) -> None:
    """Where one was, and when."""
    (added,) = library.add([entry()])
    library.set_starred([added.id], starred=True)
    library.set_place(added.id, Span(3, 8))
    library.set_place(added.id, Span(9, 12))
    expected = State(starred=True, place=Span(9, 12), opened="2026-01-31T09:30:00Z")
    assert library.state(added.id) == expected


def test_a_place_in_nothing_is_not_found(library: Library) -> None:
    """Only articles have places."""
    with pytest.raises(NotFoundError):
        library.set_place("0123", Span(0, 1))


def test_state_outlives_the_program(tmp_path: Path) -> None:
    """Everything is there after closing and opening."""
    with Library.open(database(tmp_path)) as library:
        (added,) = library.add([entry()])
        library.set_read([added.id], read=True)
        library.remember({"article": added.id, "view": "zh-Hans"})
        library.remember({"view": "zh-Hant"})
    with Library.open(database(tmp_path)) as library:
        assert library.listing(added.id).read
        assert library.session() == {"article": added.id, "view": "zh-Hant"}


def test_a_place_moves_with_its_words(library: Library) -> None:
    """A text that is cleaned better keeps the reader at the same sentence."""
    (added,) = library.add([entry()])
    library.set_place(added.id, Span(9, 14))
    better = entry("图片来源\n" + TEXT, raw=TEXT.encode(), version=2).analysis
    library.replace(added.id, better)
    place = library.state(added.id).place
    assert place is not None
    assert place.of(better.article.text) == Span(9, 14).of(TEXT)


@pytest.mark.parametrize(
    ("old", "place", "new", "moved"),
    [
        ("abcabc", Span(3, 5), "xxabcabc", Span(5, 7)),
        ("abcdef", Span(3, 6), "uvwxyz", Span(3, 6)),
        ("abcdefgh", Span(4, 8), "uvwx", Span(2, 4)),
        ("abc", Span(3, 3), "", Span(0, 0)),
        ("", Span(0, 0), "abc", Span(0, 0)),
    ],
)
def test_places_are_carried(old: str, place: Span, new: str, moved: Span) -> None:
    """By their words where these are still there, else by their share of the text."""
    assert carried(place, old, new) == moved

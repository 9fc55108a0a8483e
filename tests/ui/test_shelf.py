"""The articles on the desk, and what becomes of them when they are marked, removed, narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from support.library import entry

from digest.library import Library
from digest.ui.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = 12


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A shelf with a few articles, all unread."""
    with Library.open(tmp_path / "library.db") as library:
        library.add(
            [entry(f"新闻{at}。", published=f"2026-01-{at + 1:02}") for at in range(ARTICLES)]
        )
        shelf = Shelf(library)
        shelf.refresh()
        yield shelf


def is_true(shelf: Shelf) -> bool:
    """Whether the shelf says what the library does."""
    shown = [each for each in shelf.library.listings() if shelf.index(each.id) is not None]
    places = [shelf.index(each.id) for each in shown]
    unread = sum(not each.read for each in shown)
    return [*shelf.listings] == shown and places == [*range(len(shown))] and shelf.unread == unread


def _numbers(count: int) -> list[int]:
    """The numbers of the first of the list: they were added oldest first, and count from 1."""
    return [*range(ARTICLES - count + 1, ARTICLES + 1)]


@pytest.mark.parametrize("wanted", [1, 7, ARTICLES])
def test_it_is_narrowed_in_its_order(shelf: Shelf, wanted: int) -> None:
    """To few or to many, and to none that is not there."""
    ids = [each.id for each in shelf.listings][:wanted]
    shelf.narrow(np.array([*_numbers(wanted), ARTICLES + 7]))
    assert [each.id for each in shelf.listings] == ids
    assert is_true(shelf)
    shelf.narrow(None)
    assert len(shelf.listings) == ARTICLES
    assert is_true(shelf)


@pytest.mark.parametrize("narrowed", [False, True])
def test_marks_are_kept_true_and_taken_back(shelf: Shelf, *, narrowed: bool) -> None:
    """Of articles that are seen and of others, in the library and on the desk."""
    ids = [each.id for each in shelf.listings]
    if narrowed:
        shelf.narrow(np.array(_numbers(3)))
    shelf.set_read([ids[1], ids[5]], read=True)
    shelf.set_starred(ids[2], starred=True)
    assert is_true(shelf)
    assert shelf.undo() == "undo.star"
    assert is_true(shelf)
    shelf.narrow(None)
    assert is_true(shelf)
    assert shelf.unread == ARTICLES - 2
    assert shelf.undo() == "undo.read"
    assert is_true(shelf)
    assert shelf.unread == ARTICLES


@pytest.mark.parametrize("places", [(0,), (ARTICLES - 1,), (4, 4), (5, 4), (ARTICLES - 1,) * 2])
def test_what_was_removed_comes_back_to_its_place(shelf: Shelf, places: tuple[int, ...]) -> None:
    """One or several, taken back last first."""
    before = list(shelf.listings)
    for place in places:
        shelf.remove(shelf.listings[min(place, len(shelf.listings) - 1)].id)
        assert is_true(shelf)
    assert len(shelf.listings) == ARTICLES - len(places)
    for _ in places:
        assert shelf.undo() == "undo.remove"
        assert is_true(shelf)
    assert [*shelf.listings] == before


def test_what_followed_is_gone_and_it_comes_back_all_the_same(shelf: Shelf) -> None:
    """The list is read anew then."""
    first, second = (each.id for each in shelf.listings[:2])
    shelf.remove(first)
    shelf.library.remove((second,))
    shelf.refresh()
    shelf.undo()
    assert is_true(shelf)
    assert shelf.index(first) == 0

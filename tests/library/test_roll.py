"""The list packed closely: the same as the list itself, whole, narrowed and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from support.library import entry, held

from digest.library import Library, roll

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = 9


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of a few articles, one of them read, one starred, two on one day."""
    with Library.open(tmp_path / "library.db") as library:
        added = library.add(
            [entry(f"新闻{at}。", published=f"2026-01-{at // 2 + 1:02}") for at in range(ARTICLES)]
        )
        library.set_read((added[2].id,), read=True)
        library.set_starred((added[4].id,), starred=True)
        yield library


@pytest.mark.parametrize("piece", [1, 4, 100])
def test_it_is_the_list(library: Library, monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    """In its order, whatever the pieces and however few of them are kept open."""
    monkeypatch.setattr(roll, "PACKED", piece)
    monkeypatch.setattr(roll, "OPEN", 1)
    found, listings = library.roll(), library.listings()
    assert [*found] == listings
    assert found[2:5] == listings[2:5]
    assert [*found.ids()] == [each.id for each in listings]
    assert [found.place(each.id) for each in listings] == [*range(ARTICLES)]
    assert found.unread == ARTICLES - 1


@pytest.mark.parametrize("few", [0, 100])
def test_ids_and_marks_do_not_depend_on_how_many_there_are(
    library: Library, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """Looked for one by one or all together."""
    monkeypatch.setattr(roll, "FEW", few)
    found = library.roll()
    ids = [*found.ids()]
    found.mark([*ids[3:6], "0" * 12], read=True)
    found.mark(ids[:1], starred=True)
    library.set_read(ids[3:6], read=True)
    library.set_starred(ids[:1], starred=True)
    assert [*found] == library.listings()
    assert [*found.at([1, 3]).ids()] == [ids[1], ids[3]]


@pytest.mark.parametrize("article", ["", "0", "0" * 12, "\n", "甲"])
def test_who_is_not_there_has_no_place(library: Library, article: str) -> None:
    """Whatever is asked for; half an id is none either."""
    found = library.roll()
    assert found.place(article) is None
    assert found.place(next(found.ids())[:6]) is None
    assert library.roll(0).place(article) is None


def test_articles_beside_come_last_and_once(library: Library) -> None:
    """Those that are there already are not there twice, and those that are nowhere not at all."""
    ids = [each.id for each in library.listings()]
    found = library.roll(3, beside=(ids[7], ids[1], "0" * 12))
    assert [*found.ids()] == [*ids[:3], ids[7]]


def test_it_is_narrowed_by_numbers(library: Library) -> None:
    """To what a search found, in the order of the list, with its own count of unread ones."""
    numbers = library.holders("新闻2 OR 新闻7").numbers
    found = library.roll().among(numbers)
    assert [each.title for each in found] == ["新闻7。", "新闻2。"]
    assert found.unread == 1
    assert found.place(library.listings()[0].id) is None
    assert held(library, "新闻") == {each.id for each in library.listings()}
    assert not library.roll().among(np.zeros(0, np.int64))


def test_it_is_changed_by_making_another(library: Library) -> None:
    """What is taken out and put back, marks and all; the first stays as long as it was."""
    whole = library.roll()
    ids = [*whole.ids()]
    less = whole.without(4)
    assert [*less.ids()] == [*ids[:4], *ids[5:]]
    assert [less.place(each) for each in ids] == [0, 1, 2, 3, None, 4, 5, 6, 7]
    again = less.inserted(4, library.roll(0, beside=(ids[4],)))
    assert [*again] == [*whole] == library.listings()


def test_what_was_never_there_is_put_anywhere(library: Library) -> None:
    """Every place is still known afterwards."""
    some = library.roll(5)
    last = library.listings()[-1].id
    more = some.inserted(2, library.roll(0, beside=(last,)))
    ids = [*some.ids()]
    assert [*more.ids()] == [*ids[:2], last, *ids[2:]]
    assert [more.place(each) for each in more.ids()] == [*range(6)]
    assert more.unread == 6


def test_the_nearest_unread_goes_round_the_ends(library: Library) -> None:
    """In either direction; of a list that is read none is."""
    found = library.roll()
    read = [each.read for each in found].index(True)
    assert found.next_unread(read - 1, 1) == read + 1
    assert found.next_unread(read + 1, -1) == read - 1
    assert found.next_unread(ARTICLES - 1, 1) == 0
    found.mark([*found.ids()], read=True)
    assert found.next_unread(0, 1) is None

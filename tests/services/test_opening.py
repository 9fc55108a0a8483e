"""A first start holds the bundled articles; nothing else ever does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.older import older

from digest.locations import locations
from digest.model import LibraryError
from digest.services import ingest, opening
from digest.services.opening import open_library, wants_seeds

if TYPE_CHECKING:
    from pathlib import Path

    from digest.locations import Locations


@pytest.fixture
def places(tmp_path: Path) -> Locations:
    """A reader's own places, where nothing is yet."""
    return locations({"DIGEST_HOME": str(tmp_path / "home")})


def test_the_app_can_show_its_list_first(places: Locations) -> None:
    """It takes the bundled articles in itself, while it draws."""
    with open_library(places=places, seed=False) as library:
        assert library.counts().articles == 0
        assert wants_seeds(library)
        assert len(ingest.add_seeds(library).added) == 5
        assert not wants_seeds(library)


def test_removed_seeds_do_not_come_back(places: Locations) -> None:
    """A first start happens once."""
    with open_library(places=places, seed=False) as library:
        library.remember({"seeded": "2026-01-31T09:30:00Z"})
    with open_library(places=places) as library:
        assert library.counts().articles == 0


def test_a_library_asked_for_by_path_begins_empty(tmp_path: Path, places: Locations) -> None:
    """Whoever names a file wants that file's articles, also when it becomes the own one."""
    with open_library(tmp_path / "other.db", places) as library:
        assert library.path == tmp_path / "other.db"
        assert library.counts().articles == 0
        assert not wants_seeds(library)
    assert not places.library.exists()


def test_reading_alone_takes_nothing_in(tmp_path: Path) -> None:
    """Nor does it make a file."""
    with pytest.raises(LibraryError, match="there is no library"):
        open_library(tmp_path / "none.db", read_only=True)
    open_library(tmp_path / "empty.db").close()
    with open_library(tmp_path / "empty.db", read_only=True) as library:
        assert library.read_only


def test_the_environment_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without anything said, the reader's own library is opened."""
    monkeypatch.setenv("DIGEST_HOME", str(tmp_path / "kept"))
    with open_library(seed=False) as library:
        assert library.path == tmp_path / "kept" / "library.db"


def test_a_failed_first_start_is_begun_again(
    places: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not finished is not remembered as done."""

    def broken(*_: object) -> None:
        raise LibraryError("full")

    monkeypatch.setattr(ingest, "add_seeds", broken)
    with pytest.raises(LibraryError, match="full"):
        open_library(places=places)
    with open_library(places=places, seed=False) as library:
        assert wants_seeds(library)


def test_who_waits_for_many_articles_is_told_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library of an older version; one that is done in a moment is not worth a word."""
    said: list[str] = []
    for name in ("few.db", "many.db"):
        older(tmp_path / name, 1, "")
        open_library(tmp_path / name, upgrading=said.append).close()
        monkeypatch.setattr(opening, "WORTH_SAYING", 0)
    (sentence,) = said
    assert "up to date" in sentence

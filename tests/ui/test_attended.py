"""Unseen work is refused the library once the app is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.library import Library
from digest.services.ingest import add
from digest.ui.attended import LeftError, attended

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_the_same_library_while_somebody_is_there(tmp_path: Path) -> None:
    """Whatever it is asked."""
    with Library.open(tmp_path / "library.db") as library:
        same = attended(library, lambda: False)
        assert same.counts() == library.counts()
        assert same.revision == library.revision
        same.remember({"a": "b"})
        assert library.session() == {"a": "b"}


def test_an_import_ends_with_the_app(tmp_path: Path) -> None:
    """At its next question; what was kept before stays, and the library is sound."""
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"第{number}篇文章，全长3公里。", encoding="utf-8")
    is_left = False

    def leave(done: int, _: int) -> None:
        nonlocal is_left
        is_left = done == 2

    with Library.open(tmp_path / "library.db") as library:
        with pytest.raises(LeftError):
            add(attended(library, lambda: is_left), [tmp_path], leave)
        assert library.counts().articles < 4
        assert library.check() == ()
        add(library, [tmp_path])
        assert library.counts().articles == 4

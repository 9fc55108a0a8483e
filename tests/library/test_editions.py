"""An edition names what articles and topics a library holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.library import database, entry

from digest.library import Library
from digest.model import Mention, Span, Topic, TopicKind

if TYPE_CHECKING:
    from pathlib import Path


def test_every_change_makes_another_that_never_was(tmp_path: Path) -> None:
    """Also one that takes the last one back, and one that another program makes."""
    path = database(tmp_path)
    with Library.open(path) as library, Library.open(path) as other:
        seen = [library.edition()]
        (added,) = library.add([entry()])
        seen.append(library.edition())
        removed = library.remove([added.id])
        seen.append(library.edition())
        other.restore(removed)
        seen.append(library.edition())
        topic = Topic("华为", "华为", (), TopicKind.ORG, 1.0, (Mention(added.id, Span(0, 2)),))
        other.set_topics([topic])
        seen.append(library.edition())
        assert len(set(seen)) == 5
        assert other.edition() == seen[-1]
    with Library.open(path, read_only=True) as library:
        assert library.edition() == seen[-1]


def test_reading_changes_none(tmp_path: Path) -> None:
    """What a reader did is no part of it, and it is no part of what the program remembers."""
    with Library.open(database(tmp_path)) as library:
        (added,) = library.add([entry()])
        before = library.edition()
        library.set_read([added.id], read=True)
        library.set_place(added.id, Span(0, 3))
        library.remember({"view": "zh-Hant"})
        assert library.edition() == before
        assert library.session() == {"view": "zh-Hant"}


def test_one_that_cannot_be_named_has_none(tmp_path: Path) -> None:
    """Nothing is written to a library that is only read."""
    path = database(tmp_path)
    with Library.open(path):
        pass
    with Library.open(path, read_only=True) as library:
        assert library.edition() == ""
    with Library.open(path) as library:
        assert library.edition()

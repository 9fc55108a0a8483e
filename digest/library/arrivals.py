"""Arrivals and removals: articles come in once, and go out so that they can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import articles, derived, states, topics
from digest.library.analyses import index, write
from digest.library.entries import (
    ID_LENGTH,
    Added,
    Analysis,
    Entry,
    Kept,
    Original,
    Removed,
    content_digest,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from digest.library.packing import Packed, Ready


def add(connection: sqlite3.Connection, entries: Sequence[Ready], added: str) -> list[Added]:
    """Keep articles whose content is not here yet."""
    answers: list[Added] = []
    new: list[tuple[int, tuple[bytes, ...]]] = []
    for original, packed, known in entries:
        digest = known or content_digest(original.raw)
        here = articles.known(connection, [digest])
        if here:
            answers.append(Added(here[digest], new=False))
            continue
        identity = _free_id(connection, digest.hex())
        row = _insert(connection, identity, original, digest, added)
        write(connection, row, packed, added)
        new.append((row, packed.cut))
        answers.append(Added(identity, new=True))
    index(connection, new)
    return answers


def remove(connection: sqlite3.Connection, identities: Sequence[str]) -> Removed:
    """Take articles out with all that belongs to them."""
    rows = articles.rows_of(connection, identities)
    kept = tuple(_kept(connection, identity, row) for identity, row in rows.items())
    for row in rows.values():
        connection.execute("DELETE FROM article WHERE row = ?", (row,))
    return Removed(kept)


def restore(connection: sqlite3.Connection, removed: Removed, analyses: Sequence[Packed]) -> None:
    """Put articles back; content that is here again meanwhile is left alone."""
    new: list[tuple[int, tuple[bytes, ...]]] = []
    for kept, packed in zip(removed.articles, analyses, strict=True):
        original = kept.entry.original
        digest = content_digest(original.raw)
        if articles.known(connection, [digest]) or articles.rows_of(connection, [kept.id]):
            continue
        taken = connection.execute("SELECT 1 FROM article WHERE row = ?", (kept.row,)).fetchone()
        place = None if taken else kept.row
        row = _insert(connection, kept.id, original, digest, kept.added, row=place)
        write(connection, row, packed, kept.added)
        states.put_state(connection, row, kept.state)
        topics.put_mentions(connection, kept.id, kept.mentions)
        new.append((row, packed.cut))
    index(connection, new)


def _kept(connection: sqlite3.Connection, identity: str, row: int) -> Kept:
    version, added = connection.execute(
        "SELECT version, added FROM analysis WHERE article = ?", (row,)
    ).fetchone()
    analysis = Analysis(
        version=version,
        article=articles.article(connection, identity),
        figures=articles.figures(connection, identity),
        repaired=articles.repaired(connection, identity),
        derived=derived.all_of(connection, row),
    )
    return Kept(
        row=row,
        id=identity,
        added=added,
        entry=Entry(articles.original(connection, identity), analysis),
        state=states.state(connection, identity),
        mentions=tuple((k, m.span) for k, m in topics.mentions(connection, identity)),
    )


def _insert(
    connection: sqlite3.Connection,
    identity: str,
    original: Original,
    digest: bytes,
    added: str,
    *,
    row: int | None = None,
) -> int:
    """Write what came in; returns its row, a new one unless it is given."""
    words = map(_storable, (original.name, original.origin, original.encoding))
    cursor = connection.execute(
        "INSERT INTO article (row, id, digest, name, origin, encoding, added)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (row, identity, digest, *words, added),
    )
    new = cursor.lastrowid
    assert new is not None  # noqa: S101  SQLite names the row of every insert
    connection.execute("INSERT INTO original VALUES (?, ?)", (new, original.raw))
    return new


def _free_id(connection: sqlite3.Connection, digits: str) -> str:
    """The shortest beginning of a digest that no other article has as its id."""
    length = ID_LENGTH
    while articles.rows_of(connection, [digits[:length]]):
        length += 1
    return digits[:length]


def _storable(text: str) -> str:
    """A file's name as text; bytes that are no UTF-8 become the replacement character."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

"""Marks: where topics stand in articles, as it is kept, and how much of it is written at once.

The rows of one topic stand side by side in the file, those of an article nowhere near each other.
So what was found in thousands of articles is written topic by topic: every page of the file is
changed once for all of them. Each part of it is a short transaction, since others may want to write
meanwhile. What they have changed between two parts is left as it is; whoever wrote it looks through
those articles again.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from digest.library.articles import rows_of
from digest.library.codec import places_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Marks: TypeAlias = tuple[int, str]
"""Where a topic stands in an article, as it is kept: at how many places, and those."""

Change: TypeAlias = tuple[int, int, int, str]
"""Row of a topic, row of an article, and the marks that come; no places where marks go."""

AT_ONCE = 4096
"""Changes in one transaction: 35 to 50 ms."""

GAP_SECONDS = 0.005
"""Between two transactions. Whoever waits to write asks again and again, and must find the lock
free once."""

_HELD = "SELECT topic, spans FROM mention WHERE article = ?"

_GO = "DELETE FROM mention WHERE topic = ? AND article = ?"

_COME = """
    INSERT INTO mention SELECT * FROM (VALUES {rows})
    WHERE EXISTS (SELECT 1 FROM topic WHERE row = column1)
    AND EXISTS (SELECT 1 FROM article WHERE row = column2)
    ON CONFLICT (topic, article) DO NOTHING
"""

TOLD = 1024
"""Rows in one statement. Each statement keeps aside what it changes, in case it fails in the middle
of its triggers: a page for every row if the rows come one by one, which takes longer than they."""


def marked(places: Iterable[tuple[int, int, str]]) -> dict[str, Marks]:
    """Mentions as they are kept, by topic, of starts, ends and topics in order."""
    found: dict[str, list[tuple[int, int]]] = {}
    for start, end, topic in places:
        found.setdefault(topic, []).append((start, end))
    return {topic: (len(spans), places_text(spans)) for topic, spans in found.items()}


def changes(
    connection: sqlite3.Connection, found: Mapping[str, Mapping[str, Marks]]
) -> list[Change]:
    """What makes the marks of articles these, in the order of the file.

    What is as it was is not written again: most is, when topics were found anew.

    Args:
        connection: what is written to.
        found: marks by topic's key, by article's id; those of what is not here are passed over.
    """
    topics = dict(connection.execute("SELECT key, row FROM topic"))
    wanted: list[Change] = []
    for identity, row in rows_of(connection, found).items():
        old = dict(connection.execute(_HELD, (row,)))
        new = {topics[key]: marks for key, marks in found[identity].items() if key in topics}
        kept = {topic for topic, (_, spans) in new.items() if old.get(topic) == spans}
        wanted += [(topic, row, 0, "") for topic in old if topic not in kept]
        wanted += [(topic, row, *new[topic]) for topic in new if topic not in kept]
    # Marks that go stand before those that come in their place.
    wanted.sort()
    return wanted


def parts(wanted: Iterable[Change]) -> Iterator[Sequence[Change]]:
    """Changes by so many as are written at once, in their order."""
    left = iter(wanted)
    while part := list(islice(left, AT_ONCE)):
        yield part


def change(connection: sqlite3.Connection, part: Sequence[Change]) -> None:
    """Make some changes."""
    connection.executemany(_GO, (each[:2] for each in part if not each[2]))
    come = [each for each in part if each[2]]
    for at in range(0, len(come), TOLD):
        rows = come[at : at + TOLD]
        statement = _COME.format(rows=", ".join(["(?, ?, ?, ?)"] * len(rows)))
        connection.execute(statement, [*chain.from_iterable(rows)])

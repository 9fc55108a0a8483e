"""Marks: where topics stand in articles, as it is kept, and how much of it is written at once.

All places of an article are one value. Beside it every topic has the lists of its articles (see
`postings`) and their numbers. The three are changed together, for some hundred articles in one
short transaction, since others may want to write meanwhile. What it writes is worked out before,
from what is there; if anything was written between, it is worked out again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from digest.library import postings
from digest.library.articles import rows_of
from digest.library.connection import one_moment
from digest.library.postings import BLOCK, Lists
from digest.model import Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

AT_ONCE = 40_960
"""Topics of articles that are written in one transaction, at most by those of one article more;
half as many are enough where a block of articles ends."""

GAP_SECONDS = 0.005
"""Between two transactions. Whoever waits to write asks again and again, and must find the lock
free once."""

_HELD = """
    SELECT places FROM article LEFT JOIN mention ON mention.article = article.row
    WHERE row = ? AND id = ?
"""

_PUT = "INSERT INTO mention VALUES (?1, ?2) ON CONFLICT (article) DO UPDATE SET places = ?2"

_GO = "DELETE FROM mention WHERE article = ?"

_COUNT = "UPDATE topic SET articles = articles + ?, places = places + ? WHERE row = ?"

_GONE = 0
"""Stands for a topic that has gone, as no topic has this row."""


class Marks(NamedTuple):
    """Where topics stand in an article."""

    topics: tuple[str, ...]
    """Their keys, by the first place."""
    counts: tuple[int, ...]
    """At how many places each stands."""
    places: str
    """All of them as they are kept, with %d for the row of each topic."""


class Article(NamedTuple):
    """An article and what its marks are to be."""

    row: int
    id: str
    marks: Marks


class Part(NamedTuple):
    """What is written in one transaction."""

    put: list[tuple[int, str]]
    """Rows of articles and their places as they are kept."""
    emptied: list[tuple[int]]
    """Rows of articles in which nothing is mentioned any more."""
    come: list[tuple[int, int, str]]
    """What is added to the lists of topics: block, topic, articles."""
    went: list[tuple[int, int, str]]
    """What is taken from them."""
    counts: list[tuple[int, int, int]]
    """How many articles and places more there are of a topic, and its row."""


def marked(places: Iterable[tuple[int, int, str]]) -> Marks:
    """Mentions as they are kept, of starts, ends and topics in order."""
    found: dict[str, list[str]] = {}
    for start, end, topic in places:
        found.setdefault(topic, []).append(f"{start},{end - start}")
    written = ",".join([f'"%d":[{",".join(each)}]' for each in found.values()])
    return Marks(tuple(found), tuple(map(len, found.values())), f"{{{written}}}")


def places_of(numbers: Sequence[int]) -> tuple[Span, ...]:
    """The places that starts and lengths tell."""
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple([Span(start, start + length) for start, length in pairs])


def places_in(text: str, topic: int) -> tuple[Span, ...]:
    """Those of one topic in what is kept of an article, without reading those of all others."""
    head = f'"{topic}":['
    at = text.find(head) + len(head)
    if at < len(head):
        return ()
    return places_of([int(number) for number in text[at : text.index("]", at)].split(",")])


class Changes:
    """Marks of articles on their way into a library."""

    def __init__(self, connection: sqlite3.Connection, found: Mapping[str, Marks]) -> None:
        """Read where they go.

        Args:
            connection: what is written to.
            found: marks by article's id; articles that are not here are passed over.
        """
        rows = rows_of(connection, found)
        self._articles = sorted(Article(row, each, found[each]) for each, row in rows.items())
        self._moment = -1
        self._topics: dict[str, int] = {}

    def parts(self) -> Iterator[Sequence[Article]]:
        """The articles by so many as are written at once, in the order of the file."""
        part: list[Article] = []
        size = 0
        for each in self._articles:
            ends = part and each.row // BLOCK != part[-1].row // BLOCK
            if size >= (AT_ONCE // 2 if ends else AT_ONCE):
                yield part
                part, size = [], 0
            part.append(each)
            size += len(each.marks.topics)
        if part:
            yield part

    def worked_out(self, connection: sqlite3.Connection, part: Sequence[Article]) -> Part | None:
        """What makes the marks of some articles these; None if they are.

        What is as it was is not written again: most is, when topics were found anew.
        """
        with one_moment(connection):
            self._look(connection)
            return self._worked_out(connection, part)

    def is_past(self, connection: sqlite3.Connection) -> bool:
        """Whether others have written since something was worked out."""
        return _moment(connection) != self._moment

    def _look(self, connection: sqlite3.Connection) -> None:
        """Know the topics that are there."""
        if self.is_past(connection):
            self._moment = _moment(connection)
            self._topics = dict(connection.execute("SELECT key, row FROM topic"))

    def _worked_out(self, connection: sqlite3.Connection, part: Sequence[Article]) -> Part | None:
        here = frozenset(self._topics.values())
        put, emptied = [], []
        come, went, places = Lists(), Lists(), defaultdict[int, int](int)
        for row, identity, marks in part:
            held = connection.execute(_HELD, (row, identity)).fetchone()
            new = [self._topics.get(key, _GONE) for key in marks.topics]
            text = marks.places % tuple(new)
            if held is None or (held[0] or "{}") == text:
                continue
            if not new:
                # The numbers and lists of what goes are seen to by a trigger.
                emptied.append((row,))
                continue
            put.append((row, text))
            for topic, count in zip(new, marks.counts, strict=True):
                places[topic] += count
            if held[0]:
                old = _counts(held[0])
                for topic, count in old.items():
                    places[topic] -= count
                went.add(row, here.intersection(old).difference(new))
                new = [*here.intersection(new).difference(old)]
            come.add(row, new if _GONE not in new else here.intersection(new))
        counts = _counted(come, went, places)
        if not put and not emptied:
            return None
        return Part(put, emptied, come.written(), went.written(), counts)


def write(connection: sqlite3.Connection, part: Part) -> None:
    """Write what was worked out, if nothing has been written since."""
    connection.executemany(_GO, part.emptied)
    connection.executemany(_PUT, part.put)
    postings.take(connection, part.went)
    postings.add(connection, part.come)
    connection.executemany(_COUNT, part.counts)


def _moment(connection: sqlite3.Connection) -> int:
    """A number that is another after others have written."""
    (moment,) = connection.execute("PRAGMA data_version").fetchone()
    return int(moment)


def _counted(come: Lists, went: Lists, places: Mapping[int, int]) -> list[tuple[int, int, int]]:
    """How the numbers of topics follow."""
    more, fewer = come.counted(), went.counted()
    return [
        (more.get(topic, 0) - fewer.get(topic, 0), count, topic)
        for topic, count in places.items()
        if count or topic in more or topic in fewer
    ]


def _counts(text: str) -> dict[int, int]:
    """At how many places each topic stands in an article, of what is kept."""
    return {int(topic): len(numbers) // 2 for topic, numbers in json.loads(text).items()}

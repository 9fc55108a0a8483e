"""Topics: keeping what articles speak of, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import mentions as kept
from digest.library import postings
from digest.library.articles import NEWEST_FIRST, row_of
from digest.library.codec import words_of, words_text
from digest.library.connection import one_moment
from digest.library.marks import Changes, marked, write
from digest.library.records import Subject
from digest.model import Mention, Topic, TopicKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from digest.library.marks import Marks
    from digest.model import Span

_COLUMNS = "topic.key, name, aliases, kind, score, nested, articles, places"

_BEST = f"""
    SELECT {_COLUMNS} FROM topic WHERE articles > 0 ORDER BY score DESC, row LIMIT ? OFFSET ?
"""  # noqa: S608  our own column names

_ALL = f"SELECT {_COLUMNS} FROM topic"  # noqa: S608  as above

_ONE = f"SELECT {_COLUMNS} FROM topic WHERE key = ?"  # noqa: S608  as above

_BY_ROW = f"SELECT {_COLUMNS} FROM topic WHERE row = ?"  # noqa: S608  as above

_IDENTITIES = f"""
    SELECT id FROM analysis JOIN article ON article.row = analysis.article {NEWEST_FIRST}
"""  # noqa: S608  our own order

WALKED_FIRST = 8192
"""Newest articles whose topics are read together, since most topics stand in some of them: of
100,000 articles and 6,000 topics, in a quarter of the time in which each is asked for alone."""

_PUT = """
    UPDATE topic SET name = ?2, aliases = ?3, kind = ?4, score = ?5, nested = ?6 WHERE key = ?1
"""

_PUT_NEW = """
    INSERT INTO topic (key, name, aliases, kind, score, nested) SELECT ?1, ?2, ?3, ?4, ?5, ?6
    WHERE NOT EXISTS (SELECT 1 FROM topic WHERE key = ?1)
"""
"""Not in one with the other, which would use up a row number, that is never given again, for every
topic that is here already."""


def subjects(connection: sqlite3.Connection, limit: int | None, offset: int) -> list[Subject]:
    """Topics that are mentioned, without their mentions, best first."""
    most = -1 if limit is None else limit
    return [_subject(row) for row in connection.execute(_BEST, (most, offset))]


def known(connection: sqlite3.Connection) -> list[Subject]:
    """All topics, also those that nothing mentions, in no order."""
    return [_subject(row) for row in connection.execute(_ALL)]


def identities(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of all articles, newest first."""
    return tuple(identity for (identity,) in connection.execute(_IDENTITIES))


def subject(connection: sqlite3.Connection, key: str) -> Subject | None:
    """One topic without its mentions; None if there is none of this key."""
    row = connection.execute(_ONE, (key,)).fetchone()
    return _subject(row) if row else None


def subjects_of(
    connection: sqlite3.Connection, identity: str
) -> list[tuple[Subject, tuple[Span, ...]]]:
    """The topics of an article and their places in it, by the first place."""
    with one_moment(connection):
        places = kept.of_article(connection, row_of(connection, identity))
        rows = {row: connection.execute(_BY_ROW, (row,)).fetchone() for row in sorted(places)}
    found = [(_subject(told), places[row]) for row, told in rows.items() if told]
    return sorted(found, key=lambda each: each[1])


def passages(
    connection: sqlite3.Connection, key: str, limit: int | None, offset: int
) -> list[tuple[str, tuple[Span, ...]]]:
    """Ids of the articles that mention a topic, newest first, and its places in each."""
    return kept.passages(connection, key, limit, offset)


def topics(
    connection: sqlite3.Connection, limit: int | None, articles: int | None = None
) -> tuple[Topic, ...]:
    """Topics that are still mentioned, with their mentions, best first."""
    wanted = subjects(connection, limit, 0)
    newest = {} if articles is None else _newest(connection, articles)
    return tuple(
        Topic(
            key=each.key,
            name=each.name,
            aliases=each.aliases,
            kind=each.kind,
            score=each.score,
            mentions=tuple(
                Mention(article, span)
                for article, spans in newest.get(each.key)
                or passages(connection, each.key, articles, 0)
                for span in spans
            ),
        )
        for each in wanted
    )


def _newest(
    connection: sqlite3.Connection, articles: int
) -> dict[str, list[tuple[str, tuple[Span, ...]]]]:
    """What `passages` says of topics that the newest articles mention so often, by topic's key."""
    keys = dict(connection.execute("SELECT row, key FROM topic"))
    found = kept.newest(connection, keys, WALKED_FIRST, articles)
    return {keys[topic]: told for topic, told in found.items()}


def mentions(connection: sqlite3.Connection, identity: str) -> tuple[tuple[str, Mention], ...]:
    """The topics of one article and where they stand in it."""
    found = (
        (span, subject.key)
        for subject, spans in subjects_of(connection, identity)
        for span in spans
    )
    return tuple((key, Mention(identity, span)) for span, key in sorted(found))


def set_topics(connection: sqlite3.Connection, topics: Sequence[Topic]) -> None:
    """Put new topics in the place of the old ones; mentions of articles not here are dropped."""
    found: dict[str, list[tuple[str, Span]]] = {}
    for topic in topics:
        for mention in topic.mentions:
            found.setdefault(mention.article, []).append((topic.key, mention.span))
    connection.execute("DELETE FROM mention")
    put(connection, [_without_places(topic) for topic in topics])
    drop_others(connection, {topic.key for topic in topics})
    marks = {
        article: marked(sorted({(each.start, each.end, key) for key, each in mentions}))
        for article, mentions in found.items()
    }
    _write(connection, marks)


def put(connection: sqlite3.Connection, subjects: Iterable[Subject]) -> None:
    """Keep topics; those that are here already keep their mentions."""
    rows = [
        (each.key, each.name, words_text(each.aliases), each.kind, each.score, each.nested)
        for each in subjects
    ]
    connection.executemany(_PUT, rows)
    connection.executemany(_PUT_NEW, rows)


def drop_others(
    connection: sqlite3.Connection, keys: Collection[str], limit: int | None = None
) -> int:
    """Let go of topics that are none of these, so many at most; how many there were."""
    rows = connection.execute("SELECT row, key FROM topic").fetchall()
    gone = [row for row, key in rows if key not in keys][:limit]
    postings.drop(connection, gone)
    connection.executemany("DELETE FROM topic WHERE row = ?", ((row,) for row in gone))
    return len(gone)


def put_mentions(
    connection: sqlite3.Connection, identity: str, mentions: Iterable[tuple[str, Span]]
) -> None:
    """Give an article its mentions of the topics that are there."""
    found = marked(sorted({(span.start, span.end, key) for key, span in mentions}))
    _write(connection, {identity: found})


def _write(connection: sqlite3.Connection, found: Mapping[str, Marks]) -> None:
    """Give articles their marks, in a transaction that has begun."""
    changes = Changes(connection, found)
    for part in changes.parts():
        made = changes.worked_out(connection, part)
        if made:
            write(connection, made)


def _subject(row: Sequence[object]) -> Subject:
    key, name, aliases, kind, score, nested, articles, places = row[:8]
    return Subject(
        key=str(key),
        name=str(name),
        aliases=words_of(str(aliases)),
        kind=TopicKind(str(kind)),
        score=float(str(score)),
        nested=bool(nested),
        articles=int(str(articles)),
        places=int(str(places)),
    )


def _without_places(topic: Topic) -> Subject:
    return Subject(topic.key, topic.name, topic.aliases, topic.kind, topic.score)

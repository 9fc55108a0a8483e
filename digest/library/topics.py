"""Topics: keeping what articles speak of, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.articles import NEWEST_FIRST, row_of
from digest.library.codec import spans_of, spans_text, words_of, words_text
from digest.library.marks import change, changes, marked, parts
from digest.library.records import Subject
from digest.model import Mention, Topic, TopicKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

    from digest.model import Span

_COLUMNS = "topic.key, name, aliases, kind, score, nested, articles, places"

_BEST = f"""
    SELECT {_COLUMNS} FROM topic WHERE articles > 0 ORDER BY score DESC, row LIMIT ? OFFSET ?
"""  # noqa: S608  our own column names

_ALL = f"SELECT {_COLUMNS} FROM topic"  # noqa: S608  as above

_ONE = f"SELECT {_COLUMNS} FROM topic WHERE key = ?"  # noqa: S608  as above

_OF_ARTICLE = f"""
    SELECT {_COLUMNS}, spans FROM mention JOIN topic ON topic.row = mention.topic
    WHERE article = ? ORDER BY topic
"""  # noqa: S608  as above

_IDENTITIES = f"""
    SELECT id FROM analysis JOIN article ON article.row = analysis.article {NEWEST_FIRST}
"""  # noqa: S608  our own order

_PASSAGES = f"""
    SELECT id, spans FROM mention
    JOIN topic ON topic.row = mention.topic
    JOIN article ON article.row = mention.article
    JOIN analysis ON analysis.article = mention.article
    WHERE topic.key = ? {NEWEST_FIRST} LIMIT ? OFFSET ?
"""  # noqa: S608  our own order

_NEWEST_PASSAGES = f"""
    SELECT id, spans FROM analysis INDEXED BY analysis_newest
    CROSS JOIN mention ON mention.topic = ? AND mention.article = analysis.article
    JOIN article ON article.row = analysis.article
    {NEWEST_FIRST} LIMIT ? OFFSET ?
"""  # noqa: S608  as above
"""The same by the order of all articles, for the first of a topic that many of them mention."""

_MENTIONED = f"""
    SELECT mention.topic, mention.article
    FROM (SELECT article FROM analysis {NEWEST_FIRST} LIMIT ?) AS newest
    CROSS JOIN mention INDEXED BY mention_article ON mention.article = newest.article
"""  # noqa: S608  as above

WALKED_FIRST = 8192
"""Newest articles whose topics are read together, since most topics stand in some of them: of
100,000 articles and 6,000 topics, in a quarter of the time in which each is asked for alone."""

_PLACES = """
    SELECT id, spans FROM mention JOIN article ON article.row = mention.article
    WHERE topic = ? AND article = ?
"""

_SPREAD = "SELECT row, articles, (SELECT max(row) FROM article) FROM topic WHERE key = ?"
"""A topic's row, its articles, and about how many articles there are, which is not counted."""

WALKED = 2
"""How many entries of that order are walked in the time in which one passage is put in order."""

_PUT = """
    INSERT INTO topic (key, name, aliases, kind, score, nested) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (key) DO UPDATE SET name = ?2, aliases = ?3, kind = ?4, score = ?5, nested = ?6
"""

_MENTION = """
    INSERT INTO mention (topic, article, count, spans)
    SELECT row, ?2, ?3, ?4 FROM topic WHERE key = ?1
"""


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
    rows = connection.execute(_OF_ARTICLE, (row_of(connection, identity),))
    found = [(_subject(row), spans_of(row[-1])) for row in rows]
    return sorted(found, key=lambda each: each[1])


def passages(
    connection: sqlite3.Connection, key: str, limit: int | None, offset: int
) -> list[tuple[str, tuple[Span, ...]]]:
    """Ids of the articles that mention a topic, newest first, and its places in each."""
    most = -1 if limit is None else limit
    row, articles, last = connection.execute(_SPREAD, (key,)).fetchone() or (0, 0, 0)
    walked = last * (most + offset) / max(1, articles)
    if most > 0 and walked < articles * WALKED:
        rows = connection.execute(_NEWEST_PASSAGES, (row, most, offset))
    else:
        rows = connection.execute(_PASSAGES, (key, most, offset))
    return [(identity, spans_of(spans)) for identity, spans in rows]


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
    found: dict[int, list[int]] = {}
    for topic, article in connection.execute(_MENTIONED, (WALKED_FIRST,)):
        places = found.setdefault(topic, [])
        if len(places) < articles:
            places.append(article)
    keys = dict(connection.execute("SELECT row, key FROM topic"))
    return {
        keys[topic]: [
            (identity, spans_of(spans))
            for row in rows
            for identity, spans in connection.execute(_PLACES, (topic, row))
        ]
        for topic, rows in found.items()
        if len(rows) == articles
    }


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
    for part in parts(changes(connection, marks)):
        change(connection, part)


def put(connection: sqlite3.Connection, subjects: Iterable[Subject]) -> None:
    """Keep topics; those that are here already keep their mentions."""
    connection.executemany(
        _PUT,
        (
            (each.key, each.name, words_text(each.aliases), each.kind, each.score, each.nested)
            for each in subjects
        ),
    )


def drop_others(
    connection: sqlite3.Connection, keys: Collection[str], limit: int | None = None
) -> int:
    """Let go of topics that are none of these, so many at most; how many there were."""
    rows = connection.execute("SELECT row, key FROM topic").fetchall()
    gone = [(row,) for row, key in rows if key not in keys][:limit]
    connection.executemany("DELETE FROM topic WHERE row = ?", gone)
    return len(gone)


def _by_topic(mentions: Iterable[tuple[str, Span]]) -> dict[str, list[Span]]:
    """Places by topic, each once and in order."""
    found: dict[str, set[Span]] = {}
    for key, span in mentions:
        found.setdefault(key, set()).add(span)
    return {key: sorted(spans) for key, spans in found.items()}


def put_mentions(
    connection: sqlite3.Connection, row: int, mentions: Iterable[tuple[str, Span]]
) -> None:
    """Give an article, which has none, its mentions of the topics that are there."""
    connection.executemany(
        _MENTION,
        ((key, row, len(spans), spans_text(spans)) for key, spans in _by_topic(mentions).items()),
    )


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

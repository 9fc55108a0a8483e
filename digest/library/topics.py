"""Topics: keeping what articles speak of, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library.articles import row_of, rows_of
from digest.library.codec import words_of, words_text
from digest.model import Mention, Span, Topic, TopicKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def topics(connection: sqlite3.Connection, limit: int | None) -> tuple[Topic, ...]:
    """Topics that are still mentioned, with their mentions, best first."""
    rows = connection.execute(
        """
        SELECT row, key, name, aliases, kind, score FROM topic
        WHERE EXISTS (SELECT 1 FROM mention WHERE topic = row)
        ORDER BY score DESC, row LIMIT ?
        """,
        (-1 if limit is None else limit,),
    ).fetchall()
    places = 'SELECT id, start, "end" FROM mention JOIN article ON article = row WHERE topic = ?'
    return tuple(
        Topic(
            key=key,
            name=name,
            aliases=words_of(aliases),
            kind=TopicKind(kind),
            score=score,
            mentions=tuple(
                Mention(article, Span(start, end))
                for article, start, end in connection.execute(f"{places} ORDER BY ordinal", (row,))
            ),
        )
        for row, key, name, aliases, kind, score in rows
    )


def mentions(connection: sqlite3.Connection, identity: str) -> tuple[tuple[str, Mention], ...]:
    """The topics of one article and where they stand in it."""
    rows = connection.execute(
        """
        SELECT key, start, "end" FROM mention JOIN topic ON topic.row = mention.topic
        WHERE article = ? ORDER BY start, "end", topic
        """,
        (row_of(connection, identity),),
    )
    return tuple((key, Mention(identity, Span(start, end))) for key, start, end in rows)


def set_topics(connection: sqlite3.Connection, topics: Sequence[Topic]) -> None:
    """Put new topics in the place of the old ones; mentions of articles not here are dropped."""
    connection.execute("DELETE FROM mention")
    connection.execute("DELETE FROM topic")
    wanted = {each for topic in topics for each in topic.articles}
    rows = rows_of(connection, wanted)
    for topic in topics:
        cursor = connection.execute(
            "INSERT INTO topic (key, name, aliases, kind, score) VALUES (?, ?, ?, ?, ?)",
            (topic.key, topic.name, words_text(topic.aliases), topic.kind, topic.score),
        )
        connection.executemany(
            "INSERT INTO mention VALUES (?, ?, ?, ?, ?)",
            (
                (cursor.lastrowid, ordinal, rows[each.article], each.span.start, each.span.end)
                for ordinal, each in enumerate(topic.mentions)
                if each.article in rows
            ),
        )


def put_mentions(
    connection: sqlite3.Connection, row: int, mentions: Sequence[tuple[str, Span]]
) -> None:
    """Give an article its mentions of the topics that are still there."""
    connection.executemany(
        """
        INSERT INTO mention
        SELECT row, (SELECT coalesce(max(ordinal), -1) + 1 FROM mention WHERE topic = row), ?, ?, ?
        FROM topic WHERE key = ?
        """,
        ((row, span.start, span.end, key) for key, span in mentions),
    )

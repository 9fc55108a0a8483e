"""Articles: keeping them, listing them, reading them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from digest.library.codec import article_of, spans_of
from digest.library.figure_lines import figures_in
from digest.library.records import Counts, Listing
from digest.model import NotFoundError, Script

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from digest.library.entries import Original
    from digest.library.roll import Roll, Stock
    from digest.model import Article, Figure, Span

_LISTING = """
    SELECT article.id, title, title_derived, source, author, published, published_inferred, script,
        characters, figures, coalesce(read, 0), coalesce(starred, 0), origin, article.added
    FROM analysis
    JOIN article ON article.row = analysis.article
    LEFT JOIN state ON state.article = analysis.article
"""
"""The columns of a `Listing`, from narrow tables alone."""

_ROLL = _LISTING.replace("SELECT", "SELECT analysis.article,")
"""The same behind the number by which a roll knows an article."""

NEWEST_FIRST = "ORDER BY analysis.published DESC, analysis.added DESC, analysis.article"
"""The order of every list; the index `analysis_newest` holds it ready."""

_ARTICLE = """
    SELECT article.id, title, title_derived, source, author, editor, published, published_inferred,
        published_reason, keywords, script, text, paragraphs
    FROM analysis
    JOIN article ON article.row = analysis.article
    JOIN content ON content.article = analysis.article
"""
"""What `codec.article_of` reads."""

_TEXT = _ARTICLE.replace("text, paragraphs", "text, '[]'")
"""The same without the paragraphs, which cost more than the text."""

# Below, what is put into the statements are our own column names and orders.
_ROWS = f"SELECT article FROM analysis {NEWEST_FIRST} LIMIT ?"  # noqa: S608

_FIGURES = "SELECT text FROM figures WHERE article = ?"

_STALE = """
    SELECT id FROM analysis JOIN article ON article.row = analysis.article
    WHERE version < ? ORDER BY analysis.article DESC
"""

_SCRIPTS = {script.value: script for script in Script}
"""Looked up for every row of a list; the enum's own look-up takes five times as long."""

_MARKS = slice(11, 13)
"""Where in a row of `_ROLL` it says what the reader did."""

SLICE = 1000
"""Rows of a list that are read without pausing: 10 ms."""

_DIGITS = frozenset("0123456789abcdef")
"""What ids are made of."""


def row_of(connection: sqlite3.Connection, article: str) -> int:
    """The row of an article.

    Raises:
        NotFoundError: it is not here.
    """
    found = rows_of(connection, (article,))
    if not found:
        raise NotFoundError(f"no article {_shown(article)} in the library; `digest list` shows all")
    return found[article]


def rows_of(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, int]:
    """The rows of those of these articles that are here."""
    statement = "SELECT row FROM article WHERE id = ?"
    ids = (each for each in articles if _is_id(each))
    found = ((each, connection.execute(statement, (each,)).fetchone()) for each in ids)
    return {each: row[0] for each, row in found if row}


def _is_id(text: str) -> bool:
    """Whether a text may be an id or the beginning of one."""
    return bool(text) and not set(text) - _DIGITS


def _shown(text: str) -> str:
    """What somebody took for an id, short and fit for a message."""
    return ascii(text)[1:-1][:40]


def resolve(connection: sqlite3.Connection, prefix: str) -> str:
    """The id that begins with `prefix`."""
    prefix = prefix.strip().lower()
    if not _is_id(prefix):
        raise NotFoundError(f"no article {_shown(prefix)} in the library; `digest list` shows all")
    # The digits of ids end with f, so g is past every continuation of the prefix.
    found = connection.execute(
        "SELECT id FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT 4",
        (prefix, prefix + "g"),
    ).fetchall()
    ids = [row[0] for row in found]
    if not ids:
        raise NotFoundError(f"no article {prefix} in the library; `digest list` shows all")
    if len(ids) > 1 and prefix not in ids:
        shown = ", ".join(ids[:3]) + (" and more" if len(ids) > 3 else "")
        raise NotFoundError(f"several articles begin with {prefix}: {shown}; give more digits")
    return prefix if prefix in ids else str(ids[0])


def counts(connection: sqlite3.Connection) -> Counts:
    """How much there is."""
    articles: int = connection.execute("SELECT count(*) FROM analysis").fetchone()[0]
    read, starred = connection.execute(
        "SELECT coalesce(sum(read), 0), coalesce(sum(starred), 0) FROM state"
    ).fetchone()
    return Counts(articles, articles - read, starred)


def listings(
    connection: sqlite3.Connection, limit: int | None, offset: int, since: str
) -> list[Listing]:
    """What a list shows, newest first."""
    most = -1 if limit is None else limit
    # Where every article is wanted the condition would cost a comparison for each.
    within = "WHERE analysis.published >= ?3" if since else ""
    statement = f"{_LISTING} {within} {NEWEST_FIRST} LIMIT ?1 OFFSET ?2"
    rows = connection.execute(statement, (most, offset, since)[: 3 if since else 2])
    found: list[Listing] = []
    shared: dict[str, str] = {}
    while part := rows.fetchmany(SLICE):
        found += [_listing(row, shared.setdefault) for row in part]
        if len(part) == SLICE:
            # Whoever draws the screen meanwhile need not wait for the whole list.
            time.sleep(0)
    if len(found) > SLICE:
        # The pages of a whole list are not asked for again soon; this thread may never be.
        connection.execute("PRAGMA shrink_memory")
    return found


def roll(connection: sqlite3.Connection, limit: int | None, beside: Iterable[str]) -> Roll:
    """The list, newest first, and articles that are to be there in any case."""
    from digest.library.roll import Roll, Stock  # noqa: PLC0415  the command line needs none

    stock = Stock(_listing)
    rows = connection.execute(f"{_ROLL} {NEWEST_FIRST} LIMIT ?", (-1 if limit is None else limit,))
    while part := rows.fetchmany(SLICE):
        _keep(stock, part)
        if len(part) == SLICE:
            # As above.
            time.sleep(0)
    for article, row in rows_of(connection, beside).items():
        if stock.slot(article) is None:
            found = connection.execute(f"{_ROLL} WHERE analysis.article = ?", (row,))
            _keep(stock, found.fetchall())
    if len(stock.numbers) > SLICE:
        # As above.
        connection.execute("PRAGMA shrink_memory")
    return Roll(stock)


def _keep(stock: Stock, rows: Sequence[tuple[Any, ...]]) -> None:
    """Put rows of `_ROLL` into a stock; what many have alike is given to it as one string."""
    shared: dict[str, str] = {}
    share = shared.setdefault
    alike = [
        (*row[:4], *(share(text, text) for text in row[4:7]), *row[7:-1], share(row[-1], row[-1]))
        for row in rows
    ]
    stock.add(alike, [row[_MARKS] for row in rows])


def listings_of(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Listing]:
    """What a list shows of these articles."""
    statement = f"{_LISTING} WHERE analysis.article = ?"
    rows = rows_of(connection, articles).values()
    return [_listing(connection.execute(statement, (row,)).fetchone()) for row in rows]


def listing(connection: sqlite3.Connection, article: str) -> Listing:
    """What a list shows of one article."""
    row = row_of(connection, article)
    found = connection.execute(f"{_LISTING} WHERE analysis.article = ?", (row,)).fetchone()
    return _listing(found)


def _same(text: str, _: str) -> str:
    return text


def _listing(row: tuple[Any, ...], share: Callable[[str, str], str] = _same) -> Listing:
    """A listing from its columns.

    Args:
        row: the columns of `_LISTING`.
        share: gives one string for what many articles have alike: a third of a list's memory.
    """
    i, title, derived, source, author, day, inferred, script, size, figures, read, star, *rest = row
    origin, added = rest
    return Listing(
        i,
        title,
        derived == 1,
        share(source, source),
        share(author, author),
        share(day, day),
        inferred == 1,
        _SCRIPTS[script],
        size,
        figures,
        read == 1,
        star == 1,
        origin,
        share(added, added),
    )


def known(connection: sqlite3.Connection, digests: Collection[bytes]) -> dict[bytes, str]:
    """Of these content digests, those that are here, with the articles' ids."""
    statement = "SELECT id FROM article WHERE digest = ?"
    found = ((each, connection.execute(statement, (each,)).fetchone()) for each in digests)
    return {each: row[0] for each, row in found if row}


def article(connection: sqlite3.Connection, identity: str) -> Article:
    """An article with its clean text."""
    row = row_of(connection, identity)
    statement = f"{_ARTICLE} WHERE analysis.article = ?"
    return article_of(connection.execute(statement, (row,)).fetchone())


def articles(connection: sqlite3.Connection, limit: int | None) -> Iterator[Article]:
    """Articles newest first; the rows are settled at the first one."""
    most = -1 if limit is None else limit
    for (row,) in connection.execute(_ROWS, (most,)).fetchall():
        found = connection.execute(f"{_ARTICLE} WHERE analysis.article = ?", (row,)).fetchone()
        if found is not None:
            yield article_of(found)


def articles_of(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Article]:
    """These articles with their texts."""
    statement = f"{_ARTICLE} WHERE analysis.article = ?"
    rows = rows_of(connection, articles).values()
    return [article_of(connection.execute(statement, (row,)).fetchone()) for row in rows]


def texts_of(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Article]:
    """These articles without their paragraphs."""
    statement = f"{_TEXT} WHERE analysis.article = ?"
    rows = rows_of(connection, articles).values()
    return [article_of(connection.execute(statement, (row,)).fetchone()) for row in rows]


def figures_of(
    connection: sqlite3.Connection, articles: Iterable[str]
) -> dict[str, tuple[Figure, ...]]:
    """The figures of these articles."""
    return {
        identity: _figures(connection, row)
        for identity, row in rows_of(connection, articles).items()
    }


def figures(connection: sqlite3.Connection, identity: str) -> tuple[Figure, ...]:
    """The figures of an article, by place."""
    return _figures(connection, row_of(connection, identity))


def _figures(connection: sqlite3.Connection, row: int) -> tuple[Figure, ...]:
    return figures_in(connection.execute(_FIGURES, (row,)).fetchone()[0])


def original(connection: sqlite3.Connection, identity: str) -> Original:
    """An article as it came."""
    row = row_of(connection, identity)
    found = connection.execute(
        "SELECT raw, name, origin, encoding FROM article JOIN original ON article = row"
        " WHERE row = ?",
        (row,),
    ).fetchone()
    from digest.library.entries import Original  # noqa: PLC0415  no list needs it

    return Original(*found)


def repaired(connection: sqlite3.Connection, identity: str) -> tuple[Span, ...]:
    """What was restored from damage."""
    row = row_of(connection, identity)
    statement = "SELECT repaired FROM content WHERE article = ?"
    return spans_of(connection.execute(statement, (row,)).fetchone()[0])


def stale(connection: sqlite3.Connection, version: int) -> tuple[str, ...]:
    """Ids of the articles whose analysis is of an older version."""
    return tuple(row[0] for row in connection.execute(_STALE, (version,)))

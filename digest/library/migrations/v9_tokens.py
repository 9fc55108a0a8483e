"""Schema 9: a full-text index that costs two thirds to write and takes four fifths of the place.

The texts are folded already, so the tokenizer that knows all of Unicode decodes and folds them for
nothing, and takes one sigma for another; one that parts at spaces is told everything by the fold.
FTS5 says of every entry which column it is of, but for the first, which therefore is the text. The
index is made anew, once, from the folded texts: two to three minutes for 100,000 articles.
"""

from __future__ import annotations

from string import punctuation
from typing import TYPE_CHECKING

from digest.library.bigrams import CHARACTERS

if TYPE_CHECKING:
    import sqlite3

TOKENIZER = "ascii tokenchars '{}'".format(punctuation.replace("'", "''"))
"""Tokens are whatever spaces part: letters and digits, all beyond ASCII, and what is named here."""

_QUOTED = TOKENIZER.replace('"', '""')

STATEMENTS = (
    "DROP TABLE fulltext",
    f"""
    CREATE VIRTUAL TABLE fulltext USING fts5 (
        text, title, {CHARACTERS}, content = 'cut', content_rowid = 'article',
        tokenize = "{_QUOTED}"
    )
    """,
)
"""In the order in which they must be run."""

HASH_BYTES = 4 * 2**20
"""What a transaction may hold of the index before it writes a piece: SQLite's own 1 MB is less than
32 long articles need, and every piece is merged with others later."""

WHOLE_BYTES = 32 * 2**20
"""The same while all is made anew: 100,000 articles then are some thirty pieces, merged never."""

CRISIS = 256
"""Pieces of a size at which all of them are put together in one go, however long it takes: more
than there ever are, as more than `filling.MANY_PIECES` are put together a few pages at a time."""


def apply(connection: sqlite3.Connection) -> None:
    """Make the index anew, and fill it from the folded texts."""
    # Where SQLite would overwrite with zeros all that the older index leaves.
    before = connection.execute("PRAGMA secure_delete").fetchone()[0]
    connection.execute("PRAGMA secure_delete = FAST")
    for statement in STATEMENTS:
        connection.execute(statement)
    set_to = "INSERT INTO fulltext (fulltext, rank) VALUES (?, ?)"
    if connection.execute("SELECT EXISTS (SELECT 1 FROM folded)").fetchone()[0]:
        connection.executemany(set_to, (("automerge", 0), ("hashsize", WHOLE_BYTES)))
        connection.execute("INSERT INTO fulltext (fulltext) VALUES ('rebuild')")
    connection.executemany(
        set_to, (("automerge", 4), ("hashsize", HASH_BYTES), ("crisismerge", CRISIS))
    )
    connection.execute(f"PRAGMA secure_delete = {before}")

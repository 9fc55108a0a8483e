"""Articles and libraries for tests, small and made up here."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digest.library import Analysis, Entry, Original, article_id
from digest.model import Article, Figure, FigureKind, Metadata, Paragraph, Role, Script, Span

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from digest.library import Library

TEXT = "华为发布新芯片。\n出货量增长12%，达到3亿元。"
"""A clean text of two paragraphs."""


def article(text: str = TEXT, *, title: str = "", published: str = "", raw: bytes = b"") -> Article:
    """An article whose paragraphs are the lines of its text."""
    paragraphs, start = [], 0
    for index, line in enumerate(text.split("\n")):
        paragraphs.append(Paragraph(index, Role.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    metadata = Metadata(title=title or text[:6], title_derived=not title, published=published)
    identity = article_id(raw or text.encode())
    return Article(identity, metadata, Script.HANS, text, tuple(paragraphs))


def figure(text: str, written: str, value: object = None) -> Figure:
    """A figure where `written` stands first in a text."""
    start = text.index(written)
    span = Span(start, start + len(written))
    known = value if isinstance(value, (Decimal, tuple, str)) else Decimal(3)
    return Figure(span, span, FigureKind.NUMBER, known, None, "test")


def entry(
    text: str = TEXT,
    *,
    title: str = "",
    published: str = "",
    raw: bytes = b"",
    figures: tuple[Figure, ...] = (),
    version: int = 1,
    origin: str = "a.txt",
) -> Entry:
    """An entry whose original is the text itself, unless other bytes are given."""
    made = article(text, title=title, published=published, raw=raw)
    original = Original(raw or text.encode(), origin, origin, "utf-8")
    return Entry(original, Analysis(version, made, figures))


def held(library: Library, query: str) -> set[str]:
    """The ids of all articles that hold what was typed."""
    return {*library.roll().among(library.holders(query).numbers).ids()}


def database(folder: Path) -> Path:
    """Where a test keeps its library."""
    return folder / "library.db"


def connection_of(library: Library) -> sqlite3.Connection:
    """The connection by which this thread asks a library, to look behind its door."""
    with library._connections.using() as connection:
        return connection

"""What goes into a library and what comes out of it, as plain values.

Nothing here knows how it is kept, so that another home than SQLite can speak in the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from digest.model import Article, Figure, Script, Span

ID_LENGTH = 12
"""Hexadecimal digits of an article's id: 48 bits, so that a million articles meet a clash once in
five hundred libraries, and then the id grows."""


def content_digest(raw: bytes) -> bytes:
    """The 32 bytes that tell two contents apart."""
    return blake2b(raw, digest_size=32).digest()


def article_id(raw: bytes) -> str:
    """The id that an article with this content has in every library."""
    return content_digest(raw).hex()[:ID_LENGTH]


class Listing(NamedTuple):
    """What a list shows of an article.

    A named tuple, since a library's whole list is made of them at once: three times faster to make
    than a frozen dataclass.
    """

    id: str
    title: str
    title_derived: bool
    source: str
    author: str
    published: str
    """ISO 8601 to the precision known; empty if unknown."""
    published_inferred: bool
    script: Script
    characters: int
    """Length of the clean text in code points."""
    figures: int
    """How many figures the text holds."""
    read: bool
    starred: bool
    origin: str
    """Where it came from: a path, or the name of a stream."""
    added: str
    """When, in UTC: `2026-01-31T09:30:00Z`."""


@dataclass(frozen=True, slots=True)
class Original:
    """An article as it came."""

    raw: bytes
    """Byte for byte."""
    name: str
    """File name, or the name of a stream."""
    origin: str
    """Path it was read from, or the name of a stream."""
    encoding: str
    """The encoding it was decoded with."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was made of an original; can be made again at any time."""

    version: int
    """Version of the analysis that made it."""
    article: Article
    figures: tuple[Figure, ...] = ()
    """By place."""
    repaired: tuple[Span, ...] = ()
    """In the clean text: what was restored from damage."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article to be kept."""

    original: Original
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one entry."""

    id: str
    new: bool
    """False: the same content was there already, and nothing was changed."""


@dataclass(frozen=True, slots=True)
class State:
    """What a reader did with an article."""

    read: bool = False
    starred: bool = False
    place: Span | None = None
    """In the clean text: what stood at the top of the screen; None before it was opened."""
    opened: str = ""
    """When it was last open, in UTC; empty if never."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a library holds."""

    articles: int
    unread: int
    starred: int


@dataclass(frozen=True, slots=True)
class Match:
    """An article that holds what was searched for."""

    id: str
    count: int
    """How often the words of the query stand in it, together; at least 1."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search of the texts."""

    total: int
    """How many articles there are, also past the limit."""
    matches: tuple[Match, ...]
    """Best first, or newest first where too many would have to be ranked."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything about one removed article, enough to put it back as it was."""

    row: int
    """Its place in the order of arrival."""
    id: str
    added: str
    entry: Entry
    state: State
    mentions: tuple[tuple[str, Span], ...]
    """Keys of topics and where they were mentioned."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out, for `restore`."""

    articles: tuple[Kept, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the articles taken out."""
        return tuple(kept.id for kept in self.articles)

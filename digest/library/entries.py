"""What is brought into a library and taken out of it, as plain values.

Apart from what a list and a reader ask for, since opening a library needs none of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from digest.library.records import State
    from digest.model import Article, Figure, Span

ID_LENGTH = 12
"""Hexadecimal digits of an article's id: 48 bits, so that a million articles meet a clash once in
five hundred libraries, and then the id grows."""


def content_digest(raw: bytes) -> bytes:
    """The 32 bytes that tell two contents apart."""
    return blake2b(raw, digest_size=32).digest()


def article_id(raw: bytes) -> str:
    """The id that an article with this content has in every library."""
    return content_digest(raw).hex()[:ID_LENGTH]


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


class Derived(NamedTuple):
    """Something made of an article besides its analysis, for one part of the program to read."""

    name: str
    version: int
    """Grows with every change that shows in the data."""
    data: bytes


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
    derived: tuple[Derived, ...] = ()
    """One of each name."""


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

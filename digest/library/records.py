"""What a library answers, as plain values.

Nothing here knows how it is kept, so that another home than SQLite can speak in the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from digest.model import Figure, Script, Span


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


class State(NamedTuple):
    """What a reader did with an article."""

    read: bool = False
    starred: bool = False
    place: Span | None = None
    """In the clean text: what stood at the top of the screen; None before it was opened."""
    opened: str = ""
    """When it was last open, in UTC; empty if never."""


class Dated(NamedTuple):
    """A date that stands in a text, and the days it stands for."""

    article: str
    """The article's id."""
    paragraph: int
    """Index of the paragraph it stands in."""
    first: str
    """ISO 8601: `2023-01-01` for 2023 and for the first half of it."""
    last: str
    """ISO 8601; `9999-12-31` for what goes on."""
    figure: Figure


class Counts(NamedTuple):
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
    words: tuple[str, ...] = ()
    """The folded words that were looked for, without those to be left out."""

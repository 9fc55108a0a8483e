"""What a library answers, as plain values.

Nothing here knows how it is kept, so that another home than SQLite can speak in the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from digest.model import Figure, Script, Span, TopicKind


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


class Subject(NamedTuple):
    """A topic without its mentions."""

    key: str
    """The folded name; unique in a library."""
    name: str
    """The commonest form as written, in whatever script that was."""
    aliases: tuple[str, ...]
    """Other forms as written, commonest first."""
    kind: TopicKind
    score: float
    """Weight in the library: larger is more important."""
    nested: bool = False
    """Whether it stands inside the forms of other topics only."""
    articles: int = 0
    """How many mention it."""
    places: int = 0
    """How often it is mentioned in them."""


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
    """How many articles there are, also past the limit; counted to a few thousand, as whoever reads
    more than that could as well read all."""
    matches: tuple[Match, ...]
    """Best first, or newest first where too many would have to be ranked."""
    words: tuple[str, ...] = ()
    """The folded words that were looked for, without those to be left out."""
    slipped: bool = False
    """No article holds the words; these hold something like them, and `count` may be 0."""
    problem: str = ""
    """What is wrong with the query (a `query.Problem`); empty if nothing."""


class Holders(NamedTuple):
    """All articles that hold what was searched for."""

    numbers: NDArray[np.int64]
    """The numbers by which a `Roll` knows them, in no order."""
    words: tuple[str, ...]
    """As of `Found`."""
    problem: str
    """As of `Found`."""


class Sized(NamedTuple):
    """Figures of a size, and how far was looked for them."""

    figures: dict[str, tuple[Figure, ...]]
    """By the ids of their articles, the newest first."""
    seen: int
    """Articles that were looked through."""
    cut: bool
    """Whether older articles were left out, as enough was found or it took too long."""


class Narrow(NamedTuple):
    """What a search of the texts is narrowed to, and how it is answered."""

    since: str = ""
    """Published then or later, as far as is known; ISO 8601 to any precision. Empty for all."""
    sources: tuple[str, ...] | None = None
    """Publications, or authors of articles without one; None for all."""
    newest: bool = False
    """Newest first, also where there are few enough to put the best first."""
    slips: bool = False
    """Where nothing holds the words, look for something like them."""


ALL = Narrow()
"""A search that nothing narrows."""


class Recent(NamedTuple):
    """An article that was open, and where reading it stopped."""

    id: str
    place: Span

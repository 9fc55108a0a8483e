"""What a brief is made of: lines, figures, stories, happenings, disputes, topics on the rise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.model import Span

CHARACTERS_A_MINUTE = 500
"""Reading speed in Chinese, as web readers count it (Miniflux: 500 for CJK)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article."""

    article: str
    span: Span
    """In the clean text."""
    lit: tuple[Span, ...] = ()
    """Figures in it, in the clean text."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure with the words that say what it measures."""

    article: str
    span: Span
    label: Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that may be told, as far as lists know it."""

    leader: str
    """The article that is quoted."""
    members: tuple[str, ...]
    """All that tell it, the leader first."""
    tellers: int
    """How many different sources they have."""
    newest: str
    """The latest date of publication, ISO 8601; empty if unknown."""
    figures: int = 0
    """How many figures the leader holds."""
    topics: float = 0.0
    """Weight of the topics it speaks of, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Item:
    """A story as it is told."""

    leader: str
    members: tuple[str, ...]
    lines: tuple[Line, ...]
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a date, and who tells it."""

    when: str
    """ISO 8601 as precise as it is known."""
    line: Line
    tellers: tuple[str, ...]
    """Ids of the articles, the one that is quoted first."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Sentences whose figures cannot both be true."""

    sides: tuple[Line, ...]
    """One of each value, with the figure it turns on as what is lit."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How much is written of a topic."""

    key: str
    name: str
    articles: int
    """How many mention it, of whatever time."""
    places: tuple[tuple[str, Span], ...]
    """The articles of the time of the brief that mention it, the newest first, and where."""


@dataclass(frozen=True, slots=True)
class Rising:
    """A topic that more is written about than before."""

    key: str
    name: str
    article: str
    """The latest article that mentions it, and where."""
    place: Span
    now: int
    before: int
    """Articles within the time of the brief, and in all the time before."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What is told."""

    stories: tuple[Item, ...] = ()
    happenings: tuple[Happening, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    rising: tuple[Rising, ...] = ()
    since: str = ""
    """From when on, ISO 8601; empty for everything."""
    topic: str = ""
    """The name of the topic it is about; empty for all."""
    articles: int = 0
    """How many articles there were to tell of."""
    told: int = 0
    """How many of them are of a story that is told."""
    left: int = 0
    """How many stories were left out."""
    characters: int = 0
    """How long it is."""

    @property
    def minutes(self) -> int:
        """How many minutes it takes to read."""
        return max(1, round(self.characters / CHARACTERS_A_MINUTE)) if self.characters else 0

    @property
    def quoted(self) -> tuple[str, ...]:
        """Ids of the articles it has something of, in order."""
        found = [line.article for line in self.lines]
        found += [figure.article for item in self.stories for figure in item.figures]
        found += [topic.article for topic in self.rising]
        return tuple(dict.fromkeys(found))

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its sentences, in order."""
        found = [line for item in self.stories for line in item.lines]
        found += [side for dispute in self.disputes for side in dispute.sides]
        found += [happening.line for happening in self.happenings]
        return tuple(found)

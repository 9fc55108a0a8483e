"""Topic: a name or term that articles share, and the places where it is mentioned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.model.span import Span


class TopicKind(StrEnum):
    """What a topic names."""

    PERSON = "person"
    ORG = "org"
    PRODUCT = "product"
    PLACE = "place"
    EVENT = "event"
    CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a topic stands."""

    article: str
    """The article's id."""
    span: Span
    """In the article's clean text."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A name with everything that means the same."""

    key: str
    """The folded name; unique in a library."""
    name: str
    """The commonest form as written, in whatever script that was."""
    aliases: tuple[str, ...]
    """Other forms as written, commonest first, without the name."""
    kind: TopicKind
    score: float
    """Weight in the library: larger is more important; comparable within one library only."""
    mentions: tuple[Mention, ...]
    """By article, then by place."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that mention it, each once, in the order of the mentions."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

"""Hit: one answer of the finder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.model.span import Span


class HitKind(StrEnum):
    """What a hit leads to."""

    TOPIC = "topic"
    ARTICLE = "article"
    PASSAGE = "passage"
    FIGURE = "figure"
    SOURCE = "source"
    """A publication; `text` is its name, `article` its newest one."""
    PLACE = "place"
    """Where reading an article stopped."""
    COMMAND = "command"
    """Something the program can do; `topic` is its id, and there is no article."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer to a query, best first in its list."""

    kind: HitKind
    text: str
    """The topic's name, the article's title, or the passage as written."""
    matched: tuple[Span, ...]
    """In `text`: the characters that the query found, also where pinyin was typed."""
    article: str
    """Id of the article it leads to."""
    place: Span
    """In that article's clean text: where to land."""
    score: float
    """0 to 1; comparable within one list only."""
    topic: str = ""
    """Key of the topic, for a topic hit."""

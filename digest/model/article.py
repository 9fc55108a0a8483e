"""Article: one text as it is read, its paragraphs, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.model.script import Script
    from digest.model.span import Span


class Role(StrEnum):
    """What a paragraph does in its article."""

    BODY = "body"
    HEADING = "heading"
    QUESTION = "question"
    ANSWER = "answer"
    CREDIT = "credit"
    """A caption, byline or closing line that stays where it stood."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the clean text; blocks are joined by a single line feed."""

    index: int
    """Counted from 0 over the paragraphs shown."""
    role: Role
    span: Span
    """In the clean text, without the line feed."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a text besides the text.

    Everything is as the text has it, in its own script; nothing is invented.
    """

    title: str = ""
    title_derived: bool = False
    """The title was made from the text's own words."""
    source: str = ""
    """Publication or site."""
    author: str = ""
    """Names separated by a space."""
    editor: str = ""
    published: str = ""
    """ISO 8601 to the precision known: `2023-08-16`, `2023-11`, `2023`, or empty."""
    published_inferred: bool = False
    """The date was read out of the text and not given as the article's own."""
    published_reason: str = ""
    """For an inferred date: the words of the text it rests on."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was cleaned and understood, ready to be read.

    `text` is the clean text in its own script; every span kept anywhere points into it.
    """

    id: str
    metadata: Metadata
    script: Script
    text: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph_at(self, clean_offset: int) -> int:
        """Index of the paragraph that holds a code point or stands before it; 0 at worst."""
        low, high = 0, len(self.paragraphs)
        while low < high:
            middle = (low + high) // 2
            if self.paragraphs[middle].span.start <= clean_offset:
                low = middle + 1
            else:
                high = middle
        return max(0, low - 1)

"""The sentence around a place, for copying it with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import Span

if TYPE_CHECKING:
    from digest.model import Article

STOPS = frozenset("。！？!?；;\n")
"""Marks that end a sentence; a half-width ? or ! ends one only after Chinese, but is rare else."""

CLOSERS = frozenset("」』”’）)》】")
"""Marks that still belong to the sentence they follow."""


def sentence_around(article: Article, clean_offset: int) -> Span:
    """The span, in the clean text, of the sentence that holds a place; never over a paragraph."""
    if not article.paragraphs:
        return Span(0, 0)
    paragraph = article.paragraphs[article.paragraph_at(clean_offset)].span
    text = article.text
    start = min(max(clean_offset, paragraph.start), paragraph.end)
    while start > paragraph.start and text[start - 1] not in STOPS:
        start -= 1
    end = max(start, clean_offset)
    while end < paragraph.end and text[end] not in STOPS:
        end += 1
    end = min(end + 1, paragraph.end)
    while end < paragraph.end and text[end] in CLOSERS:
        end += 1
    while start < end and text[start] in CLOSERS:
        start += 1
    return Span(start, end)

"""The sentence around a place, for copying it with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.sentences import sentence_at

if TYPE_CHECKING:
    from digest.model import Article


def sentence_around(article: Article, clean_offset: int) -> Span:
    """The span, in the clean text, of the sentence that holds a place; never over a paragraph."""
    if not article.paragraphs:
        return Span(0, 0)
    paragraph = article.paragraphs[article.paragraph_at(clean_offset)].span
    return sentence_at(article.text, paragraph, clean_offset)

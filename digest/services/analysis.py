"""Analysis: from a document to everything derived from it, in one pass."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.library import Analysis, article_id
from digest.model import Article, SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Metadata, Paragraph
    from digest.sources import Document

ANALYSIS_VERSION = 2
"""Grows with every change of cleaning, script detection, dates or figures that shows in a result;
libraries then derive their articles anew."""


def analyse(document: Document) -> Analysis:
    """Clean a document and find out its script, its date and its figures.

    The same document always gives the same analysis.

    Raises:
        SourceError: nothing is left to be read once the document is cleaned.
    """
    # Loaded when articles come in, not when they are listed.
    from digest.figures import find_figures  # noqa: PLC0415
    from digest.text.clean import clean  # noqa: PLC0415
    from digest.text.script import detect  # noqa: PLC0415

    cleaned = clean(document.text, name=document.name, given=document.given)
    text = cleaned.text.text
    if not text.strip():
        raise SourceError(f"{document.name} holds no text to read")
    metadata = dated(cleaned.metadata, text, cleaned.paragraphs)
    article = Article(
        id=article_id(document.data),
        metadata=metadata,
        script=detect(text),
        text=text,
        paragraphs=cleaned.paragraphs,
    )
    return Analysis(
        version=ANALYSIS_VERSION,
        article=article,
        figures=find_figures(text, cleaned.paragraphs, metadata.published),
        repaired=cleaned.repaired,
    )


def dated(metadata: Metadata, text: str, paragraphs: Sequence[Paragraph]) -> Metadata:
    """The metadata, with a date read out of the text where the article gives none."""
    if metadata.published:
        return metadata
    from digest.figures.published import infer_published  # noqa: PLC0415  as above

    found = infer_published(text, paragraphs)
    if found is None:
        return metadata
    published, reason = found
    return replace(metadata, published=published, published_inferred=True, published_reason=reason)

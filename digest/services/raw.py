"""An article as it came, beside what was made of it: what was taken out and what was mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.model import Article, Metadata, Paragraph, Role, Span

if TYPE_CHECKING:
    from digest.library import Store
    from digest.text.aligned import Alignment


@dataclass(frozen=True, slots=True)
class Raw:
    """The text of an article before it was cleaned; harmless, and otherwise as it was decoded."""

    article: Article
    """The raw text as an article of its own, a paragraph a line, with the id of the clean one."""
    name: str
    """Of the file or stream it came in."""
    encoding: str
    removed: tuple[Span, ...]
    """In the raw text: what cleaning took out."""
    mended: tuple[Span, ...]
    """In the raw text: the damage that was restored."""
    alignment: Alignment
    """From the raw text to the clean one."""


def raw(library: Store, article: str) -> Raw:
    """An article as it came.

    Raises:
        LibraryError: the original cannot be read.
        NotFoundError: there is no such article.
        SourceError: what was kept can no longer be decoded.
    """
    # Loaded when somebody wants to see it.
    from digest.sources import read_stream  # noqa: PLC0415
    from digest.text.clean import clean  # noqa: PLC0415
    from digest.text.sanitize import sanitize  # noqa: PLC0415

    original = library.original(article)
    document = read_stream(original.raw, original.name)
    cleaned = clean(document.text, name=document.name, given=document.given).text
    harmless = sanitize(document.text)
    alignment = harmless.alignment.inverted().then(cleaned.alignment)
    mended = tuple(alignment.to_source(span) for span in library.repaired(article))
    changed = (Span(edit.source_start, edit.source_end) for edit in alignment.edits)
    # White space is everybody's; what was taken for damage is told as mended.
    removed = tuple(
        span
        for span in changed
        if span.of(harmless.text).strip() and not any(span.overlaps(each) for each in mended)
    )
    script = library.listing(article).script
    return Raw(
        Article(article, Metadata(), script, harmless.text, _lines(harmless.text)),
        original.name,
        document.encoding,
        removed,
        mended,
        alignment=alignment,
    )


def _lines(text: str) -> tuple[Paragraph, ...]:
    """The lines of a text that hold something, as paragraphs."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(len(found), Role.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)

"""Codec: the model's values as columns, and back; figures are in `figure_lines`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digest.model import Article, Metadata, Paragraph, Role, Script, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def paragraphs_text(paragraphs: Sequence[Paragraph]) -> str:
    """Roles and spans of paragraphs, as JSON."""
    return json.dumps([(each.role, each.span.start, each.span.end) for each in paragraphs])


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs that `paragraphs_text` wrote."""
    return tuple(
        Paragraph(index, Role(role), Span(start, end))
        for index, (role, start, end) in enumerate(json.loads(text))
    )


def spans_text(spans: Sequence[Span]) -> str:
    """Spans, as JSON."""
    return json.dumps([(span.start, span.end) for span in spans])


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans that `spans_text` wrote."""
    return tuple(Span(start, end) for start, end in json.loads(text))


def words_text(words: Sequence[str]) -> str:
    """Strings, as JSON that shows its characters."""
    return json.dumps(words, ensure_ascii=False)


def words_of(text: str) -> tuple[str, ...]:
    """The strings that `words_text` wrote."""
    return tuple(json.loads(text))


def article_of(row: Sequence[Any]) -> Article:
    """An article from its columns, in the order of `ARTICLE_COLUMNS` in `articles`."""
    title, derived, source, author, editor, published, inferred, reason, keywords = row[1:10]
    metadata = Metadata(
        title=title,
        title_derived=bool(derived),
        source=source,
        author=author,
        editor=editor,
        published=published,
        published_inferred=bool(inferred),
        published_reason=reason,
        keywords=words_of(keywords),
    )
    script, text, paragraphs = row[10:13]
    return Article(row[0], metadata, Script(script), text, paragraphs_of(paragraphs))

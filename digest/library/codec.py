"""Codec: the model's values as columns, and back.

Numbers are kept as the text of their Decimals, exact; a float stands beside them for sorting only.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from digest.library.days import days_of
from digest.model import Article, Figure, FigureKind, Metadata, Paragraph, Role, Script, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Value

FIGURE_COLUMNS = (
    "start",
    '"end"',
    "core_start",
    "core_end",
    "kind",
    "value",
    "unit",
    "rule",
    "salience",
    "approx",
    "modifier",
    "change",
    "base",
    "label_start",
    "label_end",
    "subject_start",
    "subject_end",
    "resolved",
)
"""What a figure is made of again."""

LEDGER_COLUMNS = ("paragraph", "text", "size", "label", "subject", "first_day", "last_day")
"""What stands beside it, so that a ledger or a timeline over articles needs none of
their texts."""


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


def places_text(places: Sequence[tuple[int, int]]) -> str:
    """Starts and ends of spans, as `spans_text` writes spans."""
    return f"[{', '.join([f'[{start}, {end}]' for start, end in places])}]"


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


def figure_row(figure: Figure, text: str, paragraph: int) -> tuple[Any, ...]:
    """A figure's columns: those of `FIGURE_COLUMNS`, then those of `LEDGER_COLUMNS`.

    Args:
        figure: what was found.
        text: the clean text it was found in.
        paragraph: the number of the paragraph it begins in.
    """
    return (
        figure.span.start,
        figure.span.end,
        figure.core.start,
        figure.core.end,
        str(figure.kind),
        value_text(figure.value),
        figure.unit,
        figure.rule,
        figure.salience,
        int(figure.approx),
        figure.modifier,
        figure.change,
        figure.base,
        *_ends(figure.label),
        *_ends(figure.subject),
        figure.resolved,
        paragraph,
        figure.span.of(text),
        _size(figure.value),
        _words(figure.label, text),
        _words(figure.subject, text),
        *_days(figure),
    )


def figure_of(row: Sequence[Any]) -> Figure:
    """A figure from its `FIGURE_COLUMNS`."""
    return Figure(
        span=Span(row[0], row[1]),
        core=Span(row[2], row[3]),
        kind=FigureKind(row[4]),
        value=value_of(row[5]),
        unit=row[6],
        rule=row[7],
        salience=row[8],
        approx=bool(row[9]),
        modifier=row[10],
        change=row[11],
        base=row[12],
        label=None if row[13] is None else Span(row[13], row[14]),
        subject=None if row[15] is None else Span(row[15], row[16]),
        resolved=row[17],
    )


def value_text(value: Value) -> str | None:
    """A figure's value, as JSON: strings for dates, `{"number": ...}` for what is counted."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return f'{{"number": "{value}"}}'
    if isinstance(value, tuple) and value and isinstance(value[0], Decimal):
        return f'{{"number": [{", ".join(f"{chr(34)}{each}{chr(34)}" for each in value)}]}}'
    return json.dumps(value, ensure_ascii=False)


def value_of(text: str | None) -> Value:
    """The value that `value_text` wrote."""
    if text is None:
        return None
    found = json.loads(text)
    if isinstance(found, dict):
        number = found["number"]
        return tuple(map(Decimal, number)) if isinstance(number, list) else Decimal(number)
    return tuple(found) if isinstance(found, list) else str(found)


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    """A span's two columns."""
    return (None, None) if span is None else (span.start, span.end)


def _words(span: Span | None, text: str) -> str | None:
    """What a span covers."""
    return None if span is None else span.of(text)


def _days(figure: Figure) -> tuple[str | None, str | None]:
    """The first and the last day of a date."""
    days = days_of(figure.resolved) if figure.kind is FigureKind.DATE else None
    return days or (None, None)


def _size(value: Value) -> float | None:
    """What to sort a value by."""
    first = value[0] if isinstance(value, tuple) and value else value
    if not isinstance(first, Decimal):
        return None
    try:
        return float(first)
    except (OverflowError, ValueError):
        return None

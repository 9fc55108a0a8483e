"""Marking: the characters of a shown text that a query found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.find.keys import kept_places
from digest.model import Span
from digest.text.fold import fold, key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.find.align import Aligner


def marked(query: Aligner, text: str, plain: str) -> tuple[Span, ...]:
    """Spans of `text`, with its plain key, that a query found, also where pinyin was typed."""
    found = _places(query, plain)
    if not found:
        return ()
    if len(text) == len(plain) and len(key(text)) == len(text):
        return tuple(_joined(Span(at, at + 1) for at in found))
    folded = fold(text)
    places = kept_places(folded.text)
    return tuple(
        _joined(folded.alignment.to_source(Span(places[at], places[at] + 1)) for at in found)
    )


def _places(query: Aligner, plain: str) -> list[int]:
    """Places in the plain key: one piece if it holds the query, else letter by letter."""
    at = plain.find(query.query)
    if at < 0:
        return list(query.marks(plain))
    return list(range(at, at + len(query.query)))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch or overlap, as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined

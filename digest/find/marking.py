"""Marking: the characters of a shown text that a query found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.find.align import marks
from digest.find.keys import kept_places
from digest.model import Span
from digest.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


def marked(query: str, text: str) -> tuple[Span, ...]:
    """Spans of `text` that a plain query found, also where their pinyin was typed."""
    folded = fold(text)
    places = kept_places(folded.text)
    plain = "".join(folded.text[place] for place in places)
    found = (
        folded.alignment.to_source(Span(places[at], places[at] + 1)) for at in marks(query, plain)
    )
    return tuple(_joined(found))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch or overlap, as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined

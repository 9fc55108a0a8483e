"""The word around a place: what a rule about one of its characters should be about."""

from __future__ import annotations

from digest.model import Span

REACH = 20
"""Code points on either side that are cut into words: longer than any, and no sentence is needed
to tell where one ends."""


def word_around(text: str, place: Span) -> Span:
    """The span, in `text`, of the word that holds a place, as a dictionary of Chinese cuts it."""
    from digest.topics.segment import tokens  # noqa: PLC0415 - slow to load

    start = max(0, place.start - REACH)
    near = text[start : place.end + REACH]
    for token in tokens(near):
        span = Span(token.start, token.end).moved(start)
        if span.contains(place):
            return span
    return place

"""Typesetting a paragraph too long to wait for: lines come while the rest is not yet measured."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.typeset.lines import Line, lines
from digest.text.typeset.marks import is_marked, shaped
from digest.text.typeset.tokens import apart, measure_shaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BLOCK = 2048
"""Code points measured at a time: more than a screen holds, and done within a frame."""

UNSETTLED = 3
"""Runs at the end of a block that may turn out otherwise when what follows is seen: the last, which
may go on, and two whose borders were found by looking a few characters ahead."""


def flow(
    text: str,
    width: int,
    *,
    keep: Sequence[Span] = (),
    indent: int = 0,
    ambiguous: int = 1,
    hang: bool = True,
) -> Iterator[Line]:
    """The lines that `typeset` returns, each as soon as it is certain; same arguments."""
    shape, marked, kept = shaped(text), is_marked(text), apart(keep)
    start, size = 0, BLOCK
    while start < len(text):
        end = min(len(text), start + size)
        tokens = measure_shaped(
            text[start:end], shape[start:end], _within(kept, start, end), ambiguous, marked
        )
        found = list(lines(tokens, width, indent, hang))
        if end < len(text):
            settled = tokens.starts[max(0, len(tokens.starts) - 1 - UNSETTLED)]
            found = found[: bisect_right(found, settled, key=lambda line: line.span.end)]
            while found and found[-1].forced:
                found.pop()
        if not found:
            size *= 2
            continue
        for line in found:
            yield _moved(line, start)
        start, size, indent = start + found[-1].span.end, BLOCK, 0


def _within(keep: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """What is kept between two offsets, as spans of that part."""
    first = bisect_right(keep, start, key=lambda span: span.end)
    last = bisect_right(keep, end - 1, key=lambda span: span.start)
    return tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in keep[first:last]
    )


def _moved(line: Line, by: int) -> Line:
    """The same line of a paragraph that begins `by` code points earlier."""
    return replace(line, span=line.span.moved(by), drawn_end=line.drawn_end + by) if by else line

"""The first stage of typesetting: where a paragraph may be broken, and how wide it is up to there.

All of it is independent of the width of the page, so that a resize starts behind it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.cells import widths
from digest.text.typeset.marks import HANGING, SPACES, is_marked, runs, shaped

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Tokens:
    """A paragraph measured: its runs, between which lines may end.

    Cells are counted from the beginning of the paragraph as if it were one endless line, so that
    the width of any stretch of runs is a difference.
    """

    text: str
    ambiguous: int
    """Cells of a character of ambiguous width it was measured with."""
    marked: bool
    """Some code points may belong to the one before them."""
    keep: tuple[Span, ...]
    """What is not to be broken though it would be several runs: sorted and apart, none empty."""
    starts: tuple[int, ...]
    """Offset of each run, and behind the last the length of the text."""
    before: tuple[int, ...]
    """Cells before each run, and behind the last the cells of all."""
    through: tuple[int, ...]
    """Cells up to the end of what each run draws: without the spaces that end it."""
    standing: tuple[int, ...]
    """The same without the mark that may hang in the margin, if the run ends with one."""


def measure(text: str, keep: Sequence[Span] = (), ambiguous: int = 1) -> Tokens:
    """Find the runs of one paragraph and their widths.

    Args:
        text: The paragraph as shown, without a line feed.
        keep: What is not to be broken where it fits a line (figures with their units), in `text`.
            What overlaps counts as one.
        ambiguous: Cells of a character of ambiguous width, 1 or 2.

    Raises:
        ValueError: something kept lies outside the text.
    """
    if any(span.end > len(text) for span in keep):
        raise ValueError(f"{max(keep)} lies outside a text of {len(text)} code points")
    return measure_shaped(text, shaped(text), apart(keep), ambiguous, is_marked(text))


def measure_shaped(
    text: str, shape: str, keep: tuple[Span, ...], ambiguous: int, marked: bool
) -> Tokens:
    """`measure` for a part of a paragraph, whose quotes and marks were looked at in the whole."""
    each = widths(text, ambiguous)
    reach = [0, *accumulate(each)]
    starts = _starts(shape, marked, keep)
    ends = [
        end if text[end - 1] not in SPACES else len(text[start:end].rstrip(SPACES)) + start
        for start, end in pairwise(starts)
    ]
    through = [reach[end] for end in ends]
    standing = [
        cells - each[end - 1] if end and text[end - 1] in HANGING else cells
        for cells, end in zip(through, ends, strict=True)
    ]
    before = [reach[start] for start in starts]
    return Tokens(
        text, ambiguous, marked, keep, tuple(starts), tuple(before), tuple(through), tuple(standing)
    )


def apart(keep: Sequence[Span]) -> tuple[Span, ...]:
    """The spans sorted, those that overlap as one, empty ones left out."""
    found: list[Span] = []
    for span in sorted(keep):
        if found and found[-1].overlaps(span):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif len(span):
            found.append(span)
    return tuple(found)


def _starts(shape: str, marked: bool, keep: Sequence[Span]) -> list[int]:
    """Where runs begin, and the length of the text; none inside what is kept."""
    found = [0, *accumulate(map(len, runs(marked).findall(shape)))]
    found.pop()
    done = 0
    starts: list[int] = []
    for span in keep:
        low = bisect_right(found, span.start, done)
        high = bisect_left(found, span.end, low)
        starts += found[done:low]
        done = high
    return starts + found[done:]

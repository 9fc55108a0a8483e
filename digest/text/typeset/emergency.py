"""Splitting a run that is wider than a line, where something has to give.

In this order: what is kept and words stay whole if they fit a line by themselves; no line begins
with a closing mark or ends with an opening one; a link or word that does not fit is split behind a
joint (`/`, `-`, `.`), or else where the line is full. A mark never leaves its base.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.cells import widths
from digest.text.typeset.marks import CLOSING, HANGING, JOINTS, OPENING, SPACES, atoms

if TYPE_CHECKING:
    from typing import TypeAlias

    from digest.text.typeset.tokens import Tokens

    Reach: TypeAlias = list[int]

JOINT_SHARE = 0.5
"""How much of the line a split behind a joint must fill to be preferred: with less, the ragged edge
disturbs more than a link split anywhere."""


def split(tokens: Tokens, offset: int, stop: int, room: int, hang: bool) -> int:
    """Where to split a run that does not fit.

    Args:
        tokens: The paragraph.
        offset: Where the line begins, inside the run or at its start.
        stop: Where the run ends.
        room: Cells of the line, 2 at least.
        hang: Whether a closing mark may hang behind it.

    Returns:
        An offset behind `offset` and before `stop`.
    """
    piece, reach = _window(tokens, offset, stop, room)
    loose: set[int] = set()
    cuts = [
        cut
        for cut in _kept_whole(
            tokens, offset, room, reach, _bounds(tokens, piece, room, reach, loose)
        )
        if _fits(piece, cut, reach, room, hang)
    ]
    allowed = [cut for cut in cuts if _is_allowed(piece, cut)] or cuts
    best = max(allowed)
    if best in loose:
        joints = (c for c in allowed if c in loose and piece[c - 1] in JOINTS)
        best = max((c for c in joints if reach[c] >= JOINT_SHARE * room), default=best)
    return offset + best


def _window(tokens: Tokens, offset: int, stop: int, room: int) -> tuple[str, Reach]:
    """As much of the run as can matter for a line, and the cells up to each of its offsets."""
    size = 2 * room
    while True:
        piece = tokens.text[offset : min(stop, offset + size)]
        reach = [0, *accumulate(widths(piece, tokens.ambiguous))]
        if reach[-1] > room + 2 or offset + size >= stop:
            return piece, reach
        size *= 2


def _bounds(tokens: Tokens, piece: str, room: int, reach: Reach, loose: set[int]) -> list[int]:
    """Where atoms end; what is wider than a line ends anywhere, which is noted in `loose`."""
    bounds: list[int] = []
    for match in atoms(tokens.marked).finditer(piece):
        start, end = match.span()
        if reach[end] - reach[start] > room:
            inside = [k for k in range(start + 1, end) if reach[k + 1] > reach[k]]
            loose.update(inside)
            bounds += inside
        bounds.append(end)
    return bounds


def _kept_whole(
    tokens: Tokens, offset: int, room: int, reach: Reach, bounds: list[int]
) -> list[int]:
    """The bounds that are not inside something kept that fits a line."""
    length = len(reach) - 1
    index = max(0, bisect_left(tokens.keep, Span(offset, offset)) - 1)
    for span in tokens.keep[index:]:
        if span.start >= offset + length:
            break
        low, high = max(0, span.start - offset), min(length, span.end - offset)
        if low < high and reach[high] - reach[low] <= room:
            bounds = [cut for cut in bounds if not low < cut < high]
    return bounds


def _fits(piece: str, cut: int, reach: Reach, room: int, hang: bool) -> bool:
    """Whether a line may reach to `cut`.

    Not to the end of what was looked at, nor before a space, which would begin the next line.
    """
    if cut >= len(piece) or piece[cut] in SPACES:
        return False
    drawn = len(piece[:cut].rstrip(SPACES))
    if reach[drawn] <= room:
        return True
    return hang and piece[drawn - 1] in HANGING and reach[drawn - 1] <= room


def _is_allowed(piece: str, cut: int) -> bool:
    """Whether the mark before and the one behind a split may stand there."""
    before = piece[:cut].rstrip(SPACES)
    return piece[cut] not in CLOSING and not before.endswith(tuple(OPENING))

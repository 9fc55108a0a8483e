"""Splitting a run that is wider than a line, where something has to give.

In this order: what is kept and words stay whole if they fit a line by themselves; no line begins
with a closing mark or ends with an opening one; a link or word that does not fit is split behind a
joint (`/`, `-`, `.`), or else where the line is full. A mark never leaves its base.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.cells import widths
from digest.text.typeset.marks import CLOSING, HANGING, JOINTS, OPENING, SPACES, atoms

if TYPE_CHECKING:
    from digest.text.typeset.tokens import Tokens

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
    bases = [cut for cut in range(1, len(piece)) if reach[cut + 1] > reach[cut]]
    held, loose = _bounds(tokens, offset, room, (piece, reach), bases)
    cuts = [cut for cut in sorted(held | loose) if _fits(piece, cut, reach, room, hang)]
    if not cuts:
        cuts = [cut for cut in bases if _fits(piece, cut, reach, room, hang)]
    allowed = [cut for cut in cuts if _is_allowed(piece, cut)] or cuts
    best = max(allowed)
    if best in loose:
        joints = (c for c in allowed if c in loose and piece[c - 1] in JOINTS)
        best = max((c for c in joints if reach[c] >= JOINT_SHARE * room), default=best)
    return offset + best


def _window(tokens: Tokens, offset: int, stop: int, room: int) -> tuple[str, list[int]]:
    """As much of the run as can matter for a line, and the cells up to each of its offsets."""
    size = 2 * room
    while True:
        piece = tokens.text[offset : min(stop, offset + size)]
        reach = [0, *accumulate(widths(piece, tokens.ambiguous))]
        if reach[len(piece.rstrip(SPACES))] > room + 2 or offset + size >= stop:
            return piece, reach
        size *= 2


def _bounds(
    tokens: Tokens, offset: int, room: int, window: tuple[str, list[int]], bases: list[int]
) -> tuple[set[int], set[int]]:
    """Where atoms end, and where bases end within an atom that is wider than a line.

    Neither is inside something kept that fits a line; that begins and ends like an atom.
    """
    piece, reach = window
    held: set[int] = set()
    loose: set[int] = set()
    for match in atoms(tokens.marked).finditer(piece):
        start, end = match.span()
        held.add(end)
        if reach[end] - reach[start] > room:
            loose.update(bases[bisect_right(bases, start) : bisect_left(bases, end)])
    index = max(0, bisect_left(tokens.keep, Span(offset, offset)) - 1)
    for span in tokens.keep[index:]:
        if span.start >= offset + len(piece):
            break
        low, high = max(0, span.start - offset), min(len(piece), span.end - offset)
        if low < high and reach[high] - reach[low] <= room:
            inside = set(range(low + 1, high))
            loose -= inside
            held = (held - inside) | ({low, high} & set(bases))
    return held, loose


def _fits(piece: str, cut: int, reach: list[int], room: int, hang: bool) -> bool:
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

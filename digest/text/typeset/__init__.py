"""Paragraphs into lines as Chinese is set: no line begins or ends with a mark that should not.

Lines are spans of the paragraph as shown, so that whatever is known about it (figures, hits, the
reading position) is found on the screen without searching. The work has two stages: `measure` finds
what hangs together and how wide it is, once for a text; `fill` makes lines, again for each width.
`typeset` does both, and `flow` does both bit by bit, for a paragraph too long to wait for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text.typeset.flow import flow
from digest.text.typeset.lines import MARGIN, NARROWEST, Line, fill, line_at, lines
from digest.text.typeset.tokens import Tokens, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Span

__all__ = [
    "MARGIN",
    "NARROWEST",
    "Line",
    "Tokens",
    "fill",
    "flow",
    "line_at",
    "lines",
    "measure",
    "typeset",
]


def typeset(
    text: str,
    width: int,
    *,
    keep: Sequence[Span] = (),
    indent: int = 0,
    ambiguous: int = 1,
    hang: bool = True,
) -> tuple[Line, ...]:
    """The lines of one paragraph; none for an empty one.

    Args:
        text: The paragraph as shown, without a line feed.
        width: Cells of a full line; a hanging mark reaches `MARGIN` cells beyond.
        keep: What is not to be broken where it fits a line, as spans of `text`.
        indent: Cells left empty at the beginning of the first line.
        ambiguous: Cells of a character of ambiguous width, 1 or 2.
        hang: Whether a closing mark may hang in the margin.

    Raises:
        ValueError: something kept lies outside the text.
    """
    return fill(measure(text, keep, ambiguous), width, indent, hang)

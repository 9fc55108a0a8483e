"""AlignedText: a text that knows where each of its characters came from.

Every reading of a text (cleaned, converted, folded, spaced) is made from another one. What connects
the two is an `Alignment`: a sorted list of the few places where code points do not stand one for
one. Between those places offsets differ by a constant, so an article converted character for
character costs nothing, and a look-up is one bisection.

Spans carried over an alignment never cross, and never vanish while any of their characters is left:
a span that cuts a changed unit grows to hold the whole of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class Edit(NamedTuple):
    """A run of the source and the run of the target that stands for it.

    Either may be empty, not both. Runs of equal length that correspond character by character are
    no edits.
    """

    source_start: int
    source_end: int
    target_start: int
    target_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the code points of a source text and a target text correspond."""

    source_length: int
    target_length: int
    edits: tuple[Edit, ...] = ()
    """Sorted, apart from one another; between them characters stand one for one."""
    _source_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _target_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_source_starts", tuple(e.source_start for e in self.edits))
        object.__setattr__(self, "_target_starts", tuple(e.target_start for e in self.edits))
        _check(self)

    @property
    def is_identity(self) -> bool:
        """Whether every offset stays what it is."""
        return not self.edits

    def to_target(self, span: Span) -> Span:
        """The span of the target that stands for a span of the source."""
        return self._carry(span, 0, self.source_length)

    def to_source(self, span: Span) -> Span:
        """The span of the source that a span of the target stands for."""
        return self._carry(span, 2, self.target_length)

    def inverted(self) -> Alignment:
        """The same correspondence read the other way."""
        turned = (Edit(e[2], e[3], e[0], e[1]) for e in self.edits)
        return Alignment(self.target_length, self.source_length, tuple(turned))

    def then(self, after: Alignment) -> Alignment:
        """From this source to the target of `after`, whose source is this target.

        Raises:
            ValueError: the lengths of the text in between differ.
        """
        if self.target_length != after.source_length:
            raise ValueError(
                f"cannot join: {self.target_length} code points, then {after.source_length}"
            )
        if self.is_identity:
            return after
        if after.is_identity:
            return self
        return Alignment(self.source_length, after.target_length, tuple(_joined(self, after)))

    def starts(self, side: int) -> tuple[int, ...]:
        """Where the edits begin: in the source for side 0, in the target for side 2."""
        return self._target_starts if side else self._source_starts

    def _carry(self, span: Span, side: int, length: int) -> Span:
        if span.end > length:
            raise ValueError(f"{span} lies outside a text of {length} code points")
        if not self.edits:
            return span
        start = self._start(span.start, side)
        if span.start == span.end:
            return Span(start, start)
        return Span(start, max(start, self._end(span.end, side)))

    def _start(self, offset: int, side: int) -> int:
        """Where a span that begins at `offset` begins over there: after what was inserted."""
        index = bisect_right(self.starts(side), offset) - 1
        if index < 0:
            return offset
        edit, other = self.edits[index], 2 - side
        if edit[side] <= offset < edit[side + 1]:
            return edit[other]
        return offset - edit[side + 1] + edit[other + 1]

    def _end(self, offset: int, side: int) -> int:
        """Where a span that ends at `offset` ends over there: before what was inserted."""
        index = bisect_left(self.starts(side), offset) - 1
        if index < 0:
            return offset
        edit, other = self.edits[index], 2 - side
        if edit[side] < offset < edit[side + 1]:
            return edit[other + 1]
        return offset - edit[side + 1] + edit[other + 1]


@dataclass(frozen=True, slots=True)
class AlignedText:
    """A text together with its alignment to the text it was made from."""

    text: str
    alignment: Alignment

    def __post_init__(self) -> None:
        if len(self.text) != self.alignment.target_length:
            raise ValueError(
                f"text of {len(self.text)} code points, alignment of {self.alignment.target_length}"
            )

    @classmethod
    def same(cls, text: str) -> AlignedText:
        """A text that stands for itself."""
        return cls(text, Alignment(len(text), len(text)))

    @classmethod
    def one_for_one(cls, text: str, source: str) -> AlignedText:
        """A text whose characters each stand for the one at the same place in `source`.

        Raises:
            ValueError: the lengths differ.
        """
        return cls(text, Alignment(len(source), len(text)))

    @classmethod
    def replacing(cls, source: str, changes: Iterable[tuple[Span, str]]) -> AlignedText:
        """`source` with each span, sorted and apart, replaced by the text beside it."""
        pieces: list[str] = []
        edits: list[Edit] = []
        done = written = 0
        for span, new in changes:
            if span.start < done:
                raise ValueError(f"change at {span} comes after {done} was passed")
            pieces += (source[done : span.start], new)
            written += span.start - done
            if len(new) != len(span):
                edits.append(Edit(span.start, span.end, written, written + len(new)))
            written += len(new)
            done = span.end
        pieces.append(source[done:])
        text = "".join(pieces)
        return cls(text, Alignment(len(source), len(text), tuple(_merged(edits))))

    def then(self, after: AlignedText) -> AlignedText:
        """`after`, which was made from this text, aligned with what this text was made from."""
        return AlignedText(after.text, self.alignment.then(after.alignment))


def _check(alignment: Alignment) -> None:
    """Raise ValueError unless the edits are sorted, apart, and agree with both lengths."""
    source = target = 0
    for edit in alignment.edits:
        gap = edit.source_start - source
        if gap < 0 or gap != edit.target_start - target or (gap == 0 and source + target > 0):
            raise ValueError(f"{edit} does not follow {source}, {target}")
        if edit.source_end < edit.source_start or edit.target_end < edit.target_start:
            raise ValueError(f"{edit} runs backwards")
        source, target = edit.source_end, edit.target_end
    if alignment.source_length - source != alignment.target_length - target:
        raise ValueError(f"lengths do not agree after {source}, {target}")


def _merged(edits: Iterable[Edit]) -> Iterable[Edit]:
    """Edits that touch, as one."""
    pending: Edit | None = None
    for edit in edits:
        if pending is None:
            pending = edit
        elif edit.source_start <= pending.source_end:
            pending = Edit(pending[0], edit.source_end, pending[2], edit.target_end)
        else:
            yield pending
            pending = edit
    if pending is not None:
        yield pending


def _joined(first: Alignment, second: Alignment) -> Iterable[Edit]:
    """The edits of `first` and `second` as one list: clusters that touch in the middle text."""
    middle = sorted(
        [(e.target_start, e.target_end) for e in first.edits]
        + [(e.source_start, e.source_end) for e in second.edits]
    )
    clusters: list[list[int]] = []
    for start, end in middle:
        if clusters and start <= clusters[-1][1]:
            clusters[-1][1] = max(clusters[-1][1], end)
        else:
            clusters.append([start, end])
    for start, end in clusters:
        yield Edit(*_outer(first, start, end, side=2), *_outer(second, start, end, side=0))


def _outer(alignment: Alignment, start: int, end: int, side: int) -> tuple[int, int]:
    """Where a cluster, which no edit crosses, begins and ends on the side across from `side`."""
    other = 2 - side
    begins = alignment.starts(side)
    before, last = bisect_left(begins, start) - 1, bisect_right(begins, end) - 1
    edits = alignment.edits
    low = start if before < 0 else start - edits[before][side + 1] + edits[before][other + 1]
    high = end if last < 0 else end - edits[last][side + 1] + edits[last][other + 1]
    return low, high

"""Page: an article laid out for reading, line by line, as far as it is needed.

An article is a sequence of blocks: the head, then each paragraph. A block is converted, set into
lines and kept when somebody looks at it, and not before; so a toggle of the script costs what is
on the screen, however long the article. A position is a block and a row in it; what is kept over
toggles, resizes and sessions is the place in the clean text that stands on the top row.

What converts and sets texts is loaded when the first page is laid out, after the list is on the
screen.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from digest.model import Role, Span
from digest.text.aligned import AlignedText
from digest.text.cells import offset_at
from digest.text.shown import shown as show
from digest.ui.position import HEAD, Position
from digest.ui.quoted import Quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import Article, Figure
    from digest.text.shown import Manner
    from digest.text.typeset import Line


class Setting(NamedTuple):
    """Everything a laid-out block depends on besides the article."""

    manner: Manner
    width: int
    """Longest line in cells, without the room for a hanging mark."""
    indent: bool
    ambiguous: int


class Block(NamedTuple):
    """A paragraph as it is shown: its text in the view, and the lines it is set in."""

    shown: AlignedText
    """Aligned to the paragraph's clean text."""
    lines: tuple[Line, ...]
    gap: int
    """Blank rows below it."""

    @property
    def rows(self) -> int:
        """Rows it takes, with the gap below it."""
        return len(self.lines) + self.gap


class PageRow(NamedTuple):
    """One row of the page: a line of a block, or a blank (`line` is None)."""

    position: Position
    block: Block
    line: Line | None


class Page:
    """An article in one setting."""

    def __init__(
        self, article: Article, figures: Sequence[Figure], setting: Setting, head: Sequence[str]
    ) -> None:
        """Lay nothing out yet.

        Args:
            article: what is read.
            figures: its figures, sorted; none is split over two lines if it fits on one.
            setting: how it is set.
            head: lines above the text, as they are to be shown.
        """
        self.article = article
        self.setting = setting
        self._figures = figures
        self._starts = [figure.span.start for figure in figures]
        self._head = head
        self._blocks: dict[int, Block] = {}
        self._head_of: list[int] = []
        """For each row of the head, which line of it stands there."""

    @property
    def last(self) -> int:
        """Index of the last block."""
        return len(self.article.paragraphs) - 1

    def block(self, index: int) -> Block:
        """A block, laid out when it is first asked for."""
        found = self._blocks.get(index)
        if found is None:
            found = self._blocks[index] = self._head_block() if index == HEAD else self._set(index)
        return found

    def figures_in(self, span: Span) -> Sequence[Figure]:
        """The figures that begin in a span of the clean text."""
        low = bisect_right(self._starts, span.start - 1)
        return self._figures[low : bisect_right(self._starts, span.end - 1)]

    def rows(self, top: Position, height: int) -> Iterator[PageRow]:
        """At most `height` rows from a position on."""
        index, row = top
        while height > 0 and index <= self.last:
            block = self.block(index)
            for at in range(row, min(block.rows, row + height)):
                line = block.lines[at] if at < len(block.lines) else None
                yield PageRow(Position(index, at), block, line)
                height -= 1
            index, row = index + 1, 0

    def holds(self, rows: Sequence[PageRow], span: Span | None) -> bool:
        """Whether a span of the clean text stands on these rows, whole."""
        if span is None or not rows:
            return False
        last = self.position_of(max(span.start, span.end - 1))
        return rows[0].position <= self.position_of(span.start) and last <= rows[-1].position

    def moved(self, position: Position, rows: int) -> Position:
        """The position so many rows further down (or up), not past the first or last row."""
        index, row = position.block, position.row + rows
        while row < 0 and index > HEAD:
            index -= 1
            row += self.block(index).rows
        while row >= self.block(index).rows and index < self.last:
            row -= self.block(index).rows
            index += 1
        return Position(index, max(0, min(row, self.block(index).rows - 1)))

    def bottom(self, height: int) -> Position:
        """The top position at which the end of the article stands on the last of `height` rows."""
        last = Position(self.last, self.block(self.last).rows - 1)
        return self.moved(last, 1 - height)

    def position_of(self, clean_offset: int) -> Position:
        """The row on which a place of the clean text stands."""
        if not self.article.paragraphs:
            return Position(HEAD, 0)
        index = self.article.paragraph_at(clean_offset)
        span = self.article.paragraphs[index].span
        inside = max(0, min(clean_offset - span.start, len(span)))
        block = self.block(index)
        shown = block.shown.alignment.to_target(Span(inside, inside)).start
        starts = [line.span.start for line in block.lines]
        return Position(index, max(0, bisect_right(starts, shown) - 1))

    def clean_span(self, position: Position) -> Span:
        """The clean text that stands on a row; a caret for a blank row and for the head."""
        if position.block == HEAD or not self.article.paragraphs:
            return Span(0, 0)
        paragraph = self.article.paragraphs[position.block].span
        block = self.block(position.block)
        if position.row >= len(block.lines):
            return Span(paragraph.end, paragraph.end)
        line = block.lines[position.row].span
        return block.shown.alignment.to_source(line).moved(paragraph.start)

    def anchor(self, position: Position) -> int | None:
        """The place that keeps a row where it is; None for the head.

        It is the row's first character, and for a blank row the first one after it.
        """
        if position.block == HEAD or not self.article.paragraphs:
            return None
        if position.row < len(self.block(position.block).lines) or position.block == self.last:
            return self.clean_span(position).start
        return self.article.paragraphs[position.block + 1].span.start

    def clean_at(self, row: PageRow, cell: int) -> int:
        """The place of the clean text under a cell, counted from where the line begins."""
        span = self.clean_span(row.position)
        if row.line is None or row.position.block == HEAD:
            quoted = self.quoted(row.position)
            return quoted.start if quoted else span.start
        text = row.line.span.of(row.block.shown.text)
        at = row.line.span.start + offset_at(text, max(0, cell - row.line.indent))
        at = min(at, len(row.block.shown.text))
        paragraph = self.article.paragraphs[row.position.block].span
        return row.block.shown.alignment.to_source(Span(at, at)).start + paragraph.start

    def head_line(self, position: Position) -> int:
        """Which line of the head stands on a row of it."""
        self.block(HEAD)
        return self._head_of[min(position.row, len(self._head_of) - 1)] if self._head_of else 0

    def quoted(self, position: Position) -> Span | None:
        """The sentence of the clean text that a row of the head quotes."""
        if position.block != HEAD or not self._head:
            return None
        line = self._head[self.head_line(position)]
        return line.place if isinstance(line, Quoted) else None

    def _head_block(self) -> Block:
        from digest.text.typeset import typeset  # noqa: PLC0415 - see above

        text = "\n".join(self._head)
        lines: list[Line] = []
        start = 0
        self._head_of = []
        for number, part in enumerate(self._head):
            made = typeset(part, self.setting.width, ambiguous=self.setting.ambiguous)
            lines += (
                replace(line, span=line.span.moved(start), drawn_end=line.drawn_end + start)
                for line in made
            )
            self._head_of += [number] * len(made)
            start += len(part) + 1
        return Block(AlignedText.same(text), tuple(lines), gap=1)

    def _set(self, index: int) -> Block:
        from digest.text.typeset import typeset  # noqa: PLC0415 - see above

        setting, paragraph = self.setting, self.article.paragraphs[index]
        clean = paragraph.span.of(self.article.text)
        shown = show(clean, self.article.script, setting.manner)
        keep = [
            shown.alignment.to_target(figure.span.moved(-paragraph.span.start))
            for figure in self.figures_in(paragraph.span)
        ]
        body = paragraph.role in {Role.BODY, Role.QUESTION, Role.ANSWER}
        lines = typeset(
            shown.text,
            setting.width,
            keep=keep,
            indent=4 if setting.indent and body else 0,
            ambiguous=setting.ambiguous,
        )
        return Block(shown, lines, gap=0 if setting.indent and body else 1)

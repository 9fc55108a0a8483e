"""Lines of a text as the cleaner sees them: where they stand, and a form that rules are written on.

Rules match `plain`, the line in Simplified characters and half-width ASCII, so that one rule serves
both scripts and both widths; since it has one code point for each of the line's, what a rule finds
is read in the line itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.text.fold import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"#{1,6}\s+(?=[^\s#])")
_BLANK = " \u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_STOPS = "。!?…；;"
_CLOSING = "\"'”’」』)]》】"


class Line(NamedTuple):
    """One line with something on it, without the blanks around it."""

    start: int
    """Where it begins in the text it was cut from."""
    text: str
    plain: str
    """The line in Simplified characters and half-width ASCII, code point for code point."""
    marked: bool = False
    """It was marked as a heading (`## `); the mark is no part of it."""

    @classmethod
    def at(cls, start: int, text: str, *, marked: bool = False) -> Line:
        """The line `text` that begins at `start` of the text it was cut from."""
        return cls(start, text, simplified(text), marked)

    @property
    def end(self) -> int:
        """Where it ends in the text it was cut from."""
        return self.start + len(self.text)

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence ends: with a full stop, question mark or the like."""
        return self.plain.rstrip(_CLOSING)[-1:] in tuple(_STOPS)

    def upto(self, length: int) -> Line:
        """The line's first characters, without the blanks behind them."""
        text = self.text[:length].rstrip(_BLANK)
        return Line(self.start, text, self.plain[: len(text)])

    def part(self, start: int, end: int) -> str:
        """The characters of a place that a rule found in `plain`."""
        return self.text[start:end].strip(_BLANK)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of `text` that are not blank."""
    plain, after = simplified(text), 0
    for line in text.split("\n"):
        words = line.strip(_BLANK)
        start = after if len(words) == len(line) else after + line.find(words)
        after += len(line) + 1
        mark = _MARK.match(words) if words.startswith("#") else None
        if mark:
            start, words = start + mark.end(), words[mark.end() :]
        if words:
            yield Line(start, words, plain[start : start + len(words)], mark is not None)

"""Scene: one line of a text, folded and masked, with its sentences found."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_SENTENCE_END = re.compile(r"[。！!\n]|[？?](?![㐀-鿿a-z]{0,2}[)）])")

LONGEST_SENTENCE = 400
"""Characters after which a sentence is taken to have ended: no reader looks at more at once."""


class Scene(NamedTuple):
    """A line and where its sentences begin."""

    line: str
    """Simplified, half-width, names blotted out."""
    shown: str
    """Simplified, half-width, with nothing blotted out: labels are read from it."""
    starts: tuple[int, ...]
    """Where each sentence begins."""
    number: int = 0
    """Which paragraph of the article it is."""

    @classmethod
    def of(cls, line: str, shown: str, number: int = 0) -> Scene:
        """The scene of a masked line and of the same line unmasked."""
        starts = [0]
        for match in _SENTENCE_END.finditer(line):
            starts += range(starts[-1] + LONGEST_SENTENCE, match.end(), LONGEST_SENTENCE)
            starts.append(match.end())
        starts += range(starts[-1] + LONGEST_SENTENCE, len(line), LONGEST_SENTENCE)
        return cls(line, shown, tuple(starts), number)

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence around `position` begins and ends."""
        index = bisect_right(self.starts, position) - 1
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.line)
        return self.starts[index], end

    def sentence_number(self, position: int) -> int:
        """Which sentence of the line `position` is in, from 0."""
        return bisect_right(self.starts, position) - 1

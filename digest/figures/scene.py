"""Scene: one line of a text, folded and masked, with its sentences found."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

_SENTENCE_END = re.compile(r"[。！!\n？?](?!(?<=[？?])[㐀-鿿a-z]{0,2}[)）])")
"""Begins with the characters themselves, for which a line is looked through at once."""

LONGEST_SENTENCE = 400
"""Characters after which a sentence is taken to have ended: no reader looks at more at once."""


class Scene:
    """A line and where its sentences begin."""

    __slots__ = ("_within", "line", "number", "shown", "starts")

    def __init__(self, line: str, shown: str, starts: tuple[int, ...], number: int = 0) -> None:
        """A scene as its parts are given; `of` finds the sentences.

        Args:
            line: Simplified, half-width, names blotted out.
            shown: Simplified, half-width, with nothing blotted out: labels are read from it.
            starts: where each sentence begins.
            number: which paragraph of the article it is.
        """
        self.line = line
        self.shown = shown
        self.starts = starts
        self.number = number
        self._within = (0, 0)

    @classmethod
    def of(cls, line: str, shown: str, number: int = 0) -> Scene:
        """The scene of a masked line and of the same line unmasked."""
        ends = [match.end() for match in _SENTENCE_END.finditer(line)]
        starts = [0, *ends]
        if any(end - start > LONGEST_SENTENCE for start, end in pairwise((*starts, len(line)))):
            starts = [
                cut
                for start, end in pairwise((*starts, max(len(line), starts[-1] + 1)))
                for cut in range(start, end, LONGEST_SENTENCE)
            ]
        return cls(line, shown, tuple(starts), number)

    def sentence(self, position: int) -> tuple[int, int]:
        """Where the sentence around `position` begins and ends; whoever asks mostly asks again."""
        within = self._within
        if not within[0] <= position < within[1]:
            index = bisect_right(self.starts, position) - 1
            end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.line)
            within = self._within = (self.starts[index], end)
        return within

    def sentence_number(self, position: int) -> int:
        """Which sentence of the line `position` is in, from 0."""
        return bisect_right(self.starts, position) - 1

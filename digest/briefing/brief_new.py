"""New: which sentences say what none before them said, in whatever words or script.

A sentence that was moved, cut a little or reworded is not news to somebody who has read it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digest.text.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Figure

ALIKE = 0.7
"""Share of a sentence's runs of characters that stand in one sentence before it, from which it says
the same: of 40 characters a name or a figure may be another, not a clause."""

RUN = 2
"""Characters in a run: two are a word more often than not."""


class Said:
    """Sentences that a reader has seen."""

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        """Remember these."""
        self._runs: list[frozenset[str]] = []
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        for sentence in sentences:
            self.add(sentence)

    def add(self, sentence: str) -> None:
        """Remember a sentence."""
        runs = _runs(sentence)
        for run in runs:
            self._with[run].append(len(self._runs))
        self._runs.append(runs)

    def has(self, sentence: str) -> bool:
        """Whether a sentence says nothing that is not in one of these."""
        if not self._runs:
            return False
        runs = _runs(sentence)
        if not runs:
            return True
        votes: defaultdict[int, int] = defaultdict(int)
        for run in runs:
            for at in self._with.get(run, ()):
                votes[at] += 1
        return max(votes.values(), default=0) >= ALIKE * len(runs)


def _runs(sentence: str) -> frozenset[str]:
    """The runs of characters of a sentence; digits count, for another figure is news."""
    folded = "".join(c for c in key(sentence) if c.isalnum())
    return frozenset(folded[at : at + RUN] for at in range(len(folded) - RUN + 1)) or frozenset(
        folded
    )


def values(figures: Iterable[Figure]) -> set[tuple[str, str, str]]:
    """What figures are worth, to tell those that are new."""
    return {(f.kind.value, f"{f.value}", key(f.unit or "")) for f in figures}

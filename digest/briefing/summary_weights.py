"""Weights: which words an article turns around, and which of them each of its units has.

A word weighs the more the more units have it, and more again if the title has it. Words are numbers
here, since an article has a thousand of them and each is looked at many times.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.briefing.summary_words import spoken
from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.briefing.summary_units import Unit
    from digest.briefing.summary_words import Spoken

TITLE_WORD = 0.7
"""What a word is worth more that the title has."""
LONG = 30
"""Units from which a text is long: there a word has to come thrice to matter, in a short one
twice."""
MASS = 60
"""Words, the weightiest, against which coverage is measured: two to three sentences' worth."""
CORE = 12
"""Words that the text turns around."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """The words of an article's units, and what they weigh."""

    weights: tuple[float, ...]
    """What each word weighs; most weigh nothing."""
    core: frozenset[int]
    """The words that the text turns around."""
    mass: float
    """What the weightiest weigh together."""
    heavy: tuple[frozenset[int], ...]
    """Of each unit the words that weigh anything."""
    titled: tuple[float, ...]
    """Of each unit which share of the title's words it has."""
    spoken: Spoken
    """All words of the units."""

    @classmethod
    def of(cls, plain: str, title: str, units: Sequence[Unit]) -> Weighed:
        """What is weighed of an article.

        Args:
            plain: its text in Simplified characters.
            title: its title in these.
            units: the units of the text, by place.
        """
        import numpy as np  # noqa: PLC0415 - slow to load

        count, begins = len(units), len(plain) + 1
        headline = Span(begins, begins + len(title))
        said = spoken(f"{plain}\n{title}", [*(unit.within for unit in units), headline])
        in_text = said.places < count
        titled = np.zeros(said.different, dtype=bool)
        titled[said.words[~in_text]] = True
        weights = _weights(said.words[in_text], titled, count)
        weighty = weights.nonzero()[0]
        heaviest = weighty[(-weights[weighty]).argsort(kind="stable")]
        has_titled = np.bincount(said.places[titled[said.words]], minlength=count + 1).tolist()
        return cls(
            weights=tuple(weights.tolist()),
            core=frozenset(heaviest[:CORE].tolist()),
            mass=math.fsum(weights[heaviest[:MASS]].tolist()),
            heavy=_of_each(said, in_text & (weights[said.words] > 0.0), count),
            titled=tuple(has / max(1, has_titled[count]) for has in has_titled[:count]),
            spoken=said,
        )

    def said(self, number: int) -> frozenset[int]:
        """All words of a unit."""
        return frozenset(self.spoken.words[self.spoken.places == number].tolist())

    def together(self, words: Iterable[int]) -> float:
        """What words weigh together: exact, so their order does not matter."""
        return math.fsum(map(self.weights.__getitem__, words))


def _weights(said: NDArray[np.intp], titled: NDArray[np.bool_], units: int) -> NDArray[np.float64]:
    """What each word weighs that the text comes back to or the title has."""
    import numpy as np  # noqa: PLC0415 - as above

    counts = np.bincount(said, minlength=len(titled))
    least = 2 if units < LONG else 3
    heights = range(int(counts.max(initial=0)) + 1)
    weights = np.array([math.log(at) + 0.1 if at >= least else 0.0 for at in heights])[counts]
    weights[titled] += TITLE_WORD
    return weights


def _of_each(said: Spoken, chosen: NDArray[np.bool_], units: int) -> tuple[frozenset[int], ...]:
    """Of each unit its words among those chosen."""
    words, places = said.words[chosen], said.places[chosen]
    order = places.argsort(kind="stable")
    cuts = places[order].searchsorted(range(units + 1)).tolist()
    by_place = words[order].tolist()
    return tuple(frozenset(by_place[low:high]) for low, high in pairwise(cuts))

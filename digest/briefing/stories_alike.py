"""Alike: whether two articles tell the same news, by what their fingerprints have in common.

What the texts share counts most, weighed by how rare it is in the library, so that what everybody
writes about a company or at the end of every report joins nothing. Titles, figures and days add to
it. Two things speak against: dates of publication far apart, and the same form filled in with other
figures and days, which is the news of another month.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.briefing.fingerprint import Fingerprint

ENOUGH = 0.24
"""The score from which two articles tell the same news. On articles made by editing (see
benchmarks/stories_score.py) 98 of 100 pairs that do are above it by their texts alone, and of pairs
that do not none is, but for forms filled in anew."""

LEAST = 0.12
"""What the texts must share for titles and figures to count at all: articles on one company that
were written apart share up to 0.08 of their runs, as the five bundled ones do."""

TITLE, VALUES, NAMES = 0.10, 0.06, 0.01
"""What equal titles, shared figures (for each that meets by no chance) and shared names add."""

MOST_VALUES, MOST_NAMES = 2.0, 4
"""How much of them is counted."""

WINDOW = 14
"""Days between publications up to which articles can tell the same news."""

SAME_TEXT = 0.7
"""Share of the text from which it is the same text, whenever it was published."""

SMOOTHING = 20
"""Articles added to every count of rarity: in a library of five nothing is rare yet."""

UNEQUAL = 3
"""Figures that each of two articles must have for it to say something that they share none."""

CHANCE, CHANCE_SHARE = 0.3, 0.3
"""What shared figures may be worth that two fillings of one form have by chance, and as a share of
all in the one that has less: forms of ten figures meet in one, and name a month in common."""

_DAYS = 1300
"""Values below are days; see `Fingerprint.values`."""


class Period(NamedTuple):
    """The days on which an article may have been published, as ordinals."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """An article as it is compared."""

    id: str
    print: Fingerprint
    period: Period | None
    """None where nothing is known of its date."""
    weights: NDArray[np.float32]
    """Of each hash of the sample."""


class Rarity:
    """How rare each run of characters is in a library."""

    def __init__(self, prints: Sequence[Fingerprint]) -> None:
        """Count in how many of these fingerprints each hash stands."""
        import numpy as np  # noqa: PLC0415 - slow to load

        every = [np.zeros(0, dtype=np.uint32), *(print_.sample for print_ in prints)]
        hashes, counts = np.unique(np.concatenate(every), return_counts=True)
        # What stands once is rarest, and is most of it: not to be kept.
        self._hashes = hashes[counts > 1]
        self._counts = counts[counts > 1].astype(np.float32)
        self._articles = len(prints)

    def weights(self, print_: Fingerprint) -> NDArray[np.float32]:
        """The square of log(articles / articles with the hash), as in tf-idf cosine."""
        import numpy as np  # noqa: PLC0415 - as above

        found = np.ones(len(print_.sample), dtype=np.float32)
        if len(self._hashes):
            at = np.searchsorted(self._hashes, print_.sample)
            at[at == len(self._hashes)] = 0
            known = self._hashes[at] == print_.sample
            found[known] = self._counts[at[known]]
        rare = np.log((self._articles + SMOOTHING) / found)
        return np.asarray(rare * rare, dtype=np.float32)


def period(published: str) -> Period | None:
    """The days that a date in ISO 8601 may mean: `2024`, `2024-05` or `2024-05-17`."""
    parts = published[:10].split("-")
    if not all(part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    try:
        first = date(*[*numbers, 1, 1][:3])
        if len(numbers) == 3:
            last = first
        elif len(numbers) == 2:
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        else:
            last = date(numbers[0], 12, 31)
    except (ValueError, OverflowError):
        return None
    return Period(first.toordinal(), last.toordinal())


def apart(one: Period | None, other: Period | None) -> int:
    """Days between two publications at least; 0 where it cannot be told."""
    if one is None or other is None:
        return 0
    return max(0, one.first - other.last, other.first - one.last)


def alike(one: Subject, other: Subject) -> float:
    """How alike two articles are: from `ENOUGH` on they tell the same news."""
    share = overlap(one, other)
    if share < LEAST:
        return 0.0
    distance = apart(one.period, other.period)
    if distance > WINDOW and share < SAME_TEXT:
        return 0.0
    a, b = one.print, other.print
    shared = _shared_values(a, b)
    if _is_filled_anew(a, b, shared, distance):
        return 0.0
    worth = sum(worth for _, worth in shared)
    score = share + VALUES * min(MOST_VALUES, worth)
    score += TITLE * _cosine(a.title, b.title)
    return score + NAMES * min(MOST_NAMES, _common(a.names, b.names))


def overlap(one: Subject, other: Subject) -> float:
    """How much of two texts is the same, by weight, from 0 to 1.

    Two samples hold all hashes up to the smaller of their largest ones; that far they are compared.
    """
    a, b = one.print, other.print
    if not len(a.sample) or not len(b.sample):
        return 0.0
    ends = [p.sample[-1] for p in (a, b) if p.runs > len(p.sample)]
    upto_a, upto_b = len(a.sample), len(b.sample)
    if ends:
        upto_a = int(a.sample.searchsorted(min(ends), side="right"))
        upto_b = int(b.sample.searchsorted(min(ends), side="right"))
    mine, theirs = a.sample[:upto_a], b.sample[:upto_b]
    at = theirs.searchsorted(mine)
    at[at == upto_b] = 0
    shared = theirs[at] == mine if upto_b else at > 0
    common = float(one.weights[:upto_a][shared].sum())
    whole = float(one.weights[:upto_a].sum()) * float(other.weights[:upto_b].sum())
    return common / whole**0.5 if whole > 0 else 0.0


def _shared_values(a: Fingerprint, b: Fingerprint) -> list[tuple[int, float]]:
    """The values both name, each with how much that says."""
    theirs = set(b.values.tolist())
    found = dict(zip(a.values.tolist(), a.weights, strict=True))
    return [(value, worth / 100) for value, worth in found.items() if value in theirs]


def _is_filled_anew(
    a: Fingerprint, b: Fingerprint, shared: Sequence[tuple[int, float]], distance: int
) -> bool:
    """Whether both are one form filled in with different figures and days.

    They name days, and none that is the same; the figures that stand between the same words are
    worth different things; and no figure of weight is shared.
    """
    days = [{value for value in p.values.tolist() if value < _DAYS} for p in (a, b)]
    if days[0] & days[1]:
        return False
    told = dict(zip(a.contexts.tolist(), a.values.tolist(), strict=True))
    pairs = [
        (told[context], value)
        for context, value in zip(b.contexts.tolist(), b.values.tolist(), strict=True)
        if context in told
    ]
    agreeing = sum(one == other for one, other in pairs)
    if any(one != other and max(one, other) < _DAYS for one, other in pairs) and not agreeing:
        return True
    if len(pairs) - agreeing >= UNEQUAL > 2 * agreeing and distance > 2:
        return True
    if not (days[0] and days[1]) and distance <= 2:
        return False
    amounts = [
        [w / 100 for v, w in zip(p.values.tolist(), p.weights, strict=True) if v >= _DAYS]
        for p in (a, b)
    ]
    in_common = sum(worth for _, worth in shared)
    most = max(CHANCE, CHANCE_SHARE * min(map(sum, amounts)))
    return min(map(len, amounts)) >= UNEQUAL and in_common < most


def _cosine(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> float:
    """How many hashes two titles share, from 0 to 1."""
    if not len(one) or not len(other):
        return 0.0
    return float(_common(one, other) / (len(one) * len(other)) ** 0.5)


def _common(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> int:
    return len(set(one.tolist()) & set(other.tolist()))

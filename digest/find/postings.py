"""Stage one: which entries share characters, syllables or initials with a query.

Each entry is a bag of tokens: its characters, their syllable classes, and the pairs of neighbouring
initials. Posting lists in three arrays say which entries have a token; a query adds up the weights
of what it shares with each entry. That costs about a millisecond for a hundred thousand entries,
and leaves a few hundred for the careful comparison. Lists are kept by shelves of at most 65,536
entries, so that a number of two bytes names an entry and a shelf's sums stay in the processor's
cache.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digest.find.strings import CHUNK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.find.strings import Strings

MOST = 1 << 16
"""Entries of one shelf."""

_PAIR_BASE = 0x200000
"""Where the numbers of pairs begin; code points end at 0x110000."""

_PAIR_RANGE = 0x10000
"""Characters beyond the BMP pair as one of it; they are rare."""

_START_BASE = 0x140000
"""Added to the initial with which an entry begins; above the code points, below the pairs."""


ROUNDING = 0.9999
"""What is left of a bound once the rounding of sums in single precision is allowed for."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The entries of each token."""

    size: int
    """Number of entries."""
    tokens: NDArray[np.int64]
    """Sorted."""
    starts: NDArray[np.uint32]
    """Where the entries of each token begin in `entries`; one longer than `tokens`."""
    entries: NDArray[np.uint16]

    @classmethod
    def build(cls, plain: Strings, sounds: Strings, initials: Strings) -> Postings:
        """The postings of entries with these keys, at most `MOST`."""
        import numpy as np  # noqa: PLC0415  starting the program need not pay for it

        size = len(plain)
        chunks = [
            _pairs_of((plain, sounds, initials), start, min(start + CHUNK, size))
            for start in range(0, size, CHUNK)
        ]
        joined = np.concatenate(chunks) if chunks else np.zeros(0, np.int64)
        del chunks
        joined.sort()
        joined = joined[_firsts(joined)]
        token, entry = joined >> 16, (joined & 0xFFFF).astype(np.uint16)
        first = np.flatnonzero(_firsts(token))
        starts = np.concatenate((first, [token.size])).astype(np.uint32)
        return cls(size, token[first], starts, entry)

    def of(self, tokens: NDArray[np.int64]) -> list[NDArray[np.uint16]]:
        """The entries that have each of some tokens."""
        import numpy as np  # noqa: PLC0415  as above

        if not self.tokens.size:
            return [self.entries] * tokens.size
        at = np.minimum(np.searchsorted(self.tokens, tokens), self.tokens.size - 1)
        known = self.tokens[at] == tokens
        starts = self.starts[at].tolist()
        ends = np.where(known, self.starts[at + 1], self.starts[at]).tolist()
        return [self.entries[start:end] for start, end in zip(starts, ends, strict=True)]


class Ranks(NamedTuple):
    """How entries of one shelf rank before anything is typed."""

    prior: NDArray[np.float32]
    """Added to the share of the query that an entry has; tells equals apart."""
    live: NDArray[np.bool_] | None
    """Those that can be found; None for all."""


def best(
    shelves: Sequence[tuple[Postings, Ranks]], query: Iterable[tuple[int, float]], count: int
) -> list[list[int]]:
    """By shelf, the entries that share the weightiest tokens with the query; `count` in all.

    `query` has tokens and weights.
    """
    import numpy as np  # noqa: PLC0415  as above

    asked = list(query)
    tokens = np.array([token for token, _ in asked], np.int64)
    found = [postings.of(tokens) for postings, _ in shelves]
    total = sum(postings.size for postings, _ in shelves)
    spread = [sum(lists[at].size for lists in found) for at in range(len(asked))]
    weights = [
        weight * float(np.log1p(total / (1 + size)))
        for (_, weight), size in zip(asked, spread, strict=True)
    ]
    whole = sum(weights) or 1.0
    hits: list[NDArray[np.int64]] = []
    ranked: list[NDArray[np.float32]] = []
    least = 0.0
    for (postings, ranks), lists in zip(shelves, found, strict=True):
        scores = np.zeros(postings.size, np.float32)
        for weight, entries in zip(weights, lists, strict=True):
            if entries.size:
                # No entry stands twice in a list; this is twice as fast as `scores[entries] +=`.
                np.add.at(scores, entries, np.float32(weight))
        # Entries that stay below the best so far even with the highest prior are not looked at.
        bar = (least - float(ranks.prior.max(initial=0))) * whole * ROUNDING
        rows = np.flatnonzero(scores >= bar if bar > 0 else scores > 0)
        if ranks.live is not None:
            rows = rows[ranks.live[rows]]
        rank = scores[rows] / np.float32(whole) + ranks.prior[rows]
        if rows.size > count:
            kept = np.argpartition(-rank, count)[:count]
            rows, rank = rows[kept], rank[kept]
        hits.append(rows)
        ranked.append(rank)
        least = _least(ranked, count)
    return _cut(hits, ranked, count)


def _least(ranked: Sequence[NDArray[np.float32]], count: int) -> float:
    """The lowest of the `count` best ranks; 0 where there are fewer."""
    import numpy as np  # noqa: PLC0415  as above

    size = sum(each.size for each in ranked)
    if size < count:
        return 0.0
    return float(np.partition(np.concatenate(ranked), size - count)[size - count])


def _cut(
    hits: Sequence[NDArray[np.int64]], ranked: Sequence[NDArray[np.float32]], count: int
) -> list[list[int]]:
    """The best of all shelves together."""
    import numpy as np  # noqa: PLC0415  as above

    if sum(rows.size for rows in hits) <= count:
        return [np.sort(rows).tolist() for rows in hits]
    least = _least(ranked, count)
    return [np.sort(rows[rank >= least]).tolist() for rows, rank in zip(hits, ranked, strict=True)]


def pair_token(first: str, second: str) -> int:
    """The token of two neighbouring initials."""
    return _PAIR_BASE + (ord(first) % _PAIR_RANGE) * _PAIR_RANGE + ord(second) % _PAIR_RANGE


def start_token(initial: str) -> int:
    """The token of entries that begin with an initial."""
    return _START_BASE + ord(initial) % _PAIR_RANGE


def _firsts(ordered: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where a sorted array has a value for the first time."""
    import numpy as np  # noqa: PLC0415  as above

    firsts = np.ones(ordered.size, np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=firsts[1:])
    return firsts


def _pairs_of(columns: tuple[Strings, Strings, Strings], start: int, end: int) -> NDArray[np.int64]:
    """Token and entry of all tokens of some entries, as one number each."""
    import numpy as np  # noqa: PLC0415  as above

    lengths = np.fromiter(map(len, columns[0].take(range(start, end))), np.int64, end - start)
    entry = np.repeat(np.arange(start, end, dtype=np.int64), lengths)
    plain, sounds, initials = (
        np.frombuffer(
            column.joined(start, end).encode("utf-32-le", "surrogatepass"), np.uint32
        ).astype(np.int64)
        for column in columns
    )
    same = entry[1:] == entry[:-1]
    low = initials % _PAIR_RANGE
    pairs = (_PAIR_BASE + low[:-1] * _PAIR_RANGE + low[1:])[same]
    first = np.concatenate(([True], ~same)) if entry.size else np.zeros(0, bool)
    begun = _START_BASE + low[first]
    parts = ((plain, entry), (sounds, entry), (pairs, entry[1:][same]), (begun, entry[first]))
    return np.concatenate([(token << 16) | of for token, of in parts])

"""Stage one: which entries share characters, syllables or initials with a query.

Each entry is a bag of tokens: its characters, their syllable classes, and the pairs of neighbouring
initials. Posting lists in three arrays say which entries have a token; a query adds up the weights
of what it shares with each entry. That costs under a millisecond for a hundred thousand entries,
and leaves a few hundred for the careful comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.find.keys import Keys

CHUNK = 2_000
"""Entries made into arrays at a time: about 5 ms, so that no other thread waits longer."""

_PAIR_BASE = 0x200000
"""Where the numbers of pairs begin; code points end at 0x110000."""

_PAIR_RANGE = 0x10000
"""Characters beyond the BMP pair as one of it; they are rare."""

_START_BASE = 0x140000
"""Added to the initial with which an entry begins; above the code points, below the pairs."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The entries of each token, and how telling a token is."""

    size: int
    """Number of entries."""
    tokens: NDArray[np.int64]
    """Sorted."""
    starts: NDArray[np.int64]
    """Where the entries of each token begin in `entries`; one longer than `tokens`."""
    entries: NDArray[np.int32]
    lengths: NDArray[np.float32]
    """Characters of each entry."""

    @classmethod
    def build(cls, keys: Sequence[Keys]) -> Postings:
        """The postings of entries with these keys."""
        import numpy as np  # noqa: PLC0415  starting the program need not pay for it

        chunks = [
            _pairs_of(keys[start : start + CHUNK], start) for start in range(0, len(keys), CHUNK)
        ]
        joined = np.concatenate(chunks) if chunks else np.zeros(0, np.int64)
        joined.sort()
        joined = joined[np.concatenate(([True], joined[1:] != joined[:-1]))[: joined.size]]
        token, entry = joined >> 24, (joined & 0xFFFFFF).astype(np.int32)
        first = (
            np.flatnonzero(np.concatenate(([True], token[1:] != token[:-1])))
            if token.size
            else token
        )
        starts = np.concatenate((first, [token.size])).astype(np.int64)
        lengths = np.array([len(key.plain) for key in keys], np.float32)
        return cls(len(keys), token[first], starts, entry, lengths)

    def best(
        self, query: Iterable[tuple[int, float]], prior: NDArray[np.float32], count: int
    ) -> NDArray[np.int64]:
        """The `count` entries that share the weightiest tokens with the query, in no order.

        `query` has tokens and weights; `prior` is added, and tells equals apart.
        """
        import numpy as np  # noqa: PLC0415  as above

        scores = np.zeros(self.size, np.float32)
        total = 0.0
        for token, weight in query:
            found = self._of(token)
            rarity = weight * float(np.log1p(self.size / (1 + found.size)))
            total += rarity
            scores[found] += np.float32(rarity)
        hits = np.flatnonzero(scores)
        if hits.size == 0:
            return hits
        ranked = scores[hits] / np.float32(total or 1) + prior[hits]
        if hits.size > count:
            kept = np.argpartition(-ranked, count)[:count]
            return hits[kept]
        return hits

    def _of(self, token: int) -> NDArray[np.int32]:
        import numpy as np  # noqa: PLC0415  as above

        at = int(np.searchsorted(self.tokens, token))
        if at == self.tokens.size or self.tokens[at] != token:
            return self.entries[:0]
        return self.entries[self.starts[at] : self.starts[at + 1]]


def pair_token(first: str, second: str) -> int:
    """The token of two neighbouring initials."""
    return _PAIR_BASE + (ord(first) % _PAIR_RANGE) * _PAIR_RANGE + ord(second) % _PAIR_RANGE


def start_token(initial: str) -> int:
    """The token of entries that begin with an initial."""
    return _START_BASE + ord(initial) % _PAIR_RANGE


def _pairs_of(keys: Sequence[Keys], start: int) -> NDArray[np.int64]:
    """Token and entry of all tokens of some entries, as one number each."""
    import numpy as np  # noqa: PLC0415  as above

    lengths = np.array([len(key.plain) for key in keys], np.int64)
    entry = np.repeat(np.arange(start, start + len(keys), dtype=np.int64), lengths)
    plain, sounds, initials = (
        np.frombuffer(
            "".join(key[field] for key in keys).encode("utf-32-le", "surrogatepass"), np.uint32
        ).astype(np.int64)
        for field in range(3)
    )
    same = entry[1:] == entry[:-1]
    low = initials % _PAIR_RANGE
    pairs = (_PAIR_BASE + low[:-1] * _PAIR_RANGE + low[1:])[same]
    first = np.concatenate(([True], ~same)) if entry.size else np.zeros(0, bool)
    begun = _START_BASE + low[first]
    parts = ((plain, entry), (sounds, entry), (pairs, entry[1:][same]), (begun, entry[first]))
    return np.concatenate([(token << 24) | of for token, of in parts])

"""Starts: where in a text one of many forms may begin, found for all of them at once.

A form of two characters is looked for whole, a longer one by its first three: most places at which
two characters of some name stand are no place of it. A text of 2,000 characters is held against
tables in 50 µs however many forms there are, and only what is found there is looked at by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text.codes import codes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from digest.text.codes import Codes

SLOT_BITS = 18
"""Bits of a place in the table: a quarter of a million for some ten thousand beginnings."""

MIXER = 0x9E3779B1
"""Odd, and without a pattern in its bits, so that beginnings are spread over the table (Knuth's
multiplicative hashing: 2^32 divided by the golden ratio, the next prime)."""

SHORTEST, SHOWN = 2, 3
"""Characters of the shortest forms, and those by which longer ones are found."""


class Starts:
    """Where forms may begin, for several groups of them."""

    __slots__ = ("_groups", "_longer", "_pairs")

    def __init__(self, groups: Sequence[Collection[str]]) -> None:
        """Groups of forms of two characters or more; eight at most."""
        import numpy as np  # noqa: PLC0415  slow to load

        self._groups = len(groups)
        self._pairs = np.zeros(1 << SLOT_BITS, dtype=np.uint8)
        self._longer = self._pairs.copy()
        for number, forms in enumerate(groups):
            pairs = {form for form in forms if len(form) == SHORTEST}
            first = {form[:SHOWN] for form in forms if len(form) > SHORTEST}
            self._pairs[_paired(codes("".join(pairs)))[::2]] |= 1 << number
            self._longer[_slots(codes("".join(first)))[1][::SHOWN]] |= 1 << number

    def places(self, text: str) -> Iterator[list[int]]:
        """For each group, where in a text one of its forms may begin, in order."""
        pairs, longer = _slots(codes(text))
        found = self._pairs[pairs]
        found[: len(longer)] |= self._longer[longer]
        for number in range(self._groups):
            yield (found & (1 << number)).nonzero()[0].tolist()


def _slots(array: Codes) -> tuple[Codes, Codes]:
    """Where the tables have each two neighbours, and each three; few others are in one place."""
    pairs = _paired(array)
    longer = pairs[:-1].copy()
    longer <<= 13
    longer ^= array[2:]
    longer *= MIXER
    longer >>= 32 - SLOT_BITS
    return pairs, longer


def _paired(array: Codes) -> Codes:
    mixed = array[:-1].copy()
    mixed <<= 16
    mixed ^= array[1:]
    mixed *= MIXER
    mixed >>= 32 - SLOT_BITS
    return mixed

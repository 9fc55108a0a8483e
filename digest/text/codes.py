"""Codes: a long text as an array of its code points, for work that looks at every character.

numpy looks 2,000 characters up in a table in 20 µs; one after another they take twenty times as
long. Loading it takes longer than folding a hundred articles, so it is used where it is there
already; processes in which many articles are made load it first. Both ways give the same.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    Codes: TypeAlias = NDArray[np.uint32]

LONG = 200
"""Characters from which an array is sooner made than they are looked up one by one."""

END = 0x110000
"""One more than the last code point."""

_FORM = ("utf-32-le", "surrogatepass")


def load() -> None:
    """Load numpy, in a process that is to look through many texts."""
    import numpy  # noqa: ICN001, F401, PLC0415 - slow to load


def are_worthwhile(text: str) -> bool:
    """Whether a text is sooner looked through as an array."""
    return len(text) >= LONG and "numpy" in sys.modules


def codes(text: str) -> Codes:
    """The code points of a text; not to be written to."""
    import numpy as np  # noqa: PLC0415 - slow to load

    return np.frombuffer(text.encode(*_FORM), "<u4")


def text_of(array: Codes) -> str:
    """The text that has these code points."""
    return array.tobytes().decode(*_FORM)


class Lookup:
    """What a function says of each code point, as a table that grows with those that are met."""

    def __init__(self, function: Callable[[int], int]) -> None:
        """Know of none yet.

        Args:
            function: gives for a code point a number from 0, always the same.
        """
        import numpy as np  # noqa: PLC0415 - as above

        self._function = function
        # What it says and one more: memory is taken only for pages that are not all zeros.
        self._table = np.zeros(END, dtype="<u4")

    def __getitem__(self, array: Codes) -> Codes:
        """What it says of each of these."""
        found: Codes = self._table[array]
        if not found.all():
            for code in set(array[found == 0].tolist()):
                self._table[code] = self._function(code) + 1
            found = self._table[array]
        found -= 1
        return found

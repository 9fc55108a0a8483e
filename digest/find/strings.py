"""Strings: many short strings in one piece of memory, which a file can hold as it is.

A hundred thousand Python strings of twenty characters take ten megabytes and as many visits of the
garbage collector; here they take six, and none.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

CHUNK = 2_000
"""Strings put together at a time: less than 5 ms, so that no other thread waits longer."""

BORDER = "\x1f"
"""The unit separator of ASCII, which no text that was sanitised holds; it becomes a space."""


@dataclass(frozen=True, slots=True, eq=False)
class Strings:
    """An immutable list of strings."""

    data: bytes
    """All of them in UTF-8, one after the other."""
    starts: NDArray[np.uint32]
    """Where in `data` each begins; one longer than the list."""

    @classmethod
    def of(cls, strings: Sequence[str]) -> Strings:
        """Put strings together."""
        import numpy as np  # noqa: PLC0415  starting the program need not pay for it

        parts: list[bytes] = []
        starts = np.zeros(len(strings) + 1, np.uint32)
        for at in range(0, len(strings), CHUNK):
            encoded = [_encoded(text) for text in strings[at : at + CHUNK]]
            starts[at + 1 : at + 1 + len(encoded)] = list(map(len, encoded))
            parts.append(b"".join(encoded))
        return cls(b"".join(parts), np.cumsum(starts, dtype=np.uint32))

    @classmethod
    def joined_of(cls, parts: Sequence[Strings]) -> Strings:
        """The strings of several lists as one."""
        import numpy as np  # noqa: PLC0415  as above

        before, starts = 0, [np.zeros(1, np.uint32)]
        for part in parts:
            starts.append(part.starts[1:] + np.uint32(before))
            before += len(part.data)
        return cls(b"".join([part.data for part in parts]), np.concatenate(starts))

    def __len__(self) -> int:
        return int(self.starts.size) - 1

    def __iter__(self) -> Iterator[str]:
        parts = (range(at, min(at + CHUNK, len(self))) for at in range(0, len(self), CHUNK))
        return chain.from_iterable(map(self.take, parts))

    def at(self, index: int) -> str:
        """One of them."""
        return self.joined(index, index + 1)

    def take(self, indices: Iterable[int] | NDArray[np.int64]) -> list[str]:
        """Those of these indices."""
        import numpy as np  # noqa: PLC0415  as above

        at = indices if isinstance(indices, np.ndarray) else np.array([*indices], np.int64)
        if not at.size:
            return []
        data = self.data
        places = zip(self.starts[at].tolist(), self.starts[at + 1].tolist(), strict=True)
        piece = BORDER.encode().join([data[start:end] for start, end in places])
        return piece.decode("utf-8", "surrogatepass").split(BORDER)

    def joined(self, start: int, end: int) -> str:
        """Those from one index up to another, with nothing between."""
        piece = self.data[int(self.starts[start]) : int(self.starts[end])]
        return piece.decode("utf-8", "surrogatepass")


def _encoded(text: str) -> bytes:
    return text.replace(BORDER, " ").encode("utf-8", "surrogatepass")

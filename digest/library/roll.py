"""Roll: what a list shows of every article, packed closely and opened a few rows at a time.

As objects, a hundred thousand listings with a dictionary of their places take 65 MB, a second of
the processor to make, and as many visits of the garbage collector. Nobody sees more than a screen
of them at once. Here the rows stay as bytes; what is asked of all of them (their order, who they
are, which are read) is in arrays, so that narrowing the list to some goes by numbers alone.
"""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from digest.library.records import Listing

    Row = tuple[Any, ...]

PACKED = 32
"""Rows in a piece, about a screen of them: opening one takes 20 µs."""

OPEN = 64
"""Pieces that are kept open: those of two screens of a list narrowed to articles far apart."""

FEW = 50
"""Articles that are looked for one by one, 0.1 ms each; for more, the places of all are noted."""

_END = b"\n"
"""Stands before each id and behind the last."""


class Stock:
    """Rows as they were read, each in its slot; only the marks of a reader change."""

    def __init__(self, opened: Callable[[Row], Listing]) -> None:
        """Hold nothing yet; `opened` makes a listing of an id and its row."""
        self.numbers = array("q")
        self.read = bytearray()
        self.starred = bytearray()
        self._ids = bytearray(_END)
        self._starts = array("I", (1,))
        self._make = opened
        self._pieces: list[bytes] = []
        self._firsts: list[int] = []
        self._open: dict[int, list[Row]] = {}

    def add(self, rows: Sequence[Row], marks: Sequence[tuple[int, int]]) -> None:
        """Take in rows: a number, an id, then whatever makes a listing; and if read and starred."""
        first = len(self.numbers)
        self.numbers.extend(row[0] for row in rows)
        for row in rows:
            self._ids += row[1].encode() + _END
            self._starts.append(len(self._ids))
        self.read += bytes(read for read, _ in marks)
        self.starred += bytes(starred for _, starred in marks)
        for at in range(0, len(rows), PACKED):
            self._firsts.append(first + at)
            self._pieces.append(marshal.dumps([row[2:] for row in rows[at : at + PACKED]]))

    def listing(self, slot: int) -> Listing:
        """What stands in a slot."""
        listing = self._make((self.id(slot), *self.row(slot)))
        return listing._replace(read=self.read[slot] == 1, starred=self.starred[slot] == 1)

    def row(self, slot: int) -> Row:
        """What makes a listing, beside its id."""
        piece = bisect_left(self._firsts, slot + 1) - 1
        rows = self._open.get(piece)
        if rows is None:
            if len(self._open) >= OPEN:
                del self._open[next(iter(self._open))]
            rows = marshal.loads(self._pieces[piece])  # noqa: S302  what `add` has packed
            self._open[piece] = rows
        return rows[slot - self._firsts[piece]]

    def id(self, slot: int) -> str:
        """The id of what stands in a slot."""
        start, end = self._starts[slot : slot + 2]
        return self._ids[start : end - 1].decode()

    def every_id(self) -> list[str]:
        """The ids, by slot."""
        return self._ids[1:-1].decode().split("\n") if self.numbers else []

    def slot(self, article: str) -> int | None:
        """Where an article stands."""
        at = self._ids.find(_END + article.encode() + _END) if article else -1
        return bisect_left(self._starts, at + 1) if at >= 0 else None


class Roll(Sequence["Listing"]):
    """The articles of a library, or some of them, in the order of its list.

    Narrowed and changed by making another over the same rows; the marks of a reader alone are
    changed in place, for all that were made of it.
    """

    def __init__(self, stock: Stock, slots: array[int] | None = None) -> None:
        """Those in some slots of a stock; all of them if none are given."""
        self._stock = stock
        self._slots = range(len(stock.numbers)) if slots is None else slots

    def __len__(self) -> int:
        return len(self._slots)

    @overload
    def __getitem__(self, place: int) -> Listing: ...
    @overload
    def __getitem__(self, place: slice) -> list[Listing]: ...
    def __getitem__(self, place: int | slice) -> Listing | list[Listing]:
        if isinstance(place, slice):
            return [self._stock.listing(slot) for slot in self._slots[place]]
        return self._stock.listing(self._slots[place])

    def ids(self) -> Iterator[str]:
        """The ids, in order."""
        if len(self) <= FEW:
            return map(self._stock.id, self._slots)
        every = self._stock.every_id()
        return map(every.__getitem__, self._slots)

    def place(self, article: str) -> int | None:
        """Where an article stands in this roll; None if it does not."""
        slot = self._stock.slot(article)
        if slot is None:
            return None
        place = bisect_left(self._slots, slot)
        if place < len(self._slots) and self._slots[place] == slot:
            return place
        try:
            # What was put back after its row had gone is out of the order of the slots.
            return self._slots.index(slot)
        except ValueError:
            return None

    @property
    def unread(self) -> int:
        """How many have not been read."""
        read = self._stock.read
        if len(self) == len(read):
            return read.count(0)
        import numpy as np  # noqa: PLC0415  starting the program need not pay for it

        return len(self) - int(np.count_nonzero(np.frombuffer(read, np.uint8)[self._indices()]))

    def next_unread(self, place: int, step: int) -> int | None:
        """The nearest unread article after (or before) one, going round at the end."""
        count, read, slots = len(self), self._stock.read, self._slots
        around = ((place + step * distance) % count for distance in range(1, count))
        return next((at for at in around if not read[slots[at]]), None)

    def among(self, numbers: NDArray[np.int64]) -> Roll:
        """Those with these numbers."""
        import numpy as np  # noqa: PLC0415  starting the program need not pay for it

        slots = self._indices()
        mine = np.array(self._stock.numbers)[slots]
        most = max(int(mine.max(initial=0)), int(numbers.max(initial=0)))
        held = np.zeros(most + 1, np.bool_)
        held[numbers] = True
        return Roll(self._stock, array("I", slots[held[mine]].tobytes()))

    def at(self, places: Iterable[int]) -> Roll:
        """Those at these places, which ascend."""
        return Roll(self._stock, array("I", map(self._slots.__getitem__, places)))

    def without(self, place: int) -> Roll:
        """All but the one at a place."""
        slots = array("I", self._slots)
        del slots[place]
        return Roll(self._stock, slots)

    def inserted(self, place: int, other: Roll) -> Roll:
        """With the one article of another roll before the one at a place."""
        article = next(other.ids())
        slot = self._stock.slot(article)
        stock, theirs = self._stock, other._stock
        if slot is None:
            slot = len(stock.numbers)
            row = (theirs.numbers[0], article, *theirs.row(0))
            stock.add([row], [(theirs.read[0], theirs.starred[0])])
        stock.numbers[slot] = theirs.numbers[0]
        stock.read[slot], stock.starred[slot] = theirs.read[0], theirs.starred[0]
        slots = array("I", self._slots)
        slots.insert(place, slot)
        return Roll(self._stock, slots)

    def mark(
        self, articles: Sequence[str], *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """Change the marks of articles; those that are not there are passed over."""
        stock = self._stock
        find: Callable[[str], int | None] = stock.slot
        if len(articles) > FEW:
            find = {each: slot for slot, each in enumerate(stock.every_id())}.get
        for slot in map(find, articles):
            if slot is not None and read is not None:
                stock.read[slot] = read
            if slot is not None and starred is not None:
                stock.starred[slot] = starred

    def _indices(self) -> NDArray[np.uint32]:
        """The slots as numbers to index with."""
        import numpy as np  # noqa: PLC0415  as above

        slots = self._slots
        return (
            np.arange(len(slots), dtype=np.uint32) if isinstance(slots, range) else np.array(slots)
        )

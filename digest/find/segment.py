"""Segment: some thousands of strings that can be found, with their keys and posting lists.

An index is a few of them, so that what arrives makes a small one of its own and nothing is made
anew. A segment never changes; which of its entries are still there is kept beside it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digest.find.keys import Keys, keys
from digest.find.postings import MOST, Postings
from digest.find.strings import CHUNK, Strings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

MONTH_DAYS, YEAR_DAYS = 31, 372
"""Days as they are numbered here: months of 31, years of twelve such, so that every date of the
calendar has a number and earlier ones have smaller ones."""


COLUMNS = ("texts", "targets", "sources", "plain", "sounds", "initials", "pinyin")
"""The columns of strings."""


class Heading(NamedTuple):
    """What of an article is indexed."""

    article: str
    """Its id."""
    title: str
    source: str
    """Publication or, without one, author."""
    published: str
    """ISO 8601 to the precision known; empty if unknown."""

    @property
    def print(self) -> int:
        """A number that all but surely tells this heading from every other."""
        about = "\0".join(self[1:]).encode("utf-8", "surrogatepass")
        return zlib.crc32(self.article.encode()) << 31 | zlib.crc32(about) >> 1


class Found(NamedTuple):
    """A string that can be found."""

    text: str
    target: str
    """The article's id, or the topic's number."""


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """An immutable table of what can be found."""

    texts: Strings
    targets: Strings
    sources: Strings
    plain: Strings
    sounds: Strings
    initials: Strings
    pinyin: Strings
    days: NDArray[np.int32]
    """The last day on which each may have been published; 0 if unknown."""
    prints: NDArray[np.int64]
    """By which a heading is known again."""
    postings: Postings

    def __len__(self) -> int:
        return self.postings.size

    @classmethod
    def of(cls, headings: Sequence[Heading], key: Callable[[str], Keys] = keys) -> Segment:
        """The segment of at most `MOST` headings; `article` is the target."""
        making = _Making()
        for at in range(0, len(headings), CHUNK):
            making.add(headings[at : at + CHUNK], key)
        return making.finished()

    @classmethod
    def joined(cls, parts: Sequence[tuple[Segment, NDArray[np.int64]]]) -> Segment:
        """One segment of some entries of others; nothing is read anew."""
        import numpy as np  # noqa: PLC0415  starting the program need not pay for it

        columns = {
            name: Strings.of(
                [text for segment, rows in parts for text in getattr(segment, name).take(rows)]
            )
            for name in COLUMNS
        }
        days = np.concatenate([segment.days[rows] for segment, rows in parts])
        prints = np.concatenate([segment.prints[rows] for segment, rows in parts])
        return _finished(columns, days, prints)

    def keys(self, rows: Sequence[int]) -> Iterator[Keys]:
        """The keys of some entries."""
        columns = (self.plain, self.sounds, self.initials, self.pinyin)
        return map(Keys, *(column.take(rows) for column in columns))

    def column(self, name: str) -> Strings:
        """One of `COLUMNS`."""
        column: Strings = getattr(self, name)
        return column

    def found(self, rows: Sequence[int]) -> Iterator[Found]:
        """What some entries are."""
        return map(Found, self.texts.take(rows), self.targets.take(rows))


class _Making:
    """A segment that is being made, some headings at a time.

    Only strings and arrays are kept meanwhile: a hundred thousand small objects would have the
    garbage collector stop every thread for a tenth of a second.
    """

    def __init__(self) -> None:
        self.size = 0
        self._parts: dict[str, list[Strings]] = {name: [] for name in COLUMNS}
        self._days: list[NDArray[np.int32]] = []
        self._prints: list[NDArray[np.int64]] = []

    def add(self, headings: Sequence[Heading], key: Callable[[str], Keys] = keys) -> None:
        """Take in some headings."""
        import numpy as np  # noqa: PLC0415  as above

        read = [key(heading.title) for heading in headings]
        columns = (
            [heading.title for heading in headings],
            [heading.article for heading in headings],
            [heading.source for heading in headings],
            *([each[at] for each in read] for at in range(len(Keys._fields))),
        )
        for name, column in zip(COLUMNS, columns, strict=True):
            self._parts[name].append(Strings.of(column))
        days = (last_day(heading.published) for heading in headings)
        self._days.append(np.fromiter(days, np.int32, len(headings)))
        prints = (heading.print for heading in headings)
        self._prints.append(np.fromiter(prints, np.int64, len(headings)))
        self.size += len(headings)

    def finished(self) -> Segment:
        """The segment of all that was taken in."""
        import numpy as np  # noqa: PLC0415  as above

        columns = {name: Strings.joined_of(parts) for name, parts in self._parts.items()}
        days = np.concatenate([np.zeros(0, np.int32), *self._days])
        return _finished(columns, days, np.concatenate([np.zeros(0, np.int64), *self._prints]))


def _finished(
    columns: dict[str, Strings], days: NDArray[np.int32], prints: NDArray[np.int64]
) -> Segment:
    postings = Postings.build(columns["plain"], columns["sounds"], columns["initials"])
    return Segment(**columns, days=days, prints=prints, postings=postings)


def segments(headings: Iterable[Sequence[Heading]]) -> list[Segment]:
    """As many segments as some lots of headings need; a lot is no larger than `CHUNK`."""
    made: list[Segment] = []
    making = _Making()
    for lot in headings:
        if making.size + len(lot) > MOST:
            made.append(making.finished())
            making = _Making()
        if lot:
            making.add(lot)
    return [*made, making.finished()] if making.size else made


def last_day(published: str) -> int:
    """The number of the last day that a date of any precision may mean; 0 for none."""
    return _day(published, 12, MONTH_DAYS)


def first_day(date: str) -> int:
    """The number of the first day that a date of any precision may mean; 0 for none."""
    return _day(date, 1, 1)


def _day(date: str, month: int, day: int) -> int:
    """The number of a date, with a month and a day for where it has none."""
    parts = [int(part) for part in date.split("-") if part.isdecimal()][:3]
    if not parts:
        return 0
    year, month, day = (*parts, month, day)[:3] if len(parts) != 2 else (*parts, day)
    return min(year, 9999) * YEAR_DAYS + (month - 1) * MONTH_DAYS + day

"""Library: all that is kept, in one SQLite file.

This is the door. Each change is one transaction; what is done in it is in the modules beside, as
functions of a connection.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from digest.library import states
from digest.library.answers import Answers
from digest.library.failures import speaking
from digest.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from digest.library.entries import Added, Analysis, Entry, Removed
    from digest.library.marks import Marks
    from digest.library.packing import Packed, Ready
    from digest.library.records import Subject
    from digest.library.store import Store
    from digest.model import Span, Topic


class Library(Answers):
    """The articles of one reader; see `Store` for what each method promises.

    Safe to use from any thread. Several programs may use one file at the same time.
    """

    def add(self, entries: Sequence[Entry | Ready], added: str = "") -> list[Added]:
        """Keep articles, all or none; content that is here already is left as it is."""
        from digest.library import arrivals, packing  # noqa: PLC0415  changes are rare

        with speaking(self._path):
            ready = [packing.ready(entry) for entry in entries]
        with self._revising() as connection:
            return arrivals.add(connection, ready, added or self._clock())

    def replace(self, article: str, analysis: Analysis | Packed) -> None:
        """Put a new analysis in the place of an old one; what the reader did stays."""
        from digest.library import analyses, packing  # noqa: PLC0415  changes are rare

        with speaking(self._path):
            packed = analysis if isinstance(analysis, packing.Packed) else packing.packed(analysis)
        with self._revising() as connection:
            analyses.replace(connection, article, packed)

    def set_topics(self, topics: Sequence[Topic]) -> None:
        """Put new topics in the place of all old ones."""
        from digest.library import topics as kept  # noqa: PLC0415  changes are rare

        with self._revising() as connection:
            kept.set_topics(connection, topics)

    def put_subjects(self, subjects: Sequence[Subject]) -> None:
        """Keep topics; those that are here already keep their mentions."""
        from digest.library import topics as kept  # noqa: PLC0415  changes are rare

        with self._revising() as connection:
            kept.put(connection, subjects)

    def drop_other_subjects(self, keys: Collection[str], limit: int | None = None) -> int:
        """Let go of topics of other keys, so many at most; how many there were."""
        from digest.library import topics as kept  # noqa: PLC0415  changes are rare

        with self._revising() as connection:
            return kept.drop_others(connection, keys, limit)

    def set_mentions(self, found: Mapping[str, Marks]) -> None:
        """Put new mentions in the place of those that these articles have."""
        from digest.library import marks  # noqa: PLC0415  changes are rare

        with self._reading() as connection:
            changes = marks.Changes(connection, found)
        for number, part in enumerate(changes.parts()):
            if number:
                time.sleep(marks.GAP_SECONDS)
            with self._reading() as connection:
                made = changes.worked_out(connection, part)
            if made is None:
                continue
            with self._revising() as connection:
                if changes.is_past(connection):
                    made = changes.worked_out(connection, part)
                if made:
                    marks.write(connection, made)

    def remove(self, articles: Sequence[str]) -> Removed:
        """Take articles out with all that belongs to them; returns enough for `restore`."""
        from digest.library import arrivals  # noqa: PLC0415  changes are rare

        with self._revising() as connection:
            return arrivals.remove(connection, articles)

    def restore(self, removed: Removed) -> None:
        """Put back what `remove` took out."""
        from digest.library import arrivals, packing  # noqa: PLC0415  changes are rare

        with speaking(self._path):
            packed = [packing.packed(kept.entry.analysis) for kept in removed.articles]
        with self._revising() as connection:
            arrivals.restore(connection, removed, packed)

    def set_read(self, articles: Sequence[str], read: bool) -> tuple[str, ...]:
        """Mark as read or unread; returns the ids that were not so before, for undo."""
        with self._writing() as connection:
            return states.mark(connection, "read", articles, read)

    def set_starred(self, articles: Sequence[str], starred: bool) -> tuple[str, ...]:
        """Star or unstar; returns the ids that were not so before, for undo."""
        with self._writing() as connection:
            return states.mark(connection, "starred", articles, starred)

    def set_place(self, article: str, place: Span) -> None:
        """Keep where the reader is, as a span of the clean text, and that it was open now."""
        with self._writing() as connection:
            states.set_place(connection, article, place, self._clock())

    def set_derived(self, name: str, version: int, data: Mapping[str, bytes]) -> None:
        """Keep something made of articles under a name, by article id."""
        from digest.library import derived  # noqa: PLC0415  changes are rare

        with self._writing() as connection:
            derived.put(connection, name, version, data)

    def decide(
        self, pairs: Mapping[tuple[str, str], bool | None]
    ) -> dict[tuple[str, str], bool | None]:
        """Keep pairs of articles together (True) or apart; returns what was decided before."""
        from digest.library import decisions  # noqa: PLC0415  changes are rare

        with self._writing() as connection:
            return decisions.decide(connection, pairs)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Within it, many changes of this thread cost less, and more memory."""
        from digest.library import filling  # noqa: PLC0415  changes are rare

        begun = False
        if not self.read_only:
            with self._reading() as connection:
                begun = filling.begin(connection)
        try:
            yield
        finally:
            if begun:
                # The articles are kept, whatever becomes of this; the library may be closed.
                with suppress(LibraryError), self._reading() as connection:
                    filling.end(connection)

    def remember(self, values: Mapping[str, str]) -> None:
        """Keep these values of the session; the others stay as they are."""
        with self._writing() as connection:
            states.remember(connection, values)


if TYPE_CHECKING:
    # The type checker holds the library to the protocol.
    _home: type[Store] = Library

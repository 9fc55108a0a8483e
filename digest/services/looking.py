"""Looking: what a reader has seen when, so that only what came since is shown.

A look is kept as its time, with the articles that came in that very second: times are told to the
second, and an import takes longer.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from digest.library import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.library import Listing, Store

LOOKED = "looked"
"""Key of the session for the last look at everything; with a colon and its key, at a topic."""


class Look(NamedTuple):
    """When a reader looked, and what had come by then."""

    when: str
    """In UTC: `2026-01-31T09:30:00Z`."""
    then: frozenset[str] = frozenset()
    """Ids of the articles that came in that second and were there."""

    def is_new(self, listing: Listing) -> bool:
        """Whether an article came after the look."""
        if listing.added == self.when:
            return listing.id not in self.then
        return listing.added > self.when


def last_look(library: Store, topic: str = "") -> Look | None:
    """The last look at everything, or at a topic by its key; None if there was none.

    Raises:
        LibraryError: the library cannot be read.
    """
    kept = library.session().get(_key(topic), "")
    try:
        when, then = json.loads(kept) if kept else ("", ())
        return Look(str(when), frozenset(map(str, then))) if when else None
    except (ValueError, TypeError):
        return None


def keep_look(library: Store, listings: Iterable[Listing], topic: str = "") -> None:
    """Keep that the reader has seen these articles now; where nothing can be written, do without.

    Args:
        library: where it is kept.
        listings: everything that was there to be seen.
        topic: key of the topic that was looked at; empty for everything.

    Raises:
        LibraryError: the library cannot be written.
    """
    if library.read_only:
        return
    now = utc_now()
    there = list(listings)
    newest = max((each.added for each in there), default="")
    when = max(now, newest)
    then = sorted(each.id for each in there if each.added == when)
    library.remember({_key(topic): json.dumps([when, then])})


def _key(topic: str) -> str:
    return f"{LOOKED}:{topic}" if topic else LOOKED

"""All that is kept: articles, what was made of them, what a reader did, and the full-text index.

`Library` is the home in one SQLite file; `Store` is what the rest of the program may ask of any.
Only this package imports sqlite3. Names are loaded when they are first used: opening a library is
on the way to the first picture, and needs only some of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.library.entries import (
        Added,
        Analysis,
        Derived,
        Entry,
        Kept,
        Original,
        Removed,
        article_id,
        content_digest,
    )
    from digest.library.library import Library
    from digest.library.opened import utc_now
    from digest.library.records import (
        Counts,
        Dated,
        Found,
        Holders,
        Listing,
        Match,
        Narrow,
        Recent,
        State,
        Subject,
    )
    from digest.library.roll import Roll
    from digest.library.store import Store

__all__ = [
    "Added",
    "Analysis",
    "Counts",
    "Dated",
    "Derived",
    "Entry",
    "Found",
    "Holders",
    "Kept",
    "Library",
    "Listing",
    "Match",
    "Narrow",
    "Original",
    "Recent",
    "Removed",
    "Roll",
    "State",
    "Store",
    "Subject",
    "article_id",
    "content_digest",
    "utc_now",
]

_MODULES = {
    "entries": (
        "Added",
        "Analysis",
        "Derived",
        "Entry",
        "Kept",
        "Original",
        "Removed",
        "article_id",
        "content_digest",
    ),
    "library": ("Library",),
    "opened": ("utc_now",),
    "records": (
        "Counts",
        "Dated",
        "Found",
        "Holders",
        "Listing",
        "Match",
        "Narrow",
        "Recent",
        "State",
        "Subject",
    ),
    "roll": ("Roll",),
    "store": ("Store",),
}
"""Where each name lives."""


def __getattr__(name: str) -> object:
    for module, names in _MODULES.items():
        if name in names:
            found: object = getattr(import_module(f"digest.library.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

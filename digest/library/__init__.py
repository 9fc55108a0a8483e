"""All that is kept: articles, what was made of them, what a reader did, and the full-text index.

`Library` is the home in one SQLite file; `Store` is what the rest of the program may ask of any.
Only this package imports sqlite3.
"""

from digest.library.library import Library
from digest.library.opened import utc_now
from digest.library.records import (
    Added,
    Analysis,
    Counts,
    Entry,
    Found,
    Kept,
    Listing,
    Match,
    Original,
    Removed,
    State,
    article_id,
    content_digest,
)
from digest.library.store import Store

__all__ = [
    "Added",
    "Analysis",
    "Counts",
    "Entry",
    "Found",
    "Kept",
    "Library",
    "Listing",
    "Match",
    "Original",
    "Removed",
    "State",
    "Store",
    "article_id",
    "content_digest",
    "utc_now",
]

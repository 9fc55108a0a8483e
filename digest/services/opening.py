"""Opening: the reader's library, with the bundled articles in it when it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.locations import Locations


WORTH_SAYING = 1000
"""Articles from which bringing a library up to date takes longer than a second or two."""

SEEDED = "seeded"
"""Key of the session for when the bundled articles were taken in; there and empty if they never
will be."""


def open_library(
    path: Path | None = None,
    places: Locations | None = None,
    *,
    seed: bool = True,
    read_only: bool = False,
    upgrading: Callable[[str], None] | None = None,
) -> Library:
    """Open a library, making it where there is none.

    The reader's own library holds the bundled articles when it is first opened. One that was asked
    for by its path begins empty.

    Args:
        path: the file, for another library than the reader's own.
        places: where things are kept; as the environment says if left out.
        seed: take the bundled articles in before returning. The app passes False, shows its list
            first and calls `ingest.take_in_seeds` in a worker if `wants_seeds` says so.
        read_only: change nothing, and make nothing.
        upgrading: told in a sentence, where it takes longer than a moment, that the library is
            being brought up to date.

    Raises:
        LibraryError: the library cannot be opened.
    """

    def told(articles: int) -> None:
        if upgrading and articles >= WORTH_SAYING:
            upgrading(
                f"bringing the library's {articles:,} articles up to date with this version, once;"
                " a hundred thousand take some minutes, and ending it leaves them as they were"
            )

    library = Library.open(path or _own(places), read_only=read_only, upgrading=told)
    try:
        if path is not None:
            _want_no_seeds(library)
        elif seed and wants_seeds(library):
            from digest.services.ingest import add_seeds  # noqa: PLC0415  once in a library's life

            add_seeds(library)
    except BaseException:
        library.close()
        raise
    return library


def wants_seeds(library: Library) -> bool:
    """Whether the bundled articles have still to be taken in."""
    return not library.read_only and SEEDED not in library.session()


def _want_no_seeds(library: Library) -> None:
    if wants_seeds(library):
        library.remember({SEEDED: ""})


def _own(places: Locations | None) -> Path:
    if places is not None:
        return places.library
    from digest.locations import locations  # noqa: PLC0415  asks the system, which takes its time

    return locations().library

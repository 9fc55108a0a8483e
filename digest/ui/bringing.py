"""Bringing articles into the library while the app runs: the seeds at first, paths when given.

What is found over all of them, topics first, follows in the background when they can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from digest.services.opening import wants_seeds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from digest.library import Library, Store
    from digest.services.ingest import IngestReport

    Progress: TypeAlias = Callable[[int, int], None]
    Bringing: TypeAlias = Callable[[Store, Progress], IngestReport]
    """Called in a worker with the library, as long as the app is there, and a function that is told
    how many of how many files are done."""


def bringing(library: Library, paths: Sequence[Path]) -> Bringing | None:
    """What has to be brought in when the app opens; None if nothing has."""
    if wants_seeds(library):
        return lambda home, progress: _seeds_and(home, paths, progress)
    if paths:
        return lambda home, progress: _add(home, paths, progress)
    return None


def hands_beside() -> int:
    """Processes that may work while somebody reads: one processor is left to the app."""
    from digest.services.crew import hands_here  # noqa: PLC0415 - loaded when articles come in

    return max(1, hands_here() - 1)


def _seeds_and(library: Store, paths: Sequence[Path], progress: Progress) -> IngestReport:
    from digest.services.ingest import take_in_seeds  # noqa: PLC0415 - once in a library's life

    report = take_in_seeds(library, progress)
    return _add(library, paths, progress) if paths else report


def _add(library: Store, paths: Sequence[Path], progress: Progress) -> IngestReport:
    from digest.services.ingest import take_in  # noqa: PLC0415 - loaded when articles come in

    return take_in(library, paths, progress, hands=hands_beside())

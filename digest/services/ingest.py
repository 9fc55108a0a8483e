"""Ingest: taking articles into a library, and deriving them anew when the analysis has changed.

One bad file never stops the others. Whatever was kept before an interruption stays: doing it again
passes over what is there.
"""

from __future__ import annotations

import logging
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from digest.library import utc_now
from digest.model import DigestError, NotFoundError, SourceError
from digest.services.intake import Arrival, IngestReport, Intake, Refused
from digest.services.opening import SEEDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from digest.library import Store
    from digest.services.bench import Bench
    from digest.services.making import Result
    from digest.sources import Document

    Progress: TypeAlias = Callable[[int, int], None]
    """Told how many files of how many are done."""
    After: TypeAlias = Callable[["Stage", int, int], None]
    """Told how many articles of how many a stage has done."""


class Stage(StrEnum):
    """What a large import goes on with once all files are in."""

    TOPICS = "topics"
    SUMMARIES = "summaries"


__all__ = [
    "Arrival",
    "IngestReport",
    "Refused",
    "Stage",
    "add",
    "add_document",
    "add_seeds",
    "rederive",
    "take_in",
    "take_in_seeds",
]

_log = logging.getLogger(__name__)


def add(
    library: Store,
    paths: Iterable[Path],
    on_progress: Progress | None = None,
    on_after: After | None = None,
    *,
    hands: int = 0,
) -> IngestReport:
    """Take files and folders into a library, and make everything of them that is made at all.

    Args:
        library: where to keep them.
        paths: files, and folders that are read with all that is in them.
        on_progress: told after every file; what it raises ends the work.
        on_after: told how far the topics and the summaries of a large import have come, which can
            be read and searched by then; what it raises ends the work, and a later `add` of the
            same files or the app goes on with it.
        hands: processes that may be called for a large import; all is done in this one if 0.

    Raises:
        LibraryError: the library cannot be written; what was written before is kept.
    """
    from digest.services.derivations import make_lacking  # noqa: PLC0415  as below

    report = take_in(library, paths, on_progress, hands=hands)
    told = partial(on_after, Stage.TOPICS) if on_after else None
    _mine(library, told, changed=bool(report.added), hands=hands)
    told = partial(on_after, Stage.SUMMARIES) if on_after else None
    ids = {each.id for each in (*report.added, *report.already)}
    make_lacking(library, told, within=ids, hands=hands)
    return report


def add_document(library: Store, document: Document) -> IngestReport:
    """Take one document into a library: standard input, say."""
    with Intake(library) as intake:
        intake.take_document(document)
        report = intake.finish()
    _mine(library, changed=bool(report.added))
    return report


def add_seeds(library: Store) -> IngestReport:
    """Add the articles the program comes with, and remember that this was done."""
    report = take_in_seeds(library)
    _mine(library, changed=bool(report.added))
    return report


def take_in_seeds(library: Store, on_progress: Progress | None = None) -> IngestReport:
    """The first part of `add_seeds`; the next `rederive` does the rest."""
    from digest.locations import seeds  # noqa: PLC0415  once in a library's life

    report = take_in(library, seeds(), on_progress)
    library.remember({SEEDED: utc_now()})
    return report


def rederive(library: Store, on_progress: Progress | None = None, *, hands: int = 0) -> int:
    """Derive anew what an older analysis made, and find topics if it is time.

    The old result can be read until then.

    Args:
        library: what is brought up to date.
        on_progress: told after every article; what it raises ends the work.
        hands: processes that may be called where much is to be done.

    Returns:
        how many articles were derived anew.
    """
    from digest.services.analysis import ANALYSIS_VERSION  # noqa: PLC0415  as above
    from digest.services.bench import Bench  # noqa: PLC0415  as above
    from digest.services.mining import expect  # noqa: PLC0415  as above

    stale = library.stale(ANALYSIS_VERSION)
    if not stale:
        _mine(library, changed=False, hands=hands)
        return 0
    expect(library)
    done = seen = 0
    with Bench[str](len(stale), hands) as bench:
        for last, identity in ((identity is stale[-1], identity) for identity in stale):
            _put(bench, library, identity)
            for each, result in bench.rest() if last else bench.finished():
                done += _replaced(library, each, result)
                seen += 1
                if on_progress:
                    on_progress(seen, len(stale))
    _mine(library, changed=True, hands=hands)
    return done


def _put(bench: Bench[str], library: Store, identity: str) -> None:
    """Put the original of an article on the bench."""
    from digest.sources import streamed  # noqa: PLC0415  loaded when articles come in

    try:
        original = library.original(identity)
    except NotFoundError:
        bench.put(identity)  # removed meanwhile by another program
    else:
        bench.put(identity, streamed(original.raw, original.name))


def _replaced(library: Store, identity: str, result: Result | None) -> bool:
    """Exchange the analysis of one article; what fails keeps what it had."""
    from digest.services.making import Refusal, tell_defect  # noqa: PLC0415  as above

    if result is None:
        return False
    if isinstance(result, Refusal):
        tell_defect(identity, result)
        _log.warning("not derived anew: %s: %s", identity, result.reason)
        return False
    try:
        library.replace(identity, result.packed)
    except NotFoundError:
        return False
    return True


def _mine(
    library: Store, on_progress: Progress | None = None, *, changed: bool, hands: int = 0
) -> None:
    """Find the topics anew if it is time; the articles are kept whatever comes of it."""
    from digest.services.mining import mine_if_due  # noqa: PLC0415  loaded when articles come in

    try:
        mine_if_due(library, on_progress, changed=changed, hands=hands)
    except DigestError:
        raise
    except Exception:  # noqa: BLE001  a defect of ours; the articles are safe
        _log.exception("topics could not be found; they will be with the next article")


def take_in(
    library: Store, paths: Iterable[Path], on_progress: Progress | None = None, *, hands: int = 0
) -> IngestReport:
    """The first part of `add`: the articles with their figures and the index of their texts.

    Topics are left for the next `rederive`, and where processes are called, what is derived of the
    articles for `derivations.make_lacking`.
    """
    from digest.services.spread import filling  # noqa: PLC0415  as below
    from digest.sources import fetch, walk  # noqa: PLC0415  loaded when articles come in

    files: list[Path] = []
    missing: list[tuple[str, str]] = []
    for path in paths:
        try:
            files += walk(path)
        except SourceError as error:
            missing.append((path.name or str(path), str(error)))

    def told(done: int) -> None:
        if on_progress and done > len(missing):
            on_progress(done - len(missing), len(files))

    with filling(library, len(files)), Intake(library, len(files), hands, told) as intake:
        for name, reason in missing:
            intake.refuse(name, reason)
        for file in files:
            intake.take(file.name, partial(fetch, file))
        return intake.finish()

"""Ingest: taking articles into a library, and deriving them anew when the analysis has changed.

One bad file never stops the others. Work is done outside the library's transactions and kept in
short ones, so that a reader beside it is not held up, and whatever was kept before an interruption
stays: doing it again passes over what is there.
"""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from digest.library import Entry, Original, content_digest, utc_now
from digest.model import DigestError, LibraryError, SourceError
from digest.services.opening import SEEDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from digest.library import Store
    from digest.sources import Document

    Progress: TypeAlias = Callable[[int, int], None]
    """Told how many files of how many are done."""

BATCH = 16
"""Articles in one transaction: about 20 ms of writing at 2,000 characters each, which a key pressed
beside it can bear."""

BATCH_SECONDS = 0.5
"""Also kept after so long, so that a list beside it grows while one looks."""

_log = logging.getLogger(__name__)


class Arrival(NamedTuple):
    """A file whose article is in the library."""

    name: str
    id: str


class Refused(NamedTuple):
    """A file that was not taken in."""

    name: str
    reason: str
    """One sentence, ready to be shown."""


class IngestReport(NamedTuple):
    """What became of every file, in the order in which they were read."""

    added: tuple[Arrival, ...]
    already: tuple[Arrival, ...]
    """Their content was there before."""
    refused: tuple[Refused, ...]


def add(library: Store, paths: Iterable[Path], on_progress: Progress | None = None) -> IngestReport:
    """Take files and folders into a library.

    Args:
        library: where to keep them.
        paths: files, and folders that are read with all that is in them.
        on_progress: told after every file; what it raises ends the work.

    Raises:
        LibraryError: the library cannot be written; what was written before is kept.
    """
    report = _taken_in(library, paths, on_progress)
    _mine(library, changed=bool(report.added))
    return report


def add_document(library: Store, document: Document) -> IngestReport:
    """Take one document into a library: standard input, say."""
    desk = _Desk(library)
    desk.take(document.name, lambda: document)
    report = desk.report()
    _mine(library, changed=bool(report.added))
    return report


def add_seeds(library: Store, on_progress: Progress | None = None) -> IngestReport:
    """Take in the articles the program comes with, and remember that this was done."""
    from digest.locations import seeds  # noqa: PLC0415  once in a library's life

    report = add(library, seeds(), on_progress)
    library.remember({SEEDED: utc_now()})
    return report


def rederive(library: Store, on_progress: Progress | None = None) -> int:
    """Derive anew what an older analysis made; the old result can be read until then.

    Returns:
        how many articles were derived anew.
    """
    from digest.services.analysis import ANALYSIS_VERSION  # noqa: PLC0415  as above
    from digest.services.mining import expect  # noqa: PLC0415  as above

    stale = library.stale(ANALYSIS_VERSION)
    done = 0
    if stale:
        expect(library)
    for number, identity in enumerate(stale, 1):
        done += _rederived(library, identity)
        if on_progress:
            on_progress(number, len(stale))
    _mine(library, changed=bool(stale))
    return done


def _mine(library: Store, *, changed: bool) -> None:
    """Find the topics anew if it is time; the articles are kept whatever comes of it."""
    from digest.services.mining import mine_if_due  # noqa: PLC0415  loaded when articles come in

    try:
        mine_if_due(library, changed=changed)
    except DigestError:
        raise
    except Exception:  # noqa: BLE001  a defect of ours; the articles are safe
        _log.exception("topics could not be found; they will be with the next article")


def _rederived(library: Store, identity: str) -> bool:
    """Derive one article anew; what fails keeps what it had."""
    from digest.services.derivations import derived_whole  # noqa: PLC0415  as above
    from digest.sources import read_stream  # noqa: PLC0415  as above

    try:
        original = library.original(identity)
        library.replace(identity, derived_whole(read_stream(original.raw, original.name)))
    except DigestError as error:
        # Removed meanwhile by another program, or refused today: neither is a reason to stop.
        _log.warning("not derived anew: %s: %s", identity, error)
        return False
    return True


def _taken_in(library: Store, paths: Iterable[Path], on_progress: Progress | None) -> IngestReport:
    from digest.sources import read_path, walk  # noqa: PLC0415  loaded when articles come in

    desk = _Desk(library)
    files: list[Path] = []
    for path in paths:
        try:
            files += walk(path)
        except SourceError as error:
            desk.refuse(path.name or str(path), str(error))
    for number, file in enumerate(files, 1):
        desk.take(file.name, partial(read_path, file))
        if on_progress:
            on_progress(number, len(files))
    return desk.report()


class _Desk:
    """Articles on their way in."""

    def __init__(self, library: Store) -> None:
        self._library = library
        self._stamp = utc_now()
        self._waiting: list[tuple[str, Entry]] = []
        self._since = time.monotonic()
        self._added: list[Arrival] = []
        self._already: list[Arrival] = []
        self._refused: list[Refused] = []

    def take(self, name: str, read: Callable[[], Document]) -> None:
        """Read and analyse one document, unless it is there already."""
        from digest.services.derivations import derived_whole  # noqa: PLC0415  as above

        try:
            document = read()
            digest = content_digest(document.data)
            known = self._library.known((digest,))
            if known:
                self._already.append(Arrival(document.name, known[digest]))
                return
            original = Original(
                document.data, document.name, document.origin or document.name, document.encoding
            )
            self._waiting.append((document.name, Entry(original, derived_whole(document))))
        except SourceError as error:
            self.refuse(name, str(error))
        except LibraryError:
            raise
        except Exception as error:  # noqa: BLE001  a defect of ours in one article must not cost the others
            _log.exception("analysing %r failed", name)
            self.refuse(name, f"{name} could not be analysed ({type(error).__name__}); see the log")
        if len(self._waiting) >= BATCH or time.monotonic() - self._since > BATCH_SECONDS:
            self._keep()

    def refuse(self, name: str, reason: str) -> None:
        """Say that a file was not taken in."""
        self._refused.append(Refused(name, reason))

    def report(self) -> IngestReport:
        """Keep what waits, and say what became of everything."""
        self._keep()
        return IngestReport(tuple(self._added), tuple(self._already), tuple(self._refused))

    def _keep(self) -> None:
        """Write what waits, in one transaction."""
        if not self._waiting:
            return
        answers = self._library.add([entry for _, entry in self._waiting], self._stamp)
        for (name, _), answer in zip(self._waiting, answers, strict=True):
            (self._added if answer.new else self._already).append(Arrival(name, answer.id))
        self._waiting.clear()
        self._since = time.monotonic()

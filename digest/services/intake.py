"""Intake: files on their way into a library, and what became of each.

Contents that are there already are told before anything is made of them. What is made is kept in
short transactions, in the order of the files.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from digest.library import content_digest, utc_now
from digest.library.packing import Ready
from digest.model import DigestError, SourceError
from digest.services.bench import Bench
from digest.services.making import (
    Refusal,
    attempt,
    attempt_document,
    original_of,
    tell_defect,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self

    from digest.library import Store
    from digest.services.making import Result
    from digest.sources import Document, Fetched

BATCH = 32
"""Articles in one transaction: about 35 ms of writing at 2,000 characters each, which a key pressed
beside it can bear; half as many take a sixth longer, as SQLite merges more pieces of its index."""

BATCH_SECONDS = 0.5
"""Also kept after so long, so that a list beside it grows while one looks."""


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


class _Twin(NamedTuple):
    """A file whose content came in shortly before and is not kept yet."""

    file: Fetched
    digest: bytes


class _New(NamedTuple):
    """A file whose content is new."""

    file: Fetched
    digest: bytes


class _Ready(NamedTuple):
    """An entry that waits to be kept."""

    name: str
    digest: bytes
    entry: Ready


_Token: TypeAlias = Arrival | Refused | _Twin | _New


class Intake:
    """Articles on their way in; use it as a context manager."""

    def __init__(
        self,
        library: Store,
        expected: int = 1,
        hands: int = 0,
        told: Callable[[int], None] | None = None,
    ) -> None:
        """Take nothing in yet.

        Args:
            library: where to keep them.
            expected: how many files may come.
            hands: processes that may be called for it.
            told: called with the number of files that are done after each; what it raises comes
                out of `take` and `finish`.
        """
        self._library = library
        self._stamp = utc_now()
        self._bench: Bench[_Token] = Bench(expected, hands)
        self._told = told
        self._done = 0
        self._coming: set[bytes] = set()
        self._waiting: list[Arrival | Refused | _Twin | _Ready] = []
        self._entries = 0
        self._since = time.monotonic()
        self._added: list[Arrival] = []
        self._already: list[Arrival] = []
        self._refused: list[Refused] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Let the processes go; if something went wrong, keep what is made."""
        with self._bench:
            if kind is not None:
                with suppress(DigestError):
                    self._told = None
                    self._settle(self._bench.made())
                    self._keep()

    def take(self, name: str, fetch: Callable[[], Fetched]) -> None:
        """Take in one file, unless its content is there already."""
        try:
            file = fetch()
        except SourceError as error:
            self.refuse(name, str(error))
            return
        digest = content_digest(file.data)
        known = self._library.known((digest,))
        if known:
            self._bench.put(Arrival(file.name, known[digest]))
        elif digest in self._coming:
            self._bench.put(_Twin(file, digest))
        else:
            self._coming.add(digest)
            self._bench.put(_New(file, digest), file)
        self._settle(self._bench.finished())

    def take_document(self, document: Document) -> None:
        """Take in what was read already."""
        from digest.sources import streamed  # noqa: PLC0415  loaded when articles come in

        file = streamed(document.data, document.name)._replace(origin=document.origin)
        digest = content_digest(file.data)
        known = self._library.known((digest,))
        if known:
            self._waiting.append(Arrival(file.name, known[digest]))
        else:
            self._receive(_New(file, digest), attempt_document(document))

    def refuse(self, name: str, reason: str) -> None:
        """Say that a file was not taken in."""
        self._bench.put(Refused(name, reason))
        self._settle(self._bench.finished())

    def finish(self) -> IngestReport:
        """Take in what is left, and say what became of everything."""
        self._settle(self._bench.rest())
        self._keep()
        return IngestReport(tuple(self._added), tuple(self._already), tuple(self._refused))

    def _settle(self, finished: Iterable[tuple[_Token, Result | None]]) -> None:
        """Receive what is finished, and keep it when it is time."""
        for token, result in finished:
            self._receive(token, result)
            if self._entries >= BATCH or time.monotonic() - self._since > BATCH_SECONDS:
                self._keep()
            self._done += 1
            if self._told is not None:
                self._told(self._done)

    def _receive(self, token: _Token, result: Result | None) -> None:
        """Have one file wait to be kept."""
        if isinstance(token, _Twin) and token.digest not in self._coming:
            # Its first was refused or kept by now; what is here is known by asking.
            known = self._library.known((token.digest,))
            if known:
                token = Arrival(token.file.name, known[token.digest])
            else:
                token, result = _New(token.file, token.digest), attempt(token.file)
        if not isinstance(token, _New):
            self._waiting.append(token)
        elif result is None or isinstance(result, Refusal):
            refusal = result or Refusal(f"{token.file.name} could not be analysed")
            tell_defect(token.file.name, refusal)
            self._coming.discard(token.digest)
            self._waiting.append(Refused(token.file.name, refusal.reason))
        else:
            original = original_of(token.file, result.encoding)
            entry = Ready(original, result.packed, token.digest)
            self._waiting.append(_Ready(token.file.name, token.digest, entry))
            self._entries += 1

    def _keep(self) -> None:
        """Write what waits, in one transaction, and say what became of it."""
        entries = [each.entry for each in self._waiting if isinstance(each, _Ready)]
        answers = iter(self._library.add(entries, self._stamp) if entries else ())
        ids: dict[bytes, str] = {}
        for each in self._waiting:
            match each:
                case _Ready():
                    answer = next(answers)
                    ids[each.digest] = answer.id
                    self._coming.discard(each.digest)
                    arrived = self._added if answer.new else self._already
                    arrived.append(Arrival(each.name, answer.id))
                case _Twin():
                    # Its first stands before it, since nothing overtakes on the bench.
                    self._already.append(Arrival(each.file.name, ids[each.digest]))
                case Refused():
                    self._refused.append(each)
                case _:
                    self._already.append(each)
        self._waiting.clear()
        self._entries = 0
        self._since = time.monotonic()

"""Bench: files made into entries in the order in which they are put on it.

The first ones are made here, and a crew of processes is called when there is enough left to be
worth its start. No more lies on the bench than the crew needs, so memory does not grow with the
number of files.
"""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from digest.services.making import attempt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from typing import Self

    from digest.services.crew import Crew
    from digest.services.making import Result
    from digest.sources import Fetched

ALONE = 64
"""Files made here before a crew is thought of: what a process of it takes to start and load."""

WORTHWHILE = 128
"""Files that must be left then: half of the work of two processes is saved by them at least."""

GROUP = 16
"""Files that a process is given at once: a quarter of a second of work."""

GROUP_BYTES = 256 * 1024
"""The same for long files."""

AHEAD = 3
"""Groups on the bench for each process: one at work, one to be begun, one to be written."""

Token = TypeVar("Token")

_log = logging.getLogger(__name__)


class _Lying(NamedTuple, Generic[Token]):
    """Something on the bench: made already, or one of a group that is being made."""

    token: Token
    result: Result | None
    group: _Group | None = None
    at: int = 0


class _Group:
    """Files that are made together."""

    def __init__(self) -> None:
        self.files: list[Fetched] = []
        self.bytes = 0
        self.answer: Future[list[Result]] | None = None


class Bench(Generic[Token]):
    """Makes files into entries; use it as a context manager."""

    def __init__(self, expected: int, hands: int) -> None:
        """Begin alone.

        Args:
            expected: how many files may come; fewer is no harm.
            hands: processes to call if it is worth while; none if 0.
        """
        self._left = expected
        self._hands = hands
        self._made_here = 0
        self._crew: Crew | None = None
        self._lying: deque[_Lying[Token]] = deque()
        self._group = _Group()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._crew is not None:
            self._crew.close()

    def put(self, token: Token, file: Fetched | None = None) -> None:
        """Put something down.

        Args:
            token: comes back with what was made.
            file: what to make something of; None for a token that keeps its place in the order.
        """
        self._left -= 1
        if file is None:
            self._lying.append(_Lying(token, None))
        elif not self._has_crew():
            self._made_here += 1
            self._lying.append(_Lying(token, attempt(file)))
        else:
            self._lying.append(_Lying(token, None, self._group, len(self._group.files)))
            self._group.files.append(file)
            self._group.bytes += len(file.data)
            if len(self._group.files) >= GROUP or self._group.bytes >= GROUP_BYTES:
                self._hand_over()

    def finished(self) -> Iterator[tuple[Token, Result | None]]:
        """What is finished by now, in order; waits only where too much lies on the bench."""
        most = GROUP * AHEAD * max(1, self._hands)
        while self._lying and (self._is_made(self._lying[0]) or len(self._lying) > most):
            yield self._taken()

    def rest(self) -> Iterator[tuple[Token, Result | None]]:
        """Everything else, in order."""
        self._hand_over()
        while self._lying:
            yield self._taken()

    def made(self) -> Iterator[tuple[Token, Result | None]]:
        """What is made already at the head of the line, for somebody who has to stop."""
        while self._lying and self._is_made(self._lying[0]):
            yield self._taken()

    def _taken(self) -> tuple[Token, Result | None]:
        lying = self._lying.popleft()
        if lying.group is None:
            return lying.token, lying.result
        if lying.group.answer is None:
            self._hand_over()
        assert lying.group.answer is not None  # noqa: S101  what lies here was handed over
        return lying.token, lying.group.answer.result()[lying.at]

    @staticmethod
    def _is_made(lying: _Lying[Token]) -> bool:
        group = lying.group
        return group is None or (group.answer is not None and group.answer.done())

    def _hand_over(self) -> None:
        """Give the group that was gathered to the crew."""
        if self._crew is not None and self._group.files:
            self._group.answer = self._crew.make(self._group.files)
            self._group = _Group()

    def _has_crew(self) -> bool:
        """Whether there is a crew, calling one when it is time."""
        if self._crew is None and self._hands and self._made_here >= ALONE:
            if self._left >= WORTHWHILE:
                self._call()
            else:
                self._hands = 0
        return self._crew is not None

    def _call(self) -> None:
        from digest.services.crew import Crew, HandLostError  # noqa: PLC0415  for large imports

        try:
            self._crew = Crew(self._hands)
        except HandLostError:
            _log.warning("no other process can be started; going on in this one")
            self._hands = 0

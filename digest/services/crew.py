"""Crew: processes that make entries of files, for imports that take long.

Each is a Python of its own that loads what analysing needs, is given files and answers, over two
pipes. It ends when its pipe does, so a program that is killed leaves none behind; what ends one of
them costs the file it was at and no other. Nothing is shared, so it is the same on every system.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING, Any, TypeVar

import digest
from digest.services.making import Refusal, attempt_analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from types import TracebackType
    from typing import Self

    from digest.services.making import Result
    from digest.sources import Fetched

T = TypeVar("T")
R = TypeVar("R")

MOST_HANDS = 8
"""More processes than one writer can keep up with."""

_START = "import sys; sys.path.insert(0, {root!r}); from digest.services.crew import serve; serve()"
_LENGTH = struct.Struct("<Q")
_READY = "ready"

_RARELY = (50_000, 20, 100)
"""When a hand looks for garbage: nearly all it makes goes when it is sent, and looking for more
among a hundred thousand new values a second costs a tenth of the time."""


def hands_here() -> int:
    """How many processes are of use on this machine: one for each processor we may use."""
    if hasattr(os, "sched_getaffinity"):
        return min(MOST_HANDS, len(os.sched_getaffinity(0)))
    return min(MOST_HANDS, os.cpu_count() or 1)


class HandLostError(Exception):
    """A process ended, or could not be started."""


class _Hand:
    """One process, as those who ask it see it."""

    def __init__(self) -> None:
        root = str(Path(digest.__file__).parents[1])
        command = [sys.executable, "-P", "-c", _START.format(root=root)]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own program
                command, stdin=pipe, stdout=pipe, stderr=nothing, **_apart()
            )
        except OSError as error:
            raise HandLostError from error
        self._is_ready = False
        self._known: Callable[..., Any] | None = None

    def ask(self, function: Callable[[T], R], values: Sequence[T]) -> list[R]:
        """What a function makes of each value.

        Args:
            function: sent if it is another than at the last time, as it may hold much.
            values: sent.

        Raises:
            HandLostError: the process ended; of what, cannot be said.
        """
        assert self._process.stdin is not None  # noqa: S101  both are pipes
        assert self._process.stdout is not None  # noqa: S101  as above
        try:
            if not self._is_ready:
                self._is_ready = _receive(self._process.stdout) == _READY
            new = None if function is self._known else function
            self._known = function
            _send(self._process.stdin, (new, values))
            answer: list[R] = _receive(self._process.stdout)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise HandLostError from error
        return answer

    @property
    def was_ready(self) -> bool:
        """Whether it ever said that it could work."""
        return self._is_ready

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.wait()

    def let_go(self) -> None:
        """Close the pipes, once no thread is at them."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


class Crew:
    """Some processes, and as many threads of ours that ask them."""

    def __init__(self, size: int) -> None:
        """Start them; they load what they need while the first files are read.

        Args:
            size: how many.

        Raises:
            HandLostError: there can be no processes here.
        """
        self._ended = False
        self._hands: list[_Hand] = []
        self._idle: SimpleQueue[_Hand] = SimpleQueue()
        try:
            for _ in range(size):
                self._idle.put(self._new_hand())
        except HandLostError:
            self.close()
            raise
        self._threads = ThreadPoolExecutor(size, "crew")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def make(self, files: Sequence[Fetched]) -> Future[list[Result]]:
        """Have files analysed; the answer has one result for each, in their order.

        What is derived of them is left for later.
        """
        return self._threads.submit(self._made, files)

    def spread(self, function: Callable[[T], R], values: Sequence[T]) -> Future[list[R]]:
        """Have a function called with each value; where a process ends, that is done here."""
        return self._threads.submit(self._called, function, values)

    def close(self) -> None:
        """End the processes; what has not been answered never will be."""
        self._ended = True
        for hand in self._hands:
            hand.end()
        threads = getattr(self, "_threads", None)
        if threads is not None:
            threads.shutdown(wait=True, cancel_futures=True)
        for hand in self._hands:
            hand.let_go()

    def _new_hand(self) -> _Hand:
        hand = _Hand()
        self._hands.append(hand)
        return hand

    def _called(self, function: Callable[[T], R], values: Sequence[T]) -> list[R]:
        """Ask whoever is idle; runs in a thread."""
        hand = self._idle.get()
        try:
            return hand.ask(function, values)
        except HandLostError:
            if self._ended:
                raise
            hand.end()
            hand = self._new_hand()
        finally:
            self._idle.put(hand)
        return list(map(function, values))

    def _made(self, files: Sequence[Fetched]) -> list[Result]:
        """Ask whoever is idle; runs in a thread."""
        hand = self._idle.get()
        try:
            return hand.ask(attempt_analysis, files)
        except HandLostError:
            if self._ended:
                raise
            hand.end()
            if not hand.was_ready:
                return list(map(attempt_analysis, files))
            hand = self._new_hand()
        finally:
            self._idle.put(hand)
        return [self._made_alone(file) for file in files]

    def _made_alone(self, file: Fetched) -> Result:
        """Ask for one file of a group that ended a process: it may be the one, or not."""
        hand = self._idle.get()
        try:
            return hand.ask(attempt_analysis, (file,))[0]
        except HandLostError:
            if self._ended:
                raise
            hand.end()
            hand = self._new_hand()
            return Refusal(f"{file.name} could not be analysed: the process at work on it ended")
        finally:
            self._idle.put(hand)


def _apart() -> dict[str, Any]:
    """How to start a process that Ctrl+C at our terminal does not reach: it is meant for us."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"process_group": 0}


def serve() -> None:
    """Be a hand: make what is asked for until nobody asks any more."""
    import gc  # noqa: PLC0415  for this process alone

    from digest.text import codes  # noqa: PLC0415  as above

    # What some library prints must not get between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*_RARELY)
    codes.load()
    try:
        _send(answers, _READY)
        function: Callable[..., Any] = attempt_analysis
        while True:
            new, values = _receive(sys.stdin.buffer)
            function = new or function
            _send(answers, list(map(function, values)))
    except (EOFError, OSError):
        os._exit(0)


def _send(pipe: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)  # noqa: S301  from a process of ours, over a pipe nobody else has

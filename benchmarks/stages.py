"""Stages of a long work: what each took by the clock, and what the machine is worth.

A stage that is entered within another counts for itself alone, so the stages add up to the whole.
"""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

LOOP = 60_000
"""Turns of the reference loop: some ten milliseconds."""


def reference() -> float:
    """Milliseconds of processor time that a fixed piece of Python takes, at best of ten.

    The figures of two machines, or of one at two hours, are compared as multiples of it.
    """
    return min(_loop() for _ in range(10)) * 1000


def _loop() -> float:
    begun = time.process_time()
    total, kept = 0, {}
    for number in range(LOOP):
        kept[number & 255] = total
        total += len(str(number))
    return time.process_time() - begun


class Clock:
    """Seconds by stage, of one thread."""

    def __init__(self) -> None:
        """Nothing has been timed."""
        self.seconds: dict[str, float] = defaultdict(float)
        self._open: list[str] = []
        self._since = time.monotonic()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done inside to a stage, and to no other."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def calls(self, owner: object, name: str, stage: str) -> AbstractContextManager[None]:
        """Count the calls of a function to a stage, while the context is open.

        Args:
            owner: the module, class or object whose attribute the function is.
            name: of the attribute.
            stage: to which its calls count.
        """

        def around(function: Callable[..., Any]) -> Callable[..., Any]:
            def called(*values: Any, **named: Any) -> Any:
                with self.stage(stage):
                    return function(*values, **named)

            return called

        return _exchanged(owner, name, around)

    def steps(self, owner: object, name: str, stage: str) -> AbstractContextManager[None]:
        """The same for a function that gives its values one by one."""

        def around(function: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
            def called(*values: Any, **named: Any) -> Iterator[Any]:
                given = function(*values, **named)
                while True:
                    with self.stage(stage):
                        try:
                            each = next(given)
                        except StopIteration:
                            return
                    yield each

            return called

        return _exchanged(owner, name, around)

    def _turn(self) -> None:
        """Count the time since the last turn to the stage that is open."""
        now = time.monotonic()
        self.seconds[self._open[-1] if self._open else "the rest"] += now - self._since
        self._since = now


@contextmanager
def _exchanged(owner: object, name: str, around: Callable[[Any], Any]) -> Iterator[None]:
    """Put something around a function for a while."""
    own = name in vars(owner)
    before = getattr(owner, name)
    setattr(owner, name, around(before))
    try:
        yield
    finally:
        if own:
            setattr(owner, name, before)
        else:
            delattr(owner, name)

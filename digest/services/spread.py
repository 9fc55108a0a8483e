"""Spread: one function over many values, by processes where there are enough of them.

The answers come in the order of the values, whoever worked them out, and no more of them are ahead
of what is taken than the processes need.
"""

from __future__ import annotations

import logging
from collections import deque
from contextlib import nullcontext
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from contextlib import AbstractContextManager
    from typing import Self

    from digest.library import Store
    from digest.services.crew import Crew

WORTHWHILE = 256
"""Values from which processes are called: these take a second to start and load, and a value some
ten milliseconds."""

AHEAD = 2
"""Groups ahead for each process: one at work, one to be begun."""

T = TypeVar("T")
R = TypeVar("R")

_log = logging.getLogger(__name__)


class Hands:
    """Processes for some works after each other: called for the first that is worth it, then kept.

    To be entered; leaving ends them.
    """

    def __init__(self, most: int) -> None:
        """`most` are the processes that may be called; all is done in this one if 0."""
        self._most = most
        self._crew: Crew | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._crew is not None:
            self._crew.close()

    def call(self, expected: int) -> None:
        """Have them load what they need while something else is done here.

        Args:
            expected: how many values they will be given, about; few are not worth it.
        """
        if self._crew is None and self._most and expected >= WORTHWHILE:
            self._crew = _called(self._most)
            # Where there can be none, it is not tried again.
            self._most *= self._crew is not None

    def spread(
        self, function: Callable[[T], R], groups: Iterable[Sequence[T]], expected: int
    ) -> Iterator[list[R]]:
        """What a function makes of each value, group by group, in their order.

        Args:
            function: sent to each process once; what it raises here comes out.
            groups: values that are worked on together.
            expected: how many values there are, about.
        """
        self.call(expected)
        if self._crew is None or expected < WORTHWHILE:
            for group in groups:
                yield list(map(function, group))
            return
        left = iter(groups)
        ahead: deque[Future[list[R]]] = deque()
        while True:
            wanted = AHEAD * self._most - len(ahead)
            ahead.extend(self._crew.spread(function, group) for group in islice(left, wanted))
            if not ahead:
                return
            yield ahead.popleft().result()


def spread(
    function: Callable[[T], R], groups: Iterable[Sequence[T]], expected: int, hands: int
) -> Iterator[list[R]]:
    """The same for one work.

    Args:
        function: sent to each process once; what it raises here comes out.
        groups: values that are worked on together.
        expected: how many values there are, about.
        hands: processes that may be called; all is done in this one if 0.
    """
    with Hands(hands) as called:
        yield from called.spread(function, groups, expected)


def filling(library: Store, expected: int) -> AbstractContextManager[None]:
    """Have a library take in what comes of many values more easily; of few it is not worth while.

    Args:
        library: what is written to, in this thread.
        expected: how many articles may be changed.
    """
    return library.filling() if expected >= WORTHWHILE else nullcontext()


def _called(hands: int) -> Crew | None:
    """A crew; None if there can be none, and all is done here."""
    from digest.services.crew import Crew, HandLostError  # noqa: PLC0415  for large imports

    try:
        return Crew(hands)
    except HandLostError:
        _log.warning("no other process can be started; going on in this one")
        return None

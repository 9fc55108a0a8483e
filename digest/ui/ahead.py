"""Typing ahead: what is typed while a line or a screen is still opening waits for it, in order.

The toolkit sends a key to whatever has the focus when the key arrives. Typed quickly, `f` and the
first letters of a name would all go to the list, as commands; here each key is dealt with before
the next, and none is sent to a screen before that can take it.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

RETRY_SECONDS = 0.02
"""How often it is looked whether the screen is ready: about a frame."""

RETRIES = 50
"""After how many looks it is taken for granted: a second, when a screen takes a tenth of one."""


class Ahead:
    """What was typed and not yet dealt with."""

    def __init__(self, is_ready: Callable[[], bool]) -> None:
        """Hold nothing yet; `is_ready` says whether what is on the screen can take a key."""
        self._is_ready = is_ready
        self._held: deque[events.Event] = deque()
        self._looks = 0

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._held)

    def hold(self, event: events.Event) -> bool:
        """Keep what was typed if it has to wait; whether it has to."""
        waits = bool(self._held) or not self._is_ready()
        if waits:
            self._held.append(event)
        return waits

    def release(self) -> events.Event | None:
        """The next that can be dealt with now; None if nothing can yet."""
        if not self._held:
            return None
        self._looks += 1
        if not self._is_ready() and self._looks < RETRIES:
            return None
        self._looks = 0
        return self._held.popleft()

"""Attended: a library for unseen work, which ends when the app does.

Topics, stories and imports ask the library every few moments. Once the app is left, their next
question is refused, so that leaving never waits for work that nobody will see and that the next
start takes up again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from digest.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.library import Store


class LeftError(LibraryError):
    """The app has been left."""


class _Attended:
    """Asks before every question whether anybody is still there."""

    def __init__(self, library: Store, is_left: Callable[[], bool]) -> None:
        self._library = library
        self._is_left = is_left

    def __getattr__(self, name: str) -> Any:
        if self._is_left():
            raise LeftError("the app has been left")
        return getattr(self._library, name)


def attended(library: Store, is_left: Callable[[], bool]) -> Store:
    """The same library for as long as the app is there.

    Args:
        library: what is worked on.
        is_left: whether the app has been left; asked in any thread.
    """
    return cast("Store", _Attended(library, is_left))

"""The reader's own words on topics: a text file that is read whenever topics are found."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from digest.model import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from digest.topics import Own


class Said(NamedTuple):
    """What the file says."""

    own: Own
    stamp: str
    """Tells one content from another; empty where there is no file."""


def own_topics(path: Path | None = None) -> Said:
    """What the reader says of topics.

    Args:
        path: the file, which need not be there; that of this reader if None.

    Raises:
        SettingsError: it cannot be read, or a line of it is wrong; names the line.
    """
    from digest.locations import locations  # noqa: PLC0415 - asks the system, which takes its time
    from digest.topics import Own  # noqa: PLC0415 - a segmenter and its dictionary

    place = path or locations().topics
    try:
        raw = place.read_bytes()
    except FileNotFoundError:
        return Said(Own.EMPTY, "")
    except OSError as error:
        raise SettingsError(f"{place}: cannot be read ({error.strerror})") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{place}: not UTF-8; save the file as UTF-8") from error
    return Said(Own.parse(text, str(place)), hashlib.blake2b(raw, digest_size=8).hexdigest())

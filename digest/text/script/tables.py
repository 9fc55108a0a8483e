"""Tables: the package's data files, read once, as the shapes the other modules work with."""

from __future__ import annotations

import sys
from functools import cache
from importlib import resources
from typing import NamedTuple

from digest.model import View

PHRASES = ("phrases", "news")
"""Our phrases from Simplified to Traditional, and those for a region alone; made ready for OpenCC
by tools/compile_phrases.py."""


class Change(NamedTuple):
    """One entry of the overlay."""

    stage: str
    """Dictionary it belongs to: `hant` (Simplified to Traditional), `hans`, or a region's forms."""
    source: str
    target: str


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a data file, split at tabs; blank lines and `#` lines left out."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def candidates() -> dict[str, str]:
    """Simplified characters that stand for several Traditional ones, the usual one first."""
    return {row[0]: row[1] for row in rows("candidates.txt")}


@cache
def candidates_hans() -> dict[str, str]:
    """Traditional characters that stand for several Simplified ones, the usual one first."""
    return {row[0]: row[1] for row in rows("candidates-hans.txt")}


@cache
def telling(group: str) -> str:
    """The characters of one group of the detection table, such as `hans` or `hant-weak`."""
    return "".join(row[1] for row in rows("detection.txt") if row[0] == group)


@cache
def overlay(stage: str) -> dict[str, str]:
    """What we convert otherwise than OpenCC at one stage."""
    changes = (Change(*row[:3]) for row in rows("overlay.txt"))
    return {change.source: change.target for change in changes if change.stage == stage}


@cache
def crossings() -> dict[str, str]:
    """Common words kept from phrases of OpenCC's that run into them."""
    return {row[0]: row[1] for row in rows("crossings.txt")}


@cache
def phrases(name: str) -> dict[str, str]:
    """What one of `PHRASES` holds."""
    if name == "news":
        return overlay("hant-news")
    return crossings() | overlay("hant") | overlay("hant-open")


def compiled(name: str) -> str | None:
    """The path of one of `PHRASES` as a dictionary of OpenCC's own; None where it cannot be read.

    Where any phrase is spelt out in a configuration, OpenCC makes one table of them and of all its
    own anew for each converter: 80 to 110 ms, in which no other thread can run.
    """
    file = resources.files(__package__).joinpath("data", f"{name}.ocd2")
    return str(file) if sys.byteorder == "little" and file.is_file() else None


@cache
def wording(view: View) -> dict[str, str]:
    """Regional words of a view: as spelt before, in Traditional, then as shown.

    Among them are words that stay as they are and keep others from being found in them.
    """
    names = {
        View.HANS: "wording-hans.txt",
        View.HANT_TW: "wording-tw.txt",
        View.HANT_HK: "wording-hk.txt",
    }
    if view not in names:
        return {}
    added = ((row[1], row[2]) for row in rows("wording-added.txt") if row[0] == view)
    derived = ((row[0], row[1]) for row in rows(names[view]))
    guards = ((row[2], row[2]) for row in rows("wording-crossings.txt") if row[0] == view)
    return dict([*guards, *derived, *added])


@cache
def guarded(view: View) -> dict[str, str]:
    """Text in which a regional word of a view is not meant, as it stands in the text; to itself."""
    return {row[1]: row[1] for row in rows("wording-crossings.txt") if row[0] == view}

"""Dictionary: the reader's own conversions, as a value.

A line is `from<TAB>to<TAB>variant`. `from` is what stands in the text, in either script; `to` is
what the reader wants to see, which is shown exactly so; `variant` is the view it is for: `zh-Hans`,
`zh-Hant` (every Traditional view), `zh-Hant-TW`, `zh-Hant-HK`, or `*` or nothing for all of them.
Blank lines and lines that begin with `#` are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from digest.model import SettingsError, View

EVERYWHERE = frozenset((View.HANS, View.HANT, View.HANT_TW, View.HANT_HK))
"""The views that convert."""

VARIANTS = {
    "": EVERYWHERE,
    "*": EVERYWHERE,
    "zh-Hans": frozenset((View.HANS,)),
    "zh-Hant": frozenset((View.HANT, View.HANT_TW, View.HANT_HK)),
    "zh-Hant-TW": frozenset((View.HANT_TW,)),
    "zh-Hant-HK": frozenset((View.HANT_HK,)),
}
"""What may stand in the third column, and the views it means."""

LONGEST = 100
"""Code points that `from` and `to` may have: a phrase, not a text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the dictionary."""

    source: str
    target: str
    variant: str = ""
    """As written: a key of `VARIANTS`."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The reader's conversions, in the order of the file."""

    entries: tuple[Entry, ...] = ()

    EMPTY: ClassVar[Dictionary]

    @classmethod
    def parse(cls, text: str, name: str = "dictionary") -> Dictionary:
        """The dictionary that `text` spells; `name` is the file's, for the message.

        Raises:
            SettingsError: a line is wrong, or says again what an earlier one said; names the line.
        """
        found: dict[tuple[str, str], int] = {}
        entries = []
        for number, line in enumerate(text.splitlines(), start=1):
            if not line.strip() or line.lstrip("\ufeff").startswith("#"):
                continue
            entry = _entry(line.lstrip("\ufeff"), f"{name}, line {number}")
            earlier = found.setdefault((entry.source, entry.variant), number)
            if earlier != number:
                raise SettingsError(
                    f"{name}, line {number}: {entry.source} is already converted by line {earlier}"
                )
            entries.append(entry)
        return cls(tuple(entries))

    def for_view(self, view: View) -> dict[str, str]:
        """What applies in a view; where two lines do, the one that names fewer views."""
        fitting = (entry for entry in self.entries if view in VARIANTS[entry.variant])
        ordered = sorted(fitting, key=lambda entry: -len(VARIANTS[entry.variant]))
        return {entry.source: entry.target for entry in ordered}


Dictionary.EMPTY = Dictionary()


def _entry(line: str, place: str) -> Entry:
    """The entry a line spells; `place` begins the message when it spells none."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) not in {2, 3}:
        raise SettingsError(f"{place}: expected from, to and variant with tabs between them")
    source, target, variant = (*cells, "")[:3]
    if not source or not target:
        raise SettingsError(f"{place}: {'from' if not source else 'to'} is empty")
    if max(len(source), len(target)) > LONGEST:
        raise SettingsError(f"{place}: longer than {LONGEST} characters")
    if not (source + target).isprintable():
        raise SettingsError(f"{place}: holds a character that cannot be shown")
    if variant not in VARIANTS:
        known = ", ".join(key for key in VARIANTS if key)
        raise SettingsError(f"{place}: no variant is called {variant}; there are {known}")
    return Entry(source, target, variant)

"""Scripts a text is written in, and views it can be shown in, as BCP 47 tags."""

from __future__ import annotations

from enum import StrEnum


class Script(StrEnum):
    """The script a text is written in."""

    HANS = "zh-Hans"
    """Simplified."""

    HANT = "zh-Hant"
    """Traditional."""

    MIXED = "mixed"
    """Both, or Traditional made by a careless converter; repaired before it is shown."""

    UNDECIDED = "und"
    """Too little to tell: every character is the same in both scripts."""


class View(StrEnum):
    """How a text is shown: as written, or in a script with its regional character forms."""

    ORIGINAL = "original"
    HANS = "zh-Hans"
    HANT = "zh-Hant"
    """OpenCC's own standard of Traditional."""
    HANT_TW = "zh-Hant-TW"
    HANT_HK = "zh-Hant-HK"

"""Make digest/text/data/simplified.txt from OpenCC's own tables, one character at a time.

Run from the repository's root: `python tools/make_fold_table.py`.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import opencc

import digest.text

TABLE = Path(digest.text.__file__).parent / "data" / "simplified.txt"

HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x323B0))
"""Blocks that hold unified ideographs; compatibility forms are left to NFKD."""

CONFIGURATIONS = ("t2s", "hk2s")
"""Tried in turn until one changes the character: `hk2s` alone knows some Hong Kong forms (衞, 粧).
`tw2s` is left out, as it would rewrite the Simplified 著 and 么."""

HEAD = """\
# Simplified character, then every character that folds to it.
# Source: OpenCC {version}, per-character results of t2s and then hk2s
# (https://github.com/BYVoid/OpenCC), licence Apache-2.0.
# Made by tools/make_fold_table.py; do not edit.
"""


def pairs() -> dict[str, str]:
    """Every Han character that is written otherwise in Simplified, and how."""
    converters = [opencc.OpenCC(name) for name in CONFIGURATIONS]

    def once(character: str) -> str:
        results = (converter.convert(character) for converter in converters)
        return next((result for result in results if result != character), character)

    found: dict[str, str] = {}
    for code in (code for low, high in HAN for code in range(low, high)):
        character = chr(code)
        result = once(once(character))
        if result != character and len(result) == 1:
            found[character] = unicodedata.normalize("NFKC", result)
    return found


def table() -> str:
    """The file's text."""
    groups: dict[str, list[str]] = {}
    for character, result in pairs().items():
        groups.setdefault(result, []).append(character)
    lines = (f"{result} {''.join(sorted(groups[result]))}\n" for result in sorted(groups))
    return HEAD.format(version=opencc.__version__) + "".join(lines)


if __name__ == "__main__":
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(table(), encoding="utf-8")

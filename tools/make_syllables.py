"""Make digest/find/data/syllables.txt from the readings that the pinyin library knows.

Run from the repository's root: `python tools/make_syllables.py`.
"""

from __future__ import annotations

from pathlib import Path

import pypinyin
from pypinyin.constants import PINYIN_DICT

import digest.find
from digest.text.pinyin import readings

TABLE = Path(digest.find.__file__).parent / "data" / "syllables.txt"

COMMON = range(0x4E00, 0x9FA6)
"""The block of ideographs that Unicode 1.1 had, which holds all that is in daily use."""

HEAD = """\
# Toneless syllables, u with dots as v; + after those that are the first reading of a character in
# daily use, which letters that are typed may be cut into.
# Source: pypinyin {version} (https://github.com/mozillazg/python-pinyin), licence MIT.
# Made by tools/make_syllables.py; do not edit. The order numbers the classes of sound that a stored
# index holds: after a change, raise FORMAT in digest/find/stored.py.
"""


def table() -> str:
    """The file's text."""
    every = {reading for code in PINYIN_DICT for reading in readings(chr(code))}
    first = {reading for code in COMMON for reading in readings(chr(code))[:1]}
    cut = {reading for reading in first if len(reading) > 1 and reading.isascii()}
    lines = (f"{each}{'+' if each in cut else ''}\n" for each in sorted(every))
    return HEAD.format(version=pypinyin.__version__) + "".join(lines)


if __name__ == "__main__":
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(table(), encoding="utf-8")

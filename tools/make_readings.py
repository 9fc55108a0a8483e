"""Write what digest/text/pinyin.py reads from, out of the pinyin library; `--check` if stale.

Run from the repository's root: `python tools/make_readings.py`.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pypinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

import digest.text
from digest.text.fold import simplified
from digest.text.pinyin import toneless

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DATA = Path(digest.text.__file__).parent / "data"

SOURCE = f"""\
# Source: pypinyin {pypinyin.__version__} (https://github.com/mozillazg/python-pinyin), licence MIT,
# Copyright (c) 2016 mozillazg, 闲耘.
# Made by tools/make_readings.py; do not edit.
"""

CHARACTERS_HEAD = f"""\
# The readings of a character, commonest first, then every character that is read so.
{SOURCE}"""

PHRASES_HEAD = f"""\
# A character, then what follows it in phrases, longest first; after = how the phrase is read,
# toneless and u with dots as v, where one of its characters is not read in its commonest way.
# Phrases are Simplified.
{SOURCE}"""


def characters() -> str:
    """The text of the table of characters."""
    groups: dict[str, list[str]] = {}
    for code, known in PINYIN_DICT.items():
        groups.setdefault(known, []).append(chr(code))
    lines = (f"{known} {''.join(sorted(groups[known]))}" for known in sorted(groups))
    return _file(CHARACTERS_HEAD, lines)


def phrases() -> str:
    """The text of the table of phrases."""
    groups: dict[str, dict[str, str]] = {}
    for phrase, known in PHRASES_DICT.items():
        if _as_looked_up(phrase) == phrase:
            groups.setdefault(phrase[0], {})[phrase[1:]] = _told(phrase, known)
    lines = (f"{first} {' '.join(_in_order(groups[first]))}" for first in sorted(groups))
    return _file(PHRASES_HEAD, lines)


def _in_order(followers: Mapping[str, str]) -> Iterable[str]:
    for rest in sorted(followers, key=lambda rest: (-len(rest), rest)):
        yield rest + followers[rest]


def _told(phrase: str, known: Iterable[list[str]]) -> str:
    """How the phrase is read, if its characters do not say so themselves."""
    read = [toneless(of_one[0]) for of_one in known]
    alone = [toneless(PINYIN_DICT[ord(character)].split(",")[0]) for character in phrase]
    return "" if read == alone else f"={','.join(read)}"


def _as_looked_up(phrase: str) -> str:
    return simplified(unicodedata.normalize("NFKC", phrase))


def _file(head: str, lines: Iterable[str]) -> str:
    return head + "".join(f"{line}\n" for line in lines)


TABLES = {"readings.txt": characters, "phrases.txt": phrases}


def main(arguments: list[str]) -> int:
    """Write the tables, or with `--check` compare them; 1 if one is stale."""
    stale = 0
    for name, made in TABLES.items():
        table = DATA / name
        if "--check" not in arguments:
            table.write_text(made(), encoding="utf-8")
        elif not table.exists() or table.read_text(encoding="utf-8") != made():
            sys.stderr.write(f"{name} is stale: run tools/make_readings.py\n")
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

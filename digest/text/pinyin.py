"""Pinyin: how the characters of a text are read; the only importer of the pinyin library.

Readings of one character come from a table and cost a look-up. Readings of a text choose among
them by the phrases the library knows, which is exact enough for names and too slow for whole
articles. The library is loaded at first use (0.4 s, 35 MB).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from digest.text.fold import simplified

if TYPE_CHECKING:
    from collections.abc import Mapping

_TONES = frozenset("\u0300\u0301\u0304\u030c")
"""Combining grave, acute, macron and caron: the four tones, after NFD."""

_UMLAUT, _CIRCUMFLEX = "\u0308", "\u0302"
"""What tells ü from u, and ê from e, after NFD."""

_RUN = re.compile(r"[a-z0-9]+|[^a-z0-9]+")


@lru_cache(maxsize=8192)
def readings(character: str) -> tuple[str, ...]:
    """Every reading of one character without tones, commonest first; ü is written v.

    Empty for what is no Han character.
    """
    return tuple(dict.fromkeys(map(toneless, toned_readings(character))))


def toned_readings(character: str) -> tuple[str, ...]:
    """Every reading of one character with tone marks, commonest first; empty if it has none."""
    known = _table().get(ord(character), "") if len(character) == 1 else ""
    return tuple(known.split(",")) if known else ()


def toneless(syllable: str) -> str:
    """A syllable without its tone mark, ü as v: lǜ -> lv."""
    parts = unicodedata.normalize("NFD", syllable.lower()).replace("u" + _UMLAUT, "v")
    kept = (part for part in parts if part not in _TONES and part != _CIRCUMFLEX)
    # A tone mark may stand between u and its dots; NFD orders the dots first, so v is safe above.
    return "".join(kept).replace(_UMLAUT, "")


def syllables(text: str) -> tuple[str, ...]:
    """One reading for each Han character, chosen by the phrase it stands in.

    Runs of Latin letters and digits stand for themselves in lower case; the rest is passed over.
    """
    return tuple(part for run in _runs(text) for part in (_spoken(run) if _is_han(run) else [run]))


def initials(text: str) -> str:
    """First letters of the syllables; runs of Latin letters and digits whole."""
    return "".join(
        "".join(part[0] for part in _spoken(run)) if _is_han(run) else run for run in _runs(text)
    )


def _runs(text: str) -> list[str]:
    """The text, Simplified and in lower case, cut where Latin or digits meet something else."""
    return _RUN.findall(simplified(unicodedata.normalize("NFKC", text)).lower())


def _is_han(run: str) -> bool:
    return not run.isascii() or not run.isalnum()


@lru_cache(maxsize=4096)
def _spoken(run: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  0.4 s that starting need not pay

    spoken = lazy_pinyin(run, style=Style.NORMAL, errors="ignore", v_to_u=False)
    return tuple(filter(None, map(toneless, spoken)))


@cache
def _table() -> Mapping[int, str]:
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415  as above

    table: Mapping[int, str] = PINYIN_DICT
    return table

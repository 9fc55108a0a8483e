"""Words: what sentences are compared by, cheap enough for every sentence of every article.

Two neighbouring Chinese characters stand for a word, which finds what two sentences share without a
dictionary; pairs with a function character and pairs that every text has are left out.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from operator import add

_RUN = re.compile(
    "[^\\W\\d_a-zA-Zの的了在是和与及或也都就还而但不这那其各每该将把被对为以从到向于之所个们着过很更最等上下中有]{2,}"
)
"""Chinese characters without one that only joins others."""
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*")


@cache
def _common() -> frozenset[str]:
    source = resources.files("digest.briefing") / "common.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def words(plain: str) -> frozenset[str]:
    """The words of a text in Simplified characters: pairs of Chinese ones, and Latin words."""
    pairs = set[str]().union(*(map(add, run, run[1:]) for run in _RUN.findall(plain)))
    return frozenset((pairs - _common()).union(map(str.lower, _LATIN.findall(plain))))

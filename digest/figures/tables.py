"""The word lists of the engine, read once from the files beside it.

All forms are Simplified: the text they are held against is folded first, so one list serves both
scripts.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a data file, split at tabs, without its `#` head."""
    source = resources.files("digest.figures") / "data" / name
    lines = source.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """A file of one word a line, as a set."""
    return frozenset(row[0] for row in rows(name))


@cache
def longest(name: str) -> int:
    """The length of the longest word in a file of words."""
    return max(map(len, words(name)))


def alternatives(forms: list[str]) -> str:
    """A pattern for any of `forms`, the longest first, none of them read as a pattern."""
    escaped = (form.replace("$", r"\$") for form in sorted(forms, key=len, reverse=True))
    return "|".join(escaped)

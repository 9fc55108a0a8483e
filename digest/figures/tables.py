"""The word lists of the engine, read once from the files beside it.

All forms are Simplified: the text they are held against is folded first, so one list serves both
scripts.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a data file, split at tabs, without its `#` head."""
    source = resources.files("digest.figures") / "data" / name
    lines = source.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """A file of one word a line, as a set."""
    return frozenset(row[0] for row in rows(name))


def lengths_by_head(forms: Iterable[str], head: int = 1) -> dict[str, tuple[int, ...]]:
    """How long the forms are, the longest first, by the first `head` characters of theirs.

    Most places begin none, and the others few: what is looked up there is cut out a few times.
    """
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[:head], set()).add(len(form))
    return {key: tuple(sorted(sizes, reverse=True)) for key, sizes in lengths.items()}


def lengths_by_two(forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The same by the first two characters, and by the first alone for forms of one."""
    listed = frozenset(forms)
    lengths = lengths_by_head((form for form in listed if len(form) > 1), 2)
    single = {form for form in listed if len(form) == 1}
    joined = {head: (*sizes, 1) if head[0] in single else sizes for head, sizes in lengths.items()}
    return joined | dict.fromkeys(single, (1,))


def lengths_at(lengths: dict[str, tuple[int, ...]], line: str, position: int) -> tuple[int, ...]:
    """How long the forms of `lengths_by_two` are that may stand at a place, the longest first."""
    two = line[position : position + 2]
    return lengths.get(two) or lengths.get(two[:1], ())


def alternatives(forms: list[str]) -> str:
    """A pattern for any of `forms`, the longest first, none of them read as a pattern."""
    escaped = (form.replace("$", r"\$") for form in sorted(forms, key=len, reverse=True))
    return "|".join(escaped)

"""The small lexicon: names no dictionary knows, words that shape names, regional words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from digest.text.fold import key, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a known name."""

    kind: str
    """A value of TopicKind."""
    canonical: str
    """Key of the name that all its forms belong to."""
    written: str
    """As the lexicon has it."""
    folded: str
    """In Simplified characters, spaces and case as written."""


@cache
def names() -> dict[str, Name]:
    """Every form of every known name, by its key."""
    found: dict[str, Name] = {}
    for kind, *forms in _rows("names.txt"):
        canonical = key(forms[0])
        for form in forms:
            found[key(form)] = Name(kind, canonical, form, simplified(form))
    return found


@cache
def heads() -> dict[str, str]:
    """The kind that a last word gives to a name."""
    return {head: kind for kind, *words in _rows("heads.txt") for head in words}


@cache
def words(group: str) -> frozenset[str]:
    """The words of one group of words.txt; empty for an unknown one."""
    return frozenset(word for name, *rest in _rows("words.txt") if name == group for word in rest)


@cache
def equals() -> dict[str, str]:
    """Words that stand for another one inside longer names."""
    rows = (rest for name, *rest in _rows("words.txt") if name == "equal")
    return {key(word): key(first) for first, *others in rows for word in others}


@cache
def regional() -> dict[str, str]:
    """The mainland word for a word of Taiwan or Hong Kong; Simplified characters."""
    return {word: first for first, *others in _rows("regional.txt") for word in others}


def _rows(file: str) -> Iterator[list[str]]:
    source = resources.files("digest.topics") / "data" / file
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(" ")

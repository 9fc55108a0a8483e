"""Alignment: which characters of an entry were meant by what was typed, letters for Han included.

Each character of the entry is eaten by itself, by the letters of its syllable or the first of
them, or by a homophone; what is left over on either side costs. One pass over the entry keeps, for
each number of typed characters eaten, the best way to have eaten them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from digest.find.keys import is_letter, sound, sound_class
from digest.text.pinyin import readings

SYLLABLE, PREFIX, INITIAL, HOMOPHONE = 1.0, 0.9, 0.85, 0.85
"""Worth of one typed character that spells a whole syllable, the beginning of one, only its first
letter, or that is another character of the same sound; the character itself is worth 1."""

GAP, LATE = 0.35, 0.15
"""Cost of a hole in what is matched, and of beginning later than the entry does: 星大模 for
星火大模型 is a hole, 大模型 in 星火大模型 begins late."""

TYPO = 0.7
"""Cost of a typed character that matches nothing; below 1, so that three right ones outweigh it."""

COVERED, WHOLE, HEAD = 0.72, 0.2, 0.08
"""Shares of the query that was matched, of the entry that was, and of beginning where it does."""

MAX_ENTRY = 40
"""Characters of an entry looked at; the rest of a longer title matches by other ways."""


class Aligned(NamedTuple):
    """How well a query is found in an entry, and where."""

    score: float
    """At most 1."""
    matched: tuple[int, ...]
    """Places in the entry's plain key, ascending."""


class _State(NamedTuple):
    """The best way to have eaten some typed characters."""

    value: float
    last: int
    """Place of the entry's character eaten last; -1 for none."""
    path: tuple[int, ...]


def align(query: str, entry: str) -> Aligned:
    """Find a plain query in a plain entry."""
    states: dict[int, _State] = {0: _State(0.0, -1, ())}
    for at, character in enumerate(entry[:MAX_ENTRY]):
        grown: dict[int, _State] = {}
        for eaten, state in states.items():
            for typo in (0, 1):
                begin = eaten + typo
                for size, worth in _bites(query, begin, character):
                    cost = typo * TYPO + _hole(state, at)
                    value = state.value + worth - cost
                    kept = grown.get(begin + size) or states.get(begin + size)
                    if kept is None or value > kept.value:
                        grown[begin + size] = _State(value, at, (*state.path, at))
        states.update(grown)
    return max(
        (_scored(state, eaten, query, entry) for eaten, state in states.items()),
        key=lambda found: found.score,
    )


def marks(query: str, entry: str) -> tuple[int, ...]:
    """Places in the entry that the query found, in whatever order its parts were typed."""
    first = align(query, entry)
    if len(first.matched) >= len(query) or not query:
        return first.matched
    found = set(first.matched)
    left = [character for character in query if not is_letter(character)]
    for place in first.matched:
        if entry[place] in left:
            left.remove(entry[place])
    for place, character in enumerate(entry):
        if place not in found and character in left:
            found.add(place)
            left.remove(character)
    return tuple(sorted(found))


def _hole(state: _State, at: int) -> float:
    if state.last < 0:
        return LATE if at else 0.0
    return 0.0 if at == state.last + 1 else GAP


def _scored(state: _State, eaten: int, query: str, entry: str) -> Aligned:
    if not state.path:
        return Aligned(0.0, ())
    left = (len(query) - eaten) * TYPO
    covered = max(0.0, (state.value - left) / len(query))
    whole = len(state.path) / len(entry)
    head = 1.0 if state.path[0] == 0 else 0.0
    return Aligned(COVERED * covered + WHOLE * whole * covered + HEAD * head * covered, state.path)


def _bites(query: str, begin: int, character: str) -> list[tuple[int, float]]:
    """How many typed characters from `begin` on an entry's character can eat, and their worth."""
    if begin >= len(query):
        return []
    typed = query[begin]
    if typed == character:
        return [(1, 1.0)]
    if is_letter(character):
        return []
    if not is_letter(typed):
        return [(1, HOMOPHONE)] if _sounds(typed) & _sounds(character) else []
    found: dict[int, float] = {}
    for reading in _spellings(character):
        size = 0
        while size < len(reading) and query.startswith(reading[size], begin + size):
            size += 1
            share = SYLLABLE if size == len(reading) else INITIAL if size == 1 else PREFIX
            found[size] = max(found.get(size, 0.0), share * size)
    return list(found.items())


@lru_cache(maxsize=16384)
def _sounds(character: str) -> frozenset[str]:
    return frozenset(sound(reading) for reading in readings(character))


@lru_cache(maxsize=16384)
def _spellings(character: str) -> tuple[str, ...]:
    """The syllables of a character as written and as a careless typist writes them."""
    exact = readings(character)
    return tuple(dict.fromkeys((*exact, *map(sound_class, exact))))

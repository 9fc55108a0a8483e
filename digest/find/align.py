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


class Aligner:
    """Aligns one plain query with many entries.

    What each character of an entry could eat is worked out once, and is nothing for most.
    """

    __slots__ = ("_bites", "_letters", "_sounds", "query")

    def __init__(self, query: str) -> None:
        self.query = query
        self._letters = {character for character in query if is_letter(character)}
        self._sounds = {each for typed in query for each in _sounds(typed)}
        self._bites: dict[str, list[tuple[int, int, float]]] = {}

    def align(self, entry: str) -> Aligned:
        """Find the query in a plain entry."""
        states: dict[int, _State] = {0: _State(0.0, -1, ())}
        for at, character in enumerate(entry[:MAX_ENTRY]):
            bites = self._bites.get(character)
            if bites is None:
                bites = _bites(self.query, character) if self._meets(character) else []
                self._bites[character] = bites
            if bites:
                states.update(_grown(states, at, bites))
        return max(
            (_scored(state, eaten, self.query, entry) for eaten, state in states.items()),
            key=lambda found: found.score,
        )

    def _meets(self, character: str) -> bool:
        """Whether the query has anything that the character could eat."""
        if is_letter(character) or character in self.query:
            return character in self.query
        begins = any(spelling[0] in self._letters for spelling in _spellings(character))
        return begins or not self._sounds.isdisjoint(_sounds(character))

    def marks(self, entry: str) -> tuple[int, ...]:
        """Places in the entry that the query found, in whatever order its parts were typed."""
        first = self.align(entry)
        if len(first.matched) >= len(self.query) or not self.query:
            return first.matched
        found = set(first.matched)
        left = [character for character in self.query if not is_letter(character)]
        for place in first.matched:
            if entry[place] in left:
                left.remove(entry[place])
        for place, character in enumerate(entry):
            if place not in found and character in left:
                found.add(place)
                left.remove(character)
        return tuple(sorted(found))


def _grown(
    states: dict[int, _State], at: int, bites: list[tuple[int, int, float]]
) -> dict[int, _State]:
    """The ways that eat one more character of the entry."""
    grown: dict[int, _State] = {}
    for begin, size, worth in bites:
        for typo in (0, 1):
            state = states.get(begin - typo)
            if state is None:
                continue
            value = state.value + worth - typo * TYPO - _hole(state, at)
            kept = grown.get(begin + size) or states.get(begin + size)
            if kept is None or value > kept.value:
                grown[begin + size] = _State(value, at, (*state.path, at))
    return grown


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


def _bites(query: str, character: str) -> list[tuple[int, int, float]]:
    """Where typed characters could eat an entry's character, how many, and what that is worth."""
    return [
        (begin, size, worth)
        for begin in range(len(query))
        for size, worth in _bites_at(query, begin, character)
    ]


def _bites_at(query: str, begin: int, character: str) -> list[tuple[int, float]]:
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

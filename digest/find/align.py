"""Alignment: which characters of an entry were meant by what was typed, letters for Han included.

Each character of the entry is eaten by itself, by the letters of its syllable or the first of
them, or by a homophone; what is left over on either side costs. One pass over the entry keeps, for
each number of typed characters eaten, the best way to have eaten them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, TypeAlias

from digest.find.keys import is_letter, sound
from digest.find.syllables import sound_class
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


_State: TypeAlias = "tuple[float, int, tuple[int, ...]]"
"""The best way to have eaten some typed characters: what it is worth, the place of the entry's
character eaten last (-1 for none), and all places. A bare tuple, as thousands are made a key."""


class Aligner:
    """Aligns one plain query with many entries.

    What each character of an entry could eat is worked out once, and is nothing for most. So is how
    an entry is aligned: those that are shown are asked for again.
    """

    __slots__ = ("_aligned", "_at", "_bites", "_heard", "query")

    def __init__(self, query: str) -> None:
        self.query = query
        self._aligned: dict[str, Aligned] = {}
        self._bites: dict[str, list[tuple[int, int, float]]] = {}
        self._at: dict[str, list[int]] = {}
        self._heard: dict[str, list[int]] = {}
        for place, typed in enumerate(query):
            self._at.setdefault(typed, []).append(place)
            for heard in _sounds(typed):
                self._heard.setdefault(heard, []).append(place)

    def align(self, entry: str) -> Aligned:
        """Find the query in a plain entry."""
        found = self._aligned.get(entry)
        if found is None:
            found = self._aligned[entry] = self._align(entry)
        return found

    def _align(self, entry: str) -> Aligned:
        states: dict[int, _State] = {0: (0.0, -1, ())}
        known = self._bites
        for at, character in enumerate(entry[:MAX_ENTRY]):
            bites = known.get(character)
            if bites is None:
                bites = known[character] = self._bites_of(character)
            if bites:
                _grow(states, at, bites)
        return _best(states, len(self.query), len(entry))

    def _bites_of(self, character: str) -> list[tuple[int, int, float]]:
        """Where typed characters could eat an entry's character, how many, and their worth."""
        if is_letter(character):
            return [(begin, 1, 1.0) for begin in self._at.get(character, ())]
        found: dict[tuple[int, int], float] = {}
        at, heard = self._at, self._heard
        if heard:
            for each in _sounds(character):
                for begin in heard.get(each, ()):
                    found[begin, 1] = HOMOPHONE
        for reading in _spellings(character):
            for begin in at.get(reading[0], ()):
                self._spell(reading, begin, found)
        for begin in at.get(character, ()):
            found[begin, 1] = 1.0
        return [(*place, worth) for place, worth in found.items()]

    def _spell(self, reading: str, begin: int, found: dict[tuple[int, int], float]) -> None:
        """Add what the letters from a place on are worth as a syllable or its beginning."""
        size, whole = 1, len(reading)
        found.setdefault((begin, 1), SYLLABLE if whole == 1 else INITIAL)
        while size < whole and self.query.startswith(reading[size], begin + size):
            size += 1
            worth = size * (SYLLABLE if size == whole else PREFIX)
            if worth > found.get((begin, size), 0.0):
                found[begin, size] = worth

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


def _grow(states: dict[int, _State], at: int, bites: list[tuple[int, int, float]]) -> None:
    """Add the ways that eat one more character of the entry, where they are better."""
    grown: dict[int, _State] = {}
    for begin, size, worth in bites:
        for before, cost in ((begin, 0.0), (begin - 1, TYPO)):
            state = states.get(before)
            if state is None:
                continue
            value, last, path = state
            hole = GAP if at != last + 1 else 0.0
            value += worth - cost - (hole if last >= 0 else LATE if at else 0.0)
            kept = grown.get(begin + size) or states.get(begin + size)
            if kept is None or value > kept[0]:
                grown[begin + size] = (value, at, (*path, at))
    states.update(grown)


def _best(states: dict[int, _State], typed: int, size: int) -> Aligned:
    """The best way of all, given how much was typed and how long the entry is."""
    best: float = 0.0
    places: tuple[int, ...] = ()
    for eaten, (value, _, path) in states.items():
        if path:
            covered = max(0.0, (value - (typed - eaten) * TYPO) / typed)
            head = HEAD if path[0] == 0 else 0.0
            score = covered * (COVERED + WHOLE * len(path) / size + head)
            if score > best:
                best, places = score, path
    return Aligned(best, places)


@lru_cache(maxsize=16384)
def _sounds(character: str) -> frozenset[str]:
    return frozenset(sound(reading) for reading in readings(character))


@lru_cache(maxsize=16384)
def _spellings(character: str) -> tuple[str, ...]:
    """The syllables of a character as written and as a careless typist writes them."""
    exact = readings(character)
    return tuple(dict.fromkeys((*exact, *map(sound_class, exact))))

"""Query: what was typed, as the two stages need it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.find.keys import Keys, is_letter, keys, plain_key, sound
from digest.find.postings import pair_token, start_token
from digest.find.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_QUERY = 64
"""Characters of a query looked at; whoever pastes more searches the full text."""

CHARACTER, SOUND, PAIR, START, LETTER = 1.0, 0.8, 1.0, 0.3, 0.1
"""Weights of the tokens of stage one: a character itself, its sound, two neighbouring initials, a
common beginning, and a lone letter, which nearly every entry has."""

_RUN = re.compile(r"[a-z]+|[^a-z]")


@dataclass(frozen=True, slots=True)
class Query:
    """A query read in every way."""

    keys: Keys
    words: tuple[str, ...]
    """Plain keys of the parts between spaces."""
    has_han: bool
    has_letters: bool
    readings: tuple[tuple[tuple[int, float], ...], ...]
    """Tokens of stage one, with weights: of the query as it stands, and of its letters as pinyin.
    Each is searched by itself, as the pairs of letters of a syllable would drown the syllable."""

    @classmethod
    def read(cls, text: str) -> Query:
        """Read what was typed."""
        typed = text[:MAX_QUERY]
        found = keys(typed)
        words = tuple(filter(None, map(plain_key, typed.split())))
        has_han = any(not is_letter(character) for character in found.plain)
        has_letters = any(character.isalpha() for character in found.plain if is_letter(character))
        readings = [_weighed(_as_typed(found))]
        if has_letters:
            readings.append(_weighed(_as_pinyin(found)))
        return cls(found, words, has_han, has_letters, tuple(dict.fromkeys(readings)))


def _weighed(tokens: Iterable[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    """Each token once, with the largest of its weights."""
    weights: dict[int, float] = {}
    for token, weight in tokens:
        weights[token] = max(weight, weights.get(token, 0.0))
    return tuple(weights.items())


def _as_typed(query: Keys) -> Iterator[tuple[int, float]]:
    for character, sounded in zip(query.plain, query.sounds, strict=True):
        if is_letter(character):
            yield ord(character), LETTER
            if sounded != character:
                yield ord(sounded), SOUND
        else:
            yield ord(character), CHARACTER
            yield ord(sounded), SOUND
    yield from _pairs(query.initials)


def _as_pinyin(query: Keys) -> Iterator[tuple[int, float]]:
    pieces = [piece for run in _RUN.findall(query.plain) for piece in spelled(run)]
    for piece in pieces:
        if len(piece) > 1:
            yield ord(sound(piece)), CHARACTER
        elif not is_letter(piece):
            yield ord(piece), CHARACTER
            yield ord(keys(piece).sounds), SOUND
    yield from _pairs("".join(keys(piece).initials[:1] or piece[0] for piece in pieces))


def _pairs(initials: str) -> Iterator[tuple[int, float]]:
    for first, second in pairwise(initials):
        yield pair_token(first, second), PAIR
    if initials:
        yield start_token(initials[0]), START

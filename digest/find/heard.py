"""Heard: passages found by pinyin, where nothing stands in a text as it was typed.

Topics and titles are found by letters through their own keys. What is no topic is still typed so,
as Chinese is: kengutou is 啃骨头, wherever it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.find.keys import heard_as, is_letter, sound
from digest.find.spelling import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 2
"""Syllables that are looked for: one stands in every text."""

_RUN = re.compile(r"[a-z]+|[^a-z]")


def sounds_typed(word: str) -> str:
    """What a folded word of syllables, or of them and characters, sounds like; empty for another.

    Lone initials are not looked for: four of them stand in a long text by chance.
    """
    pieces = [piece for run in _RUN.findall(word) for piece in spelled(run)]
    letters = [piece for piece in pieces if is_letter(piece[0])]
    if len(pieces) < LEAST or not letters or any(len(piece) < LEAST for piece in letters):
        return ""
    return "".join(sound(each) if is_letter(each[0]) else heard_as(each) for each in pieces)


def heard_at(sounds: str, typed: str) -> Iterator[int]:
    """Where in what a text sounds like something stands."""
    return (match.start() for match in re.finditer(re.escape(typed), sounds))

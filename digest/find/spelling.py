"""Spelling: how letters that were typed may be read as pinyin.

Whoever types `kedaxf` means 科 (ke), 大 (da) and two initials. The letters are cut into syllables,
whole ones as long as possible and the fewest pieces, with initials for what is left over.
"""

from __future__ import annotations

from functools import lru_cache

from digest.find.syllables import common_syllables

MAX_SYLLABLE = 6
"""Letters of zhuang, the longest syllable."""

PIECE, LEFTOVER = 1.0, 1.6
"""Costs of a syllable and of a lone initial: two initials cost more than one syllable of two
letters, so `xi` is 西; and `kdxf`, which holds no syllable, is four initials."""


@lru_cache(maxsize=4096)
def spelled(letters: str) -> tuple[str, ...]:
    """The letters as syllables and lone initials, the likeliest way; itself where there is none."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(letters) + 1):
        options = []
        for start in range(max(0, end - MAX_SYLLABLE), end):
            piece = letters[start:end]
            cost = PIECE if piece in common_syllables() else LEFTOVER if len(piece) == 1 else None
            if cost is not None:
                before, pieces = best[start]
                options.append((before + cost, (*pieces, piece)))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][1]

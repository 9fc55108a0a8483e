"""Summary: the few sentences of an article that tell what it tells, verbatim.

Units are chosen one after another. Each is worth what speaks for it by itself, how much it has of
the words that the text turns around, and what it covers of the words that the text comes back to
and no unit before it covered. All comparing is done in Simplified characters, so an article comes
to the same in either script.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from digest.briefing.summary_units import Unit, units
from digest.briefing.summary_words import words
from digest.briefing.summary_worth import EASY, NEVER, Scene, worth
from digest.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.model import Article, Figure

SHORTEST, USUAL, LONGEST = 3, 4, 5
"""Sentences of a summary."""

VERSION = 2
"""Grows with every change that shows in a summary; what is kept is then made anew."""

Picks: TypeAlias = tuple[tuple[Span, ...], ...]
"""Units best first: each a span, or a question and its answer."""

ALIKE = 0.6
"""Share of a unit's words that one before it has, from which it says the same again."""
TITLE_WORD = 0.7
"""What a word is worth more that the title has."""
LONG = 30
"""Units from which a text is long: there a word has to come thrice to matter, in a short one
twice."""
MASS = 60
"""Words, the weightiest, against which coverage is measured: two to three sentences' worth."""
CORE = 12
"""Words that the text turns around."""
COVERAGE, CENTRAL = 4.0, 1.2
"""What it is worth in a text of `FULL` units to cover them all, and to have the whole core; in a
shorter one less, since there words come back by chance."""
FULL = 40
SHORT, LENGTHEN = 0.4, 0.5
"""A longer unit covers more: its coverage is divided by its length in easy units, to this power,
and from this length on."""
BESIDE = 0.25
"""What it costs to quote the same paragraph again: a text is told by all its parts."""
SECTION = 0.15
"""What it costs to quote the same section again, between two headings."""
SECTIONS = 2
"""Headings from which a text has sections."""
PAIRED = 2
"""Questions from which an article is an interview; one is then told with its answer."""
LEAST_GAIN = 0.0
"""What a further sentence has to add once there are `SHORTEST`."""


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    unit: Unit
    said: frozenset[str]
    """Its words."""
    heavy: frozenset[str]
    """Those that weigh anything."""
    worth: float
    """What it is worth apart from what it covers."""
    ease: float
    """What its coverage is divided by."""


def summarise(article: Article, figures: Sequence[Figure] = ()) -> Picks:
    """The units of an article that sum it up, best first, as many as the longest summary takes.

    Args:
        article: what is summed up.
        figures: its figures, by place; key figures speak for the sentence they stand in.
    """
    scene = Scene.of(article, figures)
    found = [(unit, words(unit.plain)) for unit in units(article)]
    weights = _weights([said for _, said in found], scene.title)
    heaviest = sorted(weights, key=lambda word: (-weights[word], word))
    fullness = min(1.0, len(found) / FULL)
    core = frozenset(heaviest[:CORE])
    central = CENTRAL * fullness / (math.fsum(map(weights.__getitem__, core)) or 1.0)
    able: list[_Candidate] = []
    for unit, said in found:
        alone = worth(scene, unit, said)
        if alone > NEVER:
            alone += central * math.fsum(map(weights.__getitem__, said & core))
            ease = max(SHORT, len(unit.plain) / EASY) ** LENGTHEN
            able.append(_Candidate(unit, said, said & weights.keys(), alone, ease))
    mass = math.fsum(map(weights.__getitem__, heaviest[:MASS])) or 1.0
    scale = COVERAGE * fullness / mass
    scaled = {word: weight * scale for word, weight in weights.items()}
    return _chosen(able, scaled, _sections(article))


def _sections(article: Article) -> tuple[int, ...]:
    """For each paragraph how many headings stand before it; nothing if there are none."""
    headings = [paragraph.role is Role.HEADING for paragraph in article.paragraphs]
    return tuple(accumulate(headings)) if sum(headings) >= SECTIONS else ()


def cut(picks: Picks, length: int = USUAL) -> tuple[Span, ...]:
    """The spans of a summary of at most so many sentences, by place."""
    kept: list[Span] = []
    for pick in picks:
        fresh = [span for span in pick if span not in kept]
        if len(kept) + len(fresh) <= length:
            kept += fresh
    return tuple(sorted(kept))


def encode(picks: Picks) -> bytes:
    """What is kept of a summary."""
    plain = [[[span.start, span.end] for span in pick] for pick in picks]
    return json.dumps(plain, separators=(",", ":")).encode()


def decode(data: bytes) -> Picks:
    """What `encode` kept."""
    return tuple(tuple(Span(*span) for span in pick) for pick in json.loads(data))


def _weights(said: Sequence[frozenset[str]], title: Iterable[str]) -> dict[str, float]:
    """What each word weighs that the text comes back to or the title has."""
    counts = Counter(word for one in said for word in one)
    least = 2 if len(said) < LONG else 3
    weights = {word: math.log(count) + 0.1 for word, count in counts.items() if count >= least}
    for word in title:
        weights[word] = weights.get(word, 0.0) + TITLE_WORD
    return weights


def _chosen(
    able: Sequence[_Candidate], weights: Mapping[str, float], sections: Sequence[int]
) -> Picks:
    """Candidates one after another, the best of those left each time."""
    left, chosen, covered = list(able), list[Unit](), set[str]()
    asked = {one.unit.question for one in able if one.unit.question}
    size = 0

    def gain(one: _Candidate) -> float:
        # Exact whatever the order of a set, which differs from one process to the next.
        fresh = math.fsum(map(weights.__getitem__, one.heavy - covered))
        at = one.unit.paragraph
        beside = BESIDE * sum(unit.paragraph == at for unit in chosen)
        if sections:
            beside += SECTION * sum(sections[unit.paragraph] == sections[at] for unit in chosen)
        return one.worth + fresh / one.ease - beside

    while left and size < LONGEST:
        pairs = [one for one in left if one.unit.question and not one.unit.number]
        is_due = size == USUAL - 2 and len(asked) >= PAIRED
        is_due = is_due and not any(unit.question for unit in chosen)
        best = max((is_due and pairs) or left, key=gain)
        left.remove(best)
        if size >= SHORTEST and gain(best) < LEAST_GAIN:
            break
        if size + len(best.unit.spans) > LONGEST:
            continue
        chosen.append(best.unit)
        covered |= best.heavy
        size += len(best.unit.spans)
        left = [one for one in left if not _alike(one.said, best.said)]
    return tuple(unit.spans for unit in chosen)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two units say the same for the greater part."""
    return len(one & other) >= ALIKE * max(1, min(len(one), len(other)))

"""Passages: the places inside article texts where a query stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from digest.model import Span
from digest.text.fold import fold, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import Article
    from digest.text.aligned import AlignedText

MAX_PASSAGE = 60
"""Code points of a passage: a line of an 80-column terminal holds some 36, two hold it all."""

MAX_PER_ARTICLE = 3
"""Passages of one article, so that one text does not fill the list."""

PHRASE, ALL_WORDS, TYPO = 1.0, 0.95, 0.7
"""Scores of a passage with the query as it stands, with all its words, with it but for a slip."""

MIN_TYPO = 4
"""Characters of a query of which one may be wrong: of three, two say too little."""

MIN_LIKENESS = 70.0
"""Ratio of a place to the query from which it is the query with a slip: one of four wrong is 75."""

_SENTENCE_END = re.compile(r"[。!?！？;；\n]")


class Passage(NamedTuple):
    """A piece of an article in which the query stands."""

    article: str
    place: Span
    """In the clean text."""
    text: str
    matched: tuple[Span, ...]
    """In `text`."""
    score: float
    """0 to 1."""


class Passages(Protocol):
    """Whatever can look through the texts of a library."""

    def search(self, query: str, limit: int) -> list[Passage]:
        """The best passages first; safe to call from a worker thread."""


@dataclass(frozen=True, slots=True)
class _Text:
    article: str
    text: str
    folded: AlignedText


class MemoryPassages:
    """Looks through texts held in memory; meant for some hundreds of articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._texts = [
            _Text(article.id, article.text, fold(article.text))
            for article in articles
            if article.text
        ]

    def search(self, query: str, limit: int) -> list[Passage]:
        """See `Passages.search`."""
        words = tuple(dict.fromkeys(filter(None, map(key, query.split()))))
        if not words or all(len(word) < 2 and word.isascii() for word in words):
            return []
        found = self._exact((key(query),), PHRASE, limit)
        if len(words) > 1:
            found += self._exact(words, ALL_WORDS, limit - len(found))
        if not found and len(words) == 1:
            found = self._nearly(words[0], limit)
        return found

    def _exact(self, words: tuple[str, ...], score: float, limit: int) -> list[Passage]:
        found: list[Passage] = []
        for text in self._texts:
            if len(found) >= limit:
                break
            if all(word in text.folded.text for word in words):
                places = _windows(text.folded.text, words)
                found += [_cut(text, spans, score) for spans in places]
        return found[: max(0, limit)]

    def _nearly(self, word: str, limit: int) -> list[Passage]:
        """One slip leaves one half of the word whole; there the word is compared."""
        if len(word) < MIN_TYPO or word.isascii():
            return []
        found: list[Passage] = []
        for text in self._texts:
            places = sorted(_slips(text.folded.text, word), key=lambda place: -place[0])
            for likeness, span in places[:1]:
                found.append(_cut(text, [span], TYPO * likeness / 100))
        return sorted(found, key=lambda passage: -passage.score)[:limit]


def _windows(folded: str, words: Sequence[str]) -> list[list[Span]]:
    """The densest places that have the words, as spans of the folded text, best first.

    Where no window holds all words, the one with the rarest is shown.
    """
    places = sorted(
        (match.start(), match.end(), number)
        for number, word in enumerate(words)
        for match in re.finditer(re.escape(word), folded)
    )
    rarity = [1 / max(1, folded.count(word)) for word in words]
    windows: list[tuple[float, int, list[Span]]] = []
    for first, (start, _, _) in enumerate(places):
        inside = [place for place in places[first:] if place[1] - start <= MAX_PASSAGE]
        if inside:
            worth = sum(rarity[number] for number in {number for _, _, number in inside})
            spans = [Span(begin, end) for begin, end, _ in inside]
            windows.append((worth, len(inside), spans))
    windows.sort(key=lambda window: (-window[0], -window[1]))
    best: list[list[Span]] = []
    for worth, _, spans in windows:
        apart = all(abs(spans[0].start - other[0].start) > MAX_PASSAGE for other in best)
        if apart and worth >= windows[0][0] and len(best) < MAX_PER_ARTICLE:
            best.append(spans)
    return best


def _slips(folded: str, word: str) -> Iterator[tuple[float, Span]]:
    """Likeness and place of what is nearly `word`."""
    from rapidfuzz import fuzz  # noqa: PLC0415  starting the program need not pay for it

    half = len(word) // 2
    for part, before in ((word[:half], 0), (word[half:], half)):
        for match in re.finditer(re.escape(part), folded):
            start = max(0, match.start() - before)
            end = min(len(folded), start + len(word))
            likeness = fuzz.ratio(word, folded[start:end])
            if likeness >= MIN_LIKENESS and end > start:
                yield likeness, Span(start, end)


def _cut(text: _Text, spans: Sequence[Span], score: float) -> Passage:
    """The passage of the clean text around some spans of the folded one."""
    places = [text.folded.alignment.to_source(span) for span in spans]
    start, end = places[0].start, max(place.end for place in places)
    place = _sentence(text.text, start, end)
    kept = [found for found in places if place.contains(found)]
    matched = tuple(found.moved(-place.start) for found in kept)
    return Passage(text.article, place, place.of(text.text), matched, score)


def _sentence(text: str, start: int, end: int) -> Span:
    """The sentence around a place, or as much of it as a passage holds."""
    ends = [
        match.end() for match in _SENTENCE_END.finditer(text, max(0, start - MAX_PASSAGE), start)
    ]
    left = max([*ends, max(0, start - MAX_PASSAGE)])
    after = _SENTENCE_END.search(text, end)
    right = min(after.end() if after else len(text), end + MAX_PASSAGE)
    spare = max(0, MAX_PASSAGE - (end - start))
    if right - left > MAX_PASSAGE:
        left = max(left, start - spare // 2)
        right = min(right, left + max(MAX_PASSAGE, end - start))
    while right > end and text[right - 1].isspace():
        right -= 1
    while left < start and text[left].isspace():
        left += 1
    return Span(left, max(right, end))

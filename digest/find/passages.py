"""Passages: the places inside article texts where a query stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, Protocol

from digest.find.keys import heard_as, keys
from digest.model import Span
from digest.text.fold import fold, key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from digest.find.within import Within
    from digest.model import Article

MAX_PASSAGE = 60
"""Code points of a passage: a line of an 80-column terminal holds some 36, two hold it all."""

SPELT = 0.9
"""Score of a passage that sounds as what was typed in pinyin: below a name that does, above one
that is like it."""

MAX_PER_ARTICLE = 3
"""Passages of one article, so that one text does not fill the list."""

PHRASE, ALL_WORDS, TYPO = 1.0, 0.95, 0.98
"""Scores of a passage with the query as it stands, with all its words, with it but for a slip: with
one of four characters wrong above a name of which half the characters are others, below one that
has the same slip."""

MIN_TYPO, MIN_HEARD = 4, 3
"""Characters of a query of which one may be wrong: of three, two say too little, unless the third
sounds alike."""

HEARD = 90.0
"""Likeness of what sounds as the query does throughout: 武陵连 for 武陵联."""

MIN_LIKENESS = 70.0
"""Ratio of a place to the query from which it is the query with a slip: one of four wrong is 75."""

_SENTENCE_END = re.compile(r"[。!?！？;；\n]")

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)")
_LONG = re.compile(r"(?<![\d.,])[1-9]\d{3,14}(?!\d)")
"""Numbers with commas between their thousands, and such as might have them."""


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
        ...

    def narrowed(self, within: Within, articles: Collection[str] | None) -> Passages:
        """Those of what is wanted.

        Args:
            within: what the search was narrowed to.
            articles: the ids that comes to; None for all.
        """
        ...


class Searched(NamedTuple):
    """A text in which passages are looked for."""

    article: str
    text: str
    folded: str
    """Its search key; paragraphs are parted by line feeds in both."""

    @classmethod
    def of(cls, article: Article) -> Searched:
        """Fold the text of an article."""
        return cls(article.id, article.text, key(article.text))

    def in_clean(self, spans: Sequence[Span]) -> list[Span]:
        """Where spans of one paragraph of the folded text stand in the clean one.

        Only that paragraph is aligned, which costs a tenth of aligning the text.
        """
        number = bisect_right(_breaks(self.folded), spans[0].start)
        folded_start = [0, *_breaks(self.folded)][number]
        start, end = [0, *_breaks(self.text), len(self.text) + 1][number : number + 2]
        aligned = fold(self.text[start : end - 1])
        return [
            aligned.alignment.to_source(span.moved(-folded_start)).moved(start) for span in spans
        ]


class MemoryPassages:
    """Looks through texts held in memory; meant for some hundreds of articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._texts = [Searched.of(article) for article in articles if article.text]
        self._sounds: dict[int, str] = {}
        """What texts sound like, by their place, once that was asked."""

    def search(self, query: str, limit: int) -> list[Passage]:
        """See `Passages.search`."""
        words = words_of(query)
        if not words:
            return []
        found = self._exact((key(query),), PHRASE, limit)
        other = regrouped(query)
        if not found and other:
            found = self._exact((key(other),), PHRASE, limit)
            words = words if found else words_of(other)
        if len(words) > 1:
            found += self._exact(words, ALL_WORDS, limit - len(found))
        if not found and len(words) == 1:
            found = nearly(self._texts, words[0], limit) or self._heard(words[0], limit)
        return found

    def narrowed(self, within: Within, articles: Collection[str] | None) -> MemoryPassages:
        """See `Passages.narrowed`."""
        some = MemoryPassages(())
        if within.sources != ():
            some._texts = [
                text for text in self._texts if articles is None or text.article in articles
            ]
        return some

    def _heard(self, word: str, limit: int) -> list[Passage]:
        """The first place of each text that sounds as what was typed."""
        from digest.find.heard import heard_at, sounds_typed  # noqa: PLC0415  few queries need it

        typed = sounds_typed(word)
        found: list[Passage] = []
        for number, text in enumerate(self._texts if typed else ()):
            if number not in self._sounds:
                self._sounds[number] = heard_as(text.folded)
            at = next(heard_at(self._sounds[number], typed), -1)
            if at >= 0 and len(found) < limit:
                found.append(_cut(text, [Span(at, at + len(typed))], SPELT))
        return found

    def _exact(self, words: tuple[str, ...], score: float, limit: int) -> list[Passage]:
        found: list[Passage] = []
        for text in self._texts:
            if len(found) >= limit:
                break
            if all(word in text.folded for word in words):
                found += densest(text, words, score)
        return found[: max(0, limit)]


def words_of(query: str) -> tuple[str, ...]:
    """The folded words of a query that texts are looked through for; none for lone letters."""
    words = tuple(dict.fromkeys(filter(None, map(key, query.split()))))
    return () if all(len(word) < 2 and word.isascii() for word in words) else words


def regrouped(query: str) -> str:
    """The query with its long numbers written the other way, 18,236 for 18236; empty without any.

    Texts write both, and who types does not know which.
    """
    joined = _GROUPED.sub(lambda match: match[0].replace(",", ""), query.replace("，", ","))
    other = joined if joined != query else _LONG.sub(lambda match: f"{int(match[0]):,}", query)
    return other if other != query else ""


def densest(text: Searched, words: Sequence[str], score: float) -> list[Passage]:
    """The passages of a text that hold the most of some folded words, best first."""
    return [_cut(text, spans, score) for spans in _windows(text.folded, words)]


def nearly(texts: Iterable[Searched], word: str, limit: int) -> list[Passage]:
    """The passages that hold a folded word but for a slip, one of a text, best first.

    One slip leaves one half of the word whole; there the word is compared.
    """
    if not has_slips(word):
        return []
    found: list[Passage] = []
    for text in texts:
        places = sorted(_slips(text.folded, word), key=lambda place: -place[0])
        for likeness, span in places[:1]:
            found.append(_cut(text, [span], TYPO * likeness / 100))
    return sorted(found, key=lambda passage: -passage.score)[:limit]


def has_slips(word: str) -> bool:
    """Whether a folded word is long enough that one of its characters may be wrong."""
    return len(word) >= MIN_HEARD and not word.isascii()


def _windows(folded: str, words: Sequence[str]) -> list[list[Span]]:
    """The densest places that have the words, as spans of the folded text, best first.

    Where no window holds all words, the one with the rarest is shown. No window crosses paragraphs.
    """
    places = sorted(
        (match.start(), match.end(), number)
        for number, word in enumerate(words)
        for match in re.finditer(re.escape(word), folded)
    )
    rarity = [1 / max(1, folded.count(word)) for word in words]
    windows: list[tuple[float, int, list[Span]]] = []
    last = 0
    for first, (start, end, _) in enumerate(places):
        border = folded.find("\n", end, start + MAX_PASSAGE)
        most = start + MAX_PASSAGE if border < 0 else border
        last = max(last, first + 1)
        while last < len(places) and places[last][1] <= most:
            last += 1
        inside = places[first:last]
        worth = sum(rarity[number] for number in {number for _, _, number in inside})
        windows.append((worth, len(inside), [Span(begin, stop) for begin, stop, _ in inside]))
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

    half, sounds = len(word) // 2, keys(word).sounds
    for part, before in ((word[:half], 0), (word[half:], half)):
        for match in re.finditer(re.escape(part), folded):
            start = max(0, match.start() - before, folded.rfind("\n", 0, match.start()) + 1)
            end = min(len(folded), start + len(word))
            there = folded[start:end]
            likeness = fuzz.ratio(word, there) if len(word) >= MIN_TYPO else 0.0
            if likeness < HEARD and len(there) == len(word) and keys(there).sounds == sounds:
                likeness = HEARD
            if likeness >= MIN_LIKENESS and end > start and "\n" not in folded[start:end]:
                yield likeness, Span(start, end)


def _cut(text: Searched, spans: Sequence[Span], score: float) -> Passage:
    """The passage of the clean text around some spans of the folded one, all of a paragraph."""
    places = text.in_clean(spans)
    start, end = places[0].start, max(place.end for place in places)
    place = _sentence(text.text, start, end)
    kept = [found for found in places if place.contains(found)]
    matched = tuple(found.moved(-place.start) for found in kept)
    return Passage(text.article, place, place.of(text.text), matched, score)


def _breaks(text: str) -> list[int]:
    """Where the paragraphs after the first begin."""
    return [match.end() for match in re.finditer("\n", text)]


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

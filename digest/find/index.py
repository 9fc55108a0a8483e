"""Index: everything that can be found, and how hits are ordered.

Why hits are ordered so is told in docs/decisions/0009-what-the-finder-puts-first.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digest.find.align import Aligner
from digest.find.compare import Compared, read_by, similarities
from digest.find.marking import marked
from digest.find.passages import PHRASE
from digest.find.postings import Ranks, best
from digest.find.query import Query
from digest.find.within import Within
from digest.model import Hit, HitKind, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from digest.find.passages import Passages
    from digest.find.segment import Segment
    from digest.find.subjects import Subjects
    from digest.model import Article, Topic

SURVIVORS = 400
"""Entries that stage one leaves; on 100,000 titles half as many lose two hundredths of the mean
reciprocal rank, twice as many gain nothing."""

TOPIC, WEIGHT = 0.08, 0.06
"""What an entry gains for being a topic, as a topic leads to all its places and a title to one; and
what the weightiest topic gains over the slightest."""

TITLE, RECENT = 0.03, 0.01
"""What a title gains over a passage, and the newest title over a very old one."""

TITLE_LENGTH = 200.0
"""Characters by which a title's length tells equals of stage one apart."""

FLOOR = 0.45
"""Similarity below which nothing has been found: half of the characters in some order."""

PASSAGE = 0.78
"""Worth of a passage with the very words, beside an entry that is the very words: above an entry
with a character wrong, below one that holds them."""

CROWD, CROWDED = 8, 0.1
"""Titles that may precede what else was found, and what those after them lose: a library with a
hundred titles on a thing still shows its passages."""

OTHER_FORM = 0.03
"""By how much another form must be the better match to be shown in place of a topic's name."""

FORMS_SHOWN = 3
"""Forms looked at for each topic that may be shown: a topic has as many that are much alike."""

MOST_SCORE = 1 + TOPIC + WEIGHT
"""What an exact match of the weightiest topic comes to."""

EVERYWHERE = Within()
"""A search that nothing narrows."""

_FORMS = 0
"""Place of the topics' forms among the segments; the titles follow."""


class _Entry(NamedTuple):
    """One string that may be an answer."""

    score: float
    text: str
    plain: str
    """Its key."""
    target: str
    is_topic: bool


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """All topics, titles and passages of a library, ready to be searched."""

    topics: Subjects
    segments: tuple[Segment, ...]
    """The forms of the topics, then the titles."""
    ranks: tuple[Ranks, ...]
    """By segment."""
    passages: Passages
    within: Within = EVERYWHERE
    """What is searched; `narrowed` makes another."""

    @classmethod
    def build(
        cls,
        topics: Sequence[Topic],
        articles: Sequence[Article],
        passages: Passages | None = None,
    ) -> Index:
        """Index topics, titles and texts; texts are held in memory unless `passages` is given."""
        from digest.find.renewal import built  # noqa: PLC0415  it makes what is defined here

        return built(topics, articles, passages)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Topics, titles and passages that answer a query, best first; at most `limit`.

        Nothing typed gives the strongest topics. Safe to call from any thread.
        """
        read = Query.read(query)
        if not read.keys.plain:
            return [] if query.strip() else self._unasked(limit)
        aligner = Aligner(read.keys.plain)
        answers = [
            (entry, self._hit(entry, aligner)) for entry in self._entries(read, limit, aligner)
        ]
        hits = [*self._passages(query, limit, answers), *(hit for _, hit in answers)]
        return sorted(hits, key=lambda hit: -hit.score)[:limit]

    def narrowed(self, within: Within) -> Index:
        """The index of what is wanted of this one."""
        from digest.find.narrowing import narrowed  # noqa: PLC0415  few searches need it

        return narrowed(self, within)

    def _passages(self, query: str, limit: int, answers: Sequence[tuple[_Entry, Hit]]) -> list[Hit]:
        """Passages as hits; with the very words, what is all there is of a topic is before it."""
        only = {
            (hit.article, hit.place): hit.score
            for entry, hit in answers
            if entry.is_topic and self.topics.is_by_the_way(int(entry.target))
        }
        found = []
        for passage in self.passages.search(query, limit):
            inside = (
                score
                for (article, place), score in only.items()
                if passage.score == PHRASE
                and article == passage.article
                and passage.place.contains(place)
                and len(passage.matched) == 1
                and passage.matched[0].moved(passage.place.start) == place
            )
            score = max(PASSAGE * passage.score, *inside, 0.0)
            found.append(
                Hit(
                    HitKind.PASSAGE,
                    passage.text,
                    passage.matched,
                    passage.article,
                    passage.place,
                    score,
                )
            )
        return found

    def _entries(self, query: Query, limit: int, aligner: Aligner) -> list[_Entry]:
        """What answers, best first, the best entry of each target only."""
        entries: dict[tuple[bool, str], _Entry] = {}
        for entry in self._scored(query, limit, aligner):
            target = (entry.is_topic, entry.target)
            kept = entries.get(target)
            if kept is None or entry.score > kept.score + self._loyalty(kept):
                entries[target] = entry
        ordered = sorted(entries.values(), key=lambda entry: (-entry.score, entry.text))
        titles, answers = 0, []
        for entry in ordered:
            titles += not entry.is_topic
            crowded = CROWDED if titles > CROWD and not entry.is_topic else 0.0
            answers.append(entry._replace(score=(entry.score - crowded) / MOST_SCORE))
        return sorted(answers, key=lambda entry: -entry.score)[:limit]

    def _loyalty(self, entry: _Entry) -> float:
        """How much better than an entry another of its target must be."""
        is_name = entry.is_topic and entry.text == self.topics.names.at(int(entry.target))
        return OTHER_FORM if is_name else 0.0

    def _scored(self, query: Query, limit: int, aligner: Aligner) -> list[_Entry]:
        """The survivors of stage one that are alike enough, topics first."""
        share = SURVIVORS // len(query.readings)
        shelves = [
            (segment.postings, ranks)
            for segment, ranks in zip(self.segments, self.ranks, strict=True)
        ]
        chosen: list[set[int]] = [set() for _ in shelves]
        for reading in query.readings:
            for rows, more in zip(chosen, best(shelves, reading, share), strict=True):
                rows.update(more)
        wanted = [sorted(rows) for rows in chosen]
        if not any(wanted):
            return []
        compared = self._compared(wanted, read_by(query))
        similar = iter(similarities(query, compared, aligner).tolist())
        each = iter(compared.plain)
        return [
            entry
            for at, rows in enumerate(wanted)
            for entry in self._alike(at, list(zip(rows, each, similar, strict=False)), limit)
        ]

    def _compared(self, wanted: Sequence[Sequence[int]], names: Collection[str]) -> Compared:
        """The keys, in some columns, of some entries of each segment."""
        columns = {
            name: [
                text
                for segment, rows in zip(self.segments, wanted, strict=True)
                for text in segment.column(name).take(rows)
            ]
            for name in names
        }
        return Compared(*(columns.get(name, []) for name in Compared._fields))

    def _alike(
        self, at: int, found: Sequence[tuple[int, str, float]], limit: int
    ) -> Iterator[_Entry]:
        """Those of some entries of a segment that are alike enough, with their scores."""
        segment, prior = self.segments[at], self.ranks[at].prior
        before = prior[[row for row, _, _ in found]].tolist()
        scored = [
            (similar + first + len(plain) / TITLE_LENGTH, row, plain)
            for (row, plain, similar), first in zip(found, before, strict=True)
            if similar >= FLOOR
        ]
        scored.sort(key=lambda each: -each[0])
        kept = scored[: limit * (FORMS_SHOWN if at == _FORMS else 1)]
        texts = segment.found([row for _, row, _ in kept])
        for (score, _, plain), (text, target) in zip(kept, texts, strict=True):
            yield _Entry(score, text, plain, target, at == _FORMS)

    def _hit(self, entry: _Entry, query: Aligner) -> Hit:
        spans = marked(query, entry.text, entry.plain)
        if not entry.is_topic:
            place = Span(0, 0)
            return Hit(HitKind.ARTICLE, entry.text, spans, entry.target, place, entry.score)
        return self._topic(int(entry.target), entry.text, spans, entry.score)

    def _topic(self, number: int, text: str, spans: tuple[Span, ...], score: float) -> Hit:
        article, place = self.topics.first(number)
        key = self.topics.keys.at(number)
        return Hit(HitKind.TOPIC, text, spans, article, place, score, key)

    def _unasked(self, limit: int) -> list[Hit]:
        """The strongest topics; of what the index was narrowed to, the newest articles before."""
        from digest.find.narrowing import newest  # noqa: PLC0415  as above

        titles: list[Hit] = []
        if not self.within.is_everywhere or HitKind.ARTICLE in self.within.kinds:
            titles = newest(self, (limit + 1) // 2)
        strongest = self.topics.strongest(limit - len(titles))
        most = float(self.topics.scores[strongest[0]]) if strongest else 1.0
        scores = (float(self.topics.scores[topic]) / (most or 1.0) for topic in strongest)
        names = self.topics.names.take(strongest)
        topics = zip(strongest, names, scores, strict=True)
        return [*titles, *(self._topic(number, name, (), score) for number, name, score in topics)]

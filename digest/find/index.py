"""Index: everything that can be found, and how hits are ordered."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.find.align import Aligner
from digest.find.compare import similarities
from digest.find.keys import Keys, keys, phrase_keys
from digest.find.marking import marked
from digest.find.passages import MemoryPassages, Passages
from digest.find.postings import Postings
from digest.find.query import Query
from digest.find.spelling import spelled
from digest.model import Hit, HitKind, Span, TopicKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.model import Article, Topic

SURVIVORS = 400
"""Entries that stage one leaves; on 100,000 titles half as many lose two hundredths of the mean
reciprocal rank, twice as many gain nothing."""

TOPIC, WEIGHT = 0.08, 0.06
"""What an entry gains for being a topic, as a topic leads to all its places and a title to one; and
what the weightiest topic gains over the slightest."""

TITLE = 0.03
"""What a title gains over a passage."""

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

BY_PHRASE = 3_000
"""Forms of topics read by phrase, the weightiest first; 0.2 ms each."""

OTHER_FORM = 0.03
"""By how much another form must be the better match to be shown in place of a topic's name."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One string that can be found."""

    text: str
    keys: Keys
    target: int
    """Number of the topic, or of the article."""
    is_topic: bool
    prior: float


@dataclass(frozen=True, slots=True)
class Index:
    """All topics, titles and passages of a library, ready to be searched."""

    topics: tuple[Topic, ...]
    articles: tuple[Article, ...]
    entries: tuple[_Entry, ...]
    postings: Postings
    priors: NDArray[np.float32]
    """By entry, for stage one."""
    passages: Passages
    by_key: dict[str, Topic]
    """The topics by their keys."""

    @classmethod
    def build(
        cls,
        topics: Sequence[Topic],
        articles: Sequence[Article],
        passages: Passages | None = None,
    ) -> Index:
        """Index topics, titles and texts; texts are held in memory unless `passages` is given."""
        import numpy as np  # noqa: PLC0415  starting the program need not pay for it

        spelled("a")
        entries = (*_topic_entries(topics), *_title_entries(articles))
        priors = np.array(
            [entry.prior - len(entry.keys.plain) / TITLE_LENGTH for entry in entries], np.float32
        )
        return cls(
            tuple(topics),
            tuple(articles),
            entries,
            Postings.build([entry.keys for entry in entries]),
            priors,
            MemoryPassages(articles) if passages is None else passages,
            {topic.key: topic for topic in topics},
        )

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Topics, titles and passages that answer a query, best first; at most `limit`.

        Nothing typed gives the strongest topics. Safe to call from any thread.
        """
        read = Query.read(query)
        if not read.keys.plain:
            return [] if query.strip() else self._strongest(limit)
        found = self._entries(read)[:limit]
        aligner = Aligner(read.keys.plain)
        entries = [self._hit(entry, score, aligner) for score, entry in found]
        hits = [*self._passages(query, limit, entries), *entries]
        return sorted(hits, key=lambda hit: -hit.score)[:limit]

    def _passages(self, query: str, limit: int, hits: Sequence[Hit]) -> list[Hit]:
        """Passages as hits; one that is all there is of a topic comes before the topic."""
        only = {
            (hit.article, hit.place): hit.score
            for hit in hits
            if hit.topic and self._is_by_the_way(hit.topic)
        }
        found = []
        for passage in self.passages.search(query, limit):
            inside = (
                score
                for (article, place), score in only.items()
                if article == passage.article
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

    def _is_by_the_way(self, key: str) -> bool:
        """Whether a topic is a concept mentioned once: its passage says more than its name."""
        topic = self.by_key[key]
        return topic.kind is TopicKind.CONCEPT and len(topic.mentions) == 1

    def _entries(self, query: Query) -> list[tuple[float, _Entry]]:
        """Score and entry, best first, the best entry of each target only."""
        share = SURVIVORS // len(query.readings)
        survivors = sorted(
            {
                at
                for reading in query.readings
                for at in self.postings.best(reading, self.priors, share).tolist()
            }
        )
        if not survivors:
            return []
        entries = [self.entries[at] for at in survivors]
        scores = similarities(query, [entry.keys for entry in entries]).tolist()
        best: dict[tuple[bool, int], tuple[float, _Entry]] = {}
        for similar, entry in zip(scores, entries, strict=True):
            if similar < FLOOR:
                continue
            target = (entry.is_topic, entry.target)
            score = similar + entry.prior
            kept = best.get(target)
            if kept is None or score > kept[0] + (OTHER_FORM if self._is_name(kept[1]) else 0):
                best[target] = (score, entry)
        ordered = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].text))
        titles = 0
        scored = []
        for score, entry in ordered:
            titles += not entry.is_topic
            crowded = CROWDED if titles > CROWD and not entry.is_topic else 0.0
            scored.append(((score - crowded) / (1 + TOPIC + WEIGHT), entry))
        return sorted(scored, key=lambda pair: -pair[0])

    def _is_name(self, entry: _Entry) -> bool:
        return entry.is_topic and entry.text == self.topics[entry.target].name

    def _hit(self, entry: _Entry, score: float, query: Aligner) -> Hit:
        spans = marked(query, entry.text, entry.keys)
        if not entry.is_topic:
            article = self.articles[entry.target]
            return Hit(HitKind.ARTICLE, entry.text, spans, article.id, Span(0, 0), score)
        topic = self.topics[entry.target]
        first = topic.mentions[0]
        return Hit(HitKind.TOPIC, entry.text, spans, first.article, first.span, score, topic.key)

    def _strongest(self, limit: int) -> list[Hit]:
        strongest = sorted(self.topics, key=lambda topic: -topic.score)[:limit]
        most = strongest[0].score if strongest else 1.0
        return [
            Hit(
                HitKind.TOPIC,
                topic.name,
                (),
                topic.mentions[0].article,
                topic.mentions[0].span,
                topic.score / most if most else 0.0,
                topic.key,
            )
            for topic in strongest
            if topic.mentions
        ]


def _topic_entries(topics: Sequence[Topic]) -> list[_Entry]:
    """An entry for each form of each topic; the weightiest topics are read by phrase."""
    most = max((topic.score for topic in topics), default=1.0)
    order = sorted(range(len(topics)), key=lambda number: -topics[number].score)
    entries: list[_Entry] = []
    for number in order:
        topic = topics[number]
        if not topic.mentions:
            continue
        prior = TOPIC + WEIGHT * math.sqrt(max(0.0, topic.score) / (most or 1.0))
        seen: set[str] = set()
        for form in (topic.name, *topic.aliases):
            read = phrase_keys(form) if len(entries) < BY_PHRASE else keys(form)
            if read.plain and read.plain not in seen:
                seen.add(read.plain)
                entries.append(_Entry(form, read, number, True, prior))
    return entries


def _title_entries(articles: Sequence[Article]) -> list[_Entry]:
    return [
        _Entry(article.metadata.title, keys(article.metadata.title), number, False, TITLE)
        for number, article in enumerate(articles)
        if article.metadata.title
    ]

"""Briefs: what a library amounts to, in as many minutes as a reader has.

Lists alone decide what comes first; texts are read story by story until the time is up, so a brief
over a hundred thousand articles reads a few dozen of them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from digest.briefing import brief as making
from digest.briefing.brief_new import values
from digest.briefing.brief_parts import (
    CHARACTERS_A_MINUTE,
    Brief,
    Candidate,
    Item,
    KeyFigure,
    Trend,
)
from digest.services import briefs_scope as scope
from digest.services import stories as kept_stories
from digest.services import summaries
from digest.services.briefs_beside import disputes, happenings
from digest.services.derivations import derivation
from digest.services.topics import named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from digest.briefing.brief_parts import Line
    from digest.briefing.summary import Picks
    from digest.library import Listing, Store, Subject
    from digest.model import Article, Figure, Span

AROUND = 200
"""Articles, those of the weightiest stories, among which disputes and happenings are looked for."""

USUAL_SENTENCE = 50
"""Characters of a sentence of news: there is room for a story if there is for its sentences."""

MOST_READ = 500
"""Stories that are read besides as many as there is room for: some say nothing that is new."""

BATCH = 8
"""Stories whose texts are read together: one more than a minute holds."""

MOST_RISING = 8
"""Topics on the rise that are named."""

RECENT = timedelta(days=7)
"""What counts as now where nobody says since when."""

SPEAKERS = 12
"""Members of a story, those seen last, whose sentences are not told again."""


def make(library: Store, wish: scope.Wish) -> Brief:
    """The brief of a library.

    Raises:
        NotFoundError: there is no such topic.
        LibraryError: the library cannot be read.
    """
    topic = named(library, wish.topic) if wish.topic else None
    listings = scope.in_scope(library, wish, topic)
    stories = kept_stories.stories(library)
    strong = library.subjects(scope.TOPICS)
    passages = scope.passages_of(library, strong)
    strengths = scope.weights(strong, passages)
    candidates = making.by_weight(scope.candidates(listings, stories, strengths))
    maker = _Maker(library, wish, listings, stories)
    return maker.made(candidates, topic, [] if topic else maker.trends(strong, passages))


class _Maker:
    """A brief in the making."""

    def __init__(
        self,
        library: Store,
        wish: scope.Wish,
        listings: Sequence[Listing],
        stories: kept_stories.Stories,
    ) -> None:
        self._library, self._wish, self._listings = library, wish, listings
        self._stories = stories
        self._page = making.Page(max(1, wish.minutes) * CHARACTERS_A_MINUTE)
        self._told: list[Item] = []
        self._now = 0
        """Articles of the time that counts as now."""
        self._learnt: set[str] = set()
        """Articles whose sentences the reader knows."""

    def made(
        self,
        candidates: Sequence[Candidate],
        topic: Subject | None,
        topics: Sequence[Trend],
    ) -> Brief:
        """The brief of these stories, weightiest first."""
        waiting = self._items(candidates)
        self._tell(waiting, making.STORIES_SHARE)
        around = [member for each in candidates[:AROUND] for member in each.members][:AROUND]
        self._learn(candidates[:AROUND])
        beside = disputes(self._library, around, self._page)
        happened = happenings(self._library, around, self._page, self._wish.since)
        before = self._library.counts().articles - self._now
        rising = making.rising(topics, self._now, before, MOST_RISING)
        self._tell(waiting, 1.0)
        return Brief(
            stories=tuple(self._told),
            happenings=happened,
            disputes=beside,
            rising=rising,
            since=self._wish.look.when if self._wish.look else self._wish.since,
            topic=topic.name if topic else "",
            articles=len(self._listings),
            told=len({each for item in self._told for each in item.members}),
            left=len(candidates) - len(self._told),
            characters=self._page.used,
        )

    def _tell(self, waiting: Iterator[Item], share: float) -> None:
        """Tell stories until a share of the page is full."""
        while self._page.fits(making.LENGTH * USUAL_SENTENCE, share):
            item = next(waiting, None)
            if item is None:
                break
            self._told.append(item)

    def _items(self, candidates: Sequence[Candidate]) -> Iterator[Item]:
        """Stories as they are told, read a few at a time."""
        rank = 0
        most = MOST_READ + self._page.room // USUAL_SENTENCE
        for at in range(0, min(len(candidates), most), BATCH):
            part = candidates[at : at + BATCH]
            ids = [each.leader for each in part]
            articles = {each.id: each for each in self._library.articles_of(ids)}
            figures = self._library.figures_of(ids)
            picks = _picks(self._library, articles, figures)
            for each in part:
                if each.leader not in articles:
                    continue
                length = making.length_of(rank, len(candidates), self._page.room)
                cut = partial(_cut, picks[each.leader])
                own = figures.get(each.leader, ())
                item = self._item(each, articles[each.leader], own, cut, length)
                if item is not None:
                    rank += 1
                    yield item

    def _item(
        self,
        candidate: Candidate,
        article: Article,
        figures: Sequence[Figure],
        cut: Callable[[int], Sequence[Span]],
        length: int,
    ) -> Item | None:
        """A story, or what of it was not there at the last look."""
        known = self._learn([candidate])
        if known is None:
            return making.item(candidate, article, figures, cut, page=self._page, length=length)
        new = [s for s in _sentences(article) if self._page.is_new(s.of(article.text))]
        best = [span for span in cut(length) if span in new] or new
        item = making.item(
            candidate, article, figures, lambda n: best[:n], page=self._page, length=length
        )
        if item is None:
            return None
        return replace(item, figures=tuple(_unknown(item.figures, figures, known)))

    def _learn(self, candidates: Iterable[Candidate]) -> set[tuple[str, str, str]] | None:
        """Know what was told of stories before the last look.

        Returns:
            the values of the figures that were there; None if nothing was.
        """
        if self._wish.look is None:
            return None
        old: list[str] = []
        for each in candidates:
            story = self._stories.of(each.leader)
            old += [one for one in story if one not in each.members][-SPEAKERS:]
        for article in self._library.articles_of([one for one in old if one not in self._learnt]):
            self._learnt.add(article.id)
            for span in _sentences(article):
                self._page.seen.add(span.of(article.text))
        figures = self._library.figures_of(old)
        return values(f for each in figures.values() for f in each) if old else None

    def trends(
        self, strong: Sequence[Subject], passages: Mapping[str, Mapping[str, Sequence[Span]]]
    ) -> list[Trend]:
        """How much is written now of the strongest topics."""
        since = self._wish.since or _recent(self._listings)
        begun = making.middle(since[:10]) if since else 0
        now = {e.id for e in self._listings if making.middle(e.published) >= begun > 0}
        self._now = len(now)
        return scope.trends(strong, passages, now, self._stories)


def _picks(
    library: Store,
    articles: Mapping[str, Article],
    figures: Mapping[str, Sequence[Figure]],
) -> dict[str, Picks]:
    """The sentences that sum up each article, best first, as kept or made now."""
    from digest.briefing.summary import decode, summarise  # noqa: PLC0415  slow to load

    kept = library.derived(summaries.NAME, derivation(summaries.NAME).version, list(articles))
    return {
        one: decode(kept[one]) if one in kept else summarise(article, figures.get(one, ()))
        for one, article in articles.items()
    }


def _cut(picks: Picks, length: int) -> tuple[Span, ...]:
    from digest.briefing.summary import cut  # noqa: PLC0415  slow to load

    return cut(picks, length)


def _sentences(article: Article) -> list[Span]:
    from digest.text.sentences import sentences  # noqa: PLC0415  for what is new alone

    return [span for p in article.paragraphs for span in sentences(article.text, p.span)]


def _unknown(
    told: Iterable[KeyFigure], figures: Sequence[Figure], known: Collection[tuple[str, str, str]]
) -> Iterator[KeyFigure]:
    """The figures whose values were not there before."""
    at = {figure.span: figure for figure in figures}
    return (each for each in told if not values([at[each.span]]) & set(known))


def _recent(listings: Sequence[Listing]) -> str:
    """When now began, for a library: some days before its newest article."""
    newest = max((making.middle(each.published) for each in listings), default=0)
    return (date.fromordinal(newest) - RECENT).isoformat() if newest > RECENT.days else ""


def quoted(library: Store, brief: Brief) -> dict[str, Article]:
    """The articles that a brief has something of, by id."""
    return {each.id: each for each in library.articles_of(brief.quoted)}


def words(articles: Mapping[str, Article], line: Line) -> str:
    """What a line says, as it was written."""
    return line.span.of(articles[line.article].text)

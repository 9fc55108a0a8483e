"""The timeline of a library or of single articles: what they say happened, in the order of time.

Events are found when they are asked for, in a bounded number of articles: the newest, or those that
speak of the span, the topic or the articles one asks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.events import find_events
from digest.briefing.timeline import timeline
from digest.briefing.timeline_match import Rarity
from digest.briefing.timeline_months import month_counts
from digest.library.days import OPEN, days_of
from digest.model import NotFoundError, TopicKind
from digest.services.topics import forms, named, with_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.briefing.timeline import Happening
    from digest.library import Store
    from digest.model import Article, Figure, Span

MOST_ARTICLES = 400
"""Articles that are read for a timeline: two seconds of work, and more events than one looks at."""
MOST_DATES = 4000
"""Dates by which these articles are found: an article has some ten."""
THINGS = frozenset((TopicKind.PRODUCT, TopicKind.EVENT, TopicKind.PLACE, TopicKind.PERSON))
"""Topics that name one thing, so that two who speak of it may speak of the same event."""


class Wish(NamedTuple):
    """Of what a timeline is to tell; nothing said is no bound."""

    topic: str = ""
    """Name of a topic, in whatever script."""
    since: str = ""
    """ISO 8601, to any precision: what lasted until then or happened later."""
    until: str = ""
    """ISO 8601, to any precision: what began before it was over."""
    articles: tuple[str, ...] = ()
    """Ids."""


class Known(NamedTuple):
    """An article with what is needed to find its events."""

    article: Article
    figures: Sequence[Figure]
    mentions: Sequence[tuple[Span, str]] = ()
    """Places of topics in it, with their keys."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened when, with the texts that tell it."""

    happenings: tuple[Happening, ...]
    """In the order of time; those whose year cannot be told last."""
    articles: Mapping[str, Article]
    """Those that tell them, by id."""
    months: Mapping[str, int]
    """How much is told of each month, `2023-10`, months in order; of all articles of the library
    where not all were read."""
    left_out: int = 0
    """Articles that were not read."""


def of_known(
    known: Sequence[Known], things: frozenset[str] = frozenset(), wish: Wish | None = None
) -> Timeline:
    """The timeline of articles that are at hand.

    Args:
        known: the articles.
        things: keys of the topics that name one thing.
        wish: the span of time; its other bounds have been heeded.
    """
    wish = wish or Wish()
    events = (
        event for one in known for event in find_events(one.article, one.figures, one.mentions)
    )
    rarity = Rarity.of(one.article for one in known)
    found = tuple(one for one in timeline(events, rarity, things) if within(one, wish))
    return Timeline(found, {one.article.id: one.article for one in known}, month_counts(found))


def of_articles(
    articles: Sequence[tuple[Article, Sequence[Figure]]], wish: Wish | None = None
) -> Timeline:
    """The timeline of articles that are not kept; their topics are found for this.

    Raises:
        NotFoundError: none of them mentions the topic that is wished.
    """
    from digest.services.own import own_topics  # noqa: PLC0415  a segmenter and its dictionary
    from digest.text.fold import key  # noqa: PLC0415  as above
    from digest.topics import find_topics  # noqa: PLC0415  as above

    wish = wish or Wish()
    topics = find_topics(tuple(article for article, _ in articles), own_topics().own)
    wanted = key(wish.topic)
    topic = next((one for one in topics if wanted and wanted in forms(one)), None)
    if wanted and topic is None:
        raise NotFoundError(f"no topic {wish.topic!r} in these articles")
    places: dict[str, list[tuple[Span, str]]] = {}
    for one in topics:
        for mention in one.mentions:
            places.setdefault(mention.article, []).append((mention.span, one.key))
    known = [Known(article, figures, places.get(article.id, ())) for article, figures in articles]
    things = frozenset(one.key for one in topics if one.kind in THINGS)
    found = of_known(known, things, wish)
    return about(found, known, with_versions(topic, topics)) if topic else found


def of_library(library: Store, wish: Wish | None = None) -> Timeline:
    """The timeline of a library.

    Raises:
        NotFoundError: there is no such topic.
        LibraryError: the library cannot be read.
    """
    wish = wish or Wish()
    topic, family = "", frozenset[str]()
    if wish.topic:
        subject = named(library, wish.topic)
        topic, family = subject.key, with_versions(subject, library.subjects())
    ids, left_out = _scope(library, wish, topic)
    known = _known(library, ids)
    found = of_known(known, _things(library, known), wish)
    if topic:
        found = about(found, known, family)
    months = _months(library, wish) if left_out and not topic else found.months
    return Timeline(found.happenings, found.articles, months, left_out)


def about(found: Timeline, known: Iterable[Known], topics: frozenset[str]) -> Timeline:
    """What a timeline tells in sentences that mention one of some topics."""
    places = {
        one.article.id: [span for span, key in one.mentions if key in topics and len(span)]
        for one in known
    }
    kept = tuple(
        happening
        for happening in found.happenings
        if any(
            event.sentence.overlaps(span)
            for event in happening.tellings
            for span in places.get(event.article, ())
        )
    )
    return Timeline(kept, found.articles, month_counts(kept), found.left_out)


def _scope(library: Store, wish: Wish, topic: str) -> tuple[list[str], int]:
    """Ids of the articles that are read, and how many are not."""
    if wish.articles:
        return list(wish.articles), 0
    everything = library.counts().articles
    if everything <= MOST_ARTICLES:
        # What is one event is judged by all of them, whatever is then shown.
        return list(library.identities()), 0
    if topic:
        ids = [article for article, _ in library.passages(topic)]
        return ids[:MOST_ARTICLES], max(0, len(ids) - MOST_ARTICLES)
    if not (wish.since or wish.until):
        # The latest news, and not whatever speaks of the farthest future.
        return [each.id for each in library.listings(MOST_ARTICLES)], everything - MOST_ARTICLES
    dated = library.dated(*_bounds(wish), MOST_DATES, latest=True)
    ids = list(dict.fromkeys(one.article for one in dated))
    return ids[:MOST_ARTICLES], max(0, len(ids) - MOST_ARTICLES)


def _known(library: Store, ids: Sequence[str]) -> list[Known]:
    figures = library.figures_of(ids)
    return [
        Known(
            article,
            figures.get(article.id, ()),
            [(mention.span, key) for key, mention in library.mentions(article.id)],
        )
        for article in library.articles_of(ids)
    ]


def _things(library: Store, known: Iterable[Known]) -> frozenset[str]:
    wanted = {key for one in known for _, key in one.mentions}
    return frozenset(
        one.key for one in library.subjects() if one.key in wanted and one.kind in THINGS
    )


def _months(library: Store, wish: Wish) -> dict[str, int]:
    """How many dates of the library lie in each month."""
    months: dict[str, int] = {}
    for day, count in library.day_counts(*_bounds(wish)).items():
        months[day[:7]] = months.get(day[:7], 0) + count
    return months


def _bounds(wish: Wish) -> tuple[str, str]:
    """The first day of a span and the day after its last; empty for no bound."""
    first, last = days_of(wish.since), days_of(wish.until)
    beyond = ""
    if last and last[1] != OPEN:
        beyond = (date.fromisoformat(last[1]) + timedelta(days=1)).isoformat()
    return first[0] if first else "", beyond


def within(one: Happening, wish: Wish) -> bool:
    """Whether something happened within a span; what has no year did not, if there is one."""
    first, beyond = _bounds(wish)
    if not first and not beyond:
        return True
    # What goes on is told of when it began.
    last = one.first if one.last == OPEN else one.last
    return one.is_resolved and last >= first and (not beyond or one.first < beyond)

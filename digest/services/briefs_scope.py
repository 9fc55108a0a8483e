"""Scope: of which articles and stories a brief tells, by what lists know of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.brief_parts import Candidate, Trend

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from digest.library import Listing, Store, Subject
    from digest.model import Span
    from digest.services.looking import Look
    from digest.services.stories import Stories

MINUTES = 5
"""How long a brief is if nobody says."""

TOPICS = 40
"""Topics, the strongest, by which stories are weighed and of which those on the rise are told."""

MOST_PASSAGES = 1000
"""Articles of a topic that are counted, the newest."""


class Wish(NamedTuple):
    """What a brief is to be."""

    since: str = ""
    """ISO 8601: articles published then or later; empty for all."""
    minutes: int = MINUTES
    """How long it may take to read."""
    topic: str = ""
    """Name of a topic, in whatever script; empty for everything."""
    look: Look | None = None
    """Only what came after this."""


def trends(
    strong: Sequence[Subject],
    passages: Mapping[str, Mapping[str, Sequence[Span]]],
    now: Container[str],
    stories: Stories,
) -> list[Trend]:
    """How much is written of topics; one story that many tell makes no topic rise.

    Args:
        strong: the topics.
        passages: their places, by key and article, newest article first.
        now: ids of the articles of the time of the brief.
        stories: those of the library.
    """
    found = []
    for one in strong:
        every = passages[one.key].items()
        places = tuple((a, spans[0]) for a, spans in every if spans and a in now)
        if len({stories.leader(article) for article, _ in places}) > 1:
            found.append(Trend(one.key, one.name, one.articles, places))
    return found


def in_scope(library: Store, wish: Wish, topic: Subject | None) -> list[Listing]:
    """The articles a brief tells of, newest first."""
    if topic is not None:
        found = library.listings_of([article for article, _ in library.passages(topic.key)])
        found.sort(key=lambda each: each.published, reverse=True)
        found = [e for e in found if not wish.since or e.published >= wish.since]
    else:
        found = library.listings(since=wish.since)
    return [each for each in found if wish.look is None or wish.look.is_new(each)]


def passages_of(
    library: Store, strong: Sequence[Subject]
) -> dict[str, dict[str, tuple[Span, ...]]]:
    """The places of topics, by key and article."""
    return {each.key: dict(library.passages(each.key, MOST_PASSAGES)) for each in strong}


def weights(
    strong: Sequence[Subject], passages: Mapping[str, Mapping[str, Sequence[Span]]]
) -> dict[str, float]:
    """How strong the topics of each article are, from 0 to 1."""
    found: defaultdict[str, float] = defaultdict(float)
    best = max((topic.score for topic in strong), default=0.0) or 1.0
    for topic in strong:
        for article in passages[topic.key]:
            found[article] += 0.2 * topic.score / best
    return {article: min(1.0, strength) for article, strength in found.items()}


def candidates(
    listings: Sequence[Listing], stories: Stories, strengths: Mapping[str, float]
) -> Iterator[Candidate]:
    """The stories of articles, each once."""
    groups: dict[str, list[Listing]] = {}
    for listing in listings:
        groups.setdefault(stories.leader(listing.id), []).append(listing)
    for leader, members in groups.items():
        first = next((each for each in members if each.id == leader), members[-1])
        rest = [each.id for each in members if each is not first]
        yield Candidate(
            leader=first.id,
            members=(first.id, *rest),
            tellers=len({each.source or each.id for each in members}),
            newest=max(each.published for each in members),
            figures=first.figures,
            topics=strengths.get(first.id, 0.0),
        )

"""Narrowing: an index of only what is of some kinds, some sources, or not older than a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.find.postings import Ranks
from digest.find.segment import first_day
from digest.model import Hit, HitKind, Span, TopicKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from digest.find.index import Index
    from digest.find.segment import Segment
    from digest.find.within import Within

TOPIC_KINDS = frozenset(TopicKind)
"""Kinds that are a topic's."""


def narrowed(index: Index, within: Within) -> Index:
    """The index of what is wanted of another, which was not narrowed before."""
    import numpy as np  # noqa: PLC0415  starting the program need not pay for it

    forms, *titles = index.segments
    masks = [_wanted(segment, within) for segment in titles]
    articles = None
    if not within.is_everywhere:
        articles = {
            each
            for segment, mask in zip(titles, masks, strict=True)
            for each in segment.targets.take(np.flatnonzero(mask))
        }
    topics = index.topics.narrowed(articles, within.kinds & TOPIC_KINDS)
    targets = np.fromiter(map(int, forms.targets), np.int64, len(forms))
    live = [topics.mentioned[targets] > 0, *masks]
    if not _shows(within, HitKind.TOPIC):
        topics = index.topics.narrowed((), within.kinds)
        live[0][:] = False
    if not _shows(within, HitKind.ARTICLE):
        for mask in masks:
            mask[:] = False
    ranks = tuple(
        Ranks(before.prior, mask if before.live is None else mask & before.live)
        for before, mask in zip(index.ranks, live, strict=True)
    )
    passages = index.passages.narrowed(
        within if _shows(within, HitKind.PASSAGE) else within._replace(sources=()), articles
    )
    return replace(index, topics=topics, ranks=ranks, passages=passages, within=within)


def newest(index: Index, limit: int) -> list[Hit]:
    """The newest articles that an index holds, by title."""
    import numpy as np  # noqa: PLC0415  as above

    found: list[tuple[int, int, int]] = []
    for at, (segment, ranks) in enumerate(zip(index.segments[1:], index.ranks[1:], strict=True)):
        rows = np.arange(len(segment)) if ranks.live is None else np.flatnonzero(ranks.live)
        order = rows[np.argsort(-segment.days[rows], kind="stable")][:limit]
        found += [(-int(segment.days[row]), at, int(row)) for row in order]
    hits = []
    for _, at, row in sorted(found)[:limit]:
        text, article = next(index.segments[1 + at].found((row,)))
        hits.append(Hit(HitKind.ARTICLE, text, (), article, Span(0, 0), 1.0))
    return hits


def _shows(within: Within, kind: HitKind) -> bool:
    """Whether hits of a kind are wanted; a kind of topic is one of hit too."""
    if not within.kinds or kind in within.kinds:
        return True
    return kind is HitKind.TOPIC and not TOPIC_KINDS.isdisjoint(within.kinds)


def _wanted(segment: Segment, within: Within) -> NDArray[np.bool_]:
    """Which titles of a segment are of the sources and dates that are wanted."""
    import numpy as np  # noqa: PLC0415  as above

    mask = np.ones(len(segment), np.bool_)
    if within.since:
        mask &= segment.days >= first_day(within.since)
    if within.sources is not None:
        wanted = frozenset(within.sources)
        mask &= np.fromiter((each in wanted for each in segment.sources), np.bool_, len(segment))
    return mask

"""Comparing: where articles agree in their figures, and where they do not.

What a figure measures is told once, when its article comes in, and kept with it. Here the measures
of the newest articles, of a topic or of a few articles are held against each other. A library may
be larger than anybody reads: what is left out is counted, and memory stays bounded.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.comparison import Comparison, Relation, compare
from digest.briefing.measure_codec import decode, encode
from digest.briefing.measures import measures
from digest.services.across import EVERYTHING, NAME, SLICE, VERSION, Entry, Wanted, chosen, entry
from digest.text.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.briefing.measures import Measure
    from digest.library import Listing, Store
    from digest.model import Article, Figure, Span

MOST_COMPARED = 5000
"""Articles that are held against each other, the newest: about a second, and 100 MB for a while."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is told more than once."""

    comparison: Comparison
    entries: tuple[Entry, ...]
    """Its members, in their order."""


class Compared(NamedTuple):
    """What articles say of the same things."""

    told: tuple[Told, ...]
    """Disagreements first."""
    articles: int
    """How many articles were held against each other."""
    left_out: int
    """Articles that meet the wish but are beyond the bound."""


class Standing(NamedTuple):
    """How a figure stands to those of other articles."""

    elsewhere: int
    """Other articles that tell the same thing of the same time."""
    conflicts: tuple[tuple[str, Span], ...]
    """Articles that tell it otherwise, with the places."""


def derive(article: Article, figures: Sequence[Figure]) -> bytes:
    """What is kept of an article's measures: see `digest.services.derivations`."""
    return encode(measures(article, figures))


def compared(library: Store, wanted: Wanted = EVERYTHING, limit: int = MOST_COMPARED) -> Compared:
    """What the newest articles that meet a wish say of the same things.

    Raises:
        LibraryError: the library cannot be read.
    """
    within, left_out = chosen(library, wanted, limit)
    found = [one for one in compare(_kept(library, within)) if _meets(one, wanted)]
    listings = {listing.id: listing for listing in within}
    told = _told(library, found, listings)
    words = key(wanted.label)
    if words:
        told = [one for one in told if any(words in key(each.label) for each in one.entries)]
    return Compared(tuple(told), len(within), left_out)


def compared_here(
    readings: Sequence[tuple[Listing, Article, Sequence[Figure]]],
) -> Compared:
    """What these articles say of the same things, whether a library keeps them or not."""
    made = (one for _, article, figures in readings for one in measures(article, figures))
    known = {
        (article.id, figure.span): entry(listing, article, figure)
        for listing, article, figures in readings
        for figure in figures
    }
    told = [
        Told(
            one, tuple(_dated(known[member.article, member.span], member) for member in one.members)
        )
        for one in compare(made)
    ]
    return Compared(tuple(told), len(readings), 0)


def standings(library: Store, limit: int = MOST_COMPARED) -> Mapping[str, Mapping[int, Standing]]:
    """How figures stand to those of other articles: by article id, then by where each begins.

    Raises:
        LibraryError: the library cannot be read.
    """
    within, _ = chosen(library, EVERYTHING, limit)
    found: dict[str, dict[int, Standing]] = defaultdict(dict)
    for one in compare(_kept(library, within)):
        if len(one.articles) > 1:
            for member in one.members:
                standing = _standing(member, one)
                if standing is not None:
                    found[member.article][member.span.start] = standing
    return found


def _standing(member: Measure, within: Comparison) -> Standing | None:
    """How one measure stands to the others of its thing and its time."""
    beside = [
        other
        for other in within.members
        if other.article != member.article and other.period == member.period
    ]
    otherwise = tuple(
        (other.article, other.span) for other in beside if not other.range.meets(member.range)
    )
    if Relation.CONFLICT not in within.relations:
        otherwise = ()
    return Standing(len({other.article for other in beside}), otherwise) if beside else None


def _kept(library: Store, within: Sequence[Listing]) -> Iterator[Measure]:
    """The measures of articles as they are kept; of those that lack them, made now."""
    for start in range(0, len(within), SLICE):
        part = within[start : start + SLICE]
        data = library.derived(NAME, VERSION, [listing.id for listing in part])
        lacking = [listing.id for listing in part if listing.id not in data]
        if lacking:
            figures = library.figures_of(lacking)
            for article in library.articles_of(list(figures)):
                yield from measures(article, figures[article.id])
        for listing in part:
            yield from decode(listing.id, listing.published, data.get(listing.id, b""))


def _meets(one: Comparison, wanted: Wanted) -> bool:
    return not wanted.kinds or any(member.kind in wanted.kinds for member in one.members)


def _told(
    library: Store, found: Sequence[Comparison], listings: Mapping[str, Listing]
) -> list[Told]:
    """Comparisons with the words of their members, read article by article."""
    places: dict[str, set[Span]] = defaultdict(set)
    for one in found:
        for member in one.members:
            places[member.article].add(member.span)
    known: dict[tuple[str, Span], Entry] = {}
    ids = list(places)
    for start in range(0, len(ids), SLICE):
        figures = library.figures_of(ids[start : start + SLICE])
        for article in library.articles_of(list(figures)):
            for figure in figures[article.id]:
                if figure.span in places[article.id]:
                    made = entry(listings[article.id], article, figure)
                    known[article.id, figure.span] = made
    places_of = [(one, [(member.article, member.span) for member in one.members]) for one in found]
    return [
        Told(
            one,
            tuple(_dated(known[at], member) for at, member in zip(ats, one.members, strict=True)),
        )
        for one, ats in places_of
        if all(at in known for at in ats)  # an article may have been replaced meanwhile
    ]


def _dated(found: Entry, measure: Measure) -> Entry:
    return replace(found, period=measure.period)

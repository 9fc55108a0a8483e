"""Renewal: an index made from one that was, with the work done for what is new and nothing else."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from digest.find.index import RECENT, TITLE, TITLE_LENGTH, TOPIC, WEIGHT, Index
from digest.find.keys import Keys, keys, phrase_keys
from digest.find.passages import MemoryPassages
from digest.find.postings import MOST, Ranks
from digest.find.segment import YEAR_DAYS, Heading, Segment, segments
from digest.find.spelling import spelled
from digest.find.strings import CHUNK
from digest.find.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.find.passages import Passages
    from digest.model import Article, Topic

BY_PHRASE = 3_000
"""Forms of topics read by phrase, the weightiest first; 0.2 ms each."""

LOOSE = 8
"""Segments that are not full, from which on they are joined: each costs a search a third of a
millisecond."""

WASTE = 0.25
"""Share of a segment's entries that may be gone before it is made anew."""

FRESH_DAYS = 90
"""Days in which a title loses half of what it gains for being new: a story's life, roughly."""


class Whole(NamedTuple):
    """What makes shelves the whole index of one edition of a library."""

    edition: str
    subjects: Subjects
    live: tuple[NDArray[np.bool_] | None, ...]
    """Of each segment of titles which entries are still there; None for all."""


class Shelves(NamedTuple):
    """What of an index is worth keeping for the next time."""

    forms: Segment | None
    """The topics' forms."""
    titles: tuple[Segment, ...]
    whole: Whole | None = None
    """What more there is, if the library of which they were made is known again."""


def built(
    topics: Sequence[Topic], articles: Sequence[Article], passages: Passages | None = None
) -> Index:
    """An index from nothing; texts are held in memory unless `passages` is given."""
    headings = [heading_of(article) for article in articles]
    searched = MemoryPassages(articles) if passages is None else passages
    return renewed(Shelves(None, ()), topics, headings, searched)


def heading_of(article: Article) -> Heading:
    """What of an article is indexed."""
    known = article.metadata
    return Heading(article.id, known.title, known.source or known.author, known.published)


def renewed(
    old: Shelves, topics: Sequence[Topic], headings: Iterable[Heading], passages: Passages
) -> Index:
    """The index of what there is now.

    Args:
        old: what was kept of an earlier one, of whatever library; entries that are still true are
            taken over, the others left.
        topics: all of them.
        headings: all of them, each once.
        passages: finds passages in the texts.
    """
    spelled("a")  # Reads the table of syllables, so that the first search need not.
    titles = _titles(old.titles, headings)
    forms, subjects = _forms(old.forms, topics), Subjects.of(topics)
    return Index(
        subjects,
        (forms, *(segment for segment, _ in titles)),
        (Ranks(_form_priors(forms, subjects), None), *_title_ranks(titles)),
        passages,
    )


def restored(forms: Segment, titles: Sequence[Segment], whole: Whole, passages: Passages) -> Index:
    """The index of what was kept, of a library in which nothing has changed."""
    spelled("a")  # As above.
    ranks = _title_ranks([*zip(titles, whole.live, strict=True)])
    prior = _form_priors(forms, whole.subjects)
    return Index(whole.subjects, (forms, *titles), (Ranks(prior, None), *ranks), passages)


def shelves_of(index: Index, edition: str = "") -> Shelves:
    """What of an index is worth keeping; all of it if the library's edition is known."""
    forms, *titles = index.segments
    live = tuple(ranks.live for ranks in index.ranks[1:])
    whole = Whole(edition, index.topics, live) if edition else None
    return Shelves(forms, tuple(titles), whole)


def _titles(
    old: Sequence[Segment], headings: Iterable[Heading]
) -> list[tuple[Segment, NDArray[np.bool_] | None]]:
    """Segments of titles, and which of their entries are still there (None: all)."""
    import numpy as np  # noqa: PLC0415  starting the program need not pay for it

    known = np.concatenate([np.zeros(0, np.int64), *(segment.prints for segment in old)])
    known.sort()
    prints: list[NDArray[np.int64]] = [known[:0]]
    new = segments(_unknown(headings, known, prints))
    there = np.concatenate(prints)
    there.sort()
    kept = [(segment, _among(segment.prints, there)) for segment in old]
    parts = [*((segment, live) for segment, live in kept if live.any()), *((s, None) for s in new)]
    return [(segment, _unless_all(live)) for segment, live in _tidied(parts)]


def _unknown(
    headings: Iterable[Heading], known: NDArray[np.int64], prints: list[NDArray[np.int64]]
) -> Iterator[list[Heading]]:
    """Those headings that are not known, in lots; the prints of all are put into a list."""
    import numpy as np  # noqa: PLC0415  as above

    every = iter(headings)
    while lot := list(islice(every, CHUNK)):
        found = np.fromiter((heading.print for heading in lot), np.int64, len(lot))
        prints.append(found)
        old = _among(found, known).tolist()
        yield [heading for heading, is_old in zip(lot, old, strict=True) if not is_old]


def _among(prints: NDArray[np.int64], known: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of some prints are among others, which are sorted once for all that is asked."""
    import numpy as np  # noqa: PLC0415  as above

    if not known.size:
        return np.zeros(prints.size, np.bool_)
    at = np.minimum(np.searchsorted(known, prints), known.size - 1)
    found: NDArray[np.bool_] = known[at] == prints
    return found


def _tidied(
    parts: Sequence[tuple[Segment, NDArray[np.bool_] | None]],
) -> list[tuple[Segment, NDArray[np.bool_] | None]]:
    """The segments, those that hold much that is gone, or are small and many, joined."""
    import numpy as np  # noqa: PLC0415  as above

    def rows(part: tuple[Segment, NDArray[np.bool_] | None]) -> NDArray[np.int64]:
        segment, live = part
        return np.arange(len(segment)) if live is None else np.flatnonzero(live)

    wasted = [part for part in parts if rows(part).size < (1 - WASTE) * len(part[0])]
    small = [part for part in parts if len(part[0]) < MOST // 2]
    loose = small if len(small) >= LOOSE else wasted
    result = [part for part in parts if all(part is not each for each in loose)]
    pile: list[tuple[Segment, NDArray[np.int64]]] = []
    for part in sorted(loose, key=lambda part: len(part[0])):
        if pile and sum(taken.size for _, taken in pile) + rows(part).size > MOST:
            result.append((Segment.joined(pile), None))
            pile = []
        pile.append((part[0], rows(part)))
    return [*result, (Segment.joined(pile), None)] if pile else result


def _unless_all(live: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
    return None if live is None or live.all() else live


def _title_ranks(
    titles: Sequence[tuple[Segment, NDArray[np.bool_] | None]],
) -> list[Ranks]:
    """Longer titles a little behind, new ones a little before."""
    import numpy as np  # noqa: PLC0415  as above

    days = [segment.days if live is None else segment.days[live] for segment, live in titles]
    last = max((int(each.max()) for each in days if each.size), default=0)
    found = []
    for segment, live in titles:
        dated = np.where(segment.days > 0, segment.days, last - 10 * YEAR_DAYS)
        fresh = np.exp2((dated - last).astype(np.float32) / FRESH_DAYS)
        prior = TITLE + np.float32(RECENT) * fresh - _lengths(segment) / TITLE_LENGTH
        found.append(Ranks(prior.astype(np.float32), live))
    return found


def _lengths(segment: Segment) -> NDArray[np.float32]:
    import numpy as np  # noqa: PLC0415  as above

    lengths = np.zeros(len(segment), np.float32)
    data = np.frombuffer(segment.plain.data, np.uint8)
    for at in range(0, len(segment), CHUNK):
        starts = segment.plain.starts[at : at + CHUNK + 1]
        piece = data[int(starts[0]) : int(starts[-1])]
        # In UTF-8 what follows the first byte of a character begins with the bits 10.
        before = np.zeros(piece.size + 1, np.uint32)
        np.cumsum((piece & 0xC0) != 0x80, out=before[1:])
        lengths[at : at + CHUNK] = np.diff(before[starts - starts[0]])
    return lengths


def _forms(old: Segment | None, topics: Sequence[Topic]) -> Segment:
    """The forms of the topics, the weightiest first."""
    known: dict[str, Keys] = {}
    if old is not None:
        known = dict(zip(old.texts, old.keys(range(len(old))), strict=True))
    headings: list[Heading] = []
    read: dict[str, Keys] = {}
    for number in sorted(range(len(topics)), key=lambda number: -topics[number].score):
        topic = topics[number]
        seen: set[str] = set()
        for form in (topic.name, *topic.aliases) if topic.mentions else ():
            found = known.get(form) or (phrase_keys if len(headings) < BY_PHRASE else keys)(form)
            if found.plain and found.plain not in seen and len(headings) < MOST:
                seen.add(found.plain)
                read[form] = found
                headings.append(Heading(str(number), form, "", ""))
    return Segment.of(headings, read.__getitem__)


def _form_priors(forms: Segment, topics: Subjects) -> NDArray[np.float32]:
    """How forms rank: those of weighty topics before, longer ones a little behind."""
    import numpy as np  # noqa: PLC0415  as above

    scores = np.maximum(topics.scores.astype(np.float64), 0)
    weights = np.sqrt(scores / (scores.max(initial=0) or 1.0))
    owners = np.fromiter(map(int, forms.targets), np.int64, len(forms))
    priors = TOPIC + WEIGHT * weights[owners] - _lengths(forms) / TITLE_LENGTH
    return priors.astype(np.float32)

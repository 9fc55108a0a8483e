"""Scouting: what the finder's signs and filters ask for, over a library and its index."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from digest.find.keys import keys, plain_key
from digest.find.narrowing import newest
from digest.find.passages import Searched, words_of
from digest.find.segment import YEAR_DAYS
from digest.find.within import Within
from digest.library import Narrow
from digest.model import Hit, HitKind, Span
from digest.text.fold import key
from digest.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.find import Index
    from digest.find.request import Request
    from digest.library import Store
    from digest.model import Article, Figure

SOURCES_SHOWN = 5
"""Sources shown before the articles of them all, when some letters of a name are typed."""

ARTICLES_SEEN = 60
"""Articles whose figures are looked at for the words about them."""

LABEL, SUBJECT, SENTENCE = 1.0, 0.9, 0.7
"""Worth of words in what a figure measures, in whose it is, and in the sentence around it."""

KEY_FIGURE = 0.01
"""What a figure gains for each step of salience."""


class Known(NamedTuple):
    """A source of articles."""

    articles: int
    """How many."""
    day: int
    """Of its newest article."""
    article: str
    """Id of that."""


def within(index: Index, request: Request) -> Within:
    """What a request narrows a search to; a source is any whose name holds what was typed."""
    if not request.source:
        return Within(request.kinds, None, request.since)
    wanted = key(request.source)
    names = tuple(name for name in _sources(index) if wanted in key(name))
    return Within(request.kinds, names, request.since)


def known(index: Index) -> Mapping[str, Sequence[str]]:
    """What `source:` and `since:` may be completed to, the likeliest first."""
    years = sorted({found.day // YEAR_DAYS for found in _sources(index).values() if found.day})
    since = ("7d", "30d", *map(str, range(years[-1], years[0] - 1, -1))) if years else ("7d", "30d")
    return {"source": tuple(_sources(index)), "since": since}


def sources(index: Index, request: Request, limit: int) -> list[Hit]:
    """The sources of a name, and their articles; after the name, what to find in those."""
    every = _sources(index)
    names = _named(request.words, every)
    words = ""
    if not names and " " in request.words:
        name, words = request.words.split(maxsplit=1)
        names = _named(name, every)
    if not request.words:
        return [_source(name, every[name]) for name in names][:limit]
    shown = [] if words or len(names) == 1 else names[:SOURCES_SHOWN]
    of_them = index.narrowed(index.within._replace(sources=tuple(names)))
    hits = of_them.search(words, limit) if words else newest(of_them, limit)
    return [*(_source(name, every[name]) for name in shown), *hits][:limit]


def figures(library: Store, words: str, asked: Within, limit: int) -> tuple[list[Hit], int]:
    """The figures of a library of which words say what they measure, or that have a value.

    Returns:
        the figures, and how many of the newest articles were looked through for a value; 0 for all.
    """
    from digest.services.amounts import amount  # noqa: PLC0415  the rules for figures load slowly

    wanted, rest = amount(words)
    if wanted is not None:
        narrow = Narrow(asked.since, asked.sources)
        found = library.sized(wanted.least, wanted.most, limit * 4, narrow)
        near = {each: (figures, wanted.near) for each, figures in found.figures.items()}
        hits = _hits(library, near)
        kept = [hit for hit in hits if all(word in key(hit.text) for word in words_of(rest))]
        if kept or not words_of(words):
            return kept[:limit], found.seen if found.cut else 0
    return _by_words(library, words, asked)[:limit], 0


def _by_words(library: Store, words: str, asked: Within) -> list[Hit]:
    narrow = Narrow(asked.since, asked.sources)
    found = library.search(words, ARTICLES_SEEN, narrow)
    ids = [match.id for match in found.matches] if words.strip() else []
    if not words.strip():
        ids = [each.id for each in library.listings(ARTICLES_SEEN // 3, since=asked.since)]
    by_article = library.figures_of(ids)
    hits = [
        hit
        for article in library.articles_of(ids)
        for hit in _worded(article, by_article.get(article.id, ()), found.words)
    ]
    return sorted(hits, key=lambda hit: -hit.score)


def _worded(article: Article, figures: Sequence[Figure], words: Sequence[str]) -> Iterator[Hit]:
    """The figures of an article about which words say something."""
    text = article.text
    for figure in figures:
        label, subject = (
            key(span.of(text)) if span else "" for span in (figure.label, figure.subject)
        )
        about, own = label + subject, key(figure.span.of(text))
        worth = 0.0
        if not words:
            worth = SENTENCE
        elif all(word in label or word in own for word in words):
            worth = LABEL
        elif all(word in about or word in own for word in words):
            worth = SUBJECT
        elif any(word in about for word in words):
            sentence = key(_sentence(article, figure.span).of(text))
            worth = SENTENCE if all(word in sentence for word in words) else 0.0
        if worth:
            yield _figure(article, figure, words, worth)


def _hits(library: Store, found: Mapping[str, tuple[Sequence[Figure], Decimal]]) -> list[Hit]:
    """Figures of articles as hits, those of the nearest value first."""
    hits = []
    for article in library.articles_of(list(found)):
        near_figures, near = found[article.id]
        for figure in near_figures:
            value = figure.value if isinstance(figure.value, Decimal) else near
            away = abs(float(value - near) / float(near or 1))
            hits.append(_figure(article, figure, (), LABEL - min(away, LABEL / 2)))
    return sorted(hits, key=lambda hit: -hit.score)


def _figure(article: Article, figure: Figure, words: Sequence[str], worth: float) -> Hit:
    place = _sentence(article, figure.span)
    text = place.of(article.text)
    spans = [figure.span.moved(-place.start)] if place.contains(figure.span) else []
    searched = Searched(article.id, text, key(text))
    for word in words:
        at = searched.folded.find(word)
        if at >= 0:
            spans.append(searched.in_clean([Span(at, at + len(word))])[0])
    salience = KEY_FIGURE * figure.salience
    score = (worth + salience) / (LABEL + 3 * KEY_FIGURE)
    matched = tuple(sorted(set(spans)))
    return Hit(HitKind.FIGURE, text, matched, article.id, figure.span, score)


def _sentence(article: Article, place: Span) -> Span:
    """The sentence in which a figure stands."""
    paragraph = article.paragraphs[article.paragraph_at(place.start)].span
    every = sentences(article.text, paragraph)
    return next((span for span in every if span.contains(place)), paragraph)


def _source(name: str, found: Known) -> Hit:
    return Hit(HitKind.SOURCE, name, (), found.article, Span(0, 0), 1.0)


def _named(words: str, every: Mapping[str, Known]) -> list[str]:
    """The sources whose name holds what was typed, in characters, pinyin or initials."""
    wanted = plain_key(words)
    if not wanted:
        return list(every)
    return [name for name in every if any(wanted in form for form in _forms(name))]


@lru_cache(4096)
def _forms(name: str) -> tuple[str, ...]:
    found = keys(name)
    return (found.plain, found.pinyin, found.initials)


@lru_cache(1)
def _sources(index: Index) -> dict[str, Known]:
    """The sources of an index, those with the most articles first."""
    found: dict[str, Known] = {}
    for segment, ranks in zip(index.segments[1:], index.ranks[1:], strict=True):
        live = [True] * len(segment) if ranks.live is None else ranks.live.tolist()
        days = segment.days.tolist()
        for name, day, article, there in zip(
            segment.sources, days, segment.targets, live, strict=True
        ):
            if there and name:
                count, latest, last = found.get(name, Known(0, -1, ""))
                newer = day > latest
                found[name] = Known(count + 1, max(day, latest), article if newer else last)
    return dict(sorted(found.items(), key=lambda each: (-each[1].articles, each[0])))

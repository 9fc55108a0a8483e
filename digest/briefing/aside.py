"""Aside: articles side by side, as bands of what they say of one thing.

First where their figures cannot both be true, then what more than one of them says, then what each
says alone. A cell of a band is a sentence as its article has it, with the figure it is there for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from digest.briefing.brief import CORE_KINDS
from digest.briefing.brief_new import Said, values
from digest.briefing.comparison import Relation
from digest.model import Role
from digest.text.sentences import sentence_at, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.briefing.comparison import Comparison
    from digest.model import Article, Figure, Span

MOST_OWN = 12
"""Sentences that each says alone: with more one reads the articles."""

MOST_SHORTER = 0.6
"""How much shorter one of two sentences may be that say the same; what is shorter says less."""

LEAST = 8
"""Characters of a sentence that says something."""


class Kind(StrEnum):
    """What a band holds."""

    DISPUTE = "dispute"
    AGREED = "agreed"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says."""

    article: str
    span: Span
    """The sentence, in the clean text."""
    lit: tuple[Span, ...] = ()
    """Its figures; in a band on one figure that alone."""


@dataclass(frozen=True, slots=True)
class Band:
    """What articles say of one thing, one cell an article; None for those that say nothing."""

    kind: Kind
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An article that is laid beside others."""

    article: Article
    figures: Sequence[Figure]
    places: Sequence[Span] = ()
    """Where the topic is mentioned."""
    picks: Sequence[Span] = ()
    """Its summary, for a comparison without a topic."""


def bands(told: Sequence[Told], comparisons: Iterable[Comparison]) -> list[Band]:
    """What the articles say, disputes first.

    Args:
        told: the articles, in the order of the columns.
        comparisons: what is told by more than one of them, in figures.
    """
    found = [*_compared(told, comparisons)]
    used = {(cell.article, cell.span) for band in found for cell in band.cells if cell}
    both, own = _sentences(told, used)
    found += both
    found.sort(key=lambda band: band.kind is not Kind.DISPUTE)
    return [*found, *own]


def _compared(told: Sequence[Told], comparisons: Iterable[Comparison]) -> Iterator[Band]:
    """Bands of figures that several tell; each sentence stands in one only."""
    used: set[tuple[str, Span]] = set()
    for comparison in comparisons:
        conflict = Relation.CONFLICT in comparison.relations
        same = comparison.relations & {Relation.SAME, Relation.PRECISE}
        if not (conflict or same) or len(comparison.articles) < 2:
            continue
        cells: list[Cell | None] = []
        for one in told:
            spans = [m.span for m in comparison.members if m.article == one.article.id]
            cells.append(_around(one.article, spans[0]) if spans else None)
        said = {(cell.article, cell.span) for cell in cells if cell}
        if len(said) > 1 and not said <= used:
            used |= said
            yield Band(Kind.DISPUTE if conflict else Kind.AGREED, tuple(cells))


def _around(article: Article, figure: Span) -> Cell:
    paragraph = article.paragraphs[article.paragraph_at(figure.start)].span
    return Cell(article.id, sentence_at(article.text, paragraph, figure.start), (figure,))


def _sentences(told: Sequence[Told], used: set[tuple[str, Span]]) -> tuple[list[Band], list[Band]]:
    """What several say in nearly the same words, and what each says alone."""
    columns = [_about(one, used) for one in told]
    both: list[Band] = []
    for at, column in enumerate(columns):
        for cell in list(column):
            words = cell.span.of(told[at].article.text)
            row: list[Cell | None] = [None] * len(told)
            for other in range(at + 1, len(told)):
                same = _same(words, columns[other], told[other].article.text)
                if same is not None:
                    row[other] = same
                    columns[other].remove(same)
            if any(row):
                row[at] = cell
                column.remove(cell)
                kind = Kind.DISPUTE if _differ(told, row) else Kind.AGREED
                both.append(Band(kind, tuple(row)))
    own = []
    for number in range(min(MOST_OWN, max(map(len, columns), default=0))):
        cells = (column[number] if number < len(column) else None for column in columns)
        own.append(Band(Kind.OWN, tuple(cells)))
    return both, own


def _differ(told: Sequence[Told], row: Sequence[Cell | None]) -> bool:
    """Whether nearly the same sentences name different figures, neither all that the other does."""
    named = []
    for one, cell in zip(told, row, strict=True):
        if cell is not None:
            named.append(values(f for f in _measuring(one.figures, cell.span)))
    return any(not (a <= b or b <= a) for a, b in combinations(named, 2))


def _measuring(figures: Iterable[Figure], within: Span) -> Iterator[Figure]:
    """The figures in a sentence that measure something."""
    return (f for f in figures if f.kind in CORE_KINDS and within.contains(f.span))


def _same(words: str, column: Sequence[Cell], text: str) -> Cell | None:
    """The cell of a column that says the same."""
    said = Said([words])
    for cell in column:
        theirs = cell.span.of(text)
        short, long = sorted((len(words), len(theirs)))
        if short >= MOST_SHORTER * long and (said.has(theirs) or Said([theirs]).has(words)):
            return cell
    return None


def _about(one: Told, used: set[tuple[str, Span]]) -> list[Cell]:
    """The sentences of an article on the topic, or its summary, without those used."""
    article = one.article
    found: list[Cell] = []
    for paragraph in article.paragraphs:
        inside = [place for place in one.places if paragraph.span.contains(place)]
        picked = [pick for pick in one.picks if paragraph.span.contains(pick)]
        if paragraph.role is Role.CREDIT or not (inside or picked):
            continue
        for span in sentences(article.text, paragraph.span):
            named = tuple(place for place in inside if span.contains(place))
            wanted = named or any(pick.overlaps(span) for pick in picked)
            if wanted and len(span) >= LEAST and (article.id, span) not in used:
                lit = tuple(f.span for f in _measuring(one.figures, span) if f.salience > 1)
                found.append(Cell(article.id, span, lit))
    return found

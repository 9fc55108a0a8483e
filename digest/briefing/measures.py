"""Measures: figures that can be held against those of other articles.

A figure is comparable once it is known whose it is, what it measures, how that is narrowed, and of
which time it speaks. What does not say so much stays out: a disagreement that is none costs a
reader's trust, and one that is missed costs nothing that the reader had before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.measure_events import event_of
from digest.briefing.measure_periods import is_long, period_of
from digest.briefing.measure_scenes import scenes
from digest.briefing.measure_spans import years_of
from digest.briefing.measure_values import Range, worth
from digest.briefing.measure_words import DATE, OTHER, Metric, before, behind, change
from digest.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.briefing.measure_scenes import Place
    from digest.briefing.measure_words import Nature
    from digest.model import Article, Figure, Span

COMPARED = frozenset(
    {
        FigureKind.MONEY,
        FigureKind.PERCENT,
        FigureKind.RATIO,
        FigureKind.SCORE,
        FigureKind.RANK,
        FigureKind.COUNT,
        FigureKind.NUMBER,
        FigureKind.DURATION,
    }
)
"""Kinds of figure that are measures; when things happened is what the timeline holds together."""


NATIONAL = frozenset(
    {
        "国内生产总值",
        "居民消费价格指数",
        "工业增加值",
        "工业生产者出厂价格",
        "社会消费品零售总额",
        "固定资产投资",
        "外汇储备",
        "进出口",
        "采购经理指数",
    }
)
"""Measures that are those of the whole land where nothing else is said."""


UNSAID = 12
"""Characters before a figure that stand for what it measures where nothing says it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure with all that has to agree before another is held against it."""

    article: str
    """The article's id."""
    span: Span
    """The figure's, in the clean text."""
    kind: FigureKind
    owner: str
    """Whose it is, in the normal text's script; empty if nothing says so."""
    metric: str
    """The name of the measure; begins with `=` if it is only the words of the text."""
    nature: Nature
    part: str
    """Of what part of the owner; empty for the whole."""
    qualifiers: frozenset[str]
    unit: str
    """What is counted in, with how: `CNY`, `count`, `%`, `%/yoy`."""
    range: Range
    period: str
    """Of which time it speaks, in ISO 8601; empty if it cannot be told."""
    is_said: bool
    """The period is said with the figure, not taken from the article's date."""
    published: str
    """The article's date."""
    places: frozenset[str]
    """For an event: names of where it was."""
    echo: int = 0
    """What its sentence says without its figures, and which of them it is; 0 where that says too
    little. Reports that share the sentence share the thing, whatever else is not told."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What two measures have in common that may be compared at all."""
        whose = "" if self.places else self.owner + self.part or f"{self.echo}"
        return self.metric, self.unit, whose


class Said(NamedTuple):
    """What a figure measures, and how it moves."""

    metric: Metric
    moves: str
    """`delta` and its base for a change; empty for the thing itself."""
    sign: int
    """Of a change: -1 if it falls."""


def measures(article: Article, figures: Sequence[Figure]) -> tuple[Measure, ...]:
    """The measures among an article's figures, by place.

    Pure, and about linear in the length of the text.
    """
    return tuple(_measures(article, figures))


def _measures(article: Article, figures: Sequence[Figure]) -> Iterator[Measure]:
    published = article.metadata.published
    last: Said | None = None
    for place in scenes(article, figures):
        if place.begins_sentence:
            last = None
        if place.figure.kind not in COMPARED or _is_edition(place.figure):
            continue
        lasting = years_of(place, published) if place.figure.kind is FigureKind.DURATION else None
        if lasting is not None:
            known = place._replace(owner=place.alias(lasting.owner)) if lasting.owner else place
            yield _measure(article, known, lasting.said, lasting.range, "year")
            continue
        said = None if place.figure.kind is FigureKind.DURATION else what(place, last)
        last = said or last
        if said is not None and said.metric.name == f"={place.owner}":
            said = None  # whose it is, and not what
        if said is None and place.echo:
            # Nothing says what it measures, but a report that shares the sentence shares that.
            yield from _made(article, place._replace(owner=""), _unsaid(place))
        elif said is not None and "before" not in said.metric.qualifiers:
            yield from _made(article, place, said)


def _made(article: Article, place: Place, said: Said) -> Iterator[Measure]:
    """The measure of a figure, if it has a number."""
    held = worth(place.figure, place.written)
    if held is not None:
        unit, values = held
        if said.sign < 0:
            values = Range(-values.high, -values.low, values.vague, -values.value)
        yield _measure(article, place, said, values, f"{unit}/{said.moves}" if said.moves else unit)


def _unsaid(place: Place) -> Said:
    """What a figure measures of which the words do not say it: the words."""
    words = (place.before[-UNSAID:] or place.behind[:UNSAID]).strip(f" {DATE}{OTHER}")
    return Said(Metric(f"={words}", "state", frozenset(), ""), "", 1)


def _is_edition(figure: Figure) -> bool:
    """Whether a rank counts editions, weeks or floors: it tells things apart and ranks nothing."""
    return figure.kind is FigureKind.RANK and figure.unit not in {"名", "位"}


def what(place: Place, last: Said | None) -> Said | None:
    """What a figure measures.

    Args:
        place: the figure among its words.
        last: what the figure before in the sentence measures: `同比增长12%` alone is of that.
    """
    figure = place.figure
    sign, words = change(place.before)
    if figure.kind is FigureKind.PERCENT and not sign and place.change:
        sign, words = place.change, place.before
    if sign and figure.kind is not FigureKind.RANK:
        base = figure.base or ("yoy" if "同比" in place.before else "")
        if not words and last is not None and not place.begins_sentence:
            return Said(last.metric, f"delta-{base}", sign)
        metric = before(words)
        return Said(metric, f"delta-{base}", sign) if metric else None
    metric = counted(place) if figure.kind is FigureKind.COUNT else before(place.before)
    return Said(metric, "", 1) if metric else None


def counted(place: Place) -> Metric | None:
    """What a count counts: the noun behind it, narrowed by the words before it."""
    noun, told = behind(place.behind), before(place.before)
    if noun is None:
        return told
    if told is None:
        return noun
    if not told.name.startswith("=") and noun.name.startswith("="):
        return Metric(told.name, told.nature, told.qualifiers, told.rest + noun.name[1:])
    rest = told.name.removeprefix("=") if told.name.startswith("=") else told.rest
    narrowed = noun.qualifiers | told.qualifiers
    return Metric(noun.name, noun.nature, narrowed, rest + noun.rest)


def _measure(article: Article, place: Place, said: Said, values: Range, unit: str) -> Measure:
    metric, published = said.metric, article.metadata.published
    owner, part = place.owned(metric.rest)
    if not owner and metric.name in NATIONAL:
        owner = place.home
    places = event_of(article, place) if metric.nature == "event" else frozenset[str]()
    period, is_said = period_of(place, metric.nature, published)
    qualifiers = metric.qualifiers
    if metric.nature != "flow" or is_long(period):
        qualifiers -= {"cumulative"}
    if unit.endswith("/delta-") and is_long(period):
        unit += "yoy"  # a year is held against the year before
    return Measure(
        article=article.id,
        span=place.figure.span,
        kind=place.figure.kind,
        owner=owner,
        metric=metric.name,
        nature=metric.nature,
        part=part,
        qualifiers=qualifiers,
        unit=unit,
        range=values,
        period=period,
        is_said=is_said,
        published=published,
        places=places,
        echo=place.echo,
    )

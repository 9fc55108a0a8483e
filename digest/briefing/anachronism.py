"""Anachronisms: years that cannot be meant, since what the sentence says of them is still to come.

An article of 2023 that says of the first half of 2014 what will happen then has a wrong digit. It
is marked and never rewritten: what was meant is the reader's to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.figures.engine import normal
from digest.model import FigureKind
from digest.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import Article, Figure, Span


@dataclass(frozen=True, slots=True)
class Anachronism:
    """A date that cannot be what it says."""

    span: Span
    """The date's, in the clean text."""
    year: int
    """As it is written."""
    likely: int | None
    """The year, one digit away, that would make sense; None if there is none, or more than one."""


NEAR = 2
"""Years after the article's in which what it announces may lie: plans are told for next year."""

REACH = 30
"""Characters behind the date in which the word for what is to come stands: its own clause."""

_YEAR = re.compile(r"(?:1[89]|20)\d\d(?=\s*年)")
_TO_COME = re.compile(
    r"将(?=[^军领士要棋帅近于]|要)|将会|有望|即将|预计将?|计划于?|拟于|可望|力争|争取(?:在|于)?"
)
_REPORTING = re.compile(
    r"宣布|发布|表示|曾|当时|时任|彼时|原计划|原定|本来|原本|提出|公布|公告|承诺|预言|说过|称|决定|签署|通过|认为|透露|规划|以来|至今|起"
)
"""Words that put what was to come into the past: in 2014 it was announced that..."""


def anachronisms(article: Article, figures: Sequence[Figure]) -> tuple[Anachronism, ...]:
    """The dates of an article that cannot be what they say, by place."""
    return tuple(_found(article, figures))


def _found(article: Article, figures: Sequence[Figure]) -> Iterator[Anachronism]:
    published = article.metadata.published[:4]
    if not published.isdecimal():
        return
    now = int(published)
    text = ""
    for figure in figures:
        if figure.kind is not FigureKind.DATE or not _is_before(figure, now):
            continue
        text = text or normal(article.text)
        year = _YEAR.search(figure.span.of(text))
        if year is not None and _is_to_come(article, text, figure):
            yield Anachronism(figure.span, int(year[0]), _likely(year[0], now))


def _is_before(figure: Figure, now: int) -> bool:
    """Whether a date says a year, and one that is over."""
    if figure.modifier == "since":
        return False
    said = figure.value if isinstance(figure.value, str) else ""
    return said[:4].isdecimal() and int(said[:4]) < now and "/" not in (figure.resolved or "")


def _is_to_come(article: Article, text: str, figure: Figure) -> bool:
    """Whether the words behind the date speak of it as of what is still to come."""
    paragraph = article.paragraphs[article.paragraph_at(figure.span.start)].span
    ends = (one.end for one in sentences(article.text, paragraph) if one.contains(figure.span))
    end = next(ends, paragraph.end)
    behind = text[figure.span.end : min(end, figure.span.end + REACH)]
    cue = _TO_COME.search(behind)
    return cue is not None and not _REPORTING.search(behind[: cue.start()])


def _likely(year: str, now: int) -> int | None:
    """The only year that differs in one digit and is about to come."""
    near = [
        other
        for other in range(now, now + NEAR + 1)
        if sum(one != two for one, two in zip(year, str(other), strict=True)) == 1
    ]
    return near[0] if len(near) == 1 else None

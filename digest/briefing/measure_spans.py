"""Years: since when somebody has been at something, told as how long: `深耕25年`, `成立20周年`.

How long it has been grows with the calendar, so what is compared is the year it leads back to.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.measure_owners import head_name
from digest.briefing.measure_values import Range
from digest.briefing.measure_words import Metric

if TYPE_CHECKING:
    from digest.briefing.measure_scenes import Place
    from digest.briefing.measures import Said

_CLAUSE = re.compile(r"[,，。:：;；、]")
_AT_IT = re.compile(
    r"深耕|耕耘|投入|从事|钻研|专注|扎根|布局|打拼|积累|深扎|坚守|研究|探索|沉淀|经营|积淀"
)
_FOUNDED = re.compile(r"成立|创立|创办|创建|建校|建厂|开业|上市|建成|通车|结婚|建交")
_FIELD = re.compile(
    r"(?:在|于|对|从事|专注|深耕|投入|钻研|扎根|布局)(?:于|了)?(?P<field>[一-鿿a-z]{2,10}?)(?:技术|研究)?(?:领域|行业|产业|赛道|市场|方面|方向|业务|的)"
)
_SAME = re.compile(r"[该这此](?:一|个)?(?:领域|行业|产业|赛道|方向|市场)")
_NAMED = re.compile(
    r"(?:最早|率先|专门|一直|长期|专注)?(?:做|从事|研发|研究|开发|布局|进入|专注于?)(?P<field>[一-鿿a-z]{2,8}?)(?:的|企业|公司)"
)


SINCE = "since:"
"""Begins the name of a measure that leads back to a year."""


class Lasting(NamedTuple):
    """Since when, as a measure."""

    said: Said
    range: Range
    owner: str
    """Who has been at it, where the clause that names the field says so."""


def years_of(place: Place, published: str) -> Lasting | None:
    """The year that a number of years leads back to; None if it tells of nothing that goes on.

    Args:
        place: the figure, a duration, among its words.
        published: the article's date, from which the years are counted.
    """
    from digest.briefing.measures import Said  # noqa: PLC0415 - it speaks of measures as we do

    figure = place.figure
    if figure.unit != "year" or not isinstance(figure.value, str) or not published[:4].isdigit():
        return None
    count = re.fullmatch(r"P(\d+)Y", figure.value)
    if count is None or figure.modifier or figure.approx:
        return None
    what = _what(place)
    if not what:
        return None
    since = Decimal(int(published[:4]) - int(count[1]))
    metric = Metric(what, "fixed", frozenset(), "")
    values = Range(since, since, vague=False, value=since)
    return Lasting(Said(metric, "", 1), values, _owner(place.line))


def _owner(line: str) -> str:
    """The name at the head of the clause that names the field."""
    clauses = _CLAUSE.split(line)
    found = (head_name(f"{clause},") for clause in clauses if _FIELD.search(clause))
    return next(filter(None, found), "")


def _what(place: Place) -> str:
    """What has gone on so long; empty if the words do not say."""
    around = place.before + place.behind
    founded = _FOUNDED.search(place.before) or re.match(r"(?:周年|年)?.{0,2}", place.behind)
    if founded and founded[0] in place.before and _FOUNDED.fullmatch(founded[0]):
        return f"{SINCE}{founded[0]}"
    field = _field(place.line)
    is_told_next = place.before.endswith("过去") and _AT_IT.search(place.line)
    if field and (_AT_IT.search(around) or is_told_next):
        return f"{SINCE}{field}"
    return ""


def _field(line: str) -> str:
    """The field that a sentence speaks of."""
    if _SAME.search(line):
        named = _NAMED.search(line)
        return named["field"] if named else ""
    found = _FIELD.search(line)
    return found["field"] if found else ""

"""Quantities: a number with the unit that makes it a figure, or with a verb that measures.

A bare number stays dark: versions, models and names of events are bare. What lights it is a unit, a
classifier, a counted noun, a currency, a percent sign, or a verb that reports a level (跌至 99.20).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.amounts import SCALE, Amount, Site, amount_at, lit
from digest.figures.counts import read_big, read_count
from digest.figures.measures import read_measure
from digest.figures.money import currency_before, read_money, read_prefixed, read_scaled
from digest.figures.numerals import past_space
from digest.figures.shares import read_percent, read_ratio_unit, read_score
from digest.figures.units import unit_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.figures.found import Found
    from digest.model import FigureKind

_LEVEL_VERB = re.compile(
    r"(?:[跌涨升降挫滑回增减攀飙扬拉探弹缩扩反挤急落走推收移调]{1,2}[至到]|报[收于]?|收报|收[在于]|收盘[报于为]"
    r"|作收|报价|现报|暂报|站[上稳]|失守|重返|突破|跌破|升破|涨破|[触见录]得?|录得|触及|[为达]到?"
    r"|调升?至|下调至|上调至|中间价[为报]?|指数[为报]?|[%点][至到]|攻上|冲上|逼近|守住|收复"
    r"|维持在)了?[ ]?$"
)
_CLOSED_AT = re.compile(r"(?<![营税回吸征丰创])[收报][ ]?$")
_FROM = re.compile(r"[从由][ ]?$")
_LED = re.compile(r"[ ]?(?:[上下回]?[调升降跌涨增减滑落扩缩]{1,2})了?[至到]")
"""由15.6降至4.8: both ends of a change are levels."""
_CLOSING = re.compile(r"[,，。、;；(（)）]|$")
"""收24.3: of an index, where the number ends its clause."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALED = re.compile(r"\d[ ]?[多余几]?[ ]?[百千]?[万亿兆]{1,4}$")
_SHORT_LEVEL = 3
"""Digits from which a whole number behind a verb is a level; smaller ones are steps and counts."""


def read_quantity(line: str, position: int) -> Found | None:
    """The quantity whose numeral begins at `position`, or None."""
    amount = amount_at(line, position)
    if amount is None:
        return None
    currency = currency_before(line, amount.start)
    found = read_prefixed(line, amount, *currency) if currency else None
    if found is not None:
        return found
    place = past_space(line, amount.end)
    unit = unit_at(line, place)
    if unit is None:
        return read_big(line, amount) or _quake(line, amount) or _level(line, amount)
    if place > amount.end and unit.noun and _YEAR.fullmatch(amount.text):
        return None
    found = _READERS[unit.kind](Site(line, amount, unit, place))
    if found is None and unit.form == "桶":
        return Site(line, amount, unit, place).counted()
    return found or (_quake(line, amount) if unit.kind is kinds.NUMBER else None)


def _quake(line: str, amount: Amount) -> Found | None:
    """规模7.2, 震度6强: the strength of an earthquake, which has no unit."""
    graded = line.startswith(("强", "弱"), amount.end) and amount.high < _INTENSITIES
    near = _SEISMIC.search(line[max(0, amount.start - 5) : amount.start])
    shaken = graded and _SHAKEN.search(line[max(0, amount.start - 60) : amount.start])
    if not amount.is_arabic or not (near or shaken):
        return None
    end = amount.end + graded
    return lit(amount, end, kinds.NUMBER, "number/seismic")


_SEISMIC = re.compile(r"(?:(?<=[氏震])规模|规模(?=[为达]?约?[ ]?$)|震度)(?:为|达|约)?[ ]?$")


_SHAKEN = re.compile(r"震度|规模|芮氏")
_INTENSITIES = 8


def _level(line: str, amount: Amount) -> Found | None:
    """A bare number that a verb gives as a level: 跌至 99.20, 收报 18,230."""
    if not amount.is_arabic:
        return None
    verb = _LEVEL_VERB.search(line[max(0, amount.start - 5) : amount.start])
    if verb is None and "." in amount.text and _CLOSING.match(line, amount.end):
        verb = _CLOSED_AT.search(line[max(0, amount.start - 5) : amount.start])
    if verb is None and "." in amount.text and _LED.match(line, amount.end):
        verb = _FROM.search(line[max(0, amount.start - 5) : amount.start])
    if verb is None:
        return read_scaled(line, amount) if _SCALED.search(amount.text) else None
    exact = "." in amount.text or "," in amount.text or bool(SCALE.search(amount.text))
    if _YEAR.fullmatch(amount.text) or (not exact and len(amount.text) < _SHORT_LEVEL):
        return None
    if verb[0][:1] in "为达" and not exact:
        return None
    behind = line[amount.end : amount.end + 1]
    if behind.isascii() and (behind.isalnum() or (behind and behind in "/-+_")):
        return None
    return lit(amount, amount.end, kinds.NUMBER, "number/level")


_READERS: dict[FigureKind, Callable[[Site], Found | None]] = {
    kinds.MONEY: read_money,
    kinds.PERCENT: read_percent,
    kinds.RATIO: read_ratio_unit,
    kinds.NUMBER: read_measure,
    kinds.COUNT: read_count,
    kinds.SCORE: read_score,
}

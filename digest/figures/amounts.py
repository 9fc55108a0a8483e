"""Amounts: a number as it stands in a line, joined with a second one where both share a unit.

In a range the unit and the scale flow left: 300-400万吨 is three to four million, 68、69分 are two
scores in one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from digest.figures import kinds
from digest.figures.found import Found
from digest.figures.numerals import NUMERAL, Number, numeral_at, past_space, read
from digest.figures.units import Unit, unit_at

if TYPE_CHECKING:
    from digest.model import FigureKind, Value

SCALE = re.compile(r"[十百千万亿兆]+$")
"""The scale that ends a numeral."""

_JOIN = re.compile(r"[ ]?(?:--?|[–—]{1,2}|~|〜|至|到|、|或)[ ]?(?:约|近|逾)?")
_JOINERS = frozenset(" -–—~〜至到、或")
"""What every such word begins with."""

_JOINED_LEFT = re.compile(
    r"[A-Za-z)%℃°]$|[\d零一二三四五六七八九十百千万亿年月日时][^,，。、;；:：(（]{0,3}$"
)
"""What a hyphen joins: a name in Latin letters, or a quantity whose other end follows."""

_SIGNS = frozenset("-−下负")
"""What stands just before a number below zero."""

_BORROWED = frozenset("百千兆")
"""Scales with which units begin (千米, 百帕, 兆瓦)."""

_SMALL_HAN = frozenset("一二两三四五六七八九")
_LEFT = 4
"""Characters before a number in which its modifier or verb stands."""


class Amount(NamedTuple):
    """One or two numbers, and where they stand."""

    start: int
    end: int
    numbers: tuple[Number, ...]
    text: str

    @property
    def low(self) -> Decimal:
        """The smaller end."""
        return self.numbers[0].low

    @property
    def high(self) -> Decimal:
        """The larger end."""
        return self.numbers[-1].high

    @property
    def is_one(self) -> bool:
        """Whether it is 一, which is more often an article than a number."""
        return self.text == "一"

    @property
    def is_small_han(self) -> bool:
        """Whether it is one Chinese digit, which half the language's words begin with."""
        return self.text in _SMALL_HAN

    @property
    def is_arabic(self) -> bool:
        """Whether it is written in Arabic digits."""
        return self.text[0].isdecimal()

    def value(self, factor: Decimal = Decimal(1)) -> Decimal | tuple[Decimal, ...]:
        """The value times `factor`, or both ends."""
        low, high = self.low, self.high
        if factor != 1:
            low, high = low * factor, high * factor
        return low if low == high else (low, high)


class Site(NamedTuple):
    """An amount with the unit behind it: what a reader of quantities judges."""

    line: str
    amount: Amount
    unit: Unit
    place: int
    """Where the unit begins."""

    @property
    def end(self) -> int:
        """Where the unit ends."""
        return self.place + len(self.unit.form)

    @property
    def before(self) -> str:
        """The characters just before the amount."""
        return self.line[max(0, self.amount.start - _LEFT) : self.amount.start]

    def lit(self, rule: str, value: Value | None = None, end: int = 0) -> Found:
        """The figure from the amount to the end of the unit, or to `end` behind it."""
        return lit(
            self.amount, end or self.end, self.unit.kind, rule, unit=self.unit.code, value=value
        )

    def counted(self, rule: str = "count/classifier") -> Found:
        """The figure of a written counter, which keeps the form that the text has."""
        counter = (self.place, self.end)
        return lit(self.amount, self.end, kinds.COUNT, rule, unit=self.unit.code, counter=counter)


def lit(
    amount: Amount,
    end: int,
    kind: FigureKind,
    rule: str,
    *,
    unit: str | None = None,
    value: Value | None = None,
    start: int | None = None,
    core_end: int | None = None,
    counter: tuple[int, int] | None = None,
) -> Found:
    """A figure that begins with an amount; what is given replaces what the amount would tell."""
    first, last = amount.numbers[0], amount.numbers[-1]
    begin = amount.start if start is None else start
    return Found(
        begin, end, begin, end if core_end is None else core_end,
        kind, amount.value() if value is None else value, unit, rule,
        approx=first.approx or last.approx or "、" in amount.text,
        modifier=last.modifier, counter=counter,
    )  # fmt: skip


def amount_at(line: str, position: int) -> Amount | None:
    """The number at `position`, with a second one where both share a unit."""
    numeral = numeral_at(line, position)
    if numeral is None:
        return None
    match, number = numeral
    run = match["run"] or ""
    if run[-1:] in _BORROWED and len(run) > 1:
        match, number = _unscaled(line, position, match) or numeral
        run = match["run"] or ""
    start = position
    if position and line[position - 1] in _SIGNS:
        start = _signed(line, position)
        number = number if start == position else number.times(Decimal(-1))
    first = Amount(start, match.end(), (number,), match[0].strip())
    return _joined(line, first, run) or first


def _unscaled(
    line: str, position: int, match: re.Match[str]
) -> tuple[re.Match[str], Number] | None:
    """The number without a last 千 or 百 that belongs to its unit (10千米, 925百帕)."""
    end = match.end()
    unit = None if match["more"] else unit_at(line, end - 1)
    if unit is None or unit.kind is not kinds.NUMBER or unit.form[0] != match["run"][-1]:
        return None
    shorter = NUMERAL.match(line, position, end - 1)
    number = read(shorter) if shorter else None
    return (shorter, number) if shorter and number else None


def _signed(line: str, position: int) -> int:
    """Where the number begins with its sign: 零下, 负, or a minus that joins nothing."""
    if line[position - 1] in "-−":
        joins = _JOINED_LEFT.search(line[max(0, position - 8) : position - 1])
        return position if joins else position - 1
    for word in ("零下", "负"):
        if line.endswith(word, 0, position) and not line.endswith("正负", 0, position):
            return position - len(word)
    return position


def _joined(line: str, first: Amount, run: str) -> Amount | None:
    if line[first.end : first.end + 1] not in _JOINERS:
        return None
    join = _JOIN.match(line, first.end)
    numeral = numeral_at(line, join.end()) if join else None
    if join is None or numeral is None or not numeral[0]["run"]:
        return None
    match, second = numeral
    if unit_at(line, past_space(line, match.end())) is None:
        return None
    low = first.numbers[0]
    if "、" in join[0] and not (second.low - low.low == 1 and len(run) < 3):
        return None
    low = _scaled_left(low, run, second, match["run"])
    if low.low >= second.low:
        return None
    return Amount(first.start, match.end(), (low, second), line[first.start : match.end()])


def _scaled_left(low: Number, run: str, second: Number, second_run: str) -> Number:
    """The first number with the scale of the second, where it has none of its own."""
    scale, own = SCALE.search(second_run), SCALE.search(run)
    if scale is None or (own and len(own[0]) >= len(scale[0])):
        return low
    worth = _worth(scale[0])
    if low.low >= second.low / worth:
        return low
    return low.times(worth / (_worth(own[0]) if own and scale[0].startswith(own[0]) else 1))


def _worth(scale: str) -> Decimal:
    match = NUMERAL.match(f"1{scale}")
    number = read(match) if match else None
    return number.low if number else Decimal(1)

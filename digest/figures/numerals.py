"""Numerals: what a run of digits and Chinese numerals is worth.

Chinese news mixes writings inside one number (7万5千, 6.45亿, 40多万, 数百, 两三). `NUMERAL` finds
the whole run, `read` says its value, exactly: `Decimal` throughout, never a float.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
"""Arabic digits, with thousands marks and a fraction."""

LONGEST_RUN = 24
"""Digits and numerals in one number: past a septillion nobody counts, it is an identifier."""

_BIG = "十百千万亿兆"
_HAN = "零〇一二两三四五六七八九十百千万亿兆廿卅"
_FORMAL = "壹贰叁肆伍陆柒捌玖"
_VALUES = (
    {character: value for value, character in enumerate("零一二三四五六七八九")}
    | {
        "〇": 0,
        "○": 0,
        "两": 2,
        "幺": 1,
        "参": 3,
    }
    | {character: value for value, character in enumerate(_FORMAL, 1)}
)
_SCALES = {
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
    "万": 10**4, "亿": 10**8, "兆": 10**12,
}  # fmt: skip

NUMERAL = re.compile(
    rf"""
    (?P<vague>好几|数|几|成|上)?                      # 数百, 几十, 上万
    (?P<run>
        [-−+]?{DIGITS}                                # 1,164  6.45
        (?:[ ]?[多余来几]?[{_BIG}]{{1,4}}
           (?:零?(?:\d,\d{{3}}|\d{{1,4}})(?:\.\d+)?[ ]?[{_BIG}]{{1,2}}){{0,6}}
           (?:零?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}})(?![\d.,年月:]|日(?![元圆币])))?)?
      | (?:[{_FORMAL}参][拾佰仟][万亿]{{0,3}}零?){{1,12}}[{_FORMAL}]?[万亿]{{0,3}}  # 壹佰
        (?:点[{_FORMAL}]{{1,12}})?
      | [{_FORMAL}](?=[万亿元圆角分成倍])[万亿]{{0,3}}
      | [{_HAN}○]{{1,40}}(?:[多余几来][{_BIG}]{{1,6}})?
        (?:点[零〇一二三四五六七八九]{{1,12}}(?!分|刻)[万亿]{{0,3}})?
      | (?<=[数几上])[{_BIG}]{{1,6}}
    )?
    (?P<more>[ ]?(?:多|余|来|几))?
    """,
    re.VERBOSE,
)
"""One number with what makes it vague; empty where there is none."""

_PAIR = re.compile(r"([一二两三四五六七八])([二三四五六七八九])(?![一二三四五六七八九零〇])")
_POSITIONAL = re.compile(r"[零〇○一二三四五六七八九幺]+")
_VAGUE_ENDS = {"数": (2, 9), "几": (2, 9), "好几": (3, 9)}
"""What 数, 几 and 好几 count before a scale, as readers take them."""


class Number(NamedTuple):
    """The value of a numeral, and how it is hedged."""

    low: Decimal
    high: Decimal
    approx: bool = False
    modifier: str | None = None

    @property
    def is_range(self) -> bool:
        """Whether the numeral itself names two ends (两三, 数百)."""
        return self.low != self.high

    def times(self, factor: Decimal) -> Number:
        """The same, `factor` times as large."""
        return Number(self.low * factor, self.high * factor, self.approx, self.modifier)

    def plus(self, more: Decimal) -> Number:
        """The same, larger by `more`."""
        return Number(self.low + more, self.high + more, self.approx, self.modifier)


def past_space(line: str, position: int) -> int:
    """`position`, or the next one where a space stands there."""
    return position + line.startswith(" ", position)


@lru_cache(maxsize=8)
def numeral_at(line: str, position: int) -> tuple[re.Match[str], Number] | None:
    """The numeral that begins at `position` and its value; several readers ask for the same."""
    match = NUMERAL.match(line, position)
    number = read(match) if match and match[0] else None
    return (match, number) if match and number else None


def read(match: re.Match[str]) -> Number | None:
    """The value of a match of `NUMERAL`, or None if it is no number."""
    vague, run, more = match.group("vague", "run", "more")
    vague, run = vague or "", run or ""
    if len(run) > LONGEST_RUN or not (run or vague in _VAGUE_ENDS):
        return None
    return _read(vague, run, (more or "").strip())


@lru_cache(maxsize=4096)
def _read(vague: str, run: str, more: str) -> Number | None:
    """The value of what is written; most numbers are short and return, here and elsewhere."""
    if vague in _VAGUE_ENDS and (not run or run[0] in _BIG):
        return _vague(vague, run)
    if more == "几":
        return _teens(run)
    number = _some(run) or _pair(run) or _single(run)
    return number and _hedged(number, vague, run + more)


def _hedged(number: Number, vague: str, written: str) -> Number:
    """上百 is at least a hundred, 40多万 more than four hundred thousand, 三十来 about thirty."""
    modifier = "at-least" if vague == "上" else None
    if "多" in written or "余" in written:
        modifier = modifier or "more"
    approx = number.approx or modifier is not None or "来" in written
    return Number(number.low, number.high, approx, modifier)


def value(run: str) -> Decimal | None:
    """The value of one number without hedges, or None if the writing makes no sense."""
    return _remembered(run) if len(run) <= LONGEST_RUN else _value(run)


def _value(run: str) -> Decimal | None:
    run = run.replace(",", "").replace(" ", "")
    if not run.isdecimal():
        run = run.translate(_UNHEDGED)
    sign = -1 if run[:1] in {"-", "−", "负"} else 1
    run = run.lstrip("-−+负")
    if not run:
        return None
    if _POSITIONAL.fullmatch(run):
        return sign * Decimal("".join(str(_VALUES[character]) for character in run))
    whole, point, fraction = run.partition("点")
    if point:
        return _pointed(whole, fraction, sign)
    total = _evaluate(run)
    return None if total is None else sign * total


_remembered = lru_cache(maxsize=4096)(_value)
"""Most numbers are short and return, in an article and in the next."""

_UNHEDGED = {ord(mark): None for mark in "多余来几"} | {ord("廿"): "二十", ord("卅"): "三十"}


def _pointed(whole: str, fraction: str, sign: int) -> Decimal | None:
    """二十点一万: the fraction's digits, and a scale behind them for the whole."""
    digits = fraction.rstrip("百千万亿兆")
    factor = Decimal(1)
    for scale in fraction[len(digits) :]:
        factor *= _SCALES[scale]
    before = value(whole) if whole else Decimal(0)
    if before is None or not all(character in _VALUES for character in digits):
        return None
    after = "".join(str(_VALUES[character]) for character in digits)
    return sign * (before + Decimal(f"0.{after or 0}")) * factor


def _single(run: str) -> Number | None:
    number = value(run)
    return None if number is None else Number(number, number)


def _pair(run: str) -> Number | None:
    """两三, 十五六, 三五百, 七八万: two neighbouring digits are two ends."""
    match = _PAIR.search(run)
    if match is None or (match.start() > 0 and run[match.start() - 1] not in _BIG):
        return None
    first, second = _VALUES[match[1]], _VALUES[match[2]]
    if second - first != 1 and (first, second) != (3, 5):
        return None
    low, high = (value(run[: match.start()] + d + run[match.end() :]) for d in match.groups())
    if low is None or high is None:
        return None
    if low >= high:
        return None
    return Number(low, high, approx=True)


def _vague(vague: str, run: str) -> Number | None:
    low, high = _VAGUE_ENDS[vague]
    if not run:
        return Number(Decimal(1 if vague == "几" else low), Decimal(high), approx=True)
    scale = _evaluate(run)
    if scale is None:
        return None
    low = 2 if vague == "好几" else low
    return Number(low * scale, (high + 1) * scale - 1 if scale <= 10**4 else high * scale, True)


def _some(run: str) -> Number | None:
    """十几万: 几 inside a number is one to nine of its place."""
    before, some, after = run.partition("几")
    if not some or not before:
        return None
    low, high = value(f"{before}一{after}"), value(f"{before}九{after}")
    return None if low is None or high is None else Number(low, high, approx=True)


def _teens(run: str) -> Number | None:
    """十几, 20几: one to nine more than the round number."""
    number = value(run)
    if number is None:
        return None
    return Number(number + 1, number + 9, approx=True)


_PIECE = re.compile(r"\d+(?:\.\d+)?|.")


def _evaluate(run: str) -> Decimal | None:
    """Sum the sections of a number: 2亿3400万, 一万二, 7万5千, 1.2万亿."""
    total = section = Decimal(0)
    number: Decimal | None = None
    scale = last_big = 1
    zero = False
    for piece in _PIECE.findall(run):
        if piece[0].isdecimal():
            number = Decimal(piece)
        elif piece in _VALUES:
            digit = _VALUES[piece]
            zero = zero or digit == 0
            number = Decimal(digit) if not number else number * 10 + digit
        elif (factor := _SCALES.get(piece, 0)) == 0:
            return None
        elif factor < 10**4:
            section += (number or Decimal(1)) * factor
            number, scale, zero = None, factor, False
        else:
            if zero and number == 0 and section == 0 and total == 0:
                return None
            section += number or 0
            if last_big == 1 or factor > last_big or (section == 0 and number is None):
                whole = total + section
                total = (whole or Decimal(1)) * factor
            else:
                total += section * factor
            section, number, scale, last_big, zero = Decimal(0), None, factor, factor, False
    if number is not None and run[-1] in _VALUES and scale >= 100 and not zero and number < 10:
        number *= scale // 10
    return total + section + (number or 0)

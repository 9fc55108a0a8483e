"""Values: what a figure is worth, as a reader of either script would write it.

A figure keeps its value as a program wants it: a Decimal, an ISO 8601 date or duration, a unit's
code. A reader counts in 万 and 亿, says 8 个月 and not P8M, and knows 美元 and not USD.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from digest.briefing.measure_periods import FISCAL
from digest.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.model import Figure

STEPS = (
    (Decimal(10) ** 12, "万亿", "兆"),
    (Decimal(10) ** 8, "亿", "億"),
    (Decimal(10) ** 4, "万", "萬"),
)
"""The steps in which Chinese counts large amounts, for Simplified and Traditional readers."""

DIGITS = 4
"""Digits kept of an amount in 万 or 亿: enough to compare two, short enough to read at once."""

MAX_PLACES = 12
"""Digits that a number is written with in news; what has more was divided, as a third was."""

MAX_DIGITS = 40
"""Integral numbers are written out up to here; 10 to the power of 40 is beyond what news counts,
and a hostile exponent must not become a gigabyte of zeros."""

LENGTHS = {
    "Y": ("年", "年"),
    "M": ("个月", "個月"),
    "W": ("周", "週"),
    "D": ("天", "天"),
    "TH": ("小时", "小時"),
    "TM": ("分钟", "分鐘"),
    "TS": ("秒", "秒"),
}
"""What the parts of an ISO 8601 duration are called; T before those of the time."""

PARTS = {
    "H1": ("上半年", "上半年"),
    "H2": ("下半年", "下半年"),
    "Q1": ("一季度", "第一季"),
    "Q2": ("二季度", "第二季"),
    "Q3": ("三季度", "第三季"),
    "Q4": ("四季度", "第四季"),
}
"""What halves and quarters of a year are called."""

WEEKDAYS = dict(zip("1234567", "一二三四五六日", strict=True))
"""Days of the week by their number in ISO 8601."""

_COUNTED = re.compile(r"([\d.,]+)(\D+)")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
_DECADE = re.compile(r"(\d{3})X")


def amount(number: Decimal, *, traditional: bool) -> str:
    """A number in customary units: `8.478亿` for 847,808,000, `0.3333` for a third."""
    if number.is_finite() and abs(number.adjusted()) <= MAX_DIGITS:
        for step, hans, hant in STEPS:
            if abs(number) >= step:
                scaled = number / step
                places = max(0, DIGITS - 1 - scaled.adjusted())
                return plain(round(scaled, places)) + (hant if traditional else hans)
        if number.as_tuple().digits[MAX_PLACES:]:
            return plain(round(number, max(0, DIGITS - 1 - number.adjusted())))
    return plain(number)


def plain(number: Decimal) -> str:
    """A number in digits with thousands marks and no needless zeros."""
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        return str(number)
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value(
    figure: Figure, *, traditional: bool, shown: Callable[[str], str] = lambda words: words
) -> str:
    """The value of a figure as a reader of the script writes it; empty if it has none to add.

    Args:
        figure: what is worth it.
        traditional: whether the reader reads Traditional.
        shown: brings words of the article, such as what is counted, into the reader's script.
    """
    known = figure.resolved if figure.kind is FigureKind.DATE and figure.resolved else figure.value
    ends = known if isinstance(known, tuple) else (known,)
    if figure.kind in {FigureKind.DATE, FigureKind.TIME, FigureKind.DURATION}:
        said = [part for end in ends if isinstance(end, str) for part in end.split("/")]
        if figure.kind is FigureKind.DURATION:
            return _joined(_lengths([_length(part, traditional=traditional) for part in said]))
        return _joined([_moment(part, traditional=traditional) for part in said])
    numbers = [end for end in ends if isinstance(end, Decimal)]
    if not numbers:
        return ""
    if figure.unit == ":":
        return ":".join(map(plain, numbers))
    if figure.unit == "×" and all(abs(number) < 1 for number in numbers):
        return _joined([amount(number * 100, traditional=traditional) for number in numbers]) + "%"
    ordinal = "第" if figure.kind is FigureKind.RANK else ""
    told = [amount(number, traditional=traditional) for number in numbers]
    return ordinal + _joined(told) + unit(figure, traditional=traditional, shown=shown)


def unit(
    figure: Figure, *, traditional: bool, shown: Callable[[str], str] = lambda words: words
) -> str:
    """The unit as it is written after the value."""
    if figure.unit is None:
        return ""
    names = _units()
    if figure.kind is FigureKind.MONEY and figure.unit not in names:
        code, slash, per = figure.unit.partition("/")
        name = names[code][traditional] if code in names else f" {code}"
        return f"{name}{slash}{shown(per)}"
    if figure.unit in names:
        named = names[figure.unit][traditional]
        return f" {named}" if named[:1].isascii() else named
    if figure.unit.isascii() and figure.unit != "%":
        return f" {figure.unit}"
    return shown(figure.unit)


@cache
def _units() -> Mapping[str, tuple[str, str]]:
    """What units are called, Simplified and Traditional, by their code."""
    lines = Path(__file__).with_name("units.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: (hans, hant) for code, hans, hant in rows}


def _joined(ends: list[str]) -> str:
    """The ends of a range; an end that is open stays empty."""
    return "~".join(ends) if any(ends) else ""


def _lengths(ends: list[str]) -> list[str]:
    """The ends of a range of durations; what both are counted in is said once: `1~9天`."""
    match [_COUNTED.fullmatch(end) for end in ends]:
        case [re.Match() as low, re.Match() as high] if low[2] == high[2]:
            return [low[1], ends[1]]
    return ends


def period(iso: str, *, traditional: bool) -> str:
    """A date or the two ends of a period in ISO 8601 as a reader writes it; empty for none."""
    plainly = iso.removesuffix(FISCAL)
    fiscal = ("財" if traditional else "财") if plainly != iso else ""
    ends = plainly.split("/") if plainly else []
    return fiscal + _joined([_moment(end, traditional=traditional) for end in ends])


def _moment(iso: str, *, traditional: bool) -> str:
    """A date or time of ISO 8601 without what was not said: `10-24` for `XXXX-10-24`."""
    date, _, clock = iso.partition("T")
    if date == "..":
        return ""
    year, *rest = date.split("-")
    if decade := _DECADE.fullmatch(year):
        year = f"{decade[1]}0年代"
    elif "X" in year:
        year = ""
    said = _within_year(rest, traditional=traditional) if rest else ""
    if year and said:
        year += "-" if said[0].isdecimal() else ""
    elif said.isdecimal():
        said = f"{int(said)}{'月' if len(rest) == 1 else '日'}"
    return f"{year}{said} {clock}".strip()


def _within_year(parts: list[str], *, traditional: bool) -> str:
    """What stands behind the year of an ISO 8601 date: month and day, half, quarter, weekday."""
    if parts[0] in PARTS:
        return PARTS[parts[0]][traditional]
    if parts[0].startswith("W"):
        day = parts[1:] and WEEKDAYS.get(parts[1], "")
        return f"{'週' if traditional else '周'}{day}" if day else ""
    return "-".join(part for part in parts if "X" not in part)


def _length(iso: str, *, traditional: bool) -> str:
    """A duration in words: `1年6个月` for P1Y6M."""
    days, _, time = iso[1:].partition("T")
    parts = [*_LENGTH.findall(days), *((n, f"T{unit}") for n, unit in _LENGTH.findall(time))]
    return "".join(f"{plain(Decimal(n))}{LENGTHS[unit][traditional]}" for n, unit in parts) or iso

"""Lengths: one number with its unit of time, and how lengths are written in ISO 8601."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from digest.figures.numerals import Number, numeral_at

_UNITS: dict[str, tuple[str, int | Decimal]] = {
    "世纪": ("Y", 100), "年": ("Y", 1), "周年": ("Y", 1), "载": ("Y", 1), "学年": ("Y", 1),
    "财年": ("Y", 1),
    "季度": ("M", 3), "季": ("M", 3), "月": ("M", 1), "周": ("W", 1), "星期": ("W", 1),
    "礼拜": ("W", 1),
    "天": ("D", 1), "日": ("D", 1), "昼夜": ("D", 1), "小时": ("TH", 1), "钟头": ("TH", 1),
    "钟": ("TH", 1),
    "分钟": ("TM", 1), "分": ("TM", 1), "刻钟": ("TM", 15), "秒钟": ("TS", 1), "秒": ("TS", 1),
    "毫秒": ("TS", Decimal("0.001")), "微秒": ("TS", Decimal("0.000001")), "h": ("TH", 1),
    "min": ("TM", 1), "s": ("TS", 1), "ms": ("TS", Decimal("0.001")),
}  # fmt: skip
"""Unit, ISO designator (T marks the time half) and how many of it one is."""

NAMES = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
_HALF_OF = {"Y": ("M", 6), "M": ("D", 15), "D": ("TH", 12), "TH": ("TM", 30), "TM": ("TS", 30)}
_UNIT = re.compile(
    r"[ ]?(?P<each>个)?(?P<more>[多余来])?(?P<half>半)?(?P<unit>世纪|周年|学年|财年|年|季度|季|月"
    r"|周|星期|礼拜|天|日|昼夜|小时|钟头|分钟|分|刻钟|秒钟|秒|毫秒|微秒|载|(?:ms|min|h"
    r"|s)(?![A-Za-z/]))"
    r"(?P<after_more>[多余])?(?(after_more)(?:(?<=[分秒]多)钟)?)(?P<after_half>半)?"
    r"(?P<then_more>[多余])?"
)
UNIT_HEADS = "个多余来半世周学财年季月星礼天日昼小钟分刻秒毫微载mhs"
"""What a unit of time begins with, besides a space."""

_WRONG = {
    unit: re.compile(tails)
    for unit, tails in {
        "年": r"[级轻龄货代薪号报刊糕夜饼画兽味猪]|前年",
        "学年": r"[级制]",
        "天": r"[然空使堂赋文津猫线]|河区|台(?!风)|性|机(?!票|场)",
        "日": r"[元币圆韩系军语报志常程均益渐照]|本(?!期|次)",
        "周": r"[岁刊报边围转末密遭身易知]|年庆",
        "分": r"[布享析裂红局店校院部行支子母辨歧别开散明配担类"
        r"级层手成流拆区数贝寸号期文钱]|公司|之",
        "秒": r"[杀懂表针拍]",
        "载": r"[人客货重有体荷具入明]",
        "h": r"[a-z]",
        "季": r"[军后节报赛播稻风]",
        "月": r"[亮饼薪台报刊份供租息季球]",
    }.items()
}
"""What follows a unit of time where the two are another word: 10年级, 3天线, 5分店."""

_HALF_MARK = Decimal("0.50")
"""A half that was said with 半, and is written in the next smaller unit; 5.5年 stays P5.5Y."""

_RUNNING = re.compile(r"(?:连续|连|过去|近|未来)$")
"""连续九季: before a season alone it would be a date."""


class Part(NamedTuple):
    """A number with its unit of time."""

    number: Number
    unit: str
    """ISO designator; T marks the time half."""
    end: int
    """Where both end."""
    more: bool
    """Whether 多 or 余 is in it."""


def part_at(line: str, position: int) -> Part | None:
    """A number with its unit in ISO terms, where both end, and whether 多 is in it."""
    numeral = numeral_at(line, position)
    unit = _UNIT.match(line, numeral[0].end()) if numeral else None
    if numeral is None or unit is None or line[position] in "-+−":
        return None
    number = numeral[1]
    name, size = _UNITS[unit["unit"]]
    end = unit.end()
    if unit["unit"] in {"月", "季"} and not unit["each"]:
        running = unit["unit"] == "季" and _RUNNING.search(line[max(0, position - 4) : position])
        if not running:
            return None
    if unit["each"] and unit["unit"] in {"年", "天", "日", "秒", "分", "周年"}:
        return None
    if not (unit["after_more"] or unit["after_half"] or unit["each"]) and _is_other_word(
        line, unit["unit"], unit.end("unit")
    ):
        return None
    number = number.times(Decimal(size))
    if unit["half"] or unit["after_half"]:
        number = number.plus(_HALF_MARK if number.low % 1 == 0 else Decimal("0.5"))
    more = bool(unit["more"] or unit["after_more"] or unit["then_more"])
    return Part(number, name, end, more)


def _is_other_word(line: str, unit: str, end: int) -> bool:
    """Whether a unit of time is the head of a word that lasts no time."""
    tails = _WRONG.get(unit)
    return tails is not None and bool(tails.match(line, end))


def iso(parts: list[tuple[Decimal, str]]) -> str:
    """ISO 8601 of amounts and designators; a half is written in the next smaller unit."""
    sums: dict[str, Decimal] = {}
    for amount, unit in parts:
        rest = amount % 1
        if (
            rest == _HALF_MARK
            and rest.as_tuple().exponent == _HALF_MARK.as_tuple().exponent
            and unit in _HALF_OF
        ):
            smaller, size = _HALF_OF[unit]
            sums[smaller] = sums.get(smaller, Decimal(0)) + size
            amount -= rest  # noqa: PLW2901 — the half is written apart
        sums[unit] = sums.get(unit, Decimal(0)) + amount
    date = "".join(f"{_plain(sums[u])}{u}" for u in ("Y", "M", "W", "D") if sums.get(u))
    time = "".join(f"{_plain(sums[u])}{u[1]}" for u in ("TH", "TM", "TS") if sums.get(u))
    return "P" + date + ("T" + time if time else "")


def _plain(amount: Decimal) -> str:
    return format(amount.normalize(), "f")


def unit_of(iso: str) -> str:
    """The name of the finest unit of a length."""
    return NAMES[("T" if "T" in iso else "") + iso[-1]]


def factor_of(line: str, part: Part) -> Decimal:
    """How many of its designator one of a part's unit is: 3 months for 季度."""
    for unit, (name, size) in _UNITS.items():
        if line.endswith(unit, 0, part[2]) and name == part[1]:
            return Decimal(size)
    return Decimal(1)

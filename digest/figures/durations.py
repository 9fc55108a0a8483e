"""Lengths of time, as ISO 8601: 20多年, 一年半, 3个半小时, 1小时30分, 两三个月."""

from __future__ import annotations

import re
from decimal import Decimal

from digest.figures.found import Found
from digest.figures.numerals import DIGITS, NUMERAL, Number, read
from digest.model import FigureKind

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

_NAMES = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
_HALVES = {
    "世纪": "P50Y", "年": "P6M", "学年": "P6M", "月": "P15D", "天": "PT12H", "日": "PT12H",
    "小时": "PT30M",
    "钟头": "PT30M", "分钟": "PT30S", "季度": "P45D",
}  # fmt: skip
_HALF_OF = {"Y": ("M", 6), "M": ("D", 15), "D": ("TH", 12), "TH": ("TM", 30), "TM": ("TS", 30)}
_UNIT = re.compile(
    r"[ ]?(?P<each>个)?(?P<more>[多余来])?(?P<half>半)?(?P<unit>世纪|周年|学年|财年|年|季度|月"
    r"|周|星期|礼拜|天|日|昼夜|小时|钟头|分钟|分|刻钟|秒钟|秒|毫秒|微秒|载|(?:ms|min|h"
    r"|s)(?![A-Za-z/]))"
    r"(?P<after_more>[多余])?(?P<after_half>半)?(?P<then_more>[多余])?"
)
_WRONG = re.compile(
    r"级|轻|龄|货|代|薪|会议|号|薪|饼|月份|亮|台风|元|币|圆|本(?!期|次)|均线|报|刊|边|围|转率|末"
    r"|然|空|使|堂|赋|文学|津|河区|猫|前年|杀|之[一二三]|线|机|化|布|享|析|裂|红|公司|局|店|校"
    r"|院|部|行|支|子|母|辨|歧|别|开|散|明|配|担|类|级|层|手|成|析|流|拆|区|数|度"
)
_UNMISTAKEN = frozenset(("小时", "钟头", "分钟", "星期", "礼拜", "秒钟", "昼夜"))
"""Units that no character behind makes part of another word."""
_HALF = re.compile(
    r"半(?:个)?(?P<more>多|来)?(?P<unit>世纪|学年|年|月|天|小时|钟头|分钟|季度|日(?!成交|制"
    r"|游))(?P<after>多|余)?(?!级|空|报|程|工|薪|票|制|游|生|路|决赛|边天)"
)
_FRACTION = re.compile(r"(?P<digits>\d{1,3})(?![\d.%年月日时点分秒个万亿人元米公])")
"""What stands behind the seconds of a race: 9秒83, 1分55秒06."""

_NIGHTS = re.compile(r"[ ]?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})[夜晚](?![间上里])")
"""9天8夜 is a journey of nine days."""

_COUNTED_ONES = re.compile(
    r"一(?:个(?:半)?(?:小时|月|星期|礼拜|季度|世纪|钟头)|小时|分钟|秒钟|周(?!年|边|围|遭|身|转))"
)
"""Lengths of which one is counted like any other number (一小时雨量, 押金一个月)."""

_DETERMINED = re.compile(r"(?:这|那|每|某|新的|另|同|有|哪|的|上|下|头|前|后|本|当|又|第|过|任)$")
_EVIDENCE_AFTER = re.compile(
    r"[ ]?(?:之?内|以内|以[上下来]|之?前|之?后|来|间|左右|期|时间|的时间|有期徒刑|半|多)"
)
_EVIDENCE_BEFORE = re.compile(
    r"(?:近|约|过去|历时|为期|长达|不到|超过|逾|仅|最近|未来|至少|最多|不足|满|整整|用时|耗时|停"
    r"|达|缓刑|徒刑|监禁|有效期|仅用|用|停牌|停业|休|延长|推迟|提前|延期|暂停|隔离|为"
    r"|花)了?[ ]?$"
)
_JOIN = re.compile(r"[ ]?(?:--?|[–—]{1,2}|~|至|到)[ ]?")
_LONGEST = 10**12
"""Of any unit: past this the number is no length of time."""

_HALF_MARK = Decimal("0.50")
"""A half that was said with 半, and is written in the next smaller unit; 5.5年 stays P5.5Y."""

_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_OPEN = re.compile(
    rf"(?P<low>{DIGITS}|[一二两三四五六七八九十百]{{1,4}})(?:[ ]?(?:--?|[–—]|~|至|到|、)[ ]?)"
)


def read_duration(line: str, position: int) -> Found | None:
    """The length of time that begins at `position`, or None."""
    half = _HALF.match(line, position)
    if half is not None and half["unit"] in _HALVES:
        modifier = "more" if half["more"] or half["after"] else None
        return _halved(position, half.end(), _HALVES[half["unit"]], modifier)
    return _range(line, position) or _sum(line, position)


def _sum(line: str, position: int) -> Found | None:
    """One number and unit, or several from large to small (1小时30分)."""
    first = _part(line, position)
    if first is None or not _is_said(line, position, first):
        return None
    parts, end = [first], first[2]
    while (part := _part(line, end)) is not None:
        if (
            _ORDER.index(part[1]) <= _ORDER.index(parts[-1][1])
            or part[0].is_range
            or part[0].approx
        ):
            break
        parts.append(part)
        end = part[2]
    if len(parts) == 1 and line[end - 1] == "分":
        return None
    parts, end = _tailed(line, parts, end)
    low = _iso([(number.low, unit) for number, unit, _, _ in parts])
    high = _iso([(number.high, unit) for number, unit, _, _ in parts])
    number = parts[-1][0]
    modifier = number.modifier or ("more" if any(part[3] for part in parts) else None)
    approx = any(part[0].approx or part[3] for part in parts)
    value = low if low == high else (low, high)
    return Found(
        position,
        end,
        position,
        end,
        FigureKind.DURATION,
        value,
        _unit_of(low),
        "duration",
        approx,
        modifier,
    )


def _tailed(
    line: str, parts: list[tuple[Number, str, int, bool]], end: int
) -> tuple[list[tuple[Number, str, int, bool]], int]:
    """The parts with the hundredths behind seconds, and past the nights behind days."""
    number, unit, _, more = parts[-1]
    if unit == "TS" and line[end - 1] == "秒" and number.low % 1 == 0 and not number.is_range:
        digits = _FRACTION.match(line, end)
        if digits is not None:
            part = number.plus(Decimal(f"0.{digits['digits']}")), unit, digits.end(), more
            return [*parts[:-1], part], digits.end()
    nights = _NIGHTS.match(line, end) if unit == "D" and line[end - 1] in "天日" else None
    return parts, nights.end() if nights else end


def _range(line: str, position: int) -> Found | None:
    """3至5年, 10年至15年, 三到五天."""
    opening = _OPEN.match(line, position)
    start = opening.end() if opening else None
    if opening is None:
        first = _part(line, position)
        join = _JOIN.match(line, first[2]) if first else None
        if first is None or join is None:
            return None
        second = _part(line, join.end())
        if second is None or second[0].low <= first[0].low * (first[1] == second[1]):
            return None
        return _ends(position, second, _iso([(first[0].low, first[1])]))
    second = _part(line, start or 0)
    match = NUMERAL.match(opening["low"])
    number = read(match) if match else None
    if (
        second is None
        or number is None
        or second[0].low <= number.low
        or (second[1] == "TM" and line[second[2] - 1] == "分")
    ):
        return None
    if re.fullmatch(r"(?:19|20)\d\d", opening["low"]):
        return None
    factor = _factor(line, second)
    return _ends(position, second, _iso([(number.low * factor, second[1])]))


def _factor(line: str, part: tuple[Number, str, int, bool]) -> Decimal:
    for unit, (name, size) in _UNITS.items():
        if line.endswith(unit, 0, part[2]) and name == part[1]:
            return Decimal(size)
    return Decimal(1)


def _ends(position: int, second: tuple[Number, str, int, bool], low: str) -> Found:
    high = _iso([(second[0].high, second[1])])
    return Found(
        position,
        second[2],
        position,
        second[2],
        FigureKind.DURATION,
        (low, high),
        _NAMES[second[1]],
        "duration/range",
    )


def _part(line: str, position: int) -> tuple[Number, str, int, bool] | None:
    """A number with its unit in ISO terms, where both end, and whether 多 is in it."""
    match = NUMERAL.match(line, position)
    if match is None or not match[0] or match[0][0] in "-+−":
        return None
    number = read(match)
    unit = _UNIT.match(line, match.end())
    if number is None or unit is None:
        return None
    name, size = _UNITS[unit["unit"]]
    end = unit.end()
    if unit["unit"] in {"月", "季"} and not unit["each"]:
        return None
    if unit["each"] and unit["unit"] in {"年", "天", "日", "秒", "分", "周年"}:
        return None
    bare = line[unit.end("unit") :][:3]
    if (
        not (
            unit["after_more"] or unit["after_half"] or unit["each"] or unit["unit"] in _UNMISTAKEN
        )
        and _WRONG.match(bare)
        and not (unit["unit"] == "年" and bare.startswith(("前", "会")))
    ):
        return None
    number = number.times(Decimal(size))
    if unit["half"] or unit["after_half"]:
        number = number.plus(_HALF_MARK if number.low % 1 == 0 else Decimal("0.5"))
    more = bool(unit["more"] or unit["after_more"] or unit["then_more"])
    return number, name, end, more


def _is_said(line: str, position: int, part: tuple[Number, str, int, bool]) -> bool:
    """Whether 一年 and 一天 are counted here, and not a way to say some year."""
    number, end = part[0], part[2]
    written = line[position:end]
    if number.high == 0 or number.low > _LONGEST:
        return False
    if not written.startswith("一") or number.low != 1 or part[3]:
        return True
    before = line[max(0, position - 4) : position]
    if _EVIDENCE_BEFORE.search(before):
        return True
    if _DETERMINED.search(before):
        return False
    if _COUNTED_ONES.match(written):
        return True
    return (bool(_EVIDENCE_AFTER.match(line, end)) and not written.endswith(("天", "日"))) or bool(
        re.match(r"之?内|以内|[,，。;；]?$", line[end : end + 2])
    )


def _iso(parts: list[tuple[Decimal, str]]) -> str:
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


def _unit_of(iso: str) -> str:
    return _NAMES[("T" if "T" in iso else "") + iso[-1]]


def _halved(start: int, end: int, iso: str, modifier: str | None) -> Found:
    return Found(
        start,
        end,
        start,
        end,
        FigureKind.DURATION,
        iso,
        _unit_of(iso),
        "duration/half",
        modifier is not None,
        modifier,
    )

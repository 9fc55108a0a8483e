"""Lengths of time, as ISO 8601: 20多年, 一年半, 3个半小时, 1小时30分, 两三个月."""

from __future__ import annotations

import re
from decimal import Decimal

from digest.figures import kinds
from digest.figures.found import Found
from digest.figures.lengths import NAMES, UNIT_HEADS, Part, factor_of, iso, part_at, unit_of
from digest.figures.numerals import DIGITS, NUMERAL, numeral_at, past_space, read

_HALVES = {
    "世纪": "P50Y", "年": "P6M", "学年": "P6M", "月": "P15D", "天": "PT12H", "日": "PT12H",
    "小时": "PT30M",
    "钟头": "PT30M", "分钟": "PT30S", "季度": "P45D",
}  # fmt: skip
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

_LISTED = re.compile(r"第\d{1,3}(?:、\d{1,3})*[、和及与]$")
"""第38、55及83分钟 are points of a match."""

_DETERMINED = re.compile(r"(?:这|那|每|某|新的|另|同|有|哪|的|上|下|头|前|后|本|当|又|第|过|任)$")
_EVIDENCE_AFTER = re.compile(
    r"[ ]?(?:之?内|以内|以[上下来]|之?前|之?后|来|间|左右|期|时间|的时间|有期徒刑|半|多)"
)
_EVIDENCE_BEFORE = re.compile(
    r"(?:近|约|过去|历时|为期|长达|不到|超过|逾|仅|最近|未来|至少|最多|不足|满|整整|用时|耗时|停"
    r"|达|缓刑|徒刑|监禁|有效期|仅用|用|停牌|停业|休|延长|推迟|提前|延期|暂停|隔离|为"
    r"|花)了?[ ]?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOIN = re.compile(r"[ ]?(?:--?|[–—]{1,2}|~|至|到)[ ]?")
_CLOSING = re.compile(r"之?内|以内|[,，。;；]?$")
_LONGEST = 10**12
"""Of any unit: past this the number is no length of time."""

_TERM = re.compile(
    r"(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,3})年(?:又|零)?"
    r"(?P<months>1[01]|[1-9]|十一?|[二三四五六七八九])月(?![\d一二三四五六七八九十份底初中末])"
)
_SENTENCED = re.compile(r"[徒刑判囚监狱禁役羁缓]|不等")
_TWO_PARTS = len("P1Y2M")
"""Shorter lengths have one part, and `_range` has read them."""
_FULL = {"M": 12, "D": 31, "TH": 24, "TM": 60, "TS": 60}
"""Past this a smaller unit behind a larger one is another length: 14天1,200小时 are two."""
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_OPEN = re.compile(
    rf"(?P<low>{DIGITS}|[一二两三四五六七八九十百]{{1,4}})(?:[ ]?(?:--?|[–—]|~|至|到|、)[ ]?)"
)


_BEHIND = frozenset(f"{UNIT_HEADS}-–—~至到、")
"""What a length of time has behind its first number; most numbers have something else there."""


def read_duration(line: str, position: int) -> Found | None:
    """The length of time that begins at `position`, or None."""
    half = _HALF.match(line, position) if line[position] == "半" else None
    if half is not None:
        modifier = "more" if half["more"] or half["after"] else None
        return _halved(position, half.end(), _HALVES[half["unit"]], modifier)
    numeral = numeral_at(line, position)
    if numeral is None or not _goes_on(line, numeral[0].end()):
        return None
    part, opening = part_at(line, position), _OPEN.match(line, position)
    if opening is not None:
        first = _opened(line, position, opening) or _sum(line, position, part)
    elif part is not None:
        first = _closed(line, position, part) or _sum(line, position, part)
    else:
        return None
    return first and _through(line, first)


def _goes_on(line: str, end: int) -> bool:
    """Whether what stands behind a number may be a unit of time, or join it to a second one."""
    place = past_space(line, end)
    return line[place : place + 1] in _BEHIND


def read_term(line: str, position: int) -> Found | None:
    """7年6月徒刑: what a court says is no month of a year."""
    match = _TERM.match(line, position)
    if match is None or (position and line[position - 1].isdecimal()):
        return None
    around = line[max(0, position - 12) : position] + line[match.end() : match.end() + 12]
    if not _SENTENCED.search(around):
        return None
    years, months = (read_whole(match[name]) for name in ("years", "months"))
    found = Found(
        position, match.end(), position, match.end(), kinds.DURATION,
        f"P{years}Y{months}M", "month", "duration/term",
    )  # fmt: skip
    return _through(line, found)


def read_whole(text: str) -> int:
    """A small whole number in either writing; 0 where there is none."""
    match = NUMERAL.match(text)
    number = read(match) if match else None
    return int(number.low) if number else 0


def _through(line: str, first: Found) -> Found:
    """4年2个月至7年9个月: two sums of which neither is one number."""
    join = _JOIN.match(line, first.end)
    if join is None or not isinstance(first.value, str) or first.approx:
        return first
    begin = join.end()
    second = read_term(line, begin) or _sum(line, begin, part_at(line, begin))
    if second is None or not isinstance(second.value, str) or len(first.value) < _TWO_PARTS:
        return first
    return first._replace(end=second.end, core_end=second.end, value=(first.value, second.value),
        rule="duration/range", unit=second.unit,
    )  # fmt: skip


def _sum(line: str, position: int, first: Part | None) -> Found | None:
    """One number and unit, or several from large to small (1小时30分)."""
    if first is None or not _is_said(line, position, first):
        return None
    parts, end = [first], first[2]
    while (part := part_at(line, end)) is not None:
        if (
            _ORDER.index(part[1]) <= _ORDER.index(parts[-1][1])
            or part.number.low > _FULL.get(part.unit, part.number.low)
            or part[0].is_range
            or part[0].approx
        ):
            break
        parts.append(part)
        end = part[2]
    if len(parts) == 1 and line[end - 1] == "分":
        return None
    parts, end = _tailed(line, parts, end)
    low = iso([(number.low, unit) for number, unit, _, _ in parts])
    high = iso([(number.high, unit) for number, unit, _, _ in parts])
    number = parts[-1][0]
    modifier = number.modifier or ("more" if any(part[3] for part in parts) else None)
    approx = any(part[0].approx or part[3] for part in parts)
    value = low if low == high else (low, high)
    return Found(
        position,
        end,
        position,
        end,
        kinds.DURATION,
        value,
        unit_of(low),
        "duration",
        approx,
        modifier,
    )


def _tailed(line: str, parts: list[Part], end: int) -> tuple[list[Part], int]:
    """The parts with the hundredths behind seconds, and past the nights behind days."""
    number, unit, _, more = parts[-1]
    if unit == "TS" and line[end - 1] == "秒" and number.low % 1 == 0 and not number.is_range:
        digits = _FRACTION.match(line, end)
        if digits is not None:
            exact = number.plus(Decimal(f"0.{digits['digits']}"))
            return [*parts[:-1], Part(exact, unit, digits.end(), more)], digits.end()
    nights = _NIGHTS.match(line, end) if unit == "D" and line[end - 1] in "天日" else None
    return parts, nights.end() if nights else end


def _closed(line: str, position: int, first: Part) -> Found | None:
    """10年至15年: both ends with their units."""
    join = _JOIN.match(line, first.end)
    second = part_at(line, join.end()) if join else None
    if second is None or second.number.low <= first.number.low * (first.unit == second.unit):
        return None
    return _ends(position, second, iso([(first.number.low, first.unit)]))


def _opened(line: str, position: int, opening: re.Match[str]) -> Found | None:
    """3至5年, 三到五天: the unit is said once."""
    second = part_at(line, opening.end())
    match = NUMERAL.match(opening["low"])
    number = read(match) if match else None
    if (
        second is None
        or number is None
        or second[0].low <= number.low
        or (second[1] == "TM" and line[second[2] - 1] == "分")
    ):
        return None
    if _YEAR.fullmatch(opening["low"]):
        return None
    factor = factor_of(line, second)
    return _ends(position, second, iso([(number.low * factor, second[1])]))


def _ends(position: int, second: Part, low: str) -> Found:
    high = iso([(second[0].high, second[1])])
    return Found(
        position,
        second[2],
        position,
        second[2],
        kinds.DURATION,
        (low, high),
        NAMES[second[1]],
        "duration/range",
    )


def _is_said(line: str, position: int, part: Part) -> bool:
    """Whether a length is told, and not a point of a match (第38、55及83分钟)."""
    if part.number.high == 0 or part.number.low > _LONGEST:
        return False
    if _LISTED.search(line[max(0, position - 20) : position]):
        return False
    if line[position] != "一" or part.number.low != 1 or part.more:
        return True
    return _one_is_said(line, position, part.end)


def _one_is_said(line: str, position: int, end: int) -> bool:
    """Whether 一年 and 一天 are counted here, and not a way to say some year."""
    written = line[position:end]
    before = line[max(0, position - 4) : position]
    if _EVIDENCE_BEFORE.search(before):
        return True
    if _DETERMINED.search(before):
        return False
    if _COUNTED_ONES.match(written):
        return True
    return (bool(_EVIDENCE_AFTER.match(line, end)) and not written.endswith(("天", "日"))) or bool(
        _CLOSING.match(line[end : end + 2])
    )


def _halved(start: int, end: int, iso: str, modifier: str | None) -> Found:
    return Found(
        start,
        end,
        start,
        end,
        kinds.DURATION,
        iso,
        unit_of(iso),
        "duration/half",
        modifier is not None,
        modifier,
    )

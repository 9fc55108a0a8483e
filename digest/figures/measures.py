"""Measured quantities: units of length, weight, power, temperature and their like, in UCUM."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from digest.figures.amounts import SCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.figures.amounts import Site
    from digest.figures.found import Found

_BOUNDED = re.compile(r"(?:[近约逾超仅共达有计造成]|超过|不足|不到|每|至少|最多|其中)[ ]?$")
_LITERARY = frozenset(("里", "寸", "丈", "担", "克", "度", "尺", "点", "级"))
"""Units that after a small Chinese numeral are parts of sayings (千里, 一寸光阴)."""

_HALVED = frozenset(("斤", "岁", "米", "里", "公斤", "公里", "吨", "尺", "亩"))
_WARM = re.compile(r"[温热冷寒烧]|摄氏|℃|体感")
_MOVED = re.compile(r"[涨跌升降挫报收于至达近逾约破扬高低守][了幅到于至近约]?[ ]?$|[+\-]$")
_ARGUED = re.compile(r"建议|意见|要求|共识|原因|声明|主张|启示|要点|认识|考虑|体会|看法|多?钟|开")
_QUAKE = re.compile(r"震|风|烈度|浪|海况|台风")
_SCHOOL = re.compile(r"[大中小]?[学医师工市政]|响应|以上学历|联赛|跳|标题|教师|考试|应急|证")
_HOURS = 24


def read_measure(site: Site) -> Found | None:
    """A number with a unit of measure, unless the two make another thing."""
    amount, form = site.amount, site.unit.form
    check = _CHECKS.get(form)
    if check is not None and not check(site):
        return None
    bounded = bool(_BOUNDED.search(site.before))
    if amount.is_one and len(form) == 1 and (form in _LITERARY or not bounded):
        return None
    if amount.is_small_han and form in _LITERARY and form not in {"尺", "级"} and not bounded:
        return None
    if amount.text in {"百", "千", "万"} and not bounded:
        return None
    return _written(site)


def _written(site: Site) -> Found:
    value, end, code = site.amount.value(), site.end, site.unit.code
    around = site.line[max(0, site.amount.start - 20) : end + 8]
    if code == "deg" and _WARM.search(around):
        code = "Cel"
    if site.unit.form in _HALVED and site.line.startswith("半", end) and isinstance(value, Decimal):
        value, end = value + Decimal("0.5"), end + 1
    return site.lit("measure", value=value, unit=code, end=end, core_end=end)


def _points(site: Site) -> bool:
    """点 of an index: decimals, more than a clock has, or a verb that moves an index."""
    high = site.amount.high
    if site.amount.is_small_han or _ARGUED.match(site.line, site.end):
        return False
    return high > _HOURS or high % 1 != 0 or bool(_MOVED.search(site.before))


def _grade(site: Site) -> bool:
    """级 of an earthquake or a wind, not of a school, a hospital or a market."""
    around = site.line[max(0, site.amount.start - 14) : site.end + 6]
    if _SCHOOL.match(site.line, site.end):
        return False
    return bool(_QUAKE.search(around)) or (site.amount.high % 1 != 0 and "A" not in site.before)


def _degrees(site: Site) -> bool:
    """度 of an angle or a temperature: 三度 is thrice."""
    counted = site.amount.is_arabic or site.amount.high >= 10
    return counted and not site.before.endswith(("第", "年"))


def _petaflops(site: Site) -> bool:
    around = site.line[max(0, site.amount.start - 12) : site.end + 8]
    return bool(SCALE.search(site.amount.text)) or "算力" in around


def _one_letter(site: Site) -> bool:
    """A unit of one letter: behind digits that are themselves no part of a Latin name."""
    before = site.before[-1:]
    return site.amount.is_arabic and (
        not before.isascii() or before in {"", " ", "(", ",", "~", "-"}
    )


_CHECKS: Mapping[str, Callable[[Site], bool]] = {
    "点": _points,
    "级": _grade,
    "度": _degrees,
    "P": _petaflops,
} | dict.fromkeys(("V", "W", "L", "m", "t", "g"), _one_letter)

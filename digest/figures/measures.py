"""Measured quantities: units of length, weight, power, temperature and their like, in UCUM."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.amounts import SCALE, lit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.figures.amounts import Site
    from digest.figures.found import Found
    from digest.model import Value

_BOUNDED = re.compile(r"(?:[近约逾超仅共达有计造成]|超过|不足|不到|每|至少|最多|其中)[ ]?$")
_LITERARY = frozenset(("里", "寸", "丈", "担", "克", "度", "尺", "点", "级"))
"""Units that after a small Chinese numeral are parts of sayings (千里, 一寸光阴)."""

_HALVED = frozenset(("斤", "岁", "米", "里", "公斤", "公里", "吨", "尺", "亩"))
_SCALES = frozenset(("百", "千", "万", "兆"))
_CENTIMETRES = re.compile(
    r"(?P<digits>\d\d(?![\d.:\-]|[ ]?[个万亿元%年月日时分秒人名米公岁厘毫次])"
    r"|\d(?=[的高长宽深左大,，。、;；:：)）!！?？ ]|$))"
)
"""Behind a whole number of metres: 1米91."""

_PER_CODES = {
    "小时": "h", "时": "h", "h": "h", "秒": "s", "s": "s", "分钟": "min", "分": "min", "天": "d",
    "日": "d", "年": "a", "立方米": "m3", "m³": "m3", "m3": "m3", "平方米": "m2", "升": "L",
    "L": "L", "dL": "dL", "毫升": "mL", "公升": "L", "分升": "dL", "公斤": "kg", "千克": "kg",
    "kg": "kg", "克": "g", "吨": "t", "公里": "km", "百公里": "100km", "亩": "[mu]", "人": "人",
    "立方公尺": "m3", "平方公里": "km2", "平方厘米": "cm2",
}  # fmt: skip
_PER = re.compile(
    rf"(?:/|每)(?P<per>{'|'.join(sorted(_PER_CODES, key=len, reverse=True))})(?![A-Za-z间])"
)
_WARM = re.compile(r"[温热冷寒烧]|摄氏|℃|体感")
_MOVED = re.compile(r"[涨跌升降挫报收于至达近逾约破扬高低守][了幅到于至近约]?[ ]?$|[+\-]$")
_ARGUED = re.compile(r"建议|意见|要求|共识|原因|声明|主张|启示|要点|认识|考虑|体会|看法|多?钟|开")
_QUAKE = re.compile(r"震|风|烈度|浪|海况|台风")
_GRADED = re.compile(r"(?:指数|强度|烈度|浓度|震度|等级|风险|评级|疼痛)[^,，。]{0,3}$")
_FELT = re.compile(r"强震|余震|震度|芮氏|里氏|阵风|风力|平均风")
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
    if amount.text in _SCALES and (form[0] in _SCALES or not bounded or site.before[-1:] == "每"):
        return None
    return _written(site)


def _written(site: Site) -> Found:
    value, end, code = site.amount.value(), site.end, site.unit.code
    around = site.line[max(0, site.amount.start - 20) : end + 8]
    if code == "deg" and _WARM.search(around):
        code = "Cel"
    if site.unit.form in _HALVED and site.line.startswith("半", end) and isinstance(value, Decimal):
        value, end = value + Decimal("0.5"), end + 1
    tail = _CENTIMETRES.match(site.line, end) if site.unit.form in {"米", "公尺"} else None
    if tail is not None and isinstance(value, Decimal) and value % 1 == 0:
        value, end = value + Decimal(f"0.{tail['digits']}"), tail.end()
    return _rated(site, value, end, code)


def _rated(site: Site, value: Value, end: int, code: str) -> Found:
    """The quantity with what it is measured against: 0.14毫克/立方米, 5.2万立方米每秒."""
    per = _PER.match(site.line, end)
    if per is not None:
        end, code = per.end(), f"{code}/{_PER_CODES[per['per']]}"
    return lit(site.amount, end, kinds.NUMBER, "measure", unit=code, value=value)


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
    if site.amount.is_arabic and _GRADED.search(
        site.line[max(0, site.amount.start - 8) : site.amount.start]
    ):
        return True
    if site.amount.is_arabic and _FELT.search(
        site.line[max(0, site.amount.start - 60) : site.amount.start]
    ):
        return True
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


def _taels(site: Site) -> bool:
    """两 of gold or tea, not 2 of something."""
    return site.amount.is_arabic and not _TWO.match(site.line, site.end)


_TWO = re.compile(r"[㐀-鿿]?[名个位人家年月天次国岸年者条]")


def _barrels(site: Site) -> bool:
    """桶 of oil, not of water or noodles."""
    around = site.line[max(0, site.amount.start - 40) : site.end + 12]
    return bool(_OIL.search(around))


_OIL = re.compile(r"油|OPEC|欧佩克|原油|减产|增产|炼|库存|期货")
_CHECKS: Mapping[str, Callable[[Site], bool]] = {
    "点": _points,
    "级": _grade,
    "度": _degrees,
    "P": _petaflops,
    "桶": _barrels,
    "两": _taels,
} | dict.fromkeys(("V", "W", "L", "m", "t", "g"), _one_letter)

"""Shares and marks: percent, percentage points, 成, 倍, 折, and 分 of a test or a match."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.figures.amounts import Site
    from digest.figures.found import Found

_MOVED = re.compile(r"[涨跌升降增减超近约达高低][了幅出过]?$")
_TENTH = re.compile(r"(?P<digit>\d{1,3}|[一二三四五六七八九半])(?![\d%个年月日成倍折万亿分家名人])")
_DIGITS = "零一二三四五六七八九"
_TWO_DIGITS = re.compile(r"[一二三四五六七八九]{2}")
_NO_DISCOUNT = frozenset(("百", "一", "两", "三"))
"""百折不挠, 一折, 两折, 三折 are words before they are prices."""

_PAID = re.compile(r"(?:[付以打享减]|低至|低见|优惠)$")
"""What makes a discount of such a word all the same (付两折)."""

_SCORED = re.compile(
    r"(?:[得拿扣打考评进砍轰落后领先差获至为砍下贡献取]|拿下|轰下|砍下|领先|落后|得到|贡献|相差"
    r"|满分"
    r"|高达|以)[了下]?[ ]?$"
)


def read_percent(site: Site) -> Found | None:
    """A percentage or points of one; 个点 only after a verb of change."""
    if site.unit.form == "个点" and not _MOVED.search(site.before):
        return None
    return site.lit("percent")


def read_ratio_unit(site: Site) -> Found | None:
    """倍, 成 and 折."""
    if site.unit.form == "倍":
        return _times(site)
    return _tenths(site) if site.unit.form == "成" else _discount(site)


def _times(site: Site) -> Found:
    value, end = site.amount.value(), site.end
    if site.line.startswith("半", end) and isinstance(value, Decimal):
        value, end = value + Decimal("0.5"), end + 1
    return site.lit("ratio/times", value, end)


def _tenths(site: Site) -> Found | None:
    """九成, 3成5, 七成半."""
    if site.amount.high > 10 or site.line.startswith("一成不变", site.amount.start):
        return None
    value, end = site.amount.value(Decimal("0.1")), site.end
    tail = _TENTH.match(site.line, end)
    if tail is not None and isinstance(value, Decimal):
        value, end = value + _hundredths(tail["digit"]), tail.end()
    return site.lit("ratio/tenths", value, end)


def _hundredths(digits: str) -> Decimal:
    """What stands behind 成: 3成5 is .35, and a batter's 3成08 is .308."""
    if digits.isdecimal():
        return Decimal(f"0.0{digits}")
    return Decimal(_digit(digits)) / 100


def _digit(character: str) -> int:
    if character == "半":
        return 5
    return int(character) if character.isdecimal() else _DIGITS.index(character)


def _discount(site: Site) -> Found | None:
    """8折, 85折 and 七五折: what is left to pay."""
    amount = site.amount
    if amount.high >= 100 or (amount.text in _NO_DISCOUNT and not _PAID.search(site.before)):
        return None
    if _TWO_DIGITS.fullmatch(amount.text):
        tens, ones = map(_digit, amount.text)
        return site.lit("ratio/discount", Decimal(tens * 10 + ones) / 100)
    factor = Decimal("0.01") if amount.high > 10 else Decimal("0.1")
    return site.lit("ratio/discount", amount.value(factor))


def read_score(site: Site) -> Found | None:
    """分 of a test or a match; 十分 is an adverb, 元角分 are coins."""
    if site.before.endswith(("角", "元", "时", "点")):
        return None
    words = site.amount.is_small_han or site.amount.text in {"十", "百", "万", "千"}
    if words and not _SCORED.search(site.before):
        return None
    return site.lit("score")

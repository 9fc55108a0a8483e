"""Sums of money: with a currency before (US$2.3亿) or behind (84780.8万元), or after 投资."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.amounts import Amount, Site, lit
from digest.figures.masks import BLOT
from digest.figures.numerals import past_space
from digest.figures.tables import lengths_by_head
from digest.figures.units import prefixes, unit_at

if TYPE_CHECKING:
    from digest.figures.found import Found

_PIECES = re.compile(rf"[A-Za-z{BLOT}]|(?![钱左多以起的一买]|至|到|上下|或|和|及|每|/)[㐀-鿿]")
"""What follows 块 where it counts pieces; money it is before a pause."""

_COINS = re.compile(
    r"(?:(?P<dime>[\d一二三四五六七八九])[角毛])?(?:(?P<cent>[\d一二三四五六七八九])分(?!之|别"
    r"|钟))?"
)
_TENTH = re.compile(r"(?P<dime>\d)(?=[的一左,，。、;；)）」”!！?？ ]|$)")
"""2块8."""
_ROSE = re.compile(r"[值升贬涨跌挫]了?约?$")
_THINGS = re.compile(r"[池瓶板砖牌碑屏布糖皂玉石墙碳瓦片][ ]?$")
_PER = re.compile(r"/(?:每)?(?P<per>[A-Za-z]+|[㐀-鿿]{1,4})")
_DIGITS = "零一二三四五六七八九"
_SPENT = re.compile(
    r"(?:投资|买入|卖出|[买卖]超|净[买卖流][入出超]?|融资|票房|营收|市值|成交额?|亏损|流[入出]"
    r"|斥资|耗资|罚款|罚金|奖金|捐款|索赔"
    r"|(?:外资|投信|自营商|主力|北向|南向)[^,，。]{0,4}[买卖][超入出]?|套现|筹资|募资|贷款|预算|赔偿|损失|获利|销售额)[^,，。]{0,6}$"
)
_NO_SUM = re.compile(r"[㐀-鿿]?[A-Za-z]|[0-9]|分之|富翁|里|岁|象|家灯火")


def currency_before(line: str, start: int) -> tuple[str, int] | None:
    """The code of the currency written just before `start`, and where it begins."""
    end = start - 1 if start and line[start - 1] == " " else start
    forms = prefixes()
    for length in _prefix_lengths().get(line[end - 1 : end], ()):
        form = line[max(0, end - length) : end]
        if form in forms and not _is_word_end(line, end - len(form), form):
            return forms[form], end - len(form)
    return None


@cache
def _prefix_lengths() -> dict[str, tuple[int, ...]]:
    """How long the currencies are that end with a character."""
    return lengths_by_head(form[::-1] for form in prefixes())


def _is_word_end(line: str, start: int, form: str) -> bool:
    """Whether a Latin code is the end of a longer Latin word (FORM100)."""
    before = line[max(0, start - 1) : start]
    return form.isascii() and form[0].isalpha() and before.isascii() and before.isalpha()


def read_prefixed(line: str, amount: Amount, code: str, start: int) -> Found | None:
    """A sum whose currency stands before it; None where the number has another unit."""
    place = past_space(line, amount.end)
    unit = unit_at(line, place)
    end = amount.end
    if unit is not None and unit.kind is kinds.MONEY:
        end = place + len(unit.form)
        code = code if unit.code.startswith("*") else unit.code
    elif unit is not None:
        sign = line[start]
        if unit.kind in {kinds.PERCENT, kinds.RATIO} or not sign.isascii():
            return None
    return lit(amount, end, kinds.MONEY, "money/prefix", unit=code, start=start)


def read_money(site: Site) -> Found | None:
    """A sum whose currency stands behind it."""
    form, code = site.unit.form, site.unit.code
    if (
        form == "块"
        and not site.amount.is_one
        and (_THINGS.search(site.before) or _PIECES.match(site.line, site.end))
    ):
        return site.counted()
    if form == "角" and not (site.amount.is_arabic and _ROSE.search(site.before)):
        return None
    if form == "仙" and not site.amount.is_arabic:
        return None
    if site.amount.is_one and form in {"块", "圆"}:
        return None
    factor = Decimal(1)
    if code in {"*0.1", "*0.01"}:
        factor, code = Decimal(code[1:]), "*"
    elif code.endswith("-cent"):
        factor, code = Decimal("0.01"), code.removesuffix("-cent")
    value, end = site.amount.value(factor), site.end
    if code == "*" and isinstance(value, Decimal):
        value, end = _with_coins(site.line, end, value)
        tenth = _TENTH.match(site.line, end) if form == "块" else None
        if tenth is not None:
            value, end = value + Decimal(tenth["dime"]) / 10, tenth.end()
    per = _PER.match(site.line, end)
    measure = unit_at(site.line, per.start("per")) if per else None
    if per is not None and measure is not None:
        end, code = per.start("per") + len(measure.form), f"{code}/{measure.form}"
    return lit(site.amount, end, kinds.MONEY, "money/unit", unit=code, value=value)


def _with_coins(line: str, end: int, value: Decimal) -> tuple[Decimal, int]:
    """3元5角2分: the tenths and hundredths behind the unit."""
    match = _COINS.match(line, end)
    if match is None:
        return value, end
    for name, worth in (("dime", "0.1"), ("cent", "0.01")):
        if digit := match[name]:
            number = int(digit) if digit.isdecimal() else _DIGITS.index(digit)
            value += number * Decimal(worth)
    return value, match.end()


def read_scaled(line: str, amount: Amount) -> Found | None:
    """Arabic digits with 万 or 亿 and nothing behind: money after a verb of spending."""
    if _NO_SUM.match(line, amount.end):
        return None
    if _SPENT.search(line[max(0, amount.start - 12) : amount.start]):
        return lit(amount, amount.end, kinds.MONEY, "money/verb", unit="*")
    return lit(amount, amount.end, kinds.NUMBER, "number/scaled")

"""Fractions, odds and results: 三分之二, 百分之五, 2/3, 3:1, 5-0, 3比2, 一半, 数量级, 翻两番."""

from __future__ import annotations

import re
from decimal import Decimal

from digest.figures import kinds
from digest.figures.found import Found
from digest.figures.numerals import DIGITS, numeral_at, value

_NUMBER = (
    rf"(?:{DIGITS}[万亿]?"
    rf"|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{{1,24}}(?:点[零〇一二三四五六七八九]{{1,12}})?)"
)
_OF_HUNDRED = re.compile(
    r"(?P<base>百|千|万)分(?:之|点)?[ ]?(?P<sign>负)?(?=[\d零〇一二两三四五六七八九十百几数])"
)
_PARTS = {"百": ("%", Decimal(1)), "千": ("‰", Decimal(1)), "万": ("%", Decimal("0.01"))}
_JOIN = re.compile(r"[ ]?(?:至|到|-|~|—)[ ]?")
_COUNTED = re.compile(r"[ ]?[个年月日名人家元]")
"""Behind the second number of 百分之五至 where it is another figure."""

_FRACTION = re.compile(
    rf"(?:(?P<whole>{_NUMBER})又)?(?P<lower>{_NUMBER})[ ]?分[ ]?之[ ]?(?P<upper>{_NUMBER})"
)
_SLASH = re.compile(
    r"(?:(?P<whole>\d{1,2})又)?(?P<upper>\d{1,2})/(?P<lower>\d{1,3})(?![\d/]|年|财年|赛季|\.)"
)
_ODDS = re.compile(
    r"(?P<left>\d{1,3}(?:\.\d+)?)[ ]?(?P<mark>[:比]|-|–|—)[ ]?(?P<right>\d{1,3}(?:\.\d+)?)(?!\d"
    r"|[:\-.]\d|[年月日时点元%万亿个]|[ ]?[百千万亿])"
)
_HAN_ODDS = re.compile(
    r"(?P<left>[零一二三四五六七八九十]{1,3})比(?P<right>[零一二三四五六七八九十]{1,3})(?![㐀-鿿]{0}[个年月日元])"
)
_SPORT = re.compile(
    r"[胜负败]|比分|击败|逼平|领先|落后|战平|战成|打成|扳成|扳平|淘汰|横扫|取胜|轻取|力克|力挫"
    r"|总分|盘分|大胜|完胜|险胜|不敌|惨败|告捷|进球|半场|主场|客场|扳回|逆转|踢|局|盘|决赛|小组"
    r"|对阵|连扳|斩|晋级|夺冠|零封|欧冠|英超|西甲|意甲|德甲|法甲|中超|亚冠|世界杯|欧洲杯|NBA|CBA"
    r"|联赛|常规赛|季后赛|点球|破门|公开赛|锦标赛|球赛|冠军战"
)
_HALF = re.compile(r"(?P<lead>[近过逾超约])?(?P<half>一半|半数|对半|半壁)(?!天|截|道|点|路|边|上)")
_NEAR_HALF = re.compile(r"[近过]半(?=[的数选席股民受企人用家,，。、;；)）]|$|以上|选民|为)")
_ORDER = re.compile(r"(?P<number>[一二两三四五六七八九十]|\d{1,2})?个数量级")
_DOUBLING = re.compile(r"翻(?:了)?(?P<number>[一两二三四五六七八九]|\d)番")
_QUARTER = re.compile(r"(?P<number>半|\d{1,2}|[一二两三四])码(?![头率垛元数])")
_INTEREST = re.compile(r"[升降加减]息|利率|央行|联准会|联储")
_PRESSURE = re.compile(r"(?P<high>\d{2,3})/(?P<low>\d{2,3})[ ]?(?P<unit>毫米汞柱|mmHg)")
_HOPE = re.compile(
    r"[\d.,]+[万亿]?[ ]?(?:[分又:比\-–—/码]|个数量级)"
    r"|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[零〇一二三四五六七八九]+)?"
    r"[ ]?(?:[分又比码半]|个数量级)|半[数壁码]|[近过逾超约对翻]"
)
"""What every ratio begins with: a look at it spares most numbers all the readers."""

_DATED = re.compile(r"[月日]|赛段|轮次|比赛日")
_REFERENDUM = re.compile(r"[ ]?(?:票|的?(?:表决|票数))")


_BEHIND_DIGITS = frozenset(" 分又:比-–—/码个")


def may_be_ratio(line: str, end: int) -> bool:
    """Whether digits that end at `end`, with what scales them, could begin a ratio."""
    behind = line[end : end + 1]
    return behind in _BEHIND_DIGITS or behind.isdecimal()


def read_ratio(line: str, position: int) -> Found | None:
    """The ratio, percent in words, or result that begins at `position`."""
    if not _HOPE.match(line, position):
        return None
    for reader in _BY_DIGIT if line[position].isdecimal() else _BY_WORD:
        found = reader(line, position)
        if found is not None:
            return found
    return None


def _of_hundred(line: str, position: int) -> Found | None:
    """百分之 and its like; a second one after 至 makes a range."""
    first = _percent_words(line, position)
    if first is None:
        return None
    low, high, end, unit, approx = first
    join = _JOIN.match(line, end)
    second = _percent_words(line, join.end()) if join else None
    if join is not None and second is None:
        numeral = numeral_at(line, join.end())
        if (
            numeral is not None
            and numeral[0]["run"]
            and numeral[1].low > high
            and not _COUNTED.match(line, numeral[0].end())
        ):
            second = (numeral[1].low, numeral[1].high, numeral[0].end(), unit, True)
    if second is not None and second[0] > low:
        high, end = second[1], second[2]
    values: Decimal | tuple[Decimal, ...] = low if low == high else (low, high)
    return Found(position, end, position, end, kinds.PERCENT, values, unit, "percent/words", approx)


def _percent_words(line: str, position: int) -> tuple[Decimal, Decimal, int, str, bool] | None:
    if line.startswith(("百分百", "百分之百"), position) and not line.startswith(
        "百分之百分", position
    ):
        return (
            Decimal(100),
            Decimal(100),
            position + (3 if line.startswith("百分百", position) else 4),
            "%",
            False,
        )
    match = _OF_HUNDRED.match(line, position)
    numeral = numeral_at(line, match.end()) if match else None
    if match is None or numeral is None:
        return None
    number, end = numeral[1], numeral[0].end()
    unit, factor = _PARTS[match["base"]]
    if match["sign"]:
        factor = -factor
    return number.low * factor, number.high * factor, end, unit, number.approx


def _fraction(line: str, position: int) -> Found | None:
    match = _FRACTION.match(line, position)
    if match is None:
        return None
    upper, lower = value(match["upper"]), value(match["lower"])
    whole = value(match["whole"]) if match["whole"] else Decimal(0)
    if upper is None or lower is None or whole is None or not lower:
        return None
    return _made(position, match.end(), whole + upper / lower, "×", "ratio/fraction")


def _odds(line: str, position: int) -> Found | None:
    match = _ODDS.match(line, position)
    han = None if match else _HAN_ODDS.match(line, position)
    if match is None and han is None:
        return None
    found = match or han
    if found is None or (
        position
        and (
            line[position - 1].isascii()
            and (line[position - 1].isalnum() or line[position - 1] in "-:/.~")
        )
    ):
        return None
    around = line[max(0, position - 60) : found.end() + 16]
    sport = bool(_SPORT.search(around))
    if match is not None and match["mark"] in "-–—" and not sport:
        return None
    if han is not None and not (
        sport or _REFERENDUM.match(line, found.end()) or "例" in around or "率" in around
    ):
        return None
    left, right = (value(found[name]) for name in ("left", "right"))
    if left is None or right is None:
        return None
    return Found(
        position,
        found.end(),
        position,
        found.end(),
        kinds.RATIO,
        (left, right),
        ":",
        "ratio/odds",
    )


def _pressure(line: str, position: int) -> Found | None:
    """140/90毫米汞柱: the two pressures of the blood."""
    match = _PRESSURE.match(line, position)
    if match is None:
        return None
    worth = (Decimal(match["high"]), Decimal(match["low"]))
    return Found(
        position, match.end(), position, match.end(), kinds.NUMBER, worth, "mm[Hg]", "measure"
    )


def _slash(line: str, position: int) -> Found | None:
    match = _SLASH.match(line, position)
    if match is None or (position and line[position - 1] in "0123456789/.-:"):
        return None
    upper, lower = Decimal(match["upper"]), Decimal(match["lower"])
    behind, before = line[match.end() : match.end() + 1], line[max(0, position - 1) : position]
    if (
        not lower
        or upper >= lower
        or (behind.isascii() and behind.isalnum())
        or (before.isascii() and before.isalpha())
    ):
        return None
    if _DATED.search(line[max(0, position - 2) : position]):
        return None
    worth = Decimal(match["whole"] or 0) + upper / lower
    return _made(position, match.end(), worth, "×", "ratio/fraction")


def _half(line: str, position: int) -> Found | None:
    match = _HALF.match(line, position)
    if match is not None:
        return Found(
            position,
            match.end(),
            match.start("half"),
            match.end(),
            kinds.RATIO,
            Decimal("0.5"),
            "×",
            "ratio/half",
        )
    near = _NEAR_HALF.match(line, position)
    if near is None:
        return None
    return Found(
        position,
        near.end(),
        position + 1,
        near.end(),
        kinds.RATIO,
        Decimal("0.5"),
        "×",
        "ratio/half",
        True,
    )


def _magnitude(line: str, position: int) -> Found | None:
    order = _ORDER.match(line, position)
    if order is not None and order["number"]:
        power = value(order["number"]) or Decimal(1)
        return _made(position, order.end(), Decimal(10) ** power, "×", "ratio/order")
    double = _DOUBLING.match(line, position)
    if double is None:
        return None
    return _made(
        position,
        double.end(),
        Decimal(2) ** (value(double["number"]) or Decimal(1)),
        "×",
        "ratio/doubling",
    )


def _quarter_points(line: str, position: int) -> Found | None:
    """升息半码: a 码 of interest is a quarter of a percentage point, in Taiwan's news."""
    match = _QUARTER.match(line, position)
    if match is None or not _INTEREST.search(line[max(0, position - 24) : match.end() + 6]):
        return None
    number = Decimal("0.5") if match["number"] == "半" else value(match["number"])
    if number is None:
        return None
    worth = number * Decimal("0.25")
    return Found(
        position, match.end(), position, match.end(), kinds.PERCENT, worth, "pp", "percent/码"
    )


def _made(start: int, end: int, worth: Decimal, unit: str, rule: str) -> Found:
    return Found(start, end, start, end, kinds.RATIO, worth, unit, rule)


_BY_DIGIT = (_fraction, _odds, _pressure, _slash, _quarter_points, _magnitude)
_BY_WORD = (_of_hundred, _fraction, _odds, _quarter_points, _half, _magnitude)
"""Readers in their order: 百分之 and 一半 begin with a word, 3/4 and 140/90 with a digit."""

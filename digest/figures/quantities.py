"""Quantities: a number with the unit that makes it a figure, or with a verb that measures.

A bare number stays dark: versions, models and names of events are bare. What lights it is a unit, a
classifier, a counted noun, a currency, a percent sign, or a verb that reports a level (跌至 99.20).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from digest.figures.found import Found
from digest.figures.masks import BLOT
from digest.figures.numerals import NUMERAL, Number, read
from digest.figures.units import Unit, prefixes, unit_at
from digest.model import FigureKind

_JOIN = re.compile(r"[ ]?(?:--?|[–—]{1,2}|~|〜|至|到|、|或)[ ]?(?:约|近|逾)?")
_SCALE = re.compile(r"[十百千万亿兆]+$")
_PLURAL_HAN = re.compile(r"[二两三四五六七八九十百千万亿兆廿卅零〇一]{2,}|[百千万亿兆]")
_PREFIX_LENGTH = 4
_LEVEL_VERB = re.compile(
    r"(?:[跌涨升降挫滑回增减攀飙扬拉探弹缩扩反挤急]{1,2}[至到]|报[收于]?|收报|收[在于]|收盘[报于为]|作收|报价|现报|暂报|站[上稳]|失守|重返|突破|跌破|升破|涨破|[触见录]得?|录得|触及|[为达]到?|调升?至|下调至|上调至|中间价[为报]?|指数[为报]?|攻上|冲上|逼近|守住|收复|维持在)了?[ ]?$"
)
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
_ONE_NEEDS = re.compile(r"(?:[近约逾超仅共达有计造成]|超过|不足|不到|每|至少|最多|其中)[ ]?$")
_CASUALTY = re.compile(
    r"[ ]?(?:[死伤亡]|受伤|身亡|丧生|遇难|失踪|罹难|获救|被困|落水|轻伤|重伤|送医|被捕|溺|确诊|中毒|坠)"
)
_SCORED = re.compile(
    r"(?:[得拿扣打考评进砍轰落后领先差获至为砍下贡献取]|拿下|轰下|砍下|领先|落后|得到|贡献|相差|满分|高达|以)[了下]?[ ]?$"
)
_BIG = re.compile(
    r"大(?![于约概家学小增减幅跌涨型量批桥道厦楼街使陆会选赛额力师妈爷事胆气雨风雪火胜败庆寿限笔单订盘票人]|多数|部分|部制|规模|阪|连市|理|同市|致|体)"
)
_NOUN = re.compile(
    r"[㐀-鿿]{2,4}?(?=[的,，。、:：;；()（）和与及等!！?？\"”」』》\n ]|$|[将分在为是已均全])"
)
_BOUND_HAN = frozenset("一二两三四五六七八九")


@dataclass(frozen=True, slots=True)
class Amount:
    """One or two numbers, and where they stand."""

    start: int
    end: int
    numbers: tuple[Number, ...]
    text: str

    @property
    def is_one(self) -> bool:
        """Whether it is 一, which is more often an article than a number."""
        return self.text == "一"

    @property
    def is_small_han(self) -> bool:
        """Whether it is one Chinese digit, which half the language's words begin with."""
        return self.text in _BOUND_HAN

    def values(self, factor: Decimal = Decimal(1)) -> Decimal | tuple[Decimal, ...]:
        """The value, or both ends."""
        low = self.numbers[0].low * factor
        high = self.numbers[-1].high * factor
        return low if low == high else (low, high)


def amount_at(line: str, position: int) -> Amount | None:
    """The number at `position`, with a second one where both share a unit."""
    match = NUMERAL.match(line, position)
    number = read(match) if match and match[0] else None
    if match is None or number is None:
        return None
    match, number = _unscaled(line, position, match) or (match, number)
    start = _signed(line, position)
    if start < position:
        number = number.times(Decimal(-1))
    first = Amount(start, match.end(), (number,), match[0].strip())
    return _joined(line, first, match["run"] or "") or first


def _unscaled(
    line: str, position: int, match: re.Match[str]
) -> tuple[re.Match[str], Number] | None:
    """The number without a last 千 or 百 that belongs to its unit (10千米, 925百帕)."""
    run, end = match["run"] or "", match.end()
    if len(run) < 2 or run[-1] not in "百千兆" or match["more"]:
        return None
    unit = unit_at(line, end - 1)
    if unit is None or unit.kind is not FigureKind.NUMBER or unit.form[0] != run[-1]:
        return None
    shorter = NUMERAL.match(line, position, end - 1)
    number = read(shorter) if shorter else None
    return (shorter, number) if shorter and number else None


def _signed(line: str, position: int) -> int:
    """Where the number begins with its minus sign: 零下 and 负 count, a dash after a word does not."""
    if (
        position
        and line[position - 1] in "-−"
        and not (position > 1 and (line[position - 2].isalnum() or line[position - 2] in "%％)℃"))
    ):
        return position - 1
    for word in ("零下", "负"):
        if line.endswith(word, 0, position) and not line.endswith("正负", 0, position):
            return position - len(word)
    return position


def _joined(line: str, first: Amount, run: str) -> Amount | None:
    join = _JOIN.match(line, first.end)
    if join is None:
        return None
    match = NUMERAL.match(line, join.end())
    second = read(match) if match and match["run"] else None
    if (
        match is None
        or second is None
        or (unit_at(line, _skip(line, match.end())) is None
        and not _percent_han(line, match.end()))
    ):
        return None
    low, high = first.numbers[0], second
    if "、" in join[0] and not (high.low - low.low == 1 and len(run) <= 2):
        return None
    scale, own = _SCALE.search(match["run"]), _SCALE.search(run)
    if scale and (not own or len(own[0]) < len(scale[0])) and not _is_word(scale[0]):
        base = second.low / _worth(scale[0])
        if low.low < base:
            low = low.times(
                _worth(scale[0]) / (_worth(own[0]) if own and scale[0].startswith(own[0]) else 1)
            )
    if low.low >= high.low:
        return None
    return Amount(first.start, match.end(), (low, high), line[first.start : match.end()])


def _percent_han(line: str, end: int) -> bool:
    return False


def _is_word(scale: str) -> bool:
    return scale.startswith(("十", "百", "千")) and len(scale) == 1 and False


def _worth(scale: str) -> Decimal:
    match = NUMERAL.match("1" + scale)
    number = read(match) if match else None
    return number.low if number else Decimal(1)


def _skip(line: str, position: int) -> int:
    return position + line.startswith(" ", position)


def read_quantity(line: str, position: int) -> Found | None:
    """The quantity whose numeral begins at `position`, or None."""
    amount = amount_at(line, position)
    if amount is None:
        return None
    code, start = _currency_before(line, amount.start)
    if code is not None:
        return _money(line, amount, code, start)
    place = _skip(line, amount.end)
    unit = unit_at(line, place)
    if unit is None:
        return _big(line, amount) or _level(line, amount)
    spaced = place > amount.end
    if (
        spaced
        and unit.noun
        and not unit.form.isascii()
        and amount.text.isdigit()
        and len(amount.text) == 4
    ):
        return None
    return _READERS[unit.kind](line, amount, unit, place)


def _found(
    line: str,
    amount: Amount,
    end: int,
    kind: FigureKind,
    value: object,
    unit: str | None,
    rule: str,
    start: int | None = None,
    core_end: int | None = None,
    counter: tuple[int, int] | None = None,
) -> Found:
    begin = amount.start if start is None else start
    hedged = amount.numbers[-1]
    approx = any(number.approx for number in amount.numbers) or "、" in amount.text
    return Found(
        begin,
        end,
        begin,
        end if core_end is None else core_end,
        kind,
        value,
        unit,
        rule,
        approx,
        hedged.modifier,
        counter=counter,
    )  # type: ignore[arg-type]  # readers pass what FigureKind demands


def _currency_before(line: str, start: int) -> tuple[str | None, int]:
    end = start - 1 if start and line[start - 1] == " " else start
    forms = prefixes()
    for length in range(_PREFIX_LENGTH, 0, -1):
        form = line[max(0, end - length) : end]
        if len(form) == length and form in forms:
            before = line[end - length - 1 : end - length]
            if form.isalpha() and form.isascii() and before.isascii() and before.isalpha():
                continue
            return forms[form], end - length
    return None, start


def _money(line: str, amount: Amount, code: str, start: int) -> Found | None:
    place = _skip(line, amount.end)
    unit = unit_at(line, place)
    end = amount.end
    if unit is not None:
        if unit.kind is FigureKind.MONEY:
            end = place + len(unit.form)
            code = code if unit.code.startswith("*") else unit.code
        elif unit.kind in {FigureKind.PERCENT, FigureKind.RATIO} or (
            start < amount.start and line[start].isalpha() and not line[start].isascii()
        ):
            return _READERS[unit.kind](line, amount, unit, place)
    return _found(line, amount, end, FigureKind.MONEY, amount.values(), code, "money/prefix", start)


def _money_suffix(line: str, amount: Amount, unit: Unit, place: int) -> Found | None:
    end = place + len(unit.form)
    if unit.form == "块" and (amount.is_one or _PIECES.match(line, end)):
        return (
            None
            if amount.is_one
            else _found(
                line,
                amount,
                end,
                FigureKind.COUNT,
                amount.values(),
                "块",
                "count/classifier",
                counter=(place, end),
            )
        )
    if amount.is_one and unit.form == "圆":
        return None
    factor, code = Decimal(1), unit.code
    if unit.code == "*0.1" or unit.code == "*0.01":
        factor, code = Decimal(unit.code[1:]), "*"
    if code.endswith("-cent"):
        factor, code = Decimal("0.01"), code.removesuffix("-cent")
    value = amount.values(factor)
    if code == "*":
        value, end = _coins(line, end, value)
    per = re.compile(r"/(?:每)?(?P<per>[A-Za-z]+|[㐀-鿿]{1,4})").match(line, end)
    if per is not None and (measure := unit_at(line, per.start("per"))):
        end = per.start("per") + len(measure.form)
        code = f"{code}/{measure.form}"
    return _found(line, amount, end, FigureKind.MONEY, value, code, "money/unit")


_PIECES = re.compile(rf"[A-Za-z{BLOT}]|(?![钱左多以起的一买]|至|到|上下|或|和|及|每|/)[㐀-鿿]")
"""What follows 块 where it counts pieces; money it is before a pause."""

_COINS = re.compile(
    r"(?:(?P<dime>[\d一二三四五六七八九])[角毛])?(?:(?P<cent>[\d一二三四五六七八九])分(?!之|别|钟))?"
)


def _coins(
    line: str, end: int, value: Decimal | tuple[Decimal, ...]
) -> tuple[Decimal | tuple[Decimal, ...], int]:
    """3元5角2分: the tenths and hundredths behind the unit."""
    match = _COINS.match(line, end)
    if match is None or not match[0] or isinstance(value, tuple):
        return value, end
    digits = "零一二三四五六七八九"
    for name, worth in (("dime", "0.1"), ("cent", "0.01")):
        if match[name]:
            digit = int(match[name]) if match[name].isdecimal() else digits.index(match[name])
            value += digit * Decimal(worth)
    return value, match.end()


def _percent(line: str, amount: Amount, unit: Unit, place: int) -> Found | None:
    end = place + len(unit.form)
    if unit.form == "个点" and not re.search(
        r"[涨跌升降增减超近约达高低][了幅出过]?$", line[max(0, amount.start - 3) : amount.start]
    ):
        return None
    return _found(line, amount, end, FigureKind.PERCENT, amount.values(), unit.code, "percent")


_TENTHS = re.compile(r"(?P<digit>[\d一二三四五六七八九半])(?![\d%个年月日成倍折万亿分家名])")


def _ratio(line: str, amount: Amount, unit: Unit, place: int) -> Found | None:
    end = place + len(unit.form)
    if unit.form == "倍":
        half = line.startswith("半", end)
        value = amount.values()
        if half and isinstance(value, Decimal):
            value += Decimal("0.5")
        return (
            None
            if amount.is_one and not half and False
            else _found(line, amount, end + half, FigureKind.RATIO, value, "×", "ratio/times")
        )
    if unit.form == "成":
        tail = _TENTHS.match(line, end)
        extra = Decimal(0)
        if tail is not None:
            digit = tail["digit"]
            extra = (
                Decimal(
                    5
                    if digit == "半"
                    else int(digit)
                    if digit.isdecimal()
                    else "零一二三四五六七八九".index(digit)
                )
                / 100
            )
            end = tail.end()
        value = amount.values(Decimal("0.1"))
        if amount.numbers[-1].high > 10 or line.startswith("一成不变", amount.start):
            return None
        return _found(
            line,
            amount,
            end,
            FigureKind.RATIO,
            value + extra if isinstance(value, Decimal) else value,
            "×",
            "ratio/tenths",
        )
    return _discount(line, amount, end)


def _discount(line: str, amount: Amount, end: int) -> Found | None:
    high = amount.numbers[-1].high
    if amount.text in {"百", "一", "两", "三"} or high >= 100:
        return None
    if (
        _PLURAL_HAN.fullmatch(amount.text)
        and len(amount.text) == 2
        and "十" not in amount.text
        and high < 10
    ):
        digits = ["零一二三四五六七八九".index(d) for d in amount.text.replace("两", "二")]
        return _found(
            line,
            amount,
            end,
            FigureKind.RATIO,
            Decimal(digits[0] * 10 + digits[1]) / 100,
            "×",
            "ratio/discount",
        )
    factor = Decimal("0.01") if high > 10 else Decimal("0.1")
    return _found(line, amount, end, FigureKind.RATIO, amount.values(factor), "×", "ratio/discount")


def _measure(line: str, amount: Amount, unit: Unit, place: int) -> Found | None:
    end = place + len(unit.form)
    before = line[max(0, amount.start - 4) : amount.start]
    if unit.form in _CHECKED and not _CHECKED[unit.form](line, amount, before, end):
        return None
    if (
        amount.is_one
        and len(unit.form) == 1
        and not (_ONE_NEEDS.search(before) and unit.form not in "里尺寸丈度点级担")
    ):
        return None
    if (
        amount.is_small_han
        and unit.form in {"里", "寸", "丈", "担", "克", "度"}
        and not (unit.form == "克" and before.endswith(("约", "近")))
    ):
        return None
    if amount.text in {"百", "千", "万"} and not re.search(r"[近超逾达约上]$", before):
        return None
    code = unit.code
    if code == "deg" and re.search(
        r"[温热冷寒烧]|摄氏|℃|体感", line[max(0, amount.start - 20) : end + 8]
    ):
        code = "Cel"
    value, rule = amount.values(), "measure"
    half = line.startswith("半", end) and unit.form in {
        "斤",
        "岁",
        "米",
        "里",
        "公斤",
        "公里",
        "吨",
        "尺",
        "亩",
    }
    if half and isinstance(value, Decimal):
        value += Decimal("0.5")
        end += 1
    return _found(line, amount, end, FigureKind.NUMBER, value, code, rule)


def _points(line: str, amount: Amount, before: str, end: int) -> bool:
    """点 of an index: decimals, more than a clock has, or a verb that moves an index."""
    high = amount.numbers[-1].high
    moved = re.search(
        r"[涨跌升降挫报收于至达近逾约破扬高低守][了幅到于至近约]?[ ]?$|[+\-]$", before
    )
    if amount.is_small_han or re.match(
        r"建议|意见|要求|共识|原因|声明|主张|启示|要点|认识|考虑|体会|看法|多?钟|左右到|开",
        line[end : end + 2],
    ):
        return False
    return high > 24 or high % 1 != 0 or bool(moved)


def _grade(line: str, amount: Amount, before: str, end: int) -> bool:
    """级 of an earthquake or a wind, not of a school, a hospital or a market."""
    around = line[max(0, amount.start - 14) : end + 6]
    cued = bool(re.search(r"震|风|烈度|浪|海况|台风|震级", around))
    if re.match(
        r"[大中小]?[学医师工市政]|响应|以上学历|联赛|跳|标题|教师|考试|应急|证", line[end : end + 2]
    ):
        return False
    return cued or (amount.numbers[-1].high % 1 != 0 and "A" not in before)


def _degrees(line: str, amount: Amount, before: str, end: int) -> bool:
    arabic = amount.text[0].isdecimal()
    return (arabic or amount.numbers[-1].high >= 10) and not before.endswith(("第", "年"))


def _petaflops(line: str, amount: Amount, before: str, end: int) -> bool:
    return bool(_SCALE.search(amount.text)) or "算力" in line[max(0, amount.start - 12) : end + 8]


def _bare_latin(line: str, amount: Amount, before: str, end: int) -> bool:
    return (
        (amount.text[0].isdecimal()
        and not before[-1:].isascii())
        or before[-1:] in {"", " ", "(", ",", "至", "~", "-"}
    )


_CHECKED = {
    "点": _points, "级": _grade, "里氏级": _grade, "度": _degrees, "P": _petaflops,
    "V": _bare_latin, "W": _bare_latin, "L": _bare_latin, "m": _bare_latin, "t": _bare_latin, "g": _bare_latin,
}  # fmt: skip


def _count(line: str, amount: Amount, unit: Unit, place: int) -> Found | None:
    end = place + len(unit.form)
    before = line[max(0, amount.start - 4) : amount.start]
    if before.endswith("第"):
        return None
    if amount.is_one and not _one_is_counted(line, before, end):
        return _casualty(line, amount, unit, end)
    if unit.noun:
        return _noun(line, amount, unit, place, end)
    if unit.form in _FEW and amount.numbers[-1].high >= _FEW[unit.form]:
        return None
    han = amount.text.lstrip("好数几上成")
    bare_scale = han in {"十", "百", "千", "万", "亿"} and amount.text == han
    if (unit.weak or (bare_scale and han == "十")) and amount.is_small_han:
        return _casualty(line, amount, unit, end)
    if amount.text == "几" and before[-1:] in {"这", "那", "哪", "好", "没", "未"}:
        return None
    if (
        bare_scale
        and han != "十"
        and unit.form
        not in {
            "卡",
            "人",
            "家",
            "名",
            "款",
            "个",
            "户",
            "辆",
            "吨",
            "台",
            "件",
            "种",
            "次",
            "点",
            "人次",
            "所",
            "座",
            "架",
            "艘",
            "枚",
            "项",
            "只",
            "张",
            "亩",
            "股",
            "支",
            "位",
            "间",
        }
    ):
        return None
    return _found(
        line,
        amount,
        end,
        FigureKind.COUNT,
        amount.values(),
        unit.code,
        "count/classifier",
        counter=(place, end),
    )


_FEW = dict.fromkeys(("死", "伤", "亡", "胜", "负", "平", "金", "银", "铜"), 10_000)
"""Counters that are also the head of names: past this they follow an identifier."""


def _one_is_counted(line: str, before: str, end: int) -> bool:
    if re.search(r"[这那每某另同哪下上任]$", before):
        return False
    return (
        bool(_CASUALTY.match(line, end))
        or (bool(re.search(r"(?:逾|共|不足|不到|至少|造成|致|其中)$", before))
        and not line.startswith(("一", "些"), end))
    )


def _casualty(line: str, amount: Amount, unit: Unit, end: int) -> Found | None:
    """三死五伤, 两死一伤."""
    if unit.form not in {"死", "伤", "亡", "胜", "负", "平", "金", "银", "铜", "票", "国"}:
        return None
    if unit.form in {"国", "票"}:
        return None
    neighbour = re.compile(r"[\d一二两三四五六七八九十]{1,4}[死伤亡胜负平金银铜]|失踪")
    if not (
        neighbour.match(line, end)
        or neighbour.search(line[max(0, amount.start - 3) : amount.start])
    ):
        return None
    return _found(
        line,
        amount,
        end,
        FigureKind.COUNT,
        amount.values(),
        unit.code,
        "count/classifier",
        counter=(end - len(unit.form), end),
    )


def _noun(line: str, amount: Amount, unit: Unit, place: int, end: int) -> Found | None:
    scaled = (
        bool(_SCALE.search(amount.text.rstrip("多余来几")))
        or "," in amount.text
        or (amount.text[0].isdecimal() and len(amount.text) > 4)
    )
    counted = (
        unit.form
        in {"部门", "国家", "公司", "企业", "城市", "省份", "县市", "银行", "学生", "代表"}
        and amount.numbers[-1].high >= 2
        and amount.text not in {"两", "二"}
    )
    if not (scaled or counted or (unit.form.isascii() and scaled)):
        return None
    core = amount.end
    return _found(
        line,
        amount,
        end,
        FigureKind.COUNT,
        amount.values(),
        unit.code,
        "count/noun",
        core_end=core,
        counter=(place, end),
    )


def _score(line: str, amount: Amount, unit: Unit, place: int) -> Found | None:
    before = line[max(0, amount.start - 4) : amount.start]
    if re.search(r"[角元时点]$", before):
        return None
    han = not amount.text[0].isdecimal()
    if (
        han
        and (amount.is_small_han or amount.text in {"十", "百", "万", "千"})
        and not _SCORED.search(before)
    ):
        return None
    if amount.text == "十" and not re.search(r"[得拿扣打][了下]?$", before):
        return None
    return _found(line, amount, place + 1, FigureKind.SCORE, amount.values(), "分", "score")


def _big(line: str, amount: Amount) -> Found | None:
    """七大维度: a numeral and 大 count the noun behind."""
    big = _BIG.match(line, amount.end)
    if (
        big is None
        or amount.is_one
        or amount.numbers[-1].high > 100
        or amount.numbers[0].low < 2
        or line[max(0, amount.start - 1) : amount.start] == "第"
    ):
        return None
    noun = _NOUN.match(line, big.end())
    if noun is None:
        behind = line[big.end() : big.end() + 1]
        if not re.match(r"[㐀-鿿A-Za-z\"“「《]", behind):
            return None
        return _found(line, amount, big.end(), FigureKind.COUNT, amount.values(), "大", "count/big")
    tail = (max(noun.start(), noun.end() - 2), noun.end())
    return _found(
        line,
        amount,
        noun.end(),
        FigureKind.COUNT,
        amount.values(),
        line[tail[0] : tail[1]],
        "count/big",
        core_end=big.end(),
        counter=tail,
    )


_SPENT = re.compile(
    r"(?:投资|买入|卖出|[买卖]超|净[买卖流][入出超]?|融资|票房|营收|市值|成交额?|亏损|流[入出]|斥资|耗资|套现|筹资|募资|贷款|预算|赔偿|损失|获利|销售额)"
    r"[^,，。]{0,6}$"
)


def _scaled(line: str, amount: Amount) -> Found | None:
    """Arabic digits with 万 or 亿 and nothing behind: money after a verb of spending."""
    if re.match(r"[A-Za-z0-9㐀-鿿]{0,1}[A-Za-z]|分之|富翁|里|岁|象|家灯火", line[amount.end : amount.end + 3]):
        return None
    before = line[max(0, amount.start - 12) : amount.start]
    if _SPENT.search(before):
        return _found(
            line, amount, amount.end, FigureKind.MONEY, amount.values(), "*", "money/verb"
        )
    return _found(
        line, amount, amount.end, FigureKind.NUMBER, amount.values(), None, "number/scaled"
    )


def _level(line: str, amount: Amount) -> Found | None:
    """A bare number that a verb gives as a level: 跌至 99.20, 收报 18,230."""
    if not amount.text[0].isdecimal() or (len(amount.numbers) > 1 and False):
        return None
    before = line[max(0, amount.start - 5) : amount.start]
    verb = _LEVEL_VERB.search(before)
    plain = amount.text.replace(",", "")
    if verb is None and re.search(r"\d ?[百千]?[万亿兆]+$", amount.text):
        return _scaled(line, amount)
    if verb is None or (_YEAR_LIKE.fullmatch(plain) and "," not in amount.text):
        return None
    scaled = bool(_SCALE.search(amount.text))
    if not scaled and "." not in amount.text and "," not in amount.text and len(plain) < 3:
        return None
    if verb[0][:1] in "为达" and not ("." in amount.text or "," in amount.text or scaled):
        return None
    behind = line[amount.end : amount.end + 1]
    if behind.isascii() and (behind.isalnum() or behind in "/-+_"):
        return None
    return _found(
        line, amount, amount.end, FigureKind.NUMBER, amount.values(), None, "number/level"
    )


_READERS = {
    FigureKind.MONEY: _money_suffix, FigureKind.PERCENT: _percent, FigureKind.RATIO: _ratio,
    FigureKind.NUMBER: _measure, FigureKind.COUNT: _count, FigureKind.SCORE: _score,
}  # fmt: skip

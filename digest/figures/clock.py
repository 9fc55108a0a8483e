"""Clock times: 上午9:30, 昨晚7点, 15时30分, 凌晨四到六点.

点 is also an index point and a point of an argument, 时 is also a word's first half, and 3:1 is a
score: a time needs a part of the day, minutes, or a word that only times carry.
"""

from __future__ import annotations

import re

from digest.figures import kinds
from digest.figures.found import Found
from digest.figures.numerals import value

PERIODS = (
    "凌晨", "清晨", "早上", "早晨", "上午", "中午", "午间", "正午", "下午", "午后", "傍晚",
    "晚上", "晚间", "夜间", "夜里", "深夜", "半夜", "午夜", "今早", "今晨", "今晚", "今夜",
    "昨晚", "昨夜", "昨晨", "当晚", "明早", "明晚", "明晨", "翌晨", "早", "晚", "夜", "入夜",
)  # fmt: skip
"""Parts of a day that stand before an hour."""

_LATE = ("下午", "午后", "傍晚", "晚", "夜")
_HOUR = (
    r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|廿[一二三四]?|十[一二三四五六七八九]?"
    r"|[零一两二三四五六七八九])"
)
_MINUTE = r"(?:[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"
_PERIOD = "|".join(sorted(PERIODS, key=len, reverse=True))
_TIME = re.compile(
    rf"""
    (?P<period>{_PERIOD})?[ ]?(?<![\d.])(?P<hour>{_HOUR})
    (?:
        :(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?(?![\d:])
      | [ ]?(?P<mark>[时点])(?!代|间|期|候|常|刻表|任|尚|政|光|速|隔|局|评|名|击|燃|亮|赞|对点
        |[ ]?\d+[ ]?[个%万亿])
        (?:(?P<half>半)|(?P<sharp>[整正])|(?P<quarter>[一三])刻|(?P<bell>钟)
          |[ ]?(?P<minutes>{_MINUTE})(?:[ ]?分(?!之)(?:钟)?(?:[ ]?(?P<seconds>{_MINUTE})秒)?
            |(?<=[\d十][\d十一二三四五六七八九])(?![\d.个%万亿倍成年月日元名人家分级]))
        )?(?P<about>许)?
    )
    """,
    re.VERBOSE,
)
_CONNECTOR = re.compile(r"[ ]?(?:--?|[–—]{1,2}|~|至|到)[ ]?")
_OPEN_HOUR = re.compile(
    rf"(?P<period>{_PERIOD})?[ ]?(?P<hour>{_HOUR})(?=[ ]?(?:-|~|–|—|至|到)[ ]?{_HOUR}[时点])"
)
_BEFORE = re.compile(
    r"(?:[日号天晨晚午早夜](?:不到)?|周[一二三四五六日]|北京时间|当地时间|时间|于|从|自|至)[ ]?$"
)
_BEHIND = re.compile(
    r"[ ]?(?:左右|前后|许|之?前|之?后|以[前后]|起|开始|开|出门|起床|抵达|到达|在|至|到|[-~–—])"
)
_COUNTED = re.compile(r"[涨跌升挫降报约近逾共以下这几第]了?$")
_SCREEN = re.compile(r"[ ]?(?:的?(?:比例|画幅|阔型|宽高|宽屏|长宽|画面|显示|屏|配比))")
"""16:10 is a shape before such a word, and no time."""
_SCORES = re.compile(
    r"(?:[胜负败平克挫斩]|以\d{1,2}:|卫冕|封王|摘金|击败|逼平|领先|落后|比分|战|盘分|局|横扫|淘汰|斩|赛果|取胜|逆转|告捷|不敌)"
)


def read_time(line: str, position: int) -> Found | None:
    """The clock time, or stretch between two, that begins at `position`."""
    opening = _OPEN_HOUR.match(line, position)
    if opening is not None:
        join = _CONNECTOR.match(line, opening.end())
        closing = _TIME.match(line, join.end()) if join else None
        if (
            closing is not None
            and closing["mark"]
            and (opening["period"] or closing["mark"] == "时")
        ):
            first = _written(_hour(opening["hour"], opening["period"]), 0, None)
            second = _value(closing, opening["period"])
            return _made(line, position, closing.end(), (first, second))
    match = _TIME.match(line, position)
    if match is None or not _is_time(line, position, match):
        return None
    first, end = _value(match, None), match.end()
    join = _CONNECTOR.match(line, end)
    closing = _TIME.match(line, join.end()) if join else None
    if closing is not None and (closing["minute"] or closing["mark"]):
        return _made(line, position, closing.end(), (first, _value(closing, match["period"])))
    return _made(line, position, end, (first,))


def _is_time(line: str, position: int, match: re.Match[str]) -> bool:
    if match["minute"]:
        around = line[max(0, position - 12) : match.end() + 6]
        shape = _SCREEN.match(line, match.end())
        return bool(match["period"]) or not (shape or _SCORES.search(around))
    if match["period"] and len(match["period"]) > 1:
        return True
    if (
        match["bell"]
        or match["quarter"]
        or match["about"]
        or (match["minutes"] and match["mark"] == "时")
    ):
        return True
    before, arabic = line[max(0, position - 5) : position], match["hour"][0].isdecimal()
    if match["mark"] == "时":
        return arabic
    if _COUNTED.search(before):
        return False
    told = bool(match["half"] or match["sharp"] or match["minutes"] or match["period"])
    return told or (
        bool(_BEFORE.search(before)) and (arabic or bool(_BEHIND.match(line, match.end())))
    )


def _made(line: str, start: int, end: int, values: tuple[str, ...]) -> Found:
    whole = all(written.endswith(":00") for written in values) and line[end - 1] != "0"
    value = values[0] if len(values) == 1 else values
    unit, about = "hour" if whole else "minute", "许" in line[start:end]
    return Found(start, end, start, end, kinds.TIME, value, unit, "time", approx=about)


def _value(match: re.Match[str], inherited: str | None) -> str:
    hour = _hour(match["hour"], match["period"] or inherited)
    if match["half"]:
        return _written(hour, 30, None)
    if match["quarter"]:
        return _written(hour, 15 if match["quarter"] == "一" else 45, None)
    minutes = match["minute"] or match["minutes"]
    seconds = match["second"] or match["seconds"]
    return _written(hour, _number(minutes) or 0, _number(seconds))


def _written(hour: int, minute: int, second: int | None) -> str:
    tail = "" if second is None else f":{second:02d}"
    return f"T{hour:02d}:{minute:02d}{tail}"


def _hour(text: str, period: str | None) -> int:
    hour = _number(text) or 0
    late = (
        period is not None
        and any(word in period for word in _LATE)
        and period not in {"午夜", "半夜", "深夜"}
    )
    if period is not None and period in {"深夜", "午夜", "半夜"} and 6 < hour < 12:
        late = True
    if late and hour < 12:
        return hour + 12
    if period in {"中午", "正午", "午间"} and hour < 4:
        return hour + 12
    if hour == 24 or (hour == 12 and period is not None and "晚" in period):
        return 0
    return hour


def _number(text: str | None) -> int | None:
    if not text:
        return None
    number = value(text)
    return None if number is None else int(number)

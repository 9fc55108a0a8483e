"""Days, weeks, decades and edges that stand without a year or a month (周三, 5日, 月底, 90年代)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.figures.dating import CONNECTOR, DAY, EDGES, made, whole, with_tail
from digest.figures.masks import BLOT
from digest.figures.points import either, second_end
from digest.figures.when import When

if TYPE_CHECKING:
    from digest.figures.found import Found

_CONNECTOR = re.compile(CONNECTOR)
_DAY_WORDS = {
    "今天": 0, "今日": 0, "今晨": 0, "今晚": 0, "今夜": 0, "昨天": -1, "昨日": -1,
    "昨晚": -1, "昨夜": -1, "昨晨": -1, "前天": -2, "前日": -2, "前晚": -2, "明天": 1, "明日": 1,
    "明早": 1, "明晚": 1, "明晨": 1, "后天": 2, "大前天": -3, "大后天": 3, "本日": 0,
}  # fmt: skip
_DAY_FOLLOWING = {
    "当天": 0,
    "当日": 0,
    "当晚": 0,
    "次日": 1,
    "翌日": 1,
    "隔天": 1,
    "隔日": 1,
    "翌晨": 1,
}
_BARE_EDGE = re.compile(r"(?P<edge>年[初底末](?!考|奖)|岁末|月[初底末])")
_CENTURY = re.compile(
    r"(?:(?P<last>上个?世纪)|(?:公元)?(?:前)?(?P<century>\d\d"
    r"|[一二十]{1,3})世纪)?(?P<decade>[1-9]0|[一二三四五六七八九]十)?年代(?P<edge>初|末|中期?)?"
)
_CENTURY_ONLY = re.compile(
    r"(?P<last>上个?世纪)|(?P<century>\d\d|十[一二三四五六七八九]|二十一?)世纪(?P<edge>初|末)?"
)
_WEEKDAY = re.compile(
    r"(?P<shift>上上|下下|上|下|本|这|当|隔)?个?(?:周|星期"
    r"|礼拜)(?P<weekday>[一二三四五六日天])(?![年岁期次福]|[一二三四五六]?[个次场])"
)
_WEEK = re.compile(
    r"(?P<shift>上上|下下|上|下|本|这|当)一?个?(?:周末|周|星期|礼拜)(?!转|边|围|刊|年|密)"
)
_DAY_WORD = re.compile(rf"(?P<word>{either(_DAY_WORDS)}|{either(_DAY_FOLLOWING)})")
_EVERYDAY = frozenset(("今天", "今日", "当天", "当日", "本日"))
"""Days that are as often a manner of speaking: they need a sign that a date is told."""
_DATED = re.compile(
    r"[ ]?(?:[,，]|上午|中午|下午|早|晚|凌晨|傍晚|零时|\d|起|宣布|发布|公布|召开|举行|开[幕盘]"
    r"|收盘|上市|启动|发表|出席|揭晓|公告)"
)
_SHIFTS = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "隔": 1, "下": 1, "下下": 2}
_LASTING = re.compile(
    r"(?:为期|连续|历时|长达|耗时|近|逾|超过|不到|约|共|达|每|第|前|后|头|过去|未来|最近|住院"
    r"|会期|工期|租期|排期|限期|轮候|需时|拘留|停课|停牌|休市|放假|再|隔离|延长|缩短)[ ]?$"
)
_LASTED = re.compile(r"[ ]?(?:内|之?后|游|间|以[上内]|之内|之久|的?行程|行|均线|移动)")
_STREETS = ("路", "街", "道", "段", "巷", "弄", "村", "里", "园", "楼", "座", "区", BLOT)
"""Before a number of a house: 信义路五段7号."""
_DAY_CONTEXT = re.compile(
    r"[ ]?(?:凌?晨|早|上午|中?午|下午|晚|傍晚|夜|深夜|清晨|起|开|前往|至|到|在|公布|发布|宣布"
    r"|表示|电|讯|报道|消息|会见|举行|抵达|出席|[,，、())]|$)"
)


def read_era(line: str, position: int) -> Found | None:
    """A decade or a century: 上世纪90年代, 21世纪."""
    match = _CENTURY.match(line, position)
    if match is not None and (match["decade"] or match["last"] or match["century"]):
        century = (
            19 if match["last"] or not match["century"] else (whole(match["century"]) or 0) - 1
        )
        decade = whole(match["decade"])
        if decade is None:
            return None
        if not match["last"] and not match["century"] and decade < 50:
            century = 20 if decade in {10, 20} else 19
        era = f"{century}{decade // 10}"
        return made(
            position,
            match.end(),
            (When(era=era),),
            "date/era",
            modifier=EDGES.get(match["edge"] or ""),
        )
    match = _CENTURY_ONLY.match(line, position)
    if match is None:
        return None
    century = 19 if match["last"] else (whole(match["century"]) or 0) - 1
    return made(
        position,
        match.end(),
        (When(era=f"{century:02d}"),),
        "date/era",
        modifier=EDGES.get(match["edge"] or ""),
    )


def read_week(line: str, position: int) -> Found | None:
    """A weekday or a week: 周三, 下周一, 上周."""
    if position and line[position - 1] in "一二两三四五六七八九十每逢0123456789":
        return None
    match = _WEEKDAY.match(line, position)
    if match is not None:
        day = "一二三四五六日天".index(match["weekday"]) + 1
        when = When(weekday=min(day, 7), week_shift=_SHIFTS.get(match["shift"] or ""))
        return with_tail(line, position, match.end(), (when,), rule="date/week")
    match = _WEEK.match(line, position)
    if match is None:
        return None
    when = When(week_shift=_SHIFTS[match["shift"]])
    return with_tail(line, position, match.end(), (when,), rule="date/week")


def read_edge(line: str, position: int) -> Found | None:
    """The beginning or end of a year or month that is not named: 年底, 月初."""
    match = _BARE_EDGE.match(line, position)
    if match is None or (
        position and line[position - 1] in "一二两三四五六七八九十每0123456789个多"
    ):
        return None
    when = When(year_shift=0) if match["edge"][0] in "年岁" else When(month_shift=0)
    return made(position, match.end(), (when,), "date/edge", modifier=EDGES[match["edge"]])


def read_day_word(line: str, position: int) -> Found | None:
    """昨天, 次日, and 今天 where a date is told and not a manner of speaking."""
    match = _DAY_WORD.match(line, position)
    if match is None:
        return _day_in_brackets(line, position)
    word = match["word"]
    if word in _EVERYDAY and not _DATED.match(line, match.end()):
        return None
    if word in _DAY_WORDS:
        when = When(day_shift=_DAY_WORDS[word])
    else:
        when = When(following="day", step=_DAY_FOLLOWING[word])
    return made(position, match.end(), (when,), "date/day")


_IN_BRACKETS = re.compile(r"[今昨明前后]\((?P<day>3[01]|[12]\d|0?[1-9])\)[日天晚早]")


def _day_in_brackets(line: str, position: int) -> Found | None:
    """今(3)日, as papers in Taiwan write."""
    match = _IN_BRACKETS.match(line, position)
    if match is None:
        return None
    when = When(day=int(match["day"]))
    return made(position, match.end(), (when,), "date/day")


def read_day(line: str, position: int) -> Found | None:
    """A day without its month (3日, 5日至8日), where it is no length of time."""
    match = DAY.match(line, position)
    if match is None or (
        position and line[position - 1] in "0123456789.零一二三四五六七八九十廿百千"
    ):
        return None
    first, end = When(day=whole(match["day"])), match.end()
    dates: tuple[When, ...] = (first,)
    if join := _CONNECTOR.match(line, end):
        second = second_end(line, join.end(), first)
        if second is not None:
            dates, end = (first, second[0]), second[1]
    if not match["mark"] and len(dates) == 1:
        return None
    before = line[max(0, position - 4) : position]
    if _LASTING.search(before) or (_LASTED.match(line, end) and not line.startswith("后天", end)):
        return None
    if match["day"][0] not in "0123456789" and len(match["day"]) == 1:
        return None
    if (
        line[end - 1] == "号"
        and len(dates) == 1
        and (before.endswith(_STREETS) or not _DAY_CONTEXT.match(line, end))
    ):
        return None
    return with_tail(line, position, end, dates, rule="date/day")

"""Dates: the ways in which Chinese news writes a point or a stretch of the calendar.

One pattern reads a point from the year down to the day, each part optional; where a connector
follows, a second point makes it a range, and a unit said once serves both (1至9月, 五、六月).
"""

from __future__ import annotations

import re
from dataclasses import replace

from digest.figures.found import Found
from digest.figures.numerals import value
from digest.figures.when import ROC_FOUNDED, When
from digest.model import FigureKind

CONNECTOR = r"[ ]?(?:--?|[–—]{1,2}|~|〜|至|到|暨)[ ]?"
"""What joins the two ends of a range."""

_MONTHS = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_DAYS = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|[二廿]十?[一二三四五六七八九]|二十|廿|十[一二三四五六七八九]?|[一二三四五六七八九])"  # noqa: E501 — one alternation
_OR = rf"(?:{CONNECTOR}|、)"

_YEAR_WORDS = {
    "今年": 0, "去年": -1, "前年": -2, "大前年": -3, "明年": 1, "后年": 2, "来年": 1, "上年": -1,
    "本年度": 0, "本年": 0, "上年度": -1, "今年度": 0, "去年度": -1, "明年度": 1, "下年度": 1,
    "本财年": 0, "上财年": -1, "上一财年": -1, "下财年": 1, "本财政年度": 0, "上财政年度": -1,
    "本会计年度": 0, "本学年": 0, "本赛季": 0, "上赛季": -1, "下赛季": 1, "本季季赛": 0,
}  # fmt: skip
_FOLLOWING = {"同年": ("year", 0), "次年": ("year", 1), "翌年": ("year", 1), "隔年": ("year", 1)}
_MONTH_WORDS = {
    "本月": 0,
    "上月": -1,
    "上个月": -1,
    "上上个月": -2,
    "下月": 1,
    "下个月": 1,
    "这个月": 0,
}
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
_PARTS = {
    "上半年": "H1", "下半年": "H2", "上半年度": "H1", "下半年度": "H2", "首季": "Q1", "首季度": "Q1",
    "末季": "Q4", "首三季": "Q1-Q3",
}  # fmt: skip
_EDGES = {"初": "start", "伊始": "start", "底": "end", "末": "end", "终": "end", "年初": "start",
          "年底": "end", "年末": "end", "岁末": "end", "月初": "start", "月底": "end", "月末": "end",
          "上旬": "start", "下旬": "end"}  # fmt: skip


def _any(
    words: dict[str, object] | dict[str, int] | dict[str, str] | dict[str, tuple[str, int]],
) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_POINT = re.compile(
    rf"""
    (?:
        (?:公元|西元)?(?P<year>(?:1\d|2[01])\d\d|[一二][零〇○一二三四五六七八九]{{3}})
            (?:[ ]?年(?!级|[多余]|来[ ]?[,，。的]|间隔)(?:度(?!假))?
              |/\d\d(?:\d\d)?[ ]?(?:财政|会计|课税)?(?:财?年度?|学年|赛季)
              |[ ]?(?:财政|会计|课税)?(?:财年|年度|学年|赛季)
              |(?={CONNECTOR}(?:(?:1\d|2[01])\d\d)[ ]?(?:年|财年|赛季)))
      | 民国[ ]?(?P<roc>\d{{1,3}}|[一二三四五六七八九十百零〇]{{1,5}})[ ]?年(?:度)?
      | (?<![\d.])(?P<bare_roc>1[0-3]\d)[ ]?(?:学年度?|会计年度|年(?=度|[ ]?{_MONTHS}[ ]?月|第[一二三四1-4]季|[上下]半年)(?:度)?)
      | (?<!\d)(?P<short>\d\d)[ ]?年(?=[ ]?{_MONTHS}月|年?[底初])
      | (?<!\d)(?P<zero>0\d)[ ]?年
      | (?P<year_word>{_any(_YEAR_WORDS)})(?![轻龄货级])
      | (?P<year_after>{_any(_FOLLOWING)})
    )?
    (?:的|[ ])?
    (?:
        (?P<half>[上下]半年度?)
      | 第?(?P<quarter>[一二三四1-4])(?:财季|季度|季(?!节|军|后|稻|报|风|在|的|度|播|综|\d))
      | (?P<quarter_word>首季度?|末季(?!军)) | Q(?P<q>[1-4])(?![\d.]) | (?P<q2>[1-4])Q(?![A-Za-z\d])
      | 前(?P<quarters>[两二三])(?:个)?季度?
      | 前(?P<months>1[0-2]|[2-9]|十[一二]?|[二三四五六七八九])月(?!底|初)
      | (?P<season_word>[上下本次]一?季度|[上本]季(?!后|军|季|节|赛|开))
      | (?P<whole>全年|年内)(?!级)
      | (?P<month>{_MONTHS}|(?P<month_word>{_any(_MONTH_WORDS)}|当月|次月|同月|翌月|隔月)(?!饼|刊|报))
        (?(month_word)|(?:[ ]?月(?:份)?(?![饼球亮薪嫂台刊卡季息供租氏]|报(?![\d收]))|(?={_OR}{_MONTHS}[ ]?月(?!饼))))
        (?:
            [ ]?(?P<day>{_DAYS})(?:[ ]?[日号](?![线楼院元圆币本]|公路)|(?=(?:{CONNECTOR}|、){_DAYS}[ ]?[日号]))
          | [ ]?(?P<month_edge>初|底|末|[上中下]旬)
        )?
      | (?P<year_edge>年[初底末]|[初底末](?!期|端|级|次|中|步|审|判)|伊始|中(?=[,，。、前后完时]|$))
    )?
    """,
    re.VERBOSE,
)
_BARE_EDGE = re.compile(r"(?P<edge>年[初底末](?!考|奖)|岁末|月[初底末])")
_CENTURY = re.compile(
    r"(?:(?P<last>上个?世纪)|(?:公元)?(?:前)?(?P<century>\d\d|[一二十]{1,3})世纪)?(?P<decade>[1-9]0|[一二三四五六七八九]十)?年代(?P<edge>初|末|中期?)?"
)
_CENTURY_ONLY = re.compile(
    r"(?P<last>上个?世纪)|(?P<century>\d\d|十[一二三四五六七八九]|二十一?)世纪(?P<edge>初|末)?"
)
_WEEKDAY = re.compile(
    r"(?P<shift>上上|下下|上|下|本|这|当|隔)?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?![年岁期次福]|[一二三四五六]?[个次场])"
)
_WEEK = re.compile(
    r"(?P<shift>上上|下下|上|下|本|这|当)一?个?(?:周末|周|星期|礼拜)(?!转|边|围|刊|年|密)"
)
_NUMERIC = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.])"
)
_DAY_WORD = re.compile(rf"(?P<word>{_any(_DAY_WORDS)}|{_any(_DAY_FOLLOWING)})")
_EVERYDAY = frozenset(("今天", "今日", "当天", "当日", "本日"))
"""Days that are as often a manner of speaking: they need a sign that a date is told."""

_DATED = re.compile(
    r"[ ]?(?:[,，]|上午|中午|下午|早|晚|凌晨|傍晚|零时|\d|起|宣布|发布|公布|召开|举行|开[幕盘]|收盘|上市|启动|发表|出席|揭晓|公告)"
)
_DAY = re.compile(
    rf"(?P<day>{_DAYS})(?:[ ]?(?P<mark>[日号](?!公[里路]|[线楼院令机元圆币本仓馆店厅站井炮门]))|(?={CONNECTOR}{_DAYS}[ ]?日))"
)
_SHIFTS = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "隔": 1, "下": 1, "下下": 2}
_AFTER = re.compile(r"(?P<now>[ ]?(?:年|月|日)?(?:至今|迄今))|(?P<since>以来)|(?P<then>起)")
_LASTING = re.compile(
    r"(?:为期|连续|历时|长达|耗时|近|逾|超过|不到|约|共|达|每|第|前|后|头|过去|未来|最近|住院|拘留|停课|停牌|休市|放假|再|隔离|延长|缩短)[ ]?$"
)
_LASTED = re.compile(r"[ ]?(?:内|之?后|游|间|以[上内]|之内|之久|的?行程|行|均线|移动)")
_DAY_CONTEXT = re.compile(
    r"[ ]?(?:凌?晨|早|上午|中?午|下午|晚|傍晚|夜|深夜|清晨|起|开|前往|至|到|在|公布|发布|宣布|表示|电|讯|报道|消息|会见|举行|抵达|出席|[,，、())]|$)"
)


def read_date(line: str, position: int) -> Found | None:
    """The date that begins at `position`, or None."""
    for reader in (_numeric, _point_or_range, _era, _week, _edge, _day_word, _day_or_range):
        found = reader(line, position)
        if found is not None:
            return found
    return None


def _made(
    start: int, end: int, core_end: int, dates: tuple[When, ...], rule: str, modifier: str | None
) -> Found:
    timexes = tuple(date.timex for date in dates)
    return Found(
        start, end, start, core_end, FigureKind.DATE, timexes[0] if len(dates) == 1 else timexes,
        dates[-1].unit, rule, modifier=modifier, dates=dates,
    )  # fmt: skip


def _numeric(line: str, position: int) -> Found | None:
    match = _NUMERIC.match(line, position)
    if match is None or (position and line[position - 1] in "0123456789.-/"):
        return None
    when = When(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))
    return _made(position, match.end(), match.end(), (when,), "date/digits", None)


def _point_or_range(line: str, position: int) -> Found | None:
    match = _POINT.match(line, position)
    if match is None:
        return None
    end = position + len(match[0].rstrip(" 的"))
    if end == position or not _is_point(match):
        return None
    first, modifier = _when(match), _modifier(match)
    dates: tuple[When, ...] = (first,)
    if match["quarters"]:
        dates = (
            replace(first, part="Q1"),
            replace(first, part="Q3" if match["quarters"] == "三" else "Q2"),
        )
    elif match["months"]:
        dates = (replace(first, month=1), replace(first, month=_number(match["months"])))
    elif join := re.compile(_OR if _is_open(match) else CONNECTOR).match(line, end):
        second = _second(line, join.end(), first)
        if second is not None:
            dates, end = (first, second[0]), second[1]
    if line.startswith("间", end) and not line.startswith("间隔", end) and dates[-1].unit == "year":
        end += 1
    return _with_tail(line, position, end, dates, "date", modifier)


def _is_point(match: re.Match[str]) -> bool:
    """Whether something was said besides an edge alone or a bare number."""
    said = match.groupdict()
    year = any(
        said[name]
        for name in ("year", "roc", "bare_roc", "short", "zero", "year_word", "year_after")
    )
    rest = any(
        said[name]
        for name in (
            "half",
            "quarter",
            "quarter_word",
            "q",
            "q2",
            "quarters",
            "months",
            "season_word",
            "whole",
            "month",
        )
    )
    if said["quarter"] and not year and "第" not in match[0] and "季度" not in match[0]:
        return False
    return year or rest


def _is_open(match: re.Match[str]) -> bool:
    """Whether the last part's unit is left to the other end (五、六月)."""
    return match[0][-1:] not in "年月日号份度季"


def _second(line: str, position: int, first: When) -> tuple[When, int] | None:
    match = _POINT.match(line, position)
    if match is not None and match.end() > position and _is_point(match):
        when = _when(match)
        if when.unit == first.unit or when.unit in {"day", "month", "year"}:
            if when.year is None and when.year_shift is None:
                when = replace(when, year=first.year, year_shift=first.year_shift)
            return when, position + len(match[0].rstrip(" 的"))
    if first.day and (day := _DAY.match(line, position)) and day["mark"]:
        return replace(first, day=_number(day["day"])), day.end()
    return None


def _when(match: re.Match[str]) -> When:
    said = match.groupdict()
    year, shift, following, step = _year(said), None, None, 0
    if said["year_word"]:
        shift = _YEAR_WORDS[said["year_word"]]
    if said["year_after"]:
        following, step = _FOLLOWING[said["year_after"]]
    when = When(year=year, year_shift=shift, following=following, step=step)
    if said["whole"]:
        return when if year or shift is not None or following else replace(when, year_shift=0)
    if said["half"]:
        return replace(when, part=_PARTS[said["half"]])
    quarter = said["quarter"] or said["q"] or said["q2"]
    if quarter:
        return replace(when, part=f"Q{_number(quarter)}")
    if said["quarter_word"]:
        return replace(when, part=_PARTS[said["quarter_word"].removesuffix("度")])
    if said["season_word"]:
        return replace(
            when, part_shift={"上": -1, "本": 0, "下": 1, "次": 1}[said["season_word"][0]]
        )
    return _with_month(when, said)


def _with_month(when: When, said: dict[str, str | None]) -> When:
    word, day = said["month_word"], _number(said["day"])
    if word in _MONTH_WORDS:
        return replace(when, month_shift=_MONTH_WORDS[word or ""], day=day)
    if word:
        return replace(when, following="month", step=int(word[0] in "次翌隔"), day=day)
    if said["month"]:
        return replace(when, month=1 if said["month"] == "元" else _number(said["month"]), day=day)
    return when


def _year(said: dict[str, str | None]) -> int | None:
    if said["year"]:
        return _number(said["year"])
    roc = said["roc"] or said["bare_roc"]
    if roc:
        return (_number(roc) or 0) + ROC_FOUNDED
    short = said["short"] or said["zero"]
    if short:
        return (1900 if int(short) > SHORT_PIVOT else 2000) + int(short)
    return None


SHORT_PIVOT = 49
"""Years of two digits past this are of the twentieth century, as POSIX has it."""


def _number(text: str | None) -> int | None:
    if not text:
        return None
    number = value(text.replace("○", "〇"))
    return None if number is None else int(number)


def _modifier(match: re.Match[str]) -> str | None:
    edge = match["month_edge"] or (match["year_edge"] or "").removeprefix("年")
    return _EDGES.get(edge)


def _with_tail(
    line: str, start: int, end: int, dates: tuple[When, ...], rule: str, modifier: str | None
) -> Found:
    """The date with 至今, 以来 or 起 behind it, which make it a beginning."""
    tail = _AFTER.match(line, end)
    if tail is None or len(dates) > 1:
        return _made(start, end, end, dates, rule, modifier)
    if tail["now"]:
        open_ended = Found(
            start, tail.end(), start, end, FigureKind.DATE, (dates[0].timex, ".."), dates[0].unit,
            rule, modifier="since", dates=dates,
        )  # fmt: skip
        return open_ended
    stop = tail.end() if tail["since"] else end
    return _made(start, stop, end, dates, rule, modifier or "since")


def _era(line: str, position: int) -> Found | None:
    match = _CENTURY.match(line, position)
    if match is not None and (match["decade"] or match["last"] or match["century"]):
        century = (
            19 if match["last"] or not match["century"] else (_number(match["century"]) or 0) - 1
        )
        decade = _number(match["decade"])
        if decade is None:
            return None
        if not match["last"] and not match["century"] and decade < 50:
            century = 20 if decade in {10, 20} else 19
        era = f"{century}{decade // 10}"
        return _made(
            position,
            match.end(),
            match.end(),
            (When(era=era),),
            "date/era",
            _EDGES.get(match["edge"] or ""),
        )
    match = _CENTURY_ONLY.match(line, position)
    if match is None:
        return None
    century = 19 if match["last"] else (_number(match["century"]) or 0) - 1
    return _made(
        position,
        match.end(),
        match.end(),
        (When(era=f"{century:02d}"),),
        "date/era",
        _EDGES.get(match["edge"] or ""),
    )


def _week(line: str, position: int) -> Found | None:
    if position and line[position - 1] in "一二两三四五六七八九十每0123456789":
        return None
    match = _WEEKDAY.match(line, position)
    if match is not None:
        day = "一二三四五六日天".index(match["weekday"]) + 1
        when = When(weekday=min(day, 7), week_shift=_SHIFTS.get(match["shift"] or ""))
        return _with_tail(line, position, match.end(), (when,), "date/week", None)
    match = _WEEK.match(line, position)
    if match is None:
        return None
    return _with_tail(
        line, position, match.end(), (When(week_shift=_SHIFTS[match["shift"]]),), "date/week", None
    )


def _edge(line: str, position: int) -> Found | None:
    match = _BARE_EDGE.match(line, position)
    if match is None or (
        position and line[position - 1] in "一二两三四五六七八九十每0123456789个多"
    ):
        return None
    when = When(year_shift=0) if match["edge"][0] in "年岁" else When(month_shift=0)
    return _made(position, match.end(), match.end(), (when,), "date/edge", _EDGES[match["edge"]])


def _day_word(line: str, position: int) -> Found | None:
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
    return _made(position, match.end(), match.end(), (when,), "date/day", None)


_IN_BRACKETS = re.compile(r"[今昨明前后]\((?P<day>3[01]|[12]\d|0?[1-9])\)[日天晚早]")


def _day_in_brackets(line: str, position: int) -> Found | None:
    """今(3)日, as papers in Taiwan write."""
    match = _IN_BRACKETS.match(line, position)
    if match is None:
        return None
    when = When(day=int(match["day"]))
    return _made(position, match.end(), match.end(), (when,), "date/day", None)


def _day_or_range(line: str, position: int) -> Found | None:
    """A day without its month (3日, 5日至8日), where it is no length of time."""
    match = _DAY.match(line, position)
    if match is None or (
        position and line[position - 1] in "0123456789.零一二三四五六七八九十廿百千"
    ):
        return None
    first, end = When(day=_number(match["day"])), match.end()
    dates: tuple[When, ...] = (first,)
    if join := re.compile(CONNECTOR).match(line, end):
        second = _second(line, join.end(), first)
        if second is not None:
            dates, end = (first, second[0]), second[1]
    if not match["mark"] and len(dates) == 1:
        return None
    before = line[max(0, position - 4) : position]
    if _LASTING.search(before) or (_LASTED.match(line, end) and not line.startswith("后天", end)):
        return None
    if match["day"][0] not in "0123456789" and len(match["day"]) == 1:
        return None
    if line[end - 1] == "号" and len(dates) == 1 and not _DAY_CONTEXT.match(line, end):
        return None
    return _with_tail(line, position, end, dates, "date/day", None)

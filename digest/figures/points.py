"""Points of the calendar, from the year down to the day, each part optional.

One pattern reads them all (2023年5月6日, 去年底, 民國113年第三季, 元月); `when_of` says what
it read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digest.figures.dating import CONNECTOR, DAY, DAYS, EDGES, MONTHS, OR, whole
from digest.figures.when import ROC_FOUNDED, When

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
_SEASONS = {"上": -1, "本": 0, "下": 1, "次": 1}
_PARTS = {
    "上半年": "H1", "下半年": "H2", "上半年度": "H1", "下半年度": "H2", "首季": "Q1",
    "首季度": "Q1",
    "末季": "Q4", "首三季": "Q1-Q3",
}  # fmt: skip


def either(
    words: dict[str, object] | dict[str, int] | dict[str, str] | dict[str, tuple[str, int]],
) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


POINT = re.compile(
    rf"""
    (?:
        (?:公元|西元)?(?P<year>(?:1\d|2[01])\d\d|[一二][零〇○一二三四五六七八九]{{3}})
            (?:[ ]?年(?!级|[多余]|来[ ]?[,，。的]|间隔)(?:度(?!假))?
              |/\d\d(?:\d\d)?[ ]?(?:财政|会计|课税)?(?:财?年度?|学年|赛季)
              |[ ]?(?:财政|会计|课税)?(?:财年|年度|学年|赛季)
              |(?={CONNECTOR}(?:(?:1\d|2[01])\d\d)[ ]?(?:年|财年|赛季)))
      | 民国[ ]?(?P<roc>\d{{1,3}}|[一二三四五六七八九十百零〇]{{1,5}})[ ]?年(?:度)?
      | (?<![\d.])(?P<bare_roc>1[0-3]\d)[ ]?(?:学年度?|会计年度|年(?=度|[ ]?{MONTHS}[ ]?月
        |第[一二三四1-4]季|[上下]半年)(?:度)?)
      | (?:(?<=[,，。、:：;；(（「\n])|(?<=^))(?P<head_roc>1[012]\d)[ ]?年
          (?![前后来内间的历史老以之多余校纪诞,，。、年])
      | (?<!\d)(?P<short>\d\d)[ ]?年(?=[ ]?{MONTHS}月|年?[底初])
      | (?<!\d)(?P<zero>0\d)[ ]?年
      | (?!(?<=[然之以此今往其最先随])后年)(?P<year_word>{either(_YEAR_WORDS)})(?![轻龄货级])
      | (?P<year_after>{either(_FOLLOWING)})
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
      | (?P<month>{MONTHS}|(?P<month_word>{either(_MONTH_WORDS)}|当月|次月|同月|翌月|隔月)(?!饼
        |刊|报))
        (?(month_word)|(?:[ ]?月(?:份)?(?![饼球亮薪嫂台刊卡季息供租氏]|报(?![\d收]))
          |(?={OR}{MONTHS}[ ]?月(?!饼))))
        (?:
            [ ]?(?P<day>{DAYS})(?:[ ]?[日号](?![线楼院元圆币本]|公路)|(?=(?:{CONNECTOR}
              |、){DAYS}[ ]?[日号]))
          | [ ]?(?P<month_edge>初|底|末|[上中下]旬)
        )?
      | (?P<year_edge>年[初底末]|[初底末](?!期|端|级|次|中|步|审|判)|伊始|中(?=[,，。、前后完时]|$))
    )?
    """,
    re.VERBOSE,
)


_YEAR_GROUPS = (
    "year", "roc", "bare_roc", "head_roc", "short", "zero", "year_word", "year_after",
)  # fmt: skip
_OTHER_GROUPS = (
    "half", "quarter", "quarter_word", "q", "q2", "quarters", "months", "season_word", "whole",
    "month",
)  # fmt: skip


def is_point(match: re.Match[str]) -> bool:
    """Whether something was said besides an edge alone or a bare number."""
    if any(match.group(*_YEAR_GROUPS)):
        return True
    if match["quarter"] and "第" not in match[0] and "季度" not in match[0]:
        return False
    return any(match.group(*_OTHER_GROUPS))


def is_open(match: re.Match[str]) -> bool:
    """Whether the last part's unit is left to the other end (五、六月)."""
    return match[0][-1:] not in "年月日号份度季"


def when_of(match: re.Match[str]) -> When:
    """What a match of `POINT` says of the calendar."""
    return _when(match.groups())


@lru_cache(maxsize=1024)
def _when(groups: tuple[str | None, ...]) -> When:
    """What the groups of a match say: the dates of news are few, and return."""
    said = {name: text for name in POINT.groupindex if (text := groups[POINT.groupindex[name] - 1])}
    shift = _YEAR_WORDS[said["year_word"]] if "year_word" in said else None
    following, step = _FOLLOWING[said["year_after"]] if "year_after" in said else (None, 0)
    when = When(year=_year(said), year_shift=shift, following=following, step=step)
    if "month" in said:
        return _with_month(when, said)
    if "whole" in said:
        named = when.year or shift is not None or following
        return when if named else when._replace(year_shift=0)
    part = _part(said)
    if part is not None:
        return when._replace(part=part)
    if "season_word" in said:
        return when._replace(part_shift=_SEASONS[said["season_word"][0]])
    return when


def _part(said: dict[str, str]) -> str | None:
    """The half or quarter that was named."""
    if "half" in said:
        return _PARTS[said["half"]]
    if "quarter_word" in said:
        return _PARTS[said["quarter_word"].removesuffix("度")]
    quarter = said.get("quarter") or said.get("q") or said.get("q2")
    return f"Q{whole(quarter)}" if quarter else None


def _with_month(when: When, said: dict[str, str]) -> When:
    word, day = said.get("month_word"), whole(said.get("day"))
    if word in _MONTH_WORDS:
        return when._replace(month_shift=_MONTH_WORDS[word], day=day)
    if word:
        return when._replace(following="month", step=int(word[0] in "次翌隔"), day=day)
    month = said["month"]
    return when._replace(month=1 if month == "元" else whole(month), day=day)


def _year(said: dict[str, str]) -> int | None:
    if "year" in said:
        return whole(said["year"])
    roc = said.get("roc") or said.get("bare_roc") or said.get("head_roc")
    if roc:
        return (whole(roc) or 0) + ROC_FOUNDED
    short = said.get("short") or said.get("zero")
    if short:
        return (1900 if int(short) > SHORT_PIVOT else 2000) + int(short)
    return None


SHORT_PIVOT = 49
"""Years of two digits past this are of the twentieth century, as POSIX has it."""


def edge_of(match: re.Match[str]) -> str | None:
    """Whether a match of `POINT` names the start or the end of its year or month."""
    edge = match["month_edge"] or (match["year_edge"] or "").removeprefix("年")
    return EDGES.get(edge)


def second_end(line: str, position: int, first: When) -> tuple[When, int] | None:
    """The other end of a range and where it ends; it takes over what only the first end says."""
    match = POINT.match(line, position)
    if match is not None and match.end() > position and is_point(match):
        when = when_of(match)
        if when.unit == first.unit or when.unit in {"day", "month", "year"}:
            if when.year is None and when.year_shift is None:
                when = when._replace(year=first.year, year_shift=first.year_shift)
            return when, position + len(match[0].rstrip(" 的"))
    if first.day and (day := DAY.match(line, position)) and day["mark"]:
        return first._replace(day=whole(day["day"])), day.end()
    return None

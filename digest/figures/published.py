"""The article's own date, inferred from its text where the text allows.

News leaves its year out; what gives it away are a dateline, a year put in brackets behind 今年, a
span that reaches to now (从2004年至今…19年), a year told as over, or an event that everybody can
date (去年底ChatGPT走红). Each rule names the words it
rests on. Where none holds there is no date: a wrong one would misplace every date of the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.figures.engine import normal
from digest.figures.events import year_by_event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Paragraph

OPENING = 3
"""Paragraphs at either end in which a dateline stands."""

_FULL = (
    r"(?P<year>(?:19|20)\d\d)(?:年|[-/.])[ ]?(?P<month>1[0-2]|0?[1-9])(?:月"
    r"|[-/.])[ ]?(?P<day>3[01]|[12]\d|0?[1-9])日?"
)
_DATELINE = re.compile(
    rf"(?:发布(?:时间|日期|于)?|时间|日期|更新|讯|来源)[^,，。\d]{{0,12}}{_FULL}"
    rf"|{_FULL}[ ]?(?:电|讯|消息|报道|\d\d:\d\d|[^,，。\d]{{0,6}}(?:来源|记者|编辑|发布))".replace(
        "P<year>", "P<year0>", 1
    )
    .replace("P<month>", "P<month0>", 1)
    .replace("P<day>", "P<day0>", 1)
)
_ALONE = re.compile(rf"^[(（【\[ ]*{_FULL}[)）】\] ]*(?:\d\d:\d\d(?::\d\d)?)?$")
_AGENCY = re.compile(
    r"[㐀-鿿]{2,12}(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]\d|[1-9])日(?:电|讯|消息)"
)
_EQUATED = re.compile(
    r"(?P<word>今年|去年|前年|明年)(?:\(|（|是|即|,即)(?P<year>20\d\d)年?"
    r"|(?P<year2>20\d\d)年?(?:\(|（)(?P<word2>今年|去年|前年|明年)"
)
_SHIFT = {"今年": 0, "去年": 1, "前年": 2, "明年": -1}
_SINCE = re.compile(
    r"(?:从|自|自从)?(?P<year>(?:19|20)\d\d)年(?:至今|以来|起"
    r"|成立以来)[^。!?;；]{0,40}?(?P<years>\d{1,2})(?:个)?年(?![前后内代度初底末])"
)
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[ ]?年")
_THEN_THIS = re.compile(r"(?P<year>20\d\d)年[^。!?]{0,160}?(?:到了?|[;；,，])今年")
_OVER = re.compile(
    r"(?P<year>20\d\d)年(?:度|的[^。]{0,20}全年|全年|一年(?!内|期|来)|[^。]{0,6}股价(?:上涨|下跌"
    r"|累计))"
)
_AHEAD = re.compile(r"将|预计|计划|目标|到$|至$|力争|规划|有望|前$|对标")
_OPENED = re.compile(r"(?P<month>1[0-2]|[1-9])[ ]?月[ ]?(?P<day>3[01]|[12]\d|[1-9])[ ]?日")
_AS_OF = re.compile(r"截[至止](?:今年)?[ ]?(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]\d|[1-9])日")
_NAMED_YEAR = re.compile(r"(?<![\d.])(?P<year>20\d\d)(?![\d.万亿元人个%])")
_TODAY = re.compile(r"今天|今日")


def infer_published(text: str, paragraphs: Sequence[Paragraph]) -> tuple[str, str] | None:
    """The article's date as far as its text tells it.

    Returns:
        ISO 8601 to the precision known and the words it rests on, as written; None where the text
        does not say.
    """
    folded = normal(text)
    lines = [(folded[p.span.start : p.span.end], p.span.start) for p in paragraphs]
    return _dateline(lines, text) or _told(lines, folded, text)


def _dateline(lines: list[tuple[str, int]], text: str) -> tuple[str, str] | None:
    """A full date in a dateline at either end."""
    for line, start in [*lines[:OPENING], *lines[-OPENING:]]:
        for pattern in (_ALONE, _DATELINE):
            match = pattern.search(line.strip() if pattern is _ALONE else line)
            if match is not None:
                said = match.groupdict()
                parts = [
                    int(said[name] or said.get(f"{name}0") or 0)
                    for name in ("year", "month", "day")
                ]
                words = (
                    match[0]
                    if pattern is _ALONE
                    else text[start + match.start() : start + match.end()]
                )
                return "{:04d}-{:02d}-{:02d}".format(*parts), words
    return None


def _told(lines: list[tuple[str, int]], folded: str, text: str) -> tuple[str, str] | None:
    """A year that the text gives away, with the month of its opening or of a 截至."""
    opened = _opening(lines, folded, text)
    if opened is not None:
        return opened
    year = _year(folded, text)
    if year is None:
        return None
    for match, start in _months(lines):
        words = text[start + match.start() : start + match.end()]
        return f"{year[0]:04d}-{int(match['month']):02d}", f"{year[1]}…{words}"
    return f"{year[0]:04d}", year[1]


def _opening(lines: list[tuple[str, int]], folded: str, text: str) -> tuple[str, str] | None:
    """A day at the head of the text with its year in the sentence, which the text calls today."""
    newest = max((int(year) for year in _YEAR.findall(folded) if int(year) < 2100), default=0)
    for line, start in lines[:OPENING]:
        match = _OPENED.match(line)
        if match is None:
            continue
        sentence = re.split(r"[。!?]", line)[0]
        named = _NAMED_YEAR.search(sentence, match.end())
        if named is not None and int(named["year"]) >= newest and _TODAY.search(folded):
            day = f"{named['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
            return day, text[start : start + named.end()]
    return None


def _year(folded: str, text: str) -> tuple[int, str] | None:
    equated = _EQUATED.search(folded)
    if equated is not None:
        year, word = equated["year"] or equated["year2"], equated["word"] or equated["word2"]
        return int(year) + _SHIFT[word], equated[0]
    since = _SINCE.search(folded)
    if since is not None:
        return int(since["year"]) + int(since["years"]), text[since.start() : since.end()]
    past = _past_year(folded, text)
    if past is not None:
        return past
    event = year_by_event(folded)
    return None if event is None else (event[0], text[event[1].start() : event[1].end()])


def _past_year(folded: str, text: str) -> tuple[int, str] | None:
    """The year after the newest one, where that one is told as over and 今年 or 去年 is another."""
    if not re.search(r"今年|去年", folded):
        return None
    newest = max(
        (int(m["year"]) for m in _YEAR.finditer(folded) if not _ahead(folded, m)), default=0
    )
    for pattern in (_THEN_THIS, _OVER):
        for match in pattern.finditer(folded):
            if int(match["year"]) == newest and not _ahead(folded, match):
                return newest + 1, text[match.start() : min(match.end(), match.start() + 40)]
    return None


def _ahead(folded: str, match: re.Match[str]) -> bool:
    """Whether a year is spoken of as to come."""
    around = (
        folded[max(0, match.start() - 3) : match.start()]
        + "|"
        + folded[match.end("year") : match.end("year") + 12]
    )
    return bool(_AHEAD.search(around.split("|")[0])) or bool(
        re.search(r"将|预计|有望|对标|底?前", around.split("|")[1])
    )


def _months(lines: list[tuple[str, int]]) -> list[tuple[re.Match[str], int]]:
    """Dates in the month of publication: a dateline's, 截至, and the text's first words."""
    found = []
    for line, start in lines[:1]:
        if match := _AGENCY.search(line[:40]):
            found.append((match, start))
    for line, start in lines:
        if match := _AS_OF.search(line):
            found.append((match, start))
    for line, start in lines[:1]:
        if match := _OPENED.match(line):
            found.append((match, start))
    return found

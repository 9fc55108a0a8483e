"""Who speaks and who reports: labels of an interview, bylines, the dateline a report opens with."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from digest.model import Metadata
from digest.text.clean import dates
from digest.text.clean.credits import NOTHING, Credits, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text.clean.lines import Line

_LABEL = re.compile(r"[【\[]?(?P<name>[\w·.\-()& ]{1,14}?)[】\]]?\s?:(?!//|(?<=\d:)\d)")
_SAYS = re.compile(
    r"(?:说|称|道|表示|指出|认为|强调|写道|问道|透露|介绍|如下|例如|比如|包括|其中|方面|显示|原因|结论|提示|注|来源"
    r"|时间|地点|内容|标题|编者按|备注|附|[年月日号时分第]|[:：])$"
)
_COUNTED = re.compile(r"(?<=[QqAa问答])\d+$")
"""The number that some interviews put behind question and answer."""
_ROLE = re.compile(
    r"(?:(?:本[报刊网台]|特约|见习|实习|首席|资深|驻\w{2,6})\s?)*(?:记者|特派员|通讯员|编译|作者|撰文)"
)
_NAME = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+)"
_NAMES = rf"{_NAME}(?:[\s、,]{{1,2}}{_NAME}){{0,5}}"
_BYLINE = re.compile(
    rf"(?P<source>[\u4e00-\u9fff]{{2,8}}(?:社|网|报|新闻|财经|周刊|杂志))?\s?{_ROLE.pattern}\s?[:/|]?\s?"
    rf"(?P<names>{_NAMES})\s?(?:[/|\s]?\s?(?:发自)?[\u4e00-\u9fff]{{0,6}}(?:报道|报导|专访|摄影|特稿|电|讯))?"
)
_AGENCY = (
    r"(?P<source>[\u4e00-\u9fffA-Za-z0-9]{0,8}?"
    r"(?:社|网|报|新闻|财经|之家|在线|大纪元|新唐人|观察|科技|媒体|App|氪))"
)
_DAY = r"(?:(?:19|20)\d\d\s?年\s?)?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日"
_PLACE = r"[\u4e00-\u9fff·]{0,8}?"
_DATELINE = re.compile(
    rf"[(\[【〔]?《?{_AGENCY}(?:App)?》?\s?{_PLACE}\s?(?:/\s?)?{_PLACE}\s?(?P<day>{_DAY})\s?{_PLACE}(?:电|讯|消息)(?=[\s,:()\])】〕]|$)"
)
_CNA = re.compile(
    r"[(\[【〔](?P<source>\w{2,6}社)(?:特派员|记者)(?P<names>[\u4e00-\u9fff]{3}|[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{4})"
    rf"[\u4e00-\u9fff]{{2,4}}(?P<day>{_DAY})(?:专?电|报道)"
)
_HOUSE = r"(?:[\u4e00-\u9fffA-Za-z0-9·]{0,14}?)"
_REPORTED = re.compile(
    rf"[(\[【〔]?{_HOUSE}(?:{_ROLE.pattern})\s?(?:(?P<names>{_NAME}(?:[、,\s]{_NAME}){{0,3}})\s?/\s?"
    rf"{_PLACE}|(?P<three>[\u4e00-\u9fff]{{3}})[\u4e00-\u9fff]{{2,3}})(?:综合)?报[道导]"
)
_BY_REPORTER = re.compile(
    rf"[(\[【]{_HOUSE}(?:{_ROLE.pattern})\s?(?P<names>{_NAMES})\s?(?:摄影?|文)?[)\]】]"
)
_OWN_REPORT = re.compile(r"[(\[【〔]?(?:本[报刊网台社]|综合|快)(?:综合)?[讯报](?=[\s,:()\])】〕])")
_HOUSE_REPORT = re.compile(rf"[(\[【〔]?《?{_AGENCY}》?\s?(?:专|综合|快)?讯(?=[\s,:()\])】〕])")
_AFTER_OPENING = re.compile(r"[\s,:)\]】〕\-—]*")
_OWN = re.compile(r"本[报刊网台社]")
_TOLD = re.compile(r"[电讯报者员译文]|消息")
"""A character that each of the openings holds."""
_OPENINGS = (
    (_CNA, "社"),
    (_DATELINE, "日"),
    (_HOUSE_REPORT, "讯"),
    (_REPORTED, "报"),
    (_OWN_REPORT, ""),
    (_BY_REPORTER, ""),
)
"""Each with a word that it holds, where looking for that first saves time."""
_LABEL_REACH = 18
"""Characters at the head of a line in which the colon of a label stands: 14 of a name, brackets, a
blank and the colon."""
_LEAST_TURNS = 3
"""Lines with labels from which they are an interview's."""
_REACH = 70
"""Characters at the head of a paragraph in which a dateline and its reporter stand."""


def label(line: Line) -> str:
    """The speaker's label a line begins with, in plain characters; empty if there is none."""
    found = _LABEL.match(line.plain)
    if not found or len(line.plain) == found.end() or _SAYS.search(found["name"]):
        return ""
    return _COUNTED.sub("", found["name"].strip())


def speakers(lines: Sequence[Line]) -> dict[Line, str]:
    """The lines that begin with a speaker's label, with the label.

    A label counts if it comes twice, and labels only if there are three lines with them: credits
    are said once.
    """
    labels = [(line, label(line)) for line in lines if ":" in line.plain[:_LABEL_REACH]]
    if len(labels) < _LEAST_TURNS:
        return {}
    times = Counter(name for _, name in labels if name)
    found = {line: name for line, name in labels if times[name] > 1}
    return found if len(found) >= _LEAST_TURNS else {}


def byline(line: Line) -> Credits | None:
    """Who reports, if the whole line says so: `記者張三／台北報導`; None otherwise."""
    plain = line.plain.strip("()[]【】〔〕")
    offset = line.plain.find(plain)
    found = _BYLINE.fullmatch(plain)
    if not found:
        said = dateline(line) if opening(line) == len(line.plain) else NOTHING
        return Credits(said, frozenset({"byline"})) if said != NOTHING else None
    author = names(line.part(*(place + offset for place in found.span("names"))))
    start, end = found.span("source")
    source = line.part(start + offset, end + offset) if found["source"] else ""
    return Credits(Metadata(source=source, author=author), frozenset({"byline"}))


def opening(line: Line) -> int:
    """How many characters of a line its dateline and reporter take, brackets and comma included."""
    head = line.plain[:_REACH]
    end = 0
    if not _TOLD.search(head):
        return end
    rules = [rule for rule, word in _OPENINGS if word in head]
    while True:
        ends = [found.end() for rule in rules if (found := rule.match(head, end))]
        if not ends:
            return end
        after = _AFTER_OPENING.match(line.plain, max(ends))
        end = after.end() if after else max(ends)


def dateline(line: Line) -> Metadata:
    """What the head of a report says: agency, reporters, and the date if it has its year."""
    end = opening(line)
    if not end:
        return NOTHING
    head = line.plain[:_REACH]
    opened = _CNA.match(head) or _DATELINE.match(head) or _HOUSE_REPORT.match(head)
    source = published = author = ""
    if opened:
        source = line.part(*opened.span("source"))
        source = "" if _OWN.fullmatch(opened["source"]) else source
        published = dates.iso(opened.groupdict().get("day", ""))
    by = _CNA.match(head) or _REPORTED.search(head) or _BY_REPORTER.search(head)
    if by and by.start() < end:
        group = "names" if by["names"] else "three"
        author = names(line.part(*by.span(group)))
    return Metadata(source=source, published=published, author=author)

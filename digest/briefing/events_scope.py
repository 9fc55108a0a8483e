"""Scope: which words of a sentence belong to a date in it, and what a line of a list leans on."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import Article, Figure, Paragraph

_BREAK = re.compile(r"[,，。;；:：!！?？\n]")
POINTS = re.compile(r"\s*(?:[初底末]?的?那[场次个天一]|的(?!是))")
"""Behind a date: it does not tell when something happened, but which one is spoken of."""
_OLD = re.compile(r"[^,。]{0,24}?的")
_BULLET = re.compile(r"^[\s·•●■◆*\-(]*$")
"""What may stand before the date in a line of a list."""


LEAD, HEAD = 3, 60
"""Characters before the date of a line that has no subject of its own; and of what announces a
list."""


def begins_line(before: str) -> bool:
    """Whether a date, by what stands before it, begins a line that has no subject of its own."""
    return len(before) < LEAD or bool(_BULLET.match(before))


def lead_after(sentence: str, before: str, lead: str) -> str:
    """What the next sentence of a paragraph leans on, if it is an item of a list as well."""
    if sentence.endswith(";"):
        head = sentence.partition(":")[0] if ":" in sentence else ""
        return head if 0 < len(head) < HEAD else lead
    return lead if _BULLET.match(before) else ""


def lead_of(article: Article, plain: str, paragraph: Paragraph) -> str:
    """What announces a list of which the paragraph is a line: the last one that ends in a colon."""
    for other in reversed(article.paragraphs[: paragraph.index]):
        text = other.span.of(plain)
        if text.endswith(":"):
            return text[-LEAD_MOST:]
        if len(text) > LINE:
            break
    return ""


LEAD_MOST, LINE = 160, 80
"""Characters of an announcement that are looked at, and of a line of a list at most."""


def scopes(plain: str, sentence: Span, dates: Sequence[Figure]) -> Iterator[tuple[Figure, Span]]:
    """The dates of a sentence, each with the part of it that belongs to the date."""
    nested = [one for one in dates if _is_nested(plain, sentence, one)]
    outer = [one for one in dates if one not in nested]
    edges = [clause_start(plain, sentence.start, one.span.start) for one in outer]
    starts = [sentence.start, *edges[1:]] if outer else []
    for one, (start, end) in zip(outer, pairwise([*starts, sentence.end]), strict=True):
        yield one, Span(min(start, one.span.start), max(end, one.span.end))
    for one in nested:
        stop = _BREAK.search(plain, one.span.end, sentence.end)
        yield one, Span(one.span.start, stop.start() if stop else sentence.end)


def _is_nested(plain: str, sentence: Span, dated: Figure) -> bool:
    """Whether a date belongs to a noun inside a clause (对标2022年11月发布的ChatGPT)."""
    start = clause_start(plain, sentence.start, dated.span.start)
    before = plain[start : dated.span.start].strip()
    if len(before) < 2 or before[-1] in "在于自从至到是而和与及早":
        return False
    rest = plain[dated.span.end : min(sentence.end, dated.span.end + HEAD)]
    return bool(POINTS.match(rest) or _OLD.match(_BREAK.split(rest)[0]))


def clause_start(plain: str, least: int, at: int) -> int:
    """Where the clause begins that holds a place, not before a bound."""
    found = [match.end() for match in _BREAK.finditer(plain, least, at)]
    return found[-1] if found else least

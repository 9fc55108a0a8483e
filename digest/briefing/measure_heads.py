"""Heads: the names that the clauses of a text begin with, and what they tell together.

Who is spoken of is named at the head of a clause. From all heads of a text one sees whom it is
about, and which short names stand for a longer one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from digest.briefing.measure_clauses import STOP, WHEN, masked, unspaced
from digest.briefing.measure_owners import HOME, head_name
from digest.figures.engine import normal
from digest.figures.regions import local_currency

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.model import Article, Figure, Span

Head: TypeAlias = tuple[int, str]
"""Where a clause begins in the clean text, and the name that it begins with."""

NEAR = 12
"""Figures before and behind one in its sentence that are looked at: a row of them is a table."""

LONGEST = 60
"""Characters of a clause in which the name that it begins with ends."""

LEAST_CLAUSE = 4
"""Characters of a first clause that may name whom its sentence speaks of; `其次,` does not."""

HOMES = {"CNY": "中国", "TWD": "台湾", "HKD": "香港"}
"""Where an article is at home, by the money that it counts in."""

_TIME = re.compile(r"[年月日季期]|上半|下半|\d")
"""What no name in a title holds, where dates have not been told apart."""


@lru_cache(maxsize=2)
def home_of(text: str) -> str:
    """Where a normal text is at home; looked for only if one of its words asks for it."""
    return HOMES[local_currency(text)]


def heads_of(text: str, sentence: Span, within: Sequence[Figure]) -> list[Head]:
    """The names that clauses of a sentence begin with.

    Of a sentence without a measure the first clause alone is read: whom it speaks of.

    Args:
        text: the normal text.
        sentence: in the clean text.
        within: the figures of the sentence.
    """
    found: list[Head] = []
    begin, last = sentence.start, sentence.end
    inside = [figure.span for figure in within if "," in figure.span.of(text)]
    is_read = not WHEN.issuperset([figure.kind for figure in within])
    for stop in chain(STOP.finditer(text, begin, last), (None,)):
        end = stop.start() if stop else last
        if inside and stop and any(span.start < end < span.end for span in inside):
            continue  # the comma of a number
        if end - begin > 1:
            limit = min(end, begin + LONGEST)
            if within and within[0].span.end <= begin:
                within = within[bisect_right(within, begin, key=_end) :]
            if within and within[0].span.start < limit:
                words = masked(text, begin, limit, within[:NEAR])
            else:
                words = unspaced(text[begin:limit])
            if name := head_name(words + ","):
                found.append((begin, home_of(text) if name in HOME else name))
        begin = stop.end() if stop else end
        if not is_read and begin - sentence.start > LEAST_CLAUSE:
            break
    return found


def _end(figure: Figure) -> int:
    return figure.span.end


def main_name(article: Article, told: Mapping[str, int]) -> str:
    """Whom the article is about: the name its title begins with, if the text speaks of it too.

    Args:
        article: the article.
        told: how often its clauses begin with each name.
    """
    title = head_name(normal(article.metadata.title).lower() + ",")
    if title and title in told:
        return title
    only = "" if article.metadata.title_derived or _TIME.search(title) else title
    commonest = Counter(told).most_common(2)
    if not commonest or (len(commonest) > 1 and commonest[0][1] == commonest[1][1]):
        return only
    return commonest[0][0] if commonest[0][1] > 1 else only


def aliases_of(told: Mapping[str, int], heads: Sequence[Sequence[Head]]) -> dict[str, str]:
    """Short names and the one longer name they stand for, where no sentence sets them apart.

    Args:
        told: how often clauses begin with each name.
        heads: the names of each sentence.
    """
    longer: dict[str, list[str]] = defaultdict(list)
    for name in (name for name, times in told.items() if times > 1):
        for size in range((len(name) + 1) // 2, len(name)):
            longer[name[-size:]].append(name)
    alike = {short: longer[short][0] for short in told if len(longer.get(short, ())) == 1}
    if not alike:
        return {}
    together = [{name for _, name in names} for names in heads]
    return {
        short: name
        for short, name in alike.items()
        if not any(short in names and name in names for names in together)
    }

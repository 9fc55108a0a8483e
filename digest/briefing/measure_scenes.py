"""Scenes: a figure among the words of its sentence, with the names that were said before it."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.briefing.measure_clauses import STOP, WHEN, masked, words_before, words_behind
from digest.briefing.measure_owners import HOME, head_name, parted
from digest.briefing.measure_words import stripped
from digest.figures.engine import normal
from digest.figures.regions import local_currency
from digest.model import FigureKind, Span
from digest.text.sentences import sentences_by_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.model import Article, Figure

NEAR = 12
"""Figures before and behind one in its sentence that are looked at: a row of them is a table."""

LONGEST = 60
"""Characters of a clause in which the name that it begins with ends."""

LEAST_CLAUSE = 4
"""Characters of a first clause that may name whom its sentence speaks of; `其次,` does not."""

LINE = 400
"""Characters of a sentence that are looked at as a whole."""

LEAST_ECHO = 14
"""Characters of a sentence from which it is hardly said of two things by chance."""

_SAYS_ENOUGH = re.compile(rf"(?:[^一-鿿]*[一-鿿]){{{LEAST_ECHO}}}")
_POINTS = re.compile(r"公司|集团|企业|机构|平台|[该本其此各某]|我们")
_TIME = re.compile(r"[年月日季期]|上半|下半|\d")
"""What no name in a title holds, where dates have not been told apart."""

HOMES = {"CNY": "中国", "TWD": "台湾", "HKD": "香港"}
"""Where an article is at home, by the money that it counts in."""

_RISES = re.compile(r"^(?:的)?(?:增长|涨幅|增幅|升幅)")
_SINKS = re.compile(r"^(?:的)?(?:降幅|跌幅|下降|下跌)")


@dataclass(frozen=True, slots=True)
class Place:
    """A figure among its words, which are those of the normal text in lower case."""

    figure: Figure
    sentence: Span
    """In the clean text."""
    text: str
    """The whole normal text."""
    line: str
    """The sentence, with dates and other figures made one mark each."""
    before: str
    """The words of the clause before the figure."""
    behind: str
    """The words behind it, to the end of the clause."""
    written: str
    """The core of the figure."""
    dates: tuple[tuple[Figure, str], ...]
    """The dates of the sentence before it, and the words from each to the figure."""
    later: tuple[tuple[Figure, str], ...]
    """The dates of the sentence behind it, and the words from the figure to each."""
    home: str
    """What 全国 and 本港 stand for."""
    owner: str
    """The name last said before the figure."""
    aliases: Mapping[str, str]
    """Short names, and the long ones they stand for."""
    carried: str
    """The period that was last spoken of in the paragraph."""
    wording: int
    """What the sentence says without its figures, as a number; 0 where that says too little."""
    number: int
    """Which figure of its sentence it is, counted from 0."""
    begins_sentence: bool
    """No other figure stands before it in its sentence."""

    @property
    def change(self) -> int:
        """Whether the words behind the figure tell a change: `30%的增长`."""
        return bool(_RISES.match(self.behind)) - bool(_SINKS.match(self.behind))

    @property
    def echo(self) -> int:
        """What the sentence says without its figures, and which of them this is; 0 for too little.

        One that speaks of 公司 or 该市 says the same of many.
        """
        if not self.wording:
            return 0
        dates = ",".join(date.resolved or "" for date, _ in (*self.dates, *self.later))
        return zlib.crc32(f"{self.number}|{dates}".encode(), self.wording)

    def alias(self, name: str) -> str:
        """The long form of a name, where the article has one."""
        return self.aliases.get(name, name)

    def owned(self, rest: str) -> tuple[str, str]:
        """Whose the measure is, and of which part, by what stands right before its name."""
        if self.owner and rest.startswith(self.owner):
            return self.owner, stripped(parted(rest[len(self.owner) :], of=self.owner)[1])
        name, part = parted(rest)
        name = self.home if HOME.match(name) else name
        return (name or self.owner), stripped(part)


@dataclass(slots=True)
class _Memory:
    """What has been said so far."""

    main: str
    aliases: dict[str, str]
    home: str
    owner: str = ""
    period: str = ""
    paragraph: int = -1


def scenes(article: Article, figures: Sequence[Figure]) -> Iterator[Place]:
    """The figures of an article, each among its words."""
    text = normal(article.text).lower()
    ordered = sorted(figures, key=lambda figure: figure.span)
    starts = [figure.span.start for figure in ordered]
    lines: list[tuple[int, Span, list[Figure]]] = []
    spans = tuple(paragraph.span for paragraph in article.paragraphs)
    told = sentences_by_span(article.text, spans)
    for paragraph, parts in zip(article.paragraphs, told, strict=True):
        for sentence in parts:
            low, high = (
                bisect_right(starts, sentence.start - 1),
                bisect_right(starts, sentence.end - 1),
            )
            lines.append((paragraph.index, sentence, ordered[low:high]))
    heads = [_heads(text, sentence, within) for _, sentence, within in lines]
    home = HOMES[local_currency(text)]
    heads = [[(at, home if HOME.match(name) else name) for at, name in names] for names in heads]
    memory = _Memory(_main(article, heads), _aliases(heads), home)
    for (number, sentence, within), names in zip(lines, heads, strict=True):
        if number != memory.paragraph:
            memory.paragraph, memory.owner, memory.period = number, "", ""
        yield from _placed(text, sentence, within, names, memory)
        if names:
            memory.owner = memory.aliases.get(names[0][1], names[0][1])
        spoken = [one.resolved for one in within if _is_period(one) and one.resolved]
        if spoken:
            memory.period = spoken[-1]


def _heads(text: str, sentence: Span, within: Sequence[Figure]) -> list[tuple[int, str]]:
    """The names that clauses of a sentence begin with, and where, in the clean text.

    Of a sentence without a measure the first clause alone is read: whom it speaks of.
    """
    found = []
    begin, inside = sentence.start, [figure for figure in within if "," in figure.span.of(text)]
    is_read = any(figure.kind not in WHEN for figure in within)
    for stop in [*STOP.finditer(text, sentence.start, sentence.end), None]:
        end = stop.start() if stop else sentence.end
        if stop and any(figure.span.start < end < figure.span.end for figure in inside):
            continue
        first = bisect_right(within, begin, key=_end)
        near = within[first : first + NEAR]
        words = masked(text, begin, min(end, begin + LONGEST), near)
        name = head_name(words + ",") if end - begin > 1 else ""
        if name:
            found.append((begin, name))
        begin = stop.end() if stop else end
        if not is_read and begin - sentence.start > LEAST_CLAUSE:
            break
    return found


def _wording(line: str) -> int:
    says_enough = _SAYS_ENOUGH.match(line) and not _POINTS.search(line)
    return zlib.crc32(line.encode()) if says_enough else 0


def _is_period(figure: Figure) -> bool:
    """Whether a date is a time over which things run; a day is that of a message."""
    return figure.kind is FigureKind.DATE and figure.unit != "day"


def _begin(name: tuple[int, str]) -> int:
    return name[0]


def _end(figure: Figure) -> int:
    return figure.span.end


def _main(article: Article, heads: Sequence[Sequence[tuple[int, str]]]) -> str:
    """Whom the article is about: the name its title begins with, if the text speaks of it too."""
    counted = Counter(name for names in heads for _, name in names)
    title = head_name(normal(article.metadata.title).lower() + ",")
    if title and counted[title]:
        return title
    told = "" if article.metadata.title_derived or _TIME.search(title) else title
    commonest = counted.most_common(2)
    if not commonest or (len(commonest) > 1 and commonest[0][1] == commonest[1][1]):
        return told
    return commonest[0][0] if commonest[0][1] > 1 else told


def _aliases(heads: Sequence[Sequence[tuple[int, str]]]) -> dict[str, str]:
    """Short names and the one longer name they stand for, where no sentence sets them apart."""
    counted = Counter(name for names in heads for _, name in names)
    together = [{name for _, name in names} for names in heads]
    longer: dict[str, list[str]] = defaultdict(list)
    for name in (name for name, times in counted.items() if times > 1):
        for size in range((len(name) + 1) // 2, len(name)):
            longer[name[-size:]].append(name)
    return {
        short: longer[short][0]
        for short in counted
        if len(longer[short]) == 1
        and not any(short in names and longer[short][0] in names for names in together)
    }


def _placed(
    text: str,
    sentence: Span,
    within: Sequence[Figure],
    names: list[tuple[int, str]],
    memory: _Memory,
) -> Iterator[Place]:
    line = masked(text, sentence.start, min(sentence.end, sentence.start + LINE), within[:LINE])
    wording, begins = _wording(line) if within else 0, True
    for number, figure in enumerate(within):
        if figure.kind in WHEN:
            continue
        said = bisect_right(names, figure.span.start, key=_begin)
        if said:
            name = names[said - 1][1]
            memory.owner = memory.aliases.get(name, name)
        ahead, later = (
            within[max(0, number - NEAR) : number],
            within[number + 1 : number + 1 + NEAR],
        )
        near = [*ahead, figure, *later]
        yield Place(
            figure=figure,
            sentence=sentence,
            text=text,
            line=line,
            before=words_before(text, sentence.start, figure, near),
            behind=words_behind(text, sentence.end, figure, near),
            written=figure.core.of(text),
            dates=_dates(text, figure, ahead),
            later=_dates(text, figure, later),
            home=memory.home,
            owner=memory.owner or memory.main,
            aliases=memory.aliases,
            carried=memory.period,
            wording=wording,
            number=number,
            begins_sentence=begins,
        )
        begins = False


def _dates(text: str, figure: Figure, near: Sequence[Figure]) -> tuple[tuple[Figure, str], ...]:
    """The dates near a figure, and the words between."""
    return tuple(
        (one, text[min(one.span.end, figure.span.end) : max(one.span.start, figure.span.start)])
        for one in near
        if one.kind is FigureKind.DATE
    )

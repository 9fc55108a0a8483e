"""Scenes: a figure among the words of its sentence, with the names that were said before it."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.measure_clauses import WHEN, masked, words_before, words_behind
from digest.briefing.measure_heads import NEAR, aliases_of, heads_of, home_of, main_name
from digest.briefing.measure_owners import HOME, parted
from digest.briefing.measure_words import stripped
from digest.figures.engine import normal
from digest.model import FigureKind, Span
from digest.text.sentences import sentences_by_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.briefing.measure_heads import Head
    from digest.model import Article, Figure

LINE = 400
"""Characters of a sentence that are looked at as a whole."""

LEAST_ECHO = 14
"""Characters of a sentence from which it is hardly said of two things by chance."""

_SAYS_ENOUGH = re.compile(rf"(?:[^一-鿿]*[一-鿿]){{{LEAST_ECHO}}}")
_POINTS = re.compile(
    # One set of characters comes first, for which is searched fast.
    r"[该本其此各某公集企机平我](?:(?<=[该本其此各某])|(?<=公)司|(?<=集)团|(?<=企)业|(?<=机)构"
    r"|(?<=平)台|(?<=我)们)"
)
_DATE = FigureKind.DATE
_RISES = re.compile(r"^(?:的)?(?:增长|涨幅|增幅|升幅)")
_SINKS = re.compile(r"^(?:的)?(?:降幅|跌幅|下降|下跌)")


class Place(NamedTuple):
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
    def home(self) -> str:
        """What 全国 and 本港 stand for."""
        return home_of(self.text)

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
        name = self.home if name in HOME else name
        return (name or self.owner), stripped(part)


@dataclass(slots=True)
class _Memory:
    """What has been said so far."""

    main: str
    aliases: dict[str, str]
    owner: str = ""
    period: str = ""
    paragraph: int = -1


def scenes(article: Article, figures: Sequence[Figure]) -> Iterator[Place]:
    """The figures of an article, each among its words."""
    text = normal(article.text).lower()
    lines = list(_lines(article, figures))
    heads = [heads_of(text, sentence, within) for _, sentence, within in lines]
    told = Counter([name for names in heads for _, name in names])
    memory = _Memory(main_name(article, told), aliases_of(told, heads))
    for (number, sentence, within), names in zip(lines, heads, strict=True):
        if number != memory.paragraph:
            memory.paragraph, memory.owner, memory.period = number, "", ""
        if within:
            yield from _placed(text, sentence, within, names, memory)
        if names:
            memory.owner = memory.aliases.get(names[0][1], names[0][1])
        for one in within:
            if one.resolved and one.kind is _DATE and one.unit != "day":
                # A time over which things run; a day is that of a message.
                memory.period = one.resolved


def _lines(
    article: Article, figures: Sequence[Figure]
) -> Iterator[tuple[int, Span, Sequence[Figure]]]:
    """The sentences of an article with the numbers of their paragraphs, and their figures."""
    ordered = sorted(figures, key=_place)
    low, count = 0, len(ordered)
    told = sentences_by_span(article.text, tuple([each.span for each in article.paragraphs]))
    for paragraph, parts in zip(article.paragraphs, told, strict=True):
        for sentence in parts:
            while low < count and ordered[low].span.start < sentence.start:
                low += 1
            high = low
            while high < count and ordered[high].span.start < sentence.end:
                high += 1
            yield paragraph.index, sentence, ordered[low:high]
            low = high


def _place(figure: Figure) -> tuple[int, int]:
    return figure.span.start, figure.span.end


def _wording(line: str) -> int:
    says_enough = _SAYS_ENOUGH.match(line) and not _POINTS.search(line)
    return zlib.crc32(line.encode()) if says_enough else 0


def _placed(
    text: str, sentence: Span, within: Sequence[Figure], names: list[Head], memory: _Memory
) -> Iterator[Place]:
    line, wording, told = "", 0, 0
    has_dates = _DATE in [figure.kind for figure in within]
    for number, figure in enumerate(within):
        if figure.kind in WHEN:
            continue
        begins = not line
        if begins:
            end = min(sentence.end, sentence.start + LINE)
            line = masked(text, sentence.start, end, within[:LINE])
            wording = _wording(line)
        while told < len(names) and names[told][0] <= figure.span.start:
            name = names[told][1]
            memory.owner = memory.aliases.get(name, name)
            told += 1
        ahead = within[max(0, number - NEAR) : number]
        later = within[number + 1 : number + 1 + NEAR]
        yield Place(
            figure=figure,
            sentence=sentence,
            text=text,
            line=line,
            before=words_before(text, sentence.start, figure, ahead),
            behind=words_behind(text, sentence.end, figure, later),
            written=figure.core.of(text),
            dates=_dates(text, figure, ahead) if has_dates else (),
            later=_dates(text, figure, later) if has_dates else (),
            owner=memory.owner or memory.main,
            aliases=memory.aliases,
            carried=memory.period,
            wording=wording,
            number=number,
            begins_sentence=begins,
        )


def _dates(text: str, figure: Figure, near: Sequence[Figure]) -> tuple[tuple[Figure, str], ...]:
    """The dates near a figure, and the words between."""
    begin, end = figure.span.start, figure.span.end
    return tuple(
        [
            (one, text[min(one.span.end, end) : max(one.span.start, begin)])
            for one in near
            if one.kind is _DATE
        ]
    )

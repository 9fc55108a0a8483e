"""Scenes: a figure among the words of its sentence, with the names that were said before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digest.briefing.measure_owners import HOME, head_name, parted
from digest.briefing.measure_words import DATE, OTHER, stripped
from digest.figures.engine import normal
from digest.figures.regions import local_currency
from digest.model import FigureKind, Span
from digest.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import Article, Figure

WHEN = frozenset({FigureKind.DATE, FigureKind.TIME})
"""Kinds that say when, and stand between a name and its measure."""

REACH = 40
"""Characters before a figure in which what it measures is looked for."""

HOMES = {"CNY": "中国", "TWD": "台湾", "HKD": "香港"}
"""Where an article is at home, by the money that it counts in."""

_STOP = re.compile(r"[,，。:：;；!！?？、()（）\n“”「」『』]|——|…")
_OPEN = re.compile(r"[(（]$")
_SPACE = re.compile(r"(?<=[一-鿿]) +| +(?=[一-鿿])")
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
    carried: str
    """The period that was last spoken of in the paragraph."""
    begins_sentence: bool
    """No other figure stands before it in its sentence."""

    @property
    def change(self) -> int:
        """Whether the words behind the figure tell a change: `30%的增长`."""
        return bool(_RISES.match(self.behind)) - bool(_SINKS.match(self.behind))

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
    seen: Counter[str] = field(default_factory=Counter)


def scenes(article: Article, figures: Sequence[Figure]) -> Iterator[Place]:
    """The figures of an article, each among its words."""
    text = normal(article.text).lower()
    ordered = sorted(figures, key=lambda figure: figure.span)
    starts = [figure.span.start for figure in ordered]
    lines: list[tuple[int, Span, list[Figure]]] = []
    for paragraph in article.paragraphs:
        for sentence in sentences(article.text, paragraph.span):
            low, high = (
                bisect_right(starts, sentence.start - 1),
                bisect_right(starts, sentence.end - 1),
            )
            lines.append((paragraph.index, sentence, ordered[low:high]))
    heads = [_clause_heads(text, sentence, within) for _, sentence, within in lines]
    home = HOMES[local_currency(text)]
    heads = [[(at, home if HOME.match(name) else name) for at, name in names] for names in heads]
    memory = _Memory(_main(article, heads), _aliases(heads), home)
    for (number, sentence, within), names in zip(lines, heads, strict=True):
        if number != memory.paragraph:
            memory.paragraph, memory.owner, memory.period = number, "", ""
        yield from _placed(text, sentence, within, names, memory)


def _clause_heads(text: str, sentence: Span, within: Sequence[Figure]) -> list[tuple[int, str]]:
    """The names that clauses of a sentence begin with, and where, in the clean text."""
    found = []
    begin = sentence.start
    inside = [figure.span for figure in within]
    for stop in [*_STOP.finditer(text, sentence.start, sentence.end), None]:
        end = stop.start() if stop else sentence.end
        if stop and any(span.start < end < span.end for span in inside):
            continue
        name = head_name(_masked(text, begin, end, within) + ",") if end - begin > 1 else ""
        if name:
            found.append((begin, name))
        begin = stop.end() if stop else end
    return found


def _main(article: Article, heads: Sequence[Sequence[tuple[int, str]]]) -> str:
    """Whom the article is about: the name its title begins with, if the text speaks of it too."""
    counted = Counter(name for names in heads for _, name in names)
    title = head_name(normal(article.metadata.title).lower() + ",")
    if title and counted[title]:
        return title
    commonest = counted.most_common(2)
    if not commonest or (len(commonest) > 1 and commonest[0][1] == commonest[1][1]):
        return title
    return commonest[0][0] if commonest[0][1] > 1 else title


def _aliases(heads: Sequence[Sequence[tuple[int, str]]]) -> dict[str, str]:
    """Short names and the one longer name they stand for, where no sentence sets them apart."""
    counted = Counter(name for names in heads for _, name in names)
    together = [{name for _, name in names} for names in heads]
    found = {}
    for short in counted:
        longer = [name for name in counted if name != short and name.endswith(short)]
        if len(longer) == 1 and len(longer[0]) <= 2 * len(short) and counted[longer[0]] > 1:
            apart = any(short in names and longer[0] in names for names in together)
            if not apart:
                found[short] = longer[0]
    return found


def _placed(
    text: str,
    sentence: Span,
    within: Sequence[Figure],
    names: list[tuple[int, str]],
    memory: _Memory,
) -> Iterator[Place]:
    line = _masked(text, sentence.start, sentence.end, within)
    for number, figure in enumerate(within):
        if figure.kind in WHEN:
            continue
        said = [name for begin, name in names if begin <= figure.span.start]
        if said:
            memory.owner = memory.aliases.get(said[-1], said[-1])
        amounts = [one for one in within[:number] if one.kind not in WHEN]
        yield Place(
            figure=figure,
            sentence=sentence,
            text=text,
            line=line,
            before=_before(text, sentence.start, figure, within),
            behind=_behind(text, sentence.end, figure, within),
            written=figure.core.of(text),
            dates=_dates(text, figure, within[:number]),
            later=_later(text, figure, within[number + 1 :]),
            home=memory.home,
            owner=memory.owner or memory.main,
            carried=memory.period,
            begins_sentence=not amounts,
        )
        periods = [one for one in within[:number] if one.kind is FigureKind.DATE and one.resolved]
        if periods:
            memory.period = periods[-1].resolved or ""


def _dates(text: str, figure: Figure, within: Sequence[Figure]) -> tuple[tuple[Figure, str], ...]:
    return tuple(
        (one, text[one.span.end : figure.span.start])
        for one in within
        if one.kind is FigureKind.DATE
    )


def _later(text: str, figure: Figure, within: Sequence[Figure]) -> tuple[tuple[Figure, str], ...]:
    return tuple(
        (one, text[figure.span.end : one.span.start])
        for one in within
        if one.kind is FigureKind.DATE
    )


def _masked(text: str, start: int, end: int, within: Sequence[Figure]) -> str:
    """A stretch of the text with a mark for each figure in it."""
    parts, at = [], start
    for figure in within:
        low, high = figure.span.start, figure.span.end
        if high <= at or low >= end:
            continue
        parts += [text[at:low], DATE if figure.kind in WHEN else OTHER]
        at = high
    return _SPACE.sub("", "".join([*parts, text[at:end]]))


def _before(text: str, start: int, figure: Figure, within: Sequence[Figure]) -> str:
    """The words before a figure: of its clause, or of the one before if that has none."""
    begin = max(start, figure.span.start - REACH)
    line = _masked(text, begin, figure.span.start, within)
    line = line[line.rfind(OTHER) + 1 :]
    line = _OPEN.sub("", line)
    for _ in range(2):
        stops = list(_STOP.finditer(line.rstrip(",，:：“ ")))
        words = line[stops[-1].end() :] if stops else line
        words = words.rstrip(",，:：“ ") if not words.strip(",，:：“ ") else words
        if words.strip(f" {DATE}"):
            return words.strip()
        line = line[: stops[-1].start()] if stops else ""
    return ""


def _behind(text: str, end: int, figure: Figure, within: Sequence[Figure]) -> str:
    """The words behind the core of a figure, to the end of its clause."""
    line = _masked(text, figure.core.end, min(end, figure.span.end + REACH), within)
    stop = _STOP.search(line)
    words = line[: stop.start()] if stop else line
    if figure.rule in {"count/noun", "count/big"} and figure.unit:
        words = normal(figure.unit).lower() + words
    return words

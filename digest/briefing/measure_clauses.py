"""Clauses: the words around a figure, with its neighbours made one mark each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.briefing.measure_words import DATE, OTHER
from digest.figures.engine import normal
from digest.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Figure

WHEN = frozenset({FigureKind.DATE, FigureKind.TIME})
"""Kinds that say when, and stand between a name and its measure."""

REACH = 40
"""Characters before a figure in which what it measures is looked for."""

STOP = re.compile(r"[,，。:：;；!！?？、()（）\n“”「」『』]|——|…")
"""What parts clauses."""

_OPEN = re.compile(r"[(（]$")
_SPACE = re.compile(r"(?<=[一-鿿]) +| +(?=[一-鿿])")


def masked(text: str, start: int, end: int, within: Sequence[Figure]) -> str:
    """A stretch of the text with a mark for each figure in it."""
    parts, at = [], start
    for figure in within:
        low, high = figure.span.start, figure.span.end
        if high <= at or low >= end:
            continue
        parts += [text[at:low], DATE if figure.kind in WHEN else OTHER]
        at = high
    line = "".join([*parts, text[at:end]])
    return _SPACE.sub("", line) if " " in line else line


def words_before(text: str, start: int, figure: Figure, within: Sequence[Figure]) -> str:
    """The words before a figure: of its clause, or of the one before if that has none."""
    begin = max(start, figure.span.start - REACH)
    line = masked(text, begin, figure.span.start, within)
    line = line[line.rfind(OTHER) + 1 :]
    line = _OPEN.sub("", line)
    for _ in range(2):
        stops = list(STOP.finditer(line.rstrip(",，:：“ ")))
        words = line[stops[-1].end() :] if stops else line
        words = words.rstrip(",，:：“ ") if not words.strip(",，:：“ ") else words
        if words.strip(f" {DATE}"):
            return words.strip()
        line = line[: stops[-1].start()] if stops else ""
    return ""


def words_behind(text: str, end: int, figure: Figure, within: Sequence[Figure]) -> str:
    """The words behind the core of a figure, to the end of its clause."""
    line = masked(text, figure.core.end, min(end, figure.span.end + REACH), within)
    stop = STOP.search(line)
    words = line[: stop.start()] if stop else line
    if figure.rule in {"count/noun", "count/big"} and figure.unit:
        words = normal(figure.unit).lower() + words
    return words

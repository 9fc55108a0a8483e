"""Clauses: the words around a figure, with its neighbours made one mark each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.briefing.measure_words import DATE, OTHER, REMEMBERED
from digest.figures.engine import normal
from digest.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Figure

WHEN = frozenset({FigureKind.DATE, FigureKind.TIME})
"""Kinds that say when, and stand between a name and its measure."""

REACH = 40
"""Characters before a figure in which what it measures is looked for."""

STOP = re.compile(r"[,，。:：;；!！?？、()（）\n“”「」『』…—](?:(?<!—)|—)")
"""What parts clauses: one set of characters, of which the dash must stand twice."""

_SOFT = ",，:：“ "
"""What may stand between the words and the figure."""
_BLANK = f" {DATE}"
_COUNTED = frozenset({"count/noun", "count/big"})
"""Rules whose unit is the noun that is counted."""
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
    return unspaced("".join([*parts, text[at:end]]))


def unspaced(words: str) -> str:
    """Words without the spaces beside Chinese characters."""
    return _SPACE.sub("", words) if " " in words else words


def words_before(text: str, start: int, figure: Figure, ahead: Sequence[Figure]) -> str:
    """The words before a figure: of its clause, or of the one before if that has none.

    Args:
        text: the normal text.
        start: where the sentence begins.
        figure: the figure.
        ahead: figures of the sentence before it.
    """
    end = figure.span.start
    begin = max(start, end - REACH)
    if ahead and ahead[-1].span.end > begin:
        line = masked(text, begin, end, ahead)
        line = line[line.rfind(OTHER) + 1 :]
    else:
        line = unspaced(text[begin:end])
    line = line[:-1] if line.endswith(("(", "（")) else line
    for _ in range(2):
        stops = list(STOP.finditer(line.rstrip(_SOFT)))
        words = line[stops[-1].end() :] if stops else line
        if words.strip(_SOFT) and words.strip(_BLANK):
            return words.strip()
        line = line[: stops[-1].start()] if stops else ""
    return ""


def words_behind(text: str, end: int, figure: Figure, later: Sequence[Figure]) -> str:
    """The words behind the core of a figure, to the end of its clause.

    Args:
        text: the normal text.
        end: where the sentence ends.
        figure: the figure.
        later: figures of the sentence behind it.
    """
    begin, end = figure.core.end, min(end, figure.span.end + REACH)
    stop = STOP.search(text, begin, end)
    until = stop.start() if stop else end
    if figure.span.end > begin or (later and later[0].span.start <= until):
        line = masked(text, begin, end, (figure, *later))
        stop = STOP.search(line)
        words = line[: stop.start()] if stop else line
    else:
        words = unspaced(text[begin:until])
    if figure.rule in _COUNTED and figure.unit:
        words = _normal(figure.unit) + words
    return words


@lru_cache(maxsize=REMEMBERED)
def _normal(unit: str) -> str:
    return normal(unit).lower()

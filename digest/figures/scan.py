"""The scan: one walk over a line, trying at each anchor the readers in their order.

Every reader matches at one place and looks a bounded way around it, and after a run of digits the
walk goes on behind it: a line costs time in proportion to its length, whatever it holds.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.anchors import ANCHOR, NUMERALS
from digest.figures.durations import read_duration
from digest.figures.masks import BLOT
from digest.figures.numerals import LONGEST_RUN
from digest.figures.quantities import read_quantity
from digest.figures.ranks import read_rank
from digest.figures.ratios import may_be_ratio, read_ratio
from digest.figures.rejects import rejected, run_end
from digest.figures.temporal import readers_of_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.figures.found import Found
    from digest.model import Value

_JOIN = re.compile(r"[ ]?(?:--?|[–—]{1,2}|~|〜|至|到)[ ]?(?=[0-9零一二两三四五六七八九十百千A-Z$])")
_JOINERS = frozenset(" -–—~〜至到")
"""What every such word begins with."""

_RANGED = frozenset(
    (
        kinds.MONEY,
        kinds.PERCENT,
        kinds.RATIO,
        kinds.COUNT,
        kinds.NUMBER,
        kinds.SCORE,
    )
)
_OPENED = re.compile(r"以上[ ]?(?=[0-9零一二两三四五六七八九十百千])")
_CLOSED = re.compile(r"以[下内]")
_STEPS = frozenset((kinds.MONEY, kinds.NUMBER, kinds.COUNT))
_STEP = re.compile(r"[涨跌升降增减加调挫贬][了幅价约近逾]?[ ]?$")
"""涨 35 元至 1,030 元 is a step and a level, no range."""

_NUMERAL_HEADS = frozenset(f"0123456789{NUMERALS}数好成上")
"""What lengths and quantities begin with."""


def scan(line: str) -> Iterator[Found]:
    """The figures of a masked line, in order and apart from one another."""
    position, is_blotted = 0, BLOT in line
    while (anchor := ANCHOR.search(line, position)) is not None:
        start, run = anchor.start(), anchor.lastgroup
        end = anchor.end() if run else start
        found = None if end - start > LONGEST_RUN else _read(line, start, end)
        if found is not None and not (is_blotted and BLOT in line[found.start : found.end]):
            found = bracketed(line, found) or joined(line, found)
            yield found
            position = max(found.core_end, found.end, start + 1)
        elif run == "digits" or end - start > LONGEST_RUN:
            position = end
        else:
            position = max(rejected(line, start, end) if run else 0, end, start + 1)


def joined(line: str, found: Found) -> Found:
    """`found`, with a second figure of its kind behind a connector as its other end."""
    if found.kind not in _RANGED or isinstance(found.value, tuple):
        return found
    behind = line[found.end : found.end + 1]
    join = _JOIN.match(line, found.end) if behind in _JOINERS else None
    if join is None:
        return found
    if (
        join[0].strip() in {"至", "到"}
        and found.kind in _STEPS
        and _STEP.search(line[: found.start][-4:])
    ):
        return found
    other = _read(line, join.end(), run_end(line, join.end()))
    if other is None or other.kind is not found.kind or other.unit != found.unit:
        return found
    if not (
        isinstance(other.value, Decimal)
        and isinstance(found.value, Decimal)
        and found.value < other.value
    ):
        return found
    return found._replace(end=other.end, core_end=other.core_end, value=(found.value, other.value))


def bracketed(line: str, found: Found) -> Found | None:
    """一万元以上五万元以下, as laws write: two bounds of one quantity."""
    if not line.startswith("以上", found.end) or isinstance(found.value, tuple):
        return None
    opened = _OPENED.match(line, found.end)
    if opened is None:
        return None
    begin = opened.end()
    lasting = found.kind is kinds.DURATION
    other = read_duration(line, begin) if lasting else _read(line, begin, run_end(line, begin))
    closed = _CLOSED.match(line, other.end) if other else None
    if other is None or closed is None or other.kind is not found.kind or other.unit != found.unit:
        return None
    if isinstance(other.value, tuple) or other.value is None or found.value is None:
        return None
    value: Value = (found.value, other.value)  # type: ignore[assignment]  # both are of one kind
    return found._replace(end=closed.end(), core_end=other.core_end, value=value)


def _read(line: str, start: int, end: int) -> Found | None:
    """The figure that begins at `start`, with digits or Chinese numerals up to `end`."""
    head = line[start]
    worded = end > start and not head.isdecimal()
    for reader in readers_of_time(line, start):
        found = reader(line, start)
        if found is not None:
            short = found.end <= end + 1 or not found.rule.startswith(("date", "time"))
            return None if worded and short and _in_word(line, start, end) else found
    if worded and _in_word(line, start, end):
        return None
    if head in "第首":
        return read_rank(line, start)
    if head not in _NUMERAL_HEADS:
        return read_ratio(line, start)
    ratio = read_ratio(line, start) if worded or end == start or may_be_ratio(line, end) else None
    return ratio or read_duration(line, start) or read_quantity(line, start)


def _in_word(line: str, start: int, end: int) -> bool:
    """Whether the Chinese numerals from `start` to `end` belong to a word that counts nothing."""
    if line.startswith("分之", end) or (start and line[start - 1].isdecimal()):
        return False
    return bool(rejected(line, start, end))

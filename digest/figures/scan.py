"""The scan: one walk over a line, trying at each anchor the readers in their order.

Every reader matches at one place and looks a bounded way around it, and after a run of digits the
walk goes on behind it: a line costs time in proportion to its length, whatever it holds.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.clock import PERIODS, read_time
from digest.figures.dates import read_date
from digest.figures.durations import read_duration, read_term
from digest.figures.masks import BLOT
from digest.figures.numerals import LONGEST_RUN
from digest.figures.quantities import read_quantity
from digest.figures.ranks import read_rank
from digest.figures.ratios import read_ratio
from digest.figures.rejects import rejected, run_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.figures.found import Found
    from digest.model import Value

_HAN = "零〇一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍玖半几"
_HEADS = (
    "第首今去前明本上后来同次翌隔大昨下末Q民公西全年岁月当这元周星礼早晚凌清中午正傍夜深入"
    "数好成近过翻对"
)
"""What an anchor may begin with, besides a numeral: a look at it lets most places fail at once."""

_ANCHOR = re.compile(
    rf"(?=[0-9{_HAN}{_HEADS}])(?:[0-9{_HAN}]|第|首[次个家位批届款例座台架艘枚颗部条项只支轮场期单张笔套列名段战度季]"
    rf"|[今去前明本上后来]年|同年|次年|翌年|隔年|大前年|[本上下][财学会赛]|本年度|上一财"
    r"|[今昨明]\(\d|前(?:[两二三]个?季|[\d二三四五六七八九十]{1,2}月)|[上下]半年|[上下]一?季度"
    r"|[上本]季|末季|Q[1-4]|民国|公元|西元|全年|年内|年[初底末]|岁末|月[初底末]"
    r"|[本上下当次同翌隔这]个?月|元月|上上个月|[周]|星期|礼拜|[上下本这当]一?个?周|上上|下下"
    r"|上个?世纪"
    r"|[今昨明前后]天|[今昨前明本]日|[今昨明][早晨晚夜]|[当次翌隔][天日]|当晚|翌晨|大[前后]天"
    rf"|{'|'.join(period for period in PERIODS if len(period) > 1)}|(?<![最提])[早晚](?=\d)"
    r"|(?<![指函总系参])数(?=[十百千万亿])"
    r"|(?<![指函总系参人次户件家位张票股字词均代层级班车场笔量单度整负实多少无倍分点])"
    r"数(?=[名家人个位次年天日月周小])|好几|上(?=[百千万亿])|成[百千](?=上[千万])"
    r"|[近过](?=半)|翻(?=了?.番)|对半)"
)
_RUN = re.compile(r"[0-9][0-9,.]*[十百千万亿兆]*")
_JOIN = re.compile(r"[ ]?(?:--?|[–—]{1,2}|~|〜|至|到)[ ]?(?=[0-9零一二两三四五六七八九十百千A-Z$])")
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

_TEMPORAL_FIRST = (read_time, read_term, read_date)
_HOPE = re.compile(
    r"(?:\d{1,4}|[零〇○一二两三四五六七八九十廿]{1,4})"
    r"[ ]?[年月日号时点:/季财学会课赛度世Q、\-–—~〜至到暨]"
    rf"|(?:19|20)\d\d\.|半夜|第[一二三四1-4][季财]|[^0-9{_HAN}第翻数好成近过对]"
)
"""What a reader of times and dates needs: a word, or behind a short number a unit or a connector.
A look at it spares most numbers the three readers."""

_NUMERAL_HEADS = frozenset(f"0123456789{_HAN}数好成上")
"""What lengths and quantities begin with."""


def scan(line: str) -> Iterator[Found]:
    """The figures of a masked line, in order and apart from one another."""
    position, length = 0, len(line)
    while position < length:
        match = _ANCHOR.search(line, position)
        if match is None:
            return
        start = match.start()
        digits = _RUN.match(line, start)
        end = digits.end() if digits else run_end(line, start)
        found = None if end - start > LONGEST_RUN else _read(line, start)
        if found is not None and BLOT not in line[found.start : found.end]:
            found = bracketed(line, found) or joined(line, found)
            yield found
            position = max(found.core_end, found.end, start + 1)
        elif digits or end - start > LONGEST_RUN:
            position = end
        else:
            position = max(rejected(line, start, end) if end > start else 0, end, start + 1)


def joined(line: str, found: Found) -> Found:
    """`found`, with a second figure of its kind behind a connector as its other end."""
    if found.kind not in _RANGED or isinstance(found.value, tuple):
        return found
    join = _JOIN.match(line, found.end)
    if join is None:
        return found
    if (
        join[0].strip() in {"至", "到"}
        and found.kind in _STEPS
        and _STEP.search(line[: found.start][-4:])
    ):
        return found
    other = _read(line, join.end())
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
    opened = _OPENED.match(line, found.end)
    if opened is None or isinstance(found.value, tuple):
        return None
    lasting = found.kind is kinds.DURATION
    other = (read_duration if lasting else _read)(line, opened.end())
    closed = _CLOSED.match(line, other.end) if other else None
    if other is None or closed is None or other.kind is not found.kind or other.unit != found.unit:
        return None
    if isinstance(other.value, tuple) or other.value is None or found.value is None:
        return None
    value: Value = (found.value, other.value)  # type: ignore[assignment]  # both are of one kind
    return found._replace(end=closed.end(), core_end=other.core_end, value=value)


def _read(line: str, start: int) -> Found | None:
    if _HOPE.match(line, start):
        for reader in _TEMPORAL_FIRST:
            found = reader(line, start)
            if found is not None:
                return None if _in_word(line, start, found) else found
    head = line[start]
    if not head.isdecimal() and _in_word(line, start, None):
        return None
    if head in "第首":
        return read_rank(line, start)
    if head not in _NUMERAL_HEADS:
        return read_ratio(line, start)
    return read_ratio(line, start) or read_duration(line, start) or read_quantity(line, start)


def _in_word(line: str, start: int, found: Found | None) -> bool:
    """Whether the Chinese numerals at `start` belong to a word that counts nothing."""
    end = start if line[start].isdecimal() else run_end(line, start)
    if end == start or line.startswith("分之", end) or (start and line[start - 1].isdecimal()):
        return False
    if (
        found is not None
        and found.end > end + 1
        and found.rule.startswith(("date", "time"))
        and end - start > 0
    ):
        return False
    return bool(rejected(line, start, end))

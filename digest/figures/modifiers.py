"""Modifiers and changes: what bounds a quantity (逾, 以上), and which way it moves (同比增长)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.tables import lengths_by_head, rows

if TYPE_CHECKING:
    from digest.figures.found import Found

_REACH = 14
"""Characters before a figure in which its verb of change stands: 同比增长率预计将达到约."""

_UP = (
    "增长|增加|增幅|增速|上涨|上升|上浮|上调|上扬|提升|提高|提速|提效|攀升|飙升|飙涨|暴涨|大涨"
    "|劲扬|扬升|回升|反弹|扩大|走高|激增|猛增|大增|净增|增|涨|升|扬|加快|调升|调高|上行|年增|月增"
    "|季增|成长|走升|收高|收涨|收升|高开|多增|弹升"
)
_DOWN = (
    "下降|下跌|下滑|下调|下挫|减少|降低|降幅|跌幅|缩水|萎缩|收窄|回落|暴跌|大跌|重挫|骤降|锐减"
    "|走低|调降|调低|缩减|减|跌|降|挫|贬值|衰退|年减|月减|季减|缩小|收跌|收低|低开|下行|少增|滑落"
    "|缩短|跳水"
)
_HEADS = "".join(sorted({verb[0] for verb in f"{_UP}|{_DOWN}".split("|")}))
_CHANGE = re.compile(
    rf"(?=[{_HEADS}])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:幅度?|率|速)?(?:了|约|近|超过?|逾|达到?|为|高达|将"
    rf"|至少|大约|不到|不足|仅|已|均|分别|全部|预计|最多|最高|幅度?|又|则|、|[ ]|\(|（|及|和"
    rf"|\ue001)*$"
)
_AFTER = re.compile(
    r"[ ]?(?:的|以上)?(?:(?P<up>涨幅|增幅|增长|升幅|成长|的?增速)|(?P<down>跌幅|降幅|下滑|衰退"
    r"|下降|减幅))"
)
_TAIL_ENDS = "幅度率速了约近超过逾达到为将少足仅已均别部计多高又则、 (（及和\n\ue001"
_CHANGE_ENDS = frozenset(f"{''.join(verb[-1] for verb in f'{_UP}|{_DOWN}'.split('|'))}{_TAIL_ENDS}")
"""What every such verb, and what stands between it and its figure, ends with."""

_AFTER_HEADS = frozenset(" 的以涨增升成跌降下衰减")
"""What every such word begins with."""

_LEVEL = re.compile(r"[至到](?:了|约|近|超过?|逾)*$")
_BASE = re.compile(
    r"(?P<yoy>同比|年增|年减|按年|[较比]去年|[较比]上年|[较比]前年|与去年|和去年|同期|年成长"
    r"|年衰退|YoY|yoy)|(?P<qoq>环比|季增|季减|按季|按月|月增|月减|[较比]上季|[较比]前季"
    r"|[较比]上月|[较比]前月|QoQ|MoM)"
)


@cache
def _before() -> dict[str, tuple[str | None, bool]]:
    return {
        form: (None if modifier == "-" else modifier, approx == "yes")
        for side, form, modifier, approx in rows("modifiers.tsv")
        if side == "before"
    }


@cache
def _after() -> dict[str, tuple[str | None, bool]]:
    return {
        form: (None if modifier == "-" else modifier, approx == "yes")
        for side, form, modifier, approx in rows("modifiers.tsv")
        if side == "after"
    }


def bounded(line: str, found: Found) -> Found:
    """`found` with the words before and behind it that bound its value."""
    if found.kind in {kinds.DATE, kinds.RANK}:
        return found
    ahead = _word_before(line, found.core_start)
    behind = _word_after(line, found.end)
    if ahead is None and behind is None:
        return found
    start, end, modifier, approx = found.start, found.end, found.modifier, found.approx
    if behind is not None and not (behind in {"内", "许"} and found.kind is not kinds.DURATION):
        said, vague = _after()[behind]
        end, modifier, approx = (
            end + len(behind) + line.startswith(" ", end),
            said or modifier,
            approx or vague,
        )
    if ahead is not None:
        said, vague = _before()[ahead]
        start, modifier, approx = (
            found.core_start - len(ahead) - line.endswith(" ", 0, found.core_start),
            said or modifier,
            approx or vague,
        )
    return found._replace(start=min(start, found.start), end=end, modifier=modifier, approx=approx)


@cache
def _lengths_before() -> dict[str, tuple[int, ...]]:
    """How long the words before are that end with a character."""
    return lengths_by_head(form[::-1] for form in _before())


def _word_before(line: str, position: int) -> str | None:
    end = position - line.endswith(" ", 0, position)
    forms = _before()
    for length in _lengths_before().get(line[end - 1 : end], ()):
        form = line[max(0, end - length) : end]
        if form in forms:
            return form if not _misread(line, end - len(form), form) else None
    return None


def _misread(line: str, start: int, form: str) -> bool:
    """Whether a single character is the end of another word (最近, 条约, 不满)."""
    return len(form) == 1 and line[max(0, start - 1) : start] in _ENDINGS.get(form, "")


_ENDINGS = {
    "近": "最附邻接远靠临新将亲",
    "约": "条合签违节预大公契制履相特",
    "满": "充不圆美期年未届",
    "超": "赶反英中马买卖",
    "破": "突打跌升涨",
    "逾": "不",
}


@cache
def _lengths_after() -> dict[str, tuple[int, ...]]:
    """How long the words behind are that begin with a character."""
    return lengths_by_head(_after())


def _word_after(line: str, position: int) -> str | None:
    begin = position + line.startswith(" ", position)
    forms = _after()
    for length in _lengths_after().get(line[begin : begin + 1], ()):
        form = line[begin : begin + length]
        if form in forms and not (
            form == "内" and line[begin + 1 : begin + 2] in "部阁在外容需地涵贾"
        ):
            return form
    return None


def moved(line: str, found: Found, reach: int) -> Found:
    """`found` with the direction and the base of the change it measures.

    `reach` is the first character of the clause: no verb before it counts.
    """
    if found.kind not in _MOVABLE:
        return found
    before = line[max(reach, found.start - _REACH) : found.start]
    verb = _CHANGE.search(before) if before[-1:] in _CHANGE_ENDS else None
    if verb is None or _LEVEL.search(before):
        behind = line[found.end : found.end + 1]
        verb = _AFTER.match(line, found.end) if behind in _AFTER_HEADS else None
    if verb is None:
        return found
    base = None
    for said in _BASE.finditer(before):
        base = "yoy" if said["yoy"] else "qoq"
    return found._replace(change="up" if verb["up"] else "down", base=base)


_MOVABLE = frozenset((kinds.PERCENT, kinds.RATIO, kinds.MONEY, kinds.COUNT, kinds.NUMBER))

"""Labels: the words of the sentence that say what a figure measures, and whose it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.model import FigureKind

if TYPE_CHECKING:
    from digest.figures.found import Found
    from digest.figures.scene import Scene

LONGEST = 12
"""Characters of a label."""

_LINKS = re.compile(
    r"(?:[ ]|了|约|为|达到?|是|以|近|共|有|在|至|到|报|仅|已|将|超过?|均|分别|只有|则|高达|突破|的|就|已经|做到|实现|预计|累计|合计|总计|同比|环比|增长|下降|上涨|下跌|提升|绝对|相对|全部|其|最多|至少|需要?|通常|新增了?|覆盖|排名?|居|位列|名列|截至|早在|从|自|先回到|,|，|:|：)+$"
)
_HEADS = re.compile(r"(?:[ ]|的|了|和|与|及|就|才|又|则|也|都|,|，|、|份|间|度|内|后|以来|至今|起|到|中|里|上|时|时间|又|还|科大讯飞|我们|公司|开始)+")
_RIGHT = frozenset((FigureKind.COUNT, FigureKind.NUMBER, FigureKind.RATIO, FigureKind.RANK, FigureKind.DURATION))
_STOP = re.compile(r"[,，。:：;；!！?？、()（）\n\"“”「」『』]|——|…")


def label_of(scene: Scene, found: Found) -> tuple[int, int] | None:
    """Where the label of a figure stands in its line, at most `LONGEST` characters."""
    if found.kind is FigureKind.DATE:
        return _ahead(scene, found, crossing=True) or _behind(scene, found)
    if found.kind in _RIGHT:
        return _ahead(scene, found, crossing=False) or _behind(scene, found)
    return _behind(scene, found) or _ahead(scene, found, crossing=False)


def _ahead(scene: Scene, found: Found, *, crossing: bool) -> tuple[int, int] | None:
    line, start = scene.shown, found.end
    limit = scene.sentence(found.start)[1]
    for _ in range(2 if crossing else 1):
        head = _HEADS.match(line, start) if crossing else re.compile(r"[ 的]*").match(line, start)
        start = head.end() if head else start
        stop = _STOP.search(line, start, limit)
        end = min(stop.start() if stop else limit, start + LONGEST)
        if end - start > 1:
            return start, end
        start = end + 1
    return None


def _behind(scene: Scene, found: Found) -> tuple[int, int] | None:
    line, low, end = scene.shown, scene.sentence(found.start)[0], found.start
    for _ in range(2):
        link = _LINKS.search(line[max(low, end - 24) : end])
        if link is not None:
            end -= len(link[0])
        start = max(low, end - LONGEST)
        for stop in _STOP.finditer(line, start, end):
            start = stop.end()
        if end - start > 1:
            return start, end
        end = max(low, start - 1)
    return None


def subject_of(scene: Scene, found: Found) -> tuple[int, int] | None:
    """Where the one whose figure it is stands: the head of the sentence before its verb."""
    start, _ = scene.sentence(found.start)
    match = _SUBJECT.match(scene.shown, start, found.start)
    return match.span("subject") if match else None


_SUBJECT = re.compile(r"(?:[^,，。]{0,12}[,，])?(?P<subject>[㐀-鿿A-Za-z]{2,12}?)(?=表示|宣布|发布|公布|称|指出|的|已|在|将)")

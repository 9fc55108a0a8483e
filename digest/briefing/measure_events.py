"""Events: what an accident is told by, so that two articles on it can be held together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.figures.engine import normal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.briefing.measure_scenes import Place
    from digest.model import Article

EVENTS = {
    "地震": "地震|强震|余震",
    "滑坡": "山体滑坡|滑坡|泥石流|土石流|山泥倾泻|塌方",
    "火灾": "火灾|大火|火警|起火|失火|火势|山火|火烧",
    "车祸": "车祸|交通事故|追撞|连环撞|追尾|相撞|翻覆|侧翻|坠谷|翻车|坠沟",
    "爆炸": "爆炸|气爆|爆燃|闪爆",
    "坍塌": "坍塌|倒塌|塌陷|垮塌",
    "空难": "坠机|空难|坠毁|失事",
    "沉船": "沉船|翻船|沉没|倾覆|翻沉",
    "脱轨": "脱轨|出轨",
    "踩踏": "踩踏|推挤",
    "枪击": "枪击|枪手|枪杀",
    "洪水": "洪水|洪灾|洪涝|水灾|暴雨|豪雨|水患",
    "风灾": "台风|飓风|龙卷风|气旋",
    "雪崩": "雪崩",
    "矿难": "矿难|煤矿事故|透水|瓦斯",
    "袭击": "空袭|袭击|恐袭|砍人|轰炸",
}
"""Kinds of event, and the words for each; one article tells of one of them where both agree."""

_HEADS = "".join(sorted({word[0] for words in EVENTS.values() for word in words.split("|")}))
_KIND = re.compile(
    f"(?=[{_HEADS}])(?:"
    + "|".join(f"(?P<k{n}>{words})" for n, words in enumerate(EVENTS.values()))
    + ")"
)
_FINE = re.compile(r"[市县区镇乡村州郡岛湾路街港站]|煤矿|工业园|大桥|高速|国道|海域|近海|外海")
"""What follows the name of a place that is small enough to tell an event by."""
_COARSE = re.compile(
    r"省|自治区|南部|北部|东部|西部|中部|附近|发生|一[^一-鿿]|[一某]?(?:煤矿|工厂|大楼|酒店|学校)"
)
_SIZES = (2, 3)
"""Characters of the names of most places; longer ones are told by their end."""
_NO_PLACE = re.compile(
    r"某|当地|事故|灾害|现场|全国|附近|今天|昨天|日前|近日|已经|消防|发生|凌晨|上午|下午|晚间|清晨|中午|救援|地区|该|多|时|分|日|了|的|起|致|成|死|伤|[县市区镇乡村省]$|^[县市区乡村省]|级|最新"
)
_HAN = re.compile(r"[一-鿿]{2,3}")
LEAD = 400
"""Characters of a text in which it says what happened and where."""


def event_of(article: Article, place: Place) -> frozenset[str]:
    """The kind of an event with each place it was at: `地震:芮城`; empty if nothing tells it."""
    return _event(article.metadata.title, place.text[:LEAD])


@lru_cache(maxsize=64)
def _event(title: str, lead: str) -> frozenset[str]:
    text = f"{normal(title).lower()}\n{lead}"
    match = _KIND.search(text)
    if match is None:
        return frozenset()
    kind = list(EVENTS)[int((match.lastgroup or "k0")[1:])]
    begin = max(0, match.start() - 60)
    sentence = text[begin : match.end() + 12]
    names = _names(sentence, (found.start() for found in _FINE.finditer(sentence)))
    names |= _names(sentence, (found.start() for found in _KIND.finditer(sentence)))
    if not names:
        names = _names(sentence, (found.start() for found in _COARSE.finditer(sentence)))
    return frozenset(f"{kind}:{name}" for name in names)


def _names(sentence: str, ends: Iterable[int]) -> set[str]:
    """What stands right before these places, as long as names of places are."""
    found = {sentence[max(0, end - size) : end] for end in ends for size in _SIZES}
    return {name for name in found if _HAN.fullmatch(name) and not _NO_PLACE.search(name)}

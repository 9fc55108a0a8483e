"""Salience: how much a figure matters in its article, from 3 (key) to 1 (minor)."""

from __future__ import annotations

import re
from decimal import Decimal
from math import log10
from typing import TYPE_CHECKING

from digest.figures import kinds

if TYPE_CHECKING:
    from digest.figures.found import Found
    from digest.figures.scene import Scene

_PRIOR = {
    kinds.MONEY: 3.0, kinds.PERCENT: 3.0, kinds.SCORE: 2.6, kinds.RATIO: 2.2,
    kinds.COUNT: 1.2, kinds.NUMBER: 1.6, kinds.RANK: 1.0, kinds.DURATION: 1.0,
    kinds.TIME: 1.0, kinds.DATE: 0.6,
}  # fmt: skip
KEY, ORDINARY = 2.0, 0.9
"""Weights from which a figure is key, and ordinary: on the gold they give about ten key figures an
article."""

OPENING = 3
"""Paragraphs in which a day at the head is the day of the news itself."""


def weight(scene: Scene, found: Found) -> float:
    """The weight behind the three levels; comparable between articles."""
    value = found.value[-1] if isinstance(found.value, tuple) else found.value
    worth = _PRIOR[found.kind] + (CHANGED if found.change else 0.0)
    if found.kind is kinds.COUNT and isinstance(value, Decimal) and value > 0:
        return worth + _count(scene, found, value)
    if found.kind is kinds.NUMBER and isinstance(value, Decimal) and value > 0:
        return worth + min(1.0, max(0.0, 0.15 * log10(value)))
    extra = _EXTRAS.get(found.kind)
    return worth + extra(scene, found) if extra else worth


CHANGED = 0.6
"""What rose or fell is what the news is about."""


def _count(scene: Scene, found: Found, value: Decimal) -> float:
    """Large counts in Arabic digits are reported; 三个方面 and 千亿参数 are manners of speaking."""
    size = min(2.0, 0.45 * log10(value))
    if scene.line[found.core_start].isdecimal():
        return size
    small = -0.7 if value <= 10 else 0.0
    hedged = 0.6 if found.modifier in {"less", "more", "at-least"} else 0.0
    return 0.5 * size + small + hedged - 0.3


_PLACED = re.compile(r"排名|居|位列|全国|全球|国内|世界")


def _rank(scene: Scene, found: Found) -> float:
    if isinstance(found.value, tuple):
        return 0.2
    before = scene.line[max(0, found.start - 8) : found.start]
    placed = bool(_PLACED.search(before)) or found.unit in {
        "名",
        "位",
    }
    return 1.6 if placed else -0.4


def _duration(scene: Scene, found: Found) -> float:
    if found.modifier == "at-most" and scene.line[found.end - 1] == "内":
        return 1.3
    return 0.3 if found.modifier in {"at-most", "at-least"} else 0.0


def _date(scene: Scene, found: Found) -> float:
    opens = found.start == 0 and scene.number < OPENING and found.unit == "day"
    bounded = 0.5 if found.unit in {"day", "half", "quarter", "month"} else 0.0
    return 2.0 if opens else bounded


def _ratio(_scene: Scene, found: Found) -> float:
    return -0.5 if found.rule in {"ratio/order", "ratio/half"} else 0.0


_EXTRAS = {
    kinds.RANK: _rank,
    kinds.DURATION: _duration,
    kinds.DATE: _date,
    kinds.RATIO: _ratio,
}


def weigh(scene: Scene, found: Found) -> int:
    """The level of a figure."""
    worth = weight(scene, found)
    return 3 if worth >= KEY else 2 if worth >= ORDINARY else 1

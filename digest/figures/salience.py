"""Salience: how much a figure matters in its article, from 3 (key) to 1 (minor)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from digest.model import FigureKind

if TYPE_CHECKING:
    from digest.figures.found import Found
    from digest.figures.scene import Scene

_PRIOR = {
    FigureKind.MONEY: 3.0, FigureKind.PERCENT: 3.0, FigureKind.SCORE: 2.6, FigureKind.RATIO: 2.2,
    FigureKind.COUNT: 1.2, FigureKind.NUMBER: 1.6, FigureKind.RANK: 1.0, FigureKind.DURATION: 1.0,
    FigureKind.TIME: 1.0, FigureKind.DATE: 0.6,
}  # fmt: skip
KEY, ORDINARY = 2.4, 0.9


def weight(scene: Scene, found: Found) -> float:
    """The weight behind the three levels; comparable between articles."""
    weight = _PRIOR[found.kind]
    value = found.value[-1] if isinstance(found.value, tuple) else found.value
    before = scene.line[max(0, found.start - 8) : found.start]
    if found.change:
        weight += 0.6
    if found.kind is FigureKind.COUNT and isinstance(value, Decimal) and value > 0:
        weight += min(2.0, 0.35 * float(value.log10()))
        if not scene.line[found.core_start].isdecimal() and value <= 12:  # noqa: PLR2004 — 三个 is rarely news
            weight -= 0.7
    if found.kind is FigureKind.RANK:
        weight += 1.6 if re.search(r"排名|居|位列|全国|全球|国内|世界", before) or found.unit in {"名", "位"} else -0.4
    if found.kind is FigureKind.DURATION and found.modifier in {"at-most", "at-least"}:
        weight += 1.2
    return weight


def weigh(scene: Scene, found: Found) -> int:
    """The level of a figure."""
    worth = weight(scene, found)
    return 3 if worth >= KEY else 2 if worth >= ORDINARY else 1

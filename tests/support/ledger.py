"""Figures of every kind in one small article, for what is made of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from support.library import article

from digest.model import Figure, FigureKind, Span

if TYPE_CHECKING:
    from digest.model import Value

TEXT = (
    "2023年8月15日营收6.45亿元，净利润7000万美元。\n"
    "用户3000万，门店500家，历时18个月，此前用时两年。\n"
    "同比增长8.1%，下降-2%，排名第一，明年再说。"
)
"""Three paragraphs."""

ARTICLE = article(TEXT, title="=业绩|快报", published="2023-08-16")


def figure(
    written: str, kind: FigureKind, worth: Value, unit: str | None = None, **more: object
) -> Figure:
    """The figure where `written` stands first in the text; `label` is given as words of it."""
    label = more.pop("label", None)
    resolved = more.pop("resolved", None)
    salience = more.pop("salience", 2)
    span = _place(written)
    return Figure(
        span,
        span,
        kind,
        worth,
        unit,
        "test",
        salience=salience if isinstance(salience, int) else 2,
        label=_place(label) if isinstance(label, str) else None,
        resolved=resolved if isinstance(resolved, str) else None,
    )


def _place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


FIGURES = (
    figure("2023年8月15日", FigureKind.DATE, "2023-08-15", "day", resolved="2023-08-15"),
    figure("6.45亿元", FigureKind.MONEY, Decimal(645_000_000), "CNY", label="营收", salience=3),
    figure("7000万美元", FigureKind.MONEY, Decimal(70_000_000), "USD", label="净利润"),
    figure("3000万", FigureKind.COUNT, Decimal(30_000_000), None, label="用户", salience=3),
    figure("500家", FigureKind.COUNT, Decimal(500), "家", label="门店"),
    figure("18个月", FigureKind.DURATION, "P18M", "month"),
    figure("两年", FigureKind.DURATION, "P2Y", "year"),
    figure("8.1%", FigureKind.PERCENT, Decimal("8.1"), "%", label="同比增长", salience=3),
    figure("-2%", FigureKind.PERCENT, Decimal(-2), "%"),
    figure("第一", FigureKind.RANK, Decimal(1), "名", salience=1),
    figure("明年", FigureKind.DATE, "XXXX", "year"),
)
"""In the order of the text."""

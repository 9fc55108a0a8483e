"""Amounts: a value as typed into a search, and what counts as that value."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from digest.figures import find_figures
from digest.model import Paragraph, Role, Span

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Amount(NamedTuple):
    """A value, and between what a figure may lie that would be written so."""

    near: Decimal
    least: float
    most: float


def amount(words: str) -> tuple[Amount | None, str]:
    """The first value among some words, with its unit, and the words that are left.

    Who types 8.48亿 means whatever is rounded to that: 84780.8万 too.
    """
    whole = Span(0, len(words))
    for figure in find_figures(words, [Paragraph(0, Role.BODY, whole)]):
        if isinstance(figure.value, Decimal) and figure.value:
            rest = words[: figure.span.start] + " " + words[figure.span.end :]
            return _rounded(figure.value, figure.core.of(words)), rest
    match = _NUMBER.search(words)
    if match is None:
        return None, words
    value = Decimal(match[0].replace(",", ""))
    rest = words[: match.start()] + " " + words[match.end() :]
    return _rounded(value, match[0]), rest


def _rounded(value: Decimal, written: str) -> Amount:
    """All that is written as `written` when it is rounded to as many digits."""
    match = _NUMBER.search(written)
    half = Decimal(0)
    if match is not None and "." in match[0]:
        number = Decimal(match[0].replace(",", ""))
        digits = len(match[0].partition(".")[2])
        half = value / number / 10**digits / 2 if number else half
    slack = abs(half) + abs(value) / 10**9
    return Amount(value, float(value - slack), float(value + slack))

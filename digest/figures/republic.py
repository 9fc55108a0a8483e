"""Republican years: 113年 in an article from Taiwan is 2024, and elsewhere a length of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.when import ROC_FOUNDED, When

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.figures.found import Found

_YEARS = re.compile(r"P(?P<year>(?:9\d|1[0-3]\d))Y")
"""From 2001 on, when news began to be kept, to some years ahead; shorter spans are spans."""


def republican(found: Found, region: Callable[[], str]) -> Found:
    """`found` as a date, where a text that counts in New Taiwan dollars names such a year.

    `region` tells the currency of the text, and is only asked when it matters.
    """
    if found.kind is not kinds.DURATION or found.approx or found.modifier:
        return found
    match = _YEARS.fullmatch(found.value) if isinstance(found.value, str) else None
    if match is None or region() != "TWD":
        return found
    when = When(year=int(match["year"]) + ROC_FOUNDED)
    return found._replace(
        kind=kinds.DATE,
        value=when.timex,
        unit="year",
        rule="date/republican",
        dates=(when,),
    )

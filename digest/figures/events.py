"""The year of a text, told by what it says of an event that everybody can date.

A text that calls the winter in which ChatGPT became known 去年底 was written in the year after it.
"""

from __future__ import annotations

import re
from functools import cache

from digest.figures.tables import rows

OFFSETS = {"前年": 2, "去年": 1, "今年": 0, "明年": -1}
"""Years from the event to the text."""

REACH = 6
"""Characters that may stand between the year word and the event, and between it and its verb: a
preposition, a season, a title mark; more, and the two may not belong together."""


def year_by_event(folded: str) -> tuple[int, re.Match[str]] | None:
    """The year in which a text was written, and the words it rests on; None if nothing tells it.

    Texts that tell two years tell none.
    """
    years, pattern = _events()
    found = list(pattern.finditer(folded))
    told = {years[match["event"].lower()] + OFFSETS[match["word"]] for match in found}
    return (told.pop(), found[0]) if len(told) == 1 else None


@cache
def _events() -> tuple[dict[str, int], re.Pattern[str]]:
    years: dict[str, int] = {}
    forms = []
    for name, year, *verbs in rows("events.tsv"):
        years[name.lower()] = int(year)
        needed = "|".join(verbs[0].split(" ")) if verbs else ""
        follows = rf"(?=[^,，。;；!?]{{0,{REACH}}}(?:{needed}))" if needed else ""
        forms.append(re.escape(name) + follows)
    words = "|".join(OFFSETS)
    between = rf"[^,，。;；!?]{{0,{REACH}}}?"
    pattern = rf"(?P<word>{words}){between}(?P<event>{'|'.join(forms)})"
    return years, re.compile(pattern, re.IGNORECASE)

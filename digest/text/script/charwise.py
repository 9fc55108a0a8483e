"""Charwise: routes that hardly ever look beyond one character, at several times OpenCC's speed.

To Simplified, and from OpenCC's Traditional to a region's forms, nearly every character becomes the
same one whatever stands beside it. So a table is asked, and only sentences in which a character
stands beside one that may decide about it (乾隆, 名著) are given to OpenCC. The result is the one
that OpenCC would give; which pairs decide is derived from its dictionaries and our overlay.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from digest.text.script.engine import run
from digest.text.script.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.text.script.configuration import Route

CHARACTERS = (range(0x2E80, 0xA000), range(0xF900, 0xFB00))
"""Code points that any dictionary may change: Chinese and its radicals in the basic plane."""

FEW = 1_000
"""Characters of a table, up to which it is quicker to look for them than to look up every one."""

ENDS = "\n。"
"""Where a sentence ends: in no dictionary is a key with one of these."""


class _Plan(NamedTuple):
    table: list[str]
    """By code point, of the basic plane."""
    changed: re.Pattern[str] | None
    """Matches what the table changes, if that is little."""
    decided: re.Pattern[str]
    """Matches a character that another one may decide about, and what the table does not hold."""
    pairs: frozenset[str]


def fast(text: str, route: Route) -> str:
    """`text` by a route that data/neighbours.txt names, without anyone's words.

    Raises:
        RuntimeError: OpenCC returned another number of code points.
    """
    plan = _plan(route)
    if plan.changed is None:
        shown = text.translate(plan.table)
    else:
        shown = plan.changed.sub(lambda match: plan.table[ord(match[0])], text)
    parts: list[str] = []
    done = 0
    for start, end in _sentences(text, plan):
        parts += (shown[done:start], run(text[start:end], route))
        done = end
    return "".join([*parts, shown[done:]])


def form(character: str, route: Route) -> str:
    """One character by a route, standing alone."""
    code = ord(character)
    table = _plan(route).table
    return table[code] if code < len(table) else run(character, route)


def sentence_at(text: str, place: int, *, since: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, its closing mark included.

    `since` is where the last one ended, before which nothing is looked for.
    """
    start = max(since, *(text.rfind(mark, since, place) + 1 for mark in ENDS))
    ends = (text.find(mark, place) for mark in ENDS)
    return start, min((found + 1 for found in ends if found >= 0), default=len(text))


def _sentences(text: str, plan: _Plan) -> Iterator[tuple[int, int]]:
    """Where the sentences begin and end that the table alone cannot be trusted with."""
    end = 0
    for match in plan.decided.finditer(text):
        place = match.start()
        if place < end or not _is_decided(text, place, plan.pairs):
            continue
        start, end = sentence_at(text, place, since=end)
        yield start, end


def _is_decided(text: str, place: int, pairs: frozenset[str]) -> bool:
    if ord(text[place]) > 0xFFFF:
        return True
    return text[place - 1 : place + 1] in pairs or text[place : place + 2] in pairs


@cache
def _plan(route: Route) -> _Plan:
    table = [chr(code) for code in range(0x10000)]
    codes = list(chain(*CHARACTERS))
    forms = run("\n".join(map(chr, codes)), route).split("\n")
    for code, form in zip(codes, forms, strict=True):
        table[code] = form
    changed = "".join(chr(code) for code in codes if table[code] != chr(code))
    pairs = [row[1:] for row in rows("neighbours.txt") if row[0] == route.value]
    decided = "".join(character for character, _joined in pairs)
    return _Plan(
        table,
        re.compile(f"[{changed}]") if len(changed) <= FEW else None,
        re.compile(f"[{decided}\U00010000-\U0010ffff]"),
        frozenset(joined[i : i + 2] for _c, joined in pairs for i in range(0, len(joined), 2)),
    )

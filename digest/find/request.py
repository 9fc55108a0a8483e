"""Request: what was typed into the finder, taken apart.

A sign at the beginning says what is looked for: `>` commands, `#` figures, `@` sources. Words with
a colon narrow it: `kind:`, `source:`, `since:`, in English or Chinese. Full-width forms are the
same, as an input method types them. The rest is words.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from digest.text.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Aim(StrEnum):
    """What is looked for."""

    ANYTHING = ""
    COMMANDS = ">"
    FIGURES = "#"
    SOURCES = "@"


_SIGNS = {
    ">": Aim.COMMANDS,
    "＞": Aim.COMMANDS,
    "》": Aim.COMMANDS,
    "#": Aim.FIGURES,
    "＃": Aim.FIGURES,
    "@": Aim.SOURCES,
    "＠": Aim.SOURCES,
}
"""With what a Chinese keyboard has on the same keys."""

_FILTER = re.compile(r'([^\s:："“「]+)[:：](?:["“「]([^"”」]*)["”」]?|(\S*))')
"""A name, a colon, and a value that may be in quotation marks."""

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日号]?")

_AGO = re.compile(r"(\d{1,4})(d|w|m|y|天|日|周|月|年|个月|星期)")

AGO_DAYS = {"d": 1, "天": 1, "日": 1, "w": 7, "周": 7, "星期": 7, "m": 30, "月": 30, "个月": 30}
"""Days of a unit; what is not here is a year."""


class Filter(NamedTuple):
    """A filter, or one of its values, with its names."""

    filter: str
    value: str
    """Empty for the filter itself."""
    names: tuple[tuple[str, ...], ...]
    """In English, Simplified and Traditional; the first of each is offered."""


class Request(NamedTuple):
    """What was typed."""

    aim: Aim
    words: str
    kinds: frozenset[str]
    """Empty for all."""
    source: str
    """As typed; empty for all."""
    since: str
    """ISO 8601 to some precision, or empty."""
    unread: tuple[str, ...]
    """Filters whose value means nothing, as typed."""

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for less than everything."""
        return bool(self.kinds or self.source or self.since)


def read(typed: str, today: str) -> Request:
    """Take apart what was typed.

    Args:
        typed: the line.
        today: ISO 8601; from it `30d` is counted back.
    """
    text = typed.lstrip()
    aim = _SIGNS.get(text[:1], Aim.ANYTHING)
    text = text[1:] if aim else text
    kinds: set[str] = set()
    source, since, unread, rest, last = "", "", [], [], 0
    for match in _FILTER.finditer(text if aim is not Aim.COMMANDS else ""):
        name = _filter_named(match[1])
        value = match[2] if match[2] is not None else match[3]
        if not name:
            continue
        rest.append(text[last : match.start()])
        last = match.end()
        if name == "source":
            source = value
        elif name == "since":
            since = date_of(value, today) or since
            unread += [match[0]] if value and not date_of(value, today) else []
        else:
            found = {kind for each in re.split("[,，]", value) if (kind := _kind_named(each))}
            kinds |= found
            unread += [match[0]] if value and not found else []
    words = " ".join("".join([*rest, text[last:]]).split()) if last else text
    return Request(aim, words, frozenset(kinds), source.strip(), since, tuple(unread))


def completions(typed: str, values: Mapping[str, Iterable[str]], column: int) -> tuple[str, ...]:
    """The lines that what was typed may become, its last word completed as a filter.

    Args:
        typed: the line up to the cursor.
        values: what `source` and `since` may be, the best first.
        column: of `Filter.names`, for names that are offered.
    """
    begun = re.search(r"\S*$", typed)
    word = begun[0] if begun else ""
    before = typed[: len(typed) - len(word)]
    name, colon, value = (*re.split("([:：])", word, maxsplit=1), "", "")[:3]
    if not colon:
        sign = word[:1] if word[:1] in _SIGNS and not before.strip() else ""
        return tuple(f"{before}{sign}{each}:" for each in _begun(word.removeprefix(sign), column))
    filter_name = _filter_named(name)
    if not filter_name:
        return ()
    chosen, comma, part = value.rpartition(",")
    offered = _values(filter_name, part, values, column)
    return tuple(f"{before}{name}{colon}{chosen}{comma}{each}" for each in offered)


def date_of(value: str, today: str) -> str:
    """A date as typed in ISO 8601, or empty: `2023`, `2023-8`, `2023年8月15日`, `30d`."""
    from datetime import date, timedelta  # noqa: PLC0415  few searches need it

    ago = _AGO.fullmatch(value)
    if ago and not re.fullmatch(r"\d{4}年", value):
        days = int(ago[1]) * AGO_DAYS.get(ago[2], 365)
        return (date.fromisoformat(today) - timedelta(min(days, 365_000))).isoformat()
    match = _DATE.fullmatch(value)
    parts = [int(part) for part in match.groups() if part] if match else []
    try:
        date(*(*parts, 1, 1)[:3])
    except (TypeError, ValueError):
        return ""  # no date, or a thirteenth month
    return "-".join(f"{part:02}" for part in parts)


@cache
def filters() -> tuple[Filter, ...]:
    """Every filter and every value of a closed list."""
    file = resources.files("digest.find") / "data" / "filters.tsv"
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(
        Filter(filter_name, value, tuple(tuple(names.split(",")) for names in columns))
        for filter_name, value, *columns in rows
    )


def _named(name: str, among: Iterable[Filter]) -> Filter | None:
    wanted = key(name)
    every = ((each, key(form)) for each in among for forms in each.names for form in forms)
    return next((each for each, form in every if form == wanted), None)


def _filter_named(name: str) -> str:
    found = _named(name, (each for each in filters() if not each.value))
    return found.filter if found else ""


def _kind_named(name: str) -> str:
    found = _named(name, (each for each in filters() if each.value))
    return found.value if found else ""


def _begun(word: str, column: int) -> Iterator[str]:
    """Names of filters that begin as a word does; one letter is still any word."""
    wanted = key(word)
    for each in filters():
        forms = [form for names in each.names for form in names]
        long = len(wanted) > 1 or (wanted and not wanted.isascii())
        if not each.value and long and any(key(form).startswith(wanted) for form in forms):
            same = next((form for form in forms if form.startswith(word)), "")
            yield same or each.names[column][0]


def _values(
    filter_name: str, begun: str, values: Mapping[str, Iterable[str]], column: int
) -> Iterator[str]:
    wanted = key(begun.strip('"“「'))
    if filter_name != "kind":
        for each in values.get(filter_name, ()):
            if wanted in key(each) and each != begun:
                yield f'"{each}"' if " " in each else each
        return
    for row in filters():
        forms = [form for names in row.names for form in names]
        if row.value and any(key(form).startswith(wanted) for form in forms):
            same = next((form for form in forms if key(form).startswith(wanted)), "")
            offered = same if wanted else row.names[column][0]
            if begun not in forms:
                yield offered

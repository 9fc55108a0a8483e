"""Figure lines: the figures of one article as one text, and back.

They are nearly always read together, so they are kept together: in a row each they cost six times
as much to write, and half as much room again. The text has two parts with an empty line between. In
the first are the manners, which many figures of an article share; in the second the figures by
place, each ending with a comma but the last. Every line is JSON, so that one figure can be read
alone.

A manner is `[kind, unit, rule, salience, approx, modifier, change, base]`, or the first four of
these where the others say nothing. A figure is `[start, end, paragraph, manner, value, label start,
label end, resolved, core start, core end, subject start, subject end]`, without what is null at the
end; its core is left out where it is the whole. A value is a string for a number, exact; a list of
them for its ends; `{"text": ...}` with a string or a list for what is no number.
"""

from __future__ import annotations

import json
import struct
from bisect import bisect_left
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from digest.library.days import days_of
from digest.model import Figure, FigureKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from digest.model import Paragraph, Value

Manner: TypeAlias = tuple[str, str | None, str, int, bool | int, str | None, str | None, str | None]
"""Kind, unit, rule, salience, approx, modifier, change and base."""

_PLAIN = (0, None, None, None)
"""What most manners end with."""

_MANNERS = 4096
"""Manners that are remembered: an article has some twenty, a library some hundreds."""

_BLANK = [None] * 12
"""A figure of which nothing is said."""

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


Line: TypeAlias = tuple[
    Manner,
    tuple[int, int, int],
    str,
    tuple[int, int] | None,
    str | None,
    tuple[int, int] | None,
    tuple[int, int] | None,
    float | None,
    str | None,
]
"""A figure in plain values: its manner; start, end and paragraph; the value as `value_text` writes
it; the ends of its label; the resolved date; the ends of its core where it is not the whole, and of
its subject; what it is found by in `sized` and in `dated`: a number and a first day."""


class Kept(NamedTuple):
    """The figures of an article as they are kept."""

    sizes: bytes
    """Their numbers in ascending order, eight bytes each, little-endian."""
    text: str
    days: list[tuple[int, str]]
    """Ordinal and first day of each date."""


def kept(figures: Iterable[Figure], paragraphs: Sequence[Paragraph]) -> Kept:
    """The figures of an article, by place, as they are kept."""
    starts = [paragraph.span.start for paragraph in paragraphs]
    return kept_lines(
        _line_of(each, max(0, bisect_left(starts, each.span.start + 1) - 1)) for each in figures
    )


def kept_lines(lines: Iterable[Line]) -> Kept:
    """The same from plain values."""
    manners: dict[Manner, int] = {}
    written: list[str] = []
    sizes: list[float] = []
    days: list[tuple[int, str]] = []
    for manner, place, value, label, resolved, core, subject, size, first_day in lines:
        if size is not None:
            sizes.append(size)
        if first_day is not None:
            days.append((len(written), first_day))
        number = manners.setdefault(manner, len(manners))
        rest = _rest(label, resolved, core, subject)
        written.append(f"[{place[0]},{place[1]},{place[2]},{number},{value}{rest}]")
    head = "\n".join(map(_manner_text, manners))
    text = head + "\n\n" + ",\n".join(written) if written else ""
    return Kept(struct.pack(f"<{len(sizes)}d", *sorted(sizes)), text, days)


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures that a text keeps."""
    manners, body = _parts(text)
    return tuple([_figure(each, manners[each[3]]) for each in json.loads(f"[{body}]")])


def figure_at(text: str, ordinal: int) -> tuple[int, Figure]:
    """One of them, after the number of its paragraph."""
    head, _, body = text.partition("\n\n")
    found = json.loads(body.split(",\n")[ordinal])
    return found[2], _figure(found, _manner_of(head.split("\n")[found[3]]))


def any_between(sizes: bytes, least: float, most: float) -> bool:
    """Whether one of the numbers lies between two others."""
    numbers = struct.unpack(f"<{len(sizes) // 8}d", sizes)
    at = bisect_left(numbers, least)
    return at < len(numbers) and numbers[at] <= most


def figures_between(text: str, least: float, most: float) -> tuple[Figure, ...]:
    """Those figures of a text whose number does."""
    return tuple(
        figure
        for figure in figures_in(text)
        if (size := size_of(figure.value)) is not None and least <= size <= most
    )


def value_text(value: Value) -> str:
    """A figure's value, as JSON."""
    if isinstance(value, Decimal):
        return f'"{value}"'
    if value is None:
        return "null"
    if isinstance(value, tuple) and (not value or isinstance(value[0], Decimal)):
        return _encoded([str(each) for each in value])
    return f'{{"text":{_encoded(value)}}}'


def value_of(found: Any) -> Value:
    """The value that `value_text` wrote, once its JSON is read."""
    if found is None:
        return None
    if isinstance(found, str):
        return Decimal(found)
    if isinstance(found, list):
        return tuple(map(Decimal, found))
    text: str | list[str] = found["text"]
    return text if isinstance(text, str) else tuple(text)


def size_of(value: Value) -> float | None:
    """What to find a value by."""
    first = value[0] if isinstance(value, tuple) and value else value
    if not isinstance(first, Decimal):
        return None
    try:
        size = float(first)
    except (OverflowError, ValueError):
        return None
    return size if size == size else None  # noqa: PLR0124  what is no number equals nothing


def _line_of(figure: Figure, paragraph: int) -> Line:
    """A figure in plain values."""
    span, core, label, subject = figure.span, figure.core, figure.label, figure.subject
    days = days_of(figure.resolved) if figure.kind is FigureKind.DATE else None
    return (
        (
            str(figure.kind),
            figure.unit,
            figure.rule,
            figure.salience,
            figure.approx,
            figure.modifier,
            figure.change,
            figure.base,
        ),
        (span.start, span.end, paragraph),
        value_text(figure.value),
        None if label is None else (label.start, label.end),
        figure.resolved,
        None if core.start == span.start and core.end == span.end else (core.start, core.end),
        None if subject is None else (subject.start, subject.end),
        size_of(figure.value),
        days[0] if days else None,
    )


def _rest(
    label: tuple[int, int] | None,
    resolved: str | None,
    core: tuple[int, int] | None,
    subject: tuple[int, int] | None,
) -> str:
    """The end of a line."""
    if resolved is None and core is None and subject is None:
        return "" if label is None else f",{label[0]},{label[1]}"
    rest = ",null,null" if label is None else f",{label[0]},{label[1]}"
    rest += ",null" if resolved is None else f",{_encoded(resolved)}"
    if core is None and subject is None:
        return rest
    rest += ",null,null" if core is None else f",{core[0]},{core[1]}"
    return rest if subject is None else f"{rest},{subject[0]},{subject[1]}"


def _parts(text: str) -> tuple[list[Any], str]:
    """The manners of a text, and its figures as they stand."""
    head, _, body = text.partition("\n\n")
    return [_manner_of(each) for each in head.split("\n")] if head else [], body


@lru_cache(_MANNERS)
def _manner_text(manner: Manner) -> str:
    """A manner, as JSON."""
    kind, unit, rule, salience, approx, modifier, change, base = manner
    first = (kind, unit, rule, salience)
    rest = (int(approx), modifier, change, base)
    return _encoded(first if rest == _PLAIN else (first + rest))


@lru_cache(_MANNERS)
def _manner_of(text: str) -> tuple[Any, ...]:
    """The manner that `_manner_text` wrote, as a figure has it."""
    kind, unit, rule, salience, *rest = json.loads(text)
    approx, modifier, change, base = rest or _PLAIN
    return FigureKind(kind), unit, rule, salience, bool(approx), modifier, change, base


def _figure(found: list[Any], manner: tuple[Any, ...]) -> Figure:
    """A figure from its line and its manner."""
    (
        start,
        end,
        _,
        _,
        value,
        label,
        label_end,
        resolved,
        core,
        core_end,
        subject,
        subject_end,
    ) = found + _BLANK[len(found) :]
    span = Span(start, end)
    kind, unit, rule, salience, approx, modifier, change, base = manner
    return Figure(
        span,
        span if core is None else Span(core, core_end),
        kind,
        Decimal(value) if type(value) is str else value_of(value),
        unit,
        rule,
        salience,
        approx,
        modifier,
        change,
        base,
        None if label is None else Span(label, label_end),
        None if subject is None else Span(subject, subject_end),
        resolved,
    )

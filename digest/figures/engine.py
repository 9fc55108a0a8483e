"""The engine: a clean text in, its figures out.

A text is folded to Simplified and half width, one code point for one, so that both scripts give the
same answer at the same places; names and noise are masked; each paragraph is scanned; what is found
is bounded, resolved against the calendar, labelled and weighed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.labels import label_of, subject_of
from digest.figures.masks import mask
from digest.figures.modifiers import bounded, moved
from digest.figures.regions import local_currency
from digest.figures.republic import republican
from digest.figures.resolve import Published, Reading, followed, resolve, written
from digest.figures.salience import weigh
from digest.figures.scan import scan
from digest.figures.scene import Scene
from digest.model import Figure, Span
from digest.text.fold import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.figures.found import Found
    from digest.figures.when import When
    from digest.model import Paragraph

_WIDE_COMMA = re.compile(r"，(?<=\d，)(?=\d)")
"""Begins with the character itself, for which a text is looked through at once."""


def find_figures(
    text: str, paragraphs: Sequence[Paragraph], published: str = ""
) -> tuple[Figure, ...]:
    """Every figure of `text`, sorted by span.

    Args:
        text: a clean text in its own script.
        paragraphs: its paragraphs; what stands outside them is not read.
        published: the article's own date in ISO 8601 to the precision known, or empty. Dates that
            lean on it stay unresolved without it.
    """
    folded = normal(text)
    source = _Source(text, folded, _Clock(Published.parse(published)))
    figures: list[Figure] = []
    for paragraph in paragraphs:
        begin, end = paragraph.span.start, paragraph.span.end
        shown = folded[begin:end]
        line = mask(shown)
        seen = list(scan(line))
        if seen:
            scene = Scene.of(line, shown, paragraph.index)
            figures += [
                _figure(scene, republican(found, source.region), begin, source)
                for found in _dressed(scene, seen)
            ]
    return tuple(figures)


@lru_cache(maxsize=2)
def normal(text: str) -> str:
    """`text` as the rules read it, code point for code point.

    A full-width comma stays what it is: it parts clauses, and never thousands.
    """
    folded = simplified(text).replace("\u3000", " ").replace("\u00a0", " ")
    wide = [match.start() for match in _WIDE_COMMA.finditer(text)]
    if not wide:
        return folded
    pieces, last = [], 0
    for place in wide:
        pieces.append(folded[last:place])
        last = place + 1
    return "，".join([*pieces, folded[last:]])


def _dressed(scene: Scene, seen: Sequence[Found]) -> Iterator[Found]:
    """What was seen, with the words around it that bound it or tell its change."""
    reach = 0
    for found in seen:
        dressed = moved(scene.line, bounded(scene.line, found), scene.sentence(found.start)[0])
        if dressed.start < reach:
            start = max(reach, min(found.start, dressed.core_start))
            dressed = dressed._replace(start=start, core_start=max(start, dressed.core_start))
        reach = dressed.end
        yield dressed


class _Clock:
    """What the dates read so far say about the next one."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self.reading = Reading()
        self.scene: Scene | None = None

    def resolved(self, scene: Scene, found: Found) -> str | None:
        """The calendar date of a found date, both ends of a range."""
        number = scene.sentence_number(found.start)
        if scene is not self.scene or number != self.reading.sentence:
            self.scene, self.reading = (
                scene,
                self.reading._replace(sentence=number, year=None, month=None),
            )
        start, end = scene.sentence(found.start)
        ends = [
            self._one(when, scene.line[start : found.start], scene.line[start:end], number)
            for when in found.dates
        ]
        if ends[0] is None:
            return None
        if isinstance(found.value, tuple) and found.value[-1] == "..":
            return f"{ends[0]}/.."
        return ends[0] if len(ends) == 1 else f"{ends[0]}/{ends[1]}" if ends[1] else ends[0]

    def _one(self, when: When, before: str, sentence: str, number: int) -> str | None:
        parts = resolve(when, self.reading, self.published, before, sentence)
        self.reading = followed(self.reading, parts, when, number)
        return written(parts)


class _Source:
    """What is the same for every figure of a text."""

    def __init__(self, text: str, folded: str, clock: _Clock) -> None:
        self.text = text
        self.folded = folded
        self.clock = clock
        self._currency = ""

    def region(self) -> str:
        """ISO 4217 of the text's own currency, told when it is first asked for: few texts ask."""
        if not self._currency:
            self._currency = local_currency(self.folded)
        return self._currency


def _figure(scene: Scene, found: Found, offset: int, source: _Source) -> Figure:
    dated = found.kind is kinds.DATE and bool(found.dates)
    label, subject = label_of(scene, found), subject_of(scene, found)
    span = Span(found.start + offset, found.end + offset)
    is_bare = found.core_start == found.start and found.core_end == found.end
    return Figure(
        span=span,
        core=span if is_bare else Span(found.core_start + offset, found.core_end + offset),
        kind=found.kind,
        value=found.value,
        unit=_unit(found, offset, source),
        rule=found.rule,
        salience=weigh(scene, found),
        approx=found.approx,
        modifier=found.modifier,
        change=found.change,
        base=found.base,
        label=label and Span(label[0] + offset, label[1] + offset),
        subject=subject and Span(subject[0] + offset, subject[1] + offset),
        resolved=source.clock.resolved(scene, found) if dated else None,
    )


def _unit(found: Found, offset: int, source: _Source) -> str | None:
    """The unit: a code, or the written counter.

    What is a Chinese word is a counter as the article writes it, or Simplified for the few
    measures without a code (点, 级, 岁); either is brought into the reader's script before it is
    shown. How it stands in the article is the end of the figure's core.
    """
    if found.counter is not None:
        return source.text[found.counter[0] + offset : found.counter[1] + offset]
    if found.unit is not None and found.unit.startswith("*"):
        head, _, per = found.unit.partition("/")
        code = {
            "*": source.region(),
            "*$": {"TWD": "TWD", "HKD": "HKD"}.get(source.region(), "USD"),
            "*¥": "CNY",
        }.get(head, head[1:])
        return f"{code}/{per}" if per else code
    return found.unit

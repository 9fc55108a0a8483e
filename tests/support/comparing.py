"""Pairs of sentences with a figure marked in each: read, measured, held against each other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from support.library import article

from digest.briefing.comparison import relation
from digest.briefing.measures import Measure, measures
from digest.figures import find_figures
from digest.model import Span

DATA = Path(__file__).parents[1] / "data" / "briefing"
"""Where the pairs are."""

FILES = tuple(sorted(DATA.glob("pairs_*.tsv")))
"""All files of pairs."""

NONE = "none"
"""Stands for two figures that are not comparable."""


class Pair(NamedTuple):
    """Two figures and how they stand to each other."""

    relation: str
    one: tuple[str, str]
    """Date and text; the figure between < and >."""
    other: tuple[str, str]


def pairs(path: Path) -> list[Pair]:
    """The pairs of a file."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    rows = [line.split("\t") for line in lines]
    return [Pair(how, (day, text), (on, told)) for how, day, text, on, told in rows]


def all_measures(published: str, text: str, identity: str = "") -> tuple[Measure, ...]:
    """The measures of a text."""
    made = article(text, published=published, raw=identity.encode())
    return measures(made, find_figures(text, made.paragraphs, published))


def measured(published: str, marked: str) -> Measure | None:
    """The measure of the figure that is marked in a text; None if it has none."""
    head, figure, tail = re.split("[<>]", marked, maxsplit=2)
    place = Span(len(head), len(head) + len(figure))
    found = all_measures(published, head + figure + tail)
    return next((one for one in found if one.span.overlaps(place)), None)


def said(pair: Pair) -> str:
    """What the program says of a pair."""
    one, other = measured(*pair.one), measured(*pair.other)
    how = relation(one, other) if one and other else None
    return how.value if how else NONE

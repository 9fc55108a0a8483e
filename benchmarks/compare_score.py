"""How well figures are held against each other: precision and recall of each relation.

    python benchmarks/compare_score.py [FILE...] [--misses] [--crowd]

Each line of a file is a pair of sentences with one figure marked in each, and the relation between
the two. Printed are, for each relation, how many were found, how many of these are right
(precision), and how many of all there are were found (recall). `--crowd` then puts the sentences of
all pairs into one library, where every disagreement between two pairs is a false alarm.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from digest.briefing.comparison import Relation, compare, relation
from digest.briefing.measures import Measure, measures
from digest.figures import find_figures
from digest.model import Article, Metadata, Paragraph, Role, Span
from digest.text.script import detect

FILES = tuple(sorted(Path(__file__).parents[1].glob("tests/data/briefing/pairs_*.tsv")))
"""What is scored when no file is named."""

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


def article(identity: str, published: str, marked: str) -> tuple[Article, Span]:
    """An article of one paragraph, and where its marked figure stands."""
    head, figure, tail = re.split("[<>]", marked, maxsplit=2)
    text = head + figure + tail
    paragraph = Paragraph(0, Role.BODY, Span(0, len(text)))
    known = Metadata(published=published)
    made = Article(identity, known, detect(text), text, (paragraph,))
    return made, Span(len(head), len(head) + len(figure))


def measured(
    identity: str, published: str, marked: str
) -> tuple[tuple[Measure, ...], Measure | None]:
    """All measures of a text, and the one of the marked figure."""
    made, place = article(identity, published, marked)
    figures = find_figures(made.text, made.paragraphs, published)
    found = measures(made, figures)
    return found, next((one for one in found if one.span.overlaps(place)), None)


def found_relation(one: Measure | None, other: Measure | None) -> str:
    """What the program says of a pair."""
    how = relation(one, other) if one and other else None
    return how.value if how else NONE


def score(path: Path, *, misses: bool) -> None:
    """Print the score of one file."""
    said: Counter[tuple[str, str]] = Counter()
    for pair in pairs(path):
        one = measured("a", *pair.one)[1]
        other = measured("b", *pair.other)[1]
        how = found_relation(one, other)
        said[pair.relation, how] += 1
        if misses and how != pair.relation:
            print(f"{pair.relation} but {how}: {pair.one[1]} | {pair.other[1]}")
            for measure in (one, other):
                print("   ", _told(measure))
    print(f"{path.name}: {sum(said.values())} pairs")
    for kind in (*(how.value for how in Relation), NONE):
        right = said[kind, kind]
        claimed = sum(count for (_, how), count in said.items() if how == kind)
        there = sum(count for (truth, _), count in said.items() if truth == kind)
        print(
            f"  {kind:9} precision {right}/{claimed} {_part(right, claimed)}"
            f"  recall {right}/{there} {_part(right, there)}"
        )


def crowd(paths: tuple[Path, ...]) -> None:
    """Print the disagreements between sentences of different pairs, all of them false."""
    everything: list[Measure] = []
    texts: dict[str, str] = {}
    for path in paths:
        for number, pair in enumerate(pairs(path)):
            for side, (published, text) in (("a", pair.one), ("b", pair.other)):
                identity = f"{path.stem}:{number}:{side}"
                texts[identity] = text
                everything += measured(identity, published, text)[0]
    found = [one for one in compare(everything) if Relation.CONFLICT in one.relations]
    print(f"crowd: {len(everything)} measures, {len(found)} comparisons with a disagreement")
    for one in found:
        if len({member.article.rsplit(":", 1)[0] for member in one.members}) > 1:
            print("  across pairs:")
            for member in one.members:
                print("   ", member.period, member.range.value, texts[member.article])


def _told(measure: Measure | None) -> str:
    if measure is None:
        return "no measure"
    return (
        f"{measure.owner}|{measure.part}|{measure.metric}|{sorted(measure.qualifiers)}|{measure.unit}"
        f"|{measure.range.low}..{measure.range.high}|{measure.period}|{measure.is_said}"
        f"|{sorted(measure.places)}"
    )


def _part(some: int, of: int) -> str:
    return f"{some / of:.3f}" if of else "-"


def main() -> None:
    """Score the files that are named, or all of the tests."""
    options = {word for word in sys.argv[1:] if word.startswith("--")}
    paths = tuple(Path(word) for word in sys.argv[1:] if not word.startswith("--")) or FILES
    for path in paths:
        score(path, misses="--misses" in options)
    if "--crowd" in options:
        crowd(paths)


if __name__ == "__main__":
    main()

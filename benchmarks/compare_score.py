"""How well figures are held against each other: precision and recall of each relation.

    python benchmarks/compare_score.py [FILE...] [--misses] [--crowd]

Each line of a file is a pair of sentences with one figure marked in each, and the relation between
the two. Printed are, for each relation, how many were found, how many of these are right
(precision), and how many of all there are were found (recall). `--misses` shows what falls short.
`--crowd` then puts the sentences of all pairs into one library and shows every disagreement in it:
what stands together there must be of one thing.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from support.comparing import (  # noqa: E402 — found through the path above
    FILES,
    NONE,
    all_measures,
    measured,
    pairs,
    said,
)

from digest.briefing.comparison import Relation, compare  # noqa: E402 — as above

if TYPE_CHECKING:
    from digest.briefing.measures import Measure


def score(path: Path, *, misses: bool) -> None:
    """Print the score of one file."""
    counted: Counter[tuple[str, str]] = Counter()
    for pair in pairs(path):
        how = said(pair)
        counted[pair.relation, how] += 1
        if misses and how != pair.relation:
            print(f"{pair.relation} but {how}: {pair.one[1]} | {pair.other[1]}")
            for side in (pair.one, pair.other):
                print("   ", _told(measured(*side)))
    print(f"{path.name}: {sum(counted.values())} pairs")
    for kind in (*(how.value for how in Relation), NONE):
        right = counted[kind, kind]
        claimed = sum(count for (_, how), count in counted.items() if how == kind)
        there = sum(count for (truth, _), count in counted.items() if truth == kind)
        print(
            f"  {kind:9} precision {right}/{claimed} {_part(right, claimed)}"
            f"  recall {right}/{there} {_part(right, there)}"
        )


def crowd(paths: tuple[Path, ...]) -> None:
    """Print every disagreement between the sentences of all pairs."""
    everything: list[Measure] = []
    texts: dict[str, str] = {}
    for path in paths:
        for number, pair in enumerate(pairs(path)):
            for side, (published, marked) in enumerate((pair.one, pair.other)):
                text = marked.replace("<", "").replace(">", "")
                found = all_measures(published, text, f"{path.stem} {number} {side}")
                everything += found
                texts.update({one.article: text for one in found})
    told = [one for one in compare(everything) if Relation.CONFLICT in one.relations]
    print(f"crowd: {len(everything)} measures, {len(told)} things in dispute")
    for one in told:
        print(f"  {one.name} {one.metric}")
        for member in one.disputed:
            print("   ", member.period, member.range.value, texts[member.article])


def _told(measure: Measure | None) -> str:
    if measure is None:
        return "no measure"
    return (
        f"{measure.owner}|{measure.part}|{measure.metric}|{sorted(measure.qualifiers)}"
        f"|{measure.unit}|{measure.range.low}..{measure.range.high}|{measure.period}"
        f"|{measure.is_said}|{sorted(measure.places)}"
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

"""Score the finder: hand-made queries, machine-made ones, and both beside foreign titles.

Run from the repository's root: `python benchmarks/find_score.py [--titles 20000] [--made 400]`.
Prints what falls short, the mean reciprocal rank by class, and the time of a search.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.finding import (  # noqa: E402  the repository's own test helpers
    Asked,
    answers,
    foreign_titles,
    gold_queries,
    made_queries,
    seeds,
)

from digest.find import Index  # noqa: E402  as above
from digest.topics import find_topics  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.model import Topic


def score(index: Index, topics: Sequence[Topic], asked: Iterable[Asked], *, show: bool) -> None:
    """Ask and print the mean reciprocal rank, hits at 1 and 5, and the milliseconds taken."""
    ranks: dict[str, list[int]] = defaultdict(list)
    times = []
    for query in asked:
        start = time.perf_counter()
        hits = index.search(query.text)
        times.append((time.perf_counter() - start) * 1000)
        rank = next((at for at, hit in enumerate(hits, 1) if answers(hit, query, topics)), 0)
        ranks[query.kind].append(rank)
        if show and rank != 1:
            best = ", ".join(f"{hit.kind} {hit.text[:24]} {hit.score:.2f}" for hit in hits[:3])
            print(f"  {query.kind:12} {query.text} -> {query.expected}: {rank or '-'} ({best})")
    every = [rank for found in ranks.values() for rank in found]
    mean = _mean_reciprocal(every)
    first, five = (sum(0 < rank <= at for rank in every) / len(every) for at in (1, 5))
    times.sort()
    middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"MRR {mean:.4f}  hit@1 {first:.3f}  hit@5 {five:.3f}  {middle:.1f}/{late:.1f} ms")
    print("  " + "  ".join(f"{kind} {_mean_reciprocal(r):.3f}" for kind, r in ranks.items()))


def _mean_reciprocal(ranks: Sequence[int]) -> float:
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


def main() -> None:
    """Score with and without foreign titles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--titles", type=int, default=20_000, help="foreign titles")
    parser.add_argument("--made", type=int, default=400, help="machine-made queries")
    parser.add_argument("--show", action="store_true", help="print every query not first")
    options = parser.parse_args()
    articles = seeds()
    topics = find_topics(articles)
    gold, made = gold_queries(), made_queries(topics, options.made, random.Random(7))  # noqa: S311  not for secrets
    for titles in (0, options.titles):
        started = time.perf_counter()
        index = Index.build(topics, [*articles, *foreign_titles(articles, titles)])
        built = time.perf_counter() - started
        entries = sum(map(len, index.segments))
        print(f"{titles} foreign titles, {entries} entries, built in {built:.1f} s")
        print("hand-made queries")
        score(index, topics, gold, show=True)
        print("machine-made queries")
        score(index, topics, made, show=options.show)


if __name__ == "__main__":
    main()

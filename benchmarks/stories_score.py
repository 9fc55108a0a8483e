"""Score the stories found among articles that were made by editing news written for it.

Run from the repository's root: `python benchmarks/stories_score.py [--half dev|blind|all]
[--articles N] [--seed N] [--show N] [--growth]`. Each piece of news becomes many articles:
sentences cut, moved, reworded, told with other figures or in the other script, with and without a
date. Pairs of articles are scored: precision is the share of the pairs put together that tell the
same news, recall the share of the pairs that do which were put together. `--growth` measures
instead how the time to group grows from 10,000 to 100,000 articles, of which one in four tells the
news of another.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.stories import edited, events, grown, halves  # noqa: E402  the repository's helpers

from digest.briefing.fingerprint import fingerprint  # noqa: E402  as above
from digest.briefing.stories import Told, group  # noqa: E402  as above

BLIND = "blind"


def pairs(count: int) -> int:
    """How many pairs there are among so many."""
    return count * (count - 1) // 2


def main() -> None:
    """Score one half or all, or measure growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", BLIND, "all"), default="all")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", type=int, default=0, help="print that many wrong groups")
    parser.add_argument("--growth", action="store_true")
    options = parser.parse_args()
    if options.growth:
        growth()
        return
    found = events()
    dev, blind = halves(found)
    chosen = {"dev": dev, BLIND: blind, "all": found}[options.half]
    made = list(edited(chosen, options.articles, options.seed))
    begun = time.perf_counter()
    told = [
        Told(m.article.id, fingerprint(m.article, m.figures), m.article.metadata.published)
        for m in made
    ]
    printed = time.perf_counter()
    stories = group(told)
    grouped = time.perf_counter()
    truth = {m.article.id: m.event for m in made}
    sizes = Counter(truth.values())
    right = wrong = 0
    shown = []
    for story in stories:
        kinds = Counter(truth[member] for member in story)
        together = sum(map(pairs, kinds.values()))
        right += together
        wrong += pairs(len(story)) - together
        if len(kinds) > 1:
            shown.append(" + ".join(f"{n} {chosen[e].title}" for e, n in kinds.most_common()))
    wanted = sum(map(pairs, sizes.values()))
    print(f"{options.half}: {len(chosen)} events, {len(truth)} articles, {len(stories)} stories")
    print(f"precision {right / max(1, right + wrong):.4f}  recall {right / wanted:.4f}")
    per = 1000 / max(1, len(made))
    print(f"fingerprint {(printed - begun) * per:.2f} ms an article", end=", ")
    print(f"grouping {(grouped - printed) * per:.2f} ms")
    for line in shown[: options.show]:
        print(" ", line)


def growth() -> None:
    """Group 10,000 and 100,000 articles and print the ratio of the times."""
    took = []
    for count in (10_000, 100_000):
        articles = list(grown(count))
        begun = time.perf_counter()
        stories = group(articles)
        took.append(time.perf_counter() - begun)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count} articles: {took[-1]:.1f} s, {len(stories)} stories, peak {peak:.0f} MB")
    print(f"ratio {took[1] / took[0]:.1f}")


if __name__ == "__main__":
    main()

"""Score the topics of the seeds against those that readers named.

Run from the repository's root: `python benchmarks/topics_score.py [--show N]`. Prints what was not
found or stands below the first hundred, groups that fell apart, and the time of each stage.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.finding import gold_topics, places_of, seeds  # noqa: E402  the repository's own helpers

from digest.topics import candidates, find_topics, rank, unknown_words  # noqa: E402  as above

FIRST = 100
"""Topics among which those that readers named should stand."""


def main() -> None:
    """Score, and show the first topics if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="print that many topics")
    options = parser.parse_args()
    articles = seeds()
    find_topics(articles)
    clock = [time.perf_counter()]
    mined = unknown_words(articles)
    clock.append(time.perf_counter())
    found = {article.id: candidates(article, mined) for article in articles}
    clock.append(time.perf_counter())
    rank(found.items())
    clock.append(time.perf_counter())
    topics = find_topics(articles)
    clock.append(time.perf_counter())
    inside = musts = 0
    for wanted in gold_topics():
        places = places_of(wanted, topics)
        best = min(places, default=-1)
        inside += 0 <= best < FIRST
        musts += wanted.must and best >= 0
        if not 0 <= best < FIRST or len(places) > 1:
            print(
                f"  {'must' if wanted.must else '    '} {wanted.names[0]} {sorted(places) or '-'}"
            )
    total = len(gold_topics())
    print(f"among the first {FIRST}: {inside}/{total} = {inside / total:.3f}")
    print(f"must-have topics found: {musts}/{sum(wanted.must for wanted in gold_topics())}")
    names = ("mining", "candidates", "ranking", "all and mentions")
    spans = zip(names, clock, clock[1:], strict=False)
    print(", ".join(f"{name} {(end - start) * 1000:.0f} ms" for name, start, end in spans))
    for number, topic in enumerate(topics[: options.show]):
        print(f"{number:4} {topic.name} {topic.kind} {topic.score:.1f} {' '.join(topic.aliases)}")


if __name__ == "__main__":
    main()

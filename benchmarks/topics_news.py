"""Score topics on short news of many fields: found, kind, aliases met, and what else stands high.

Run from the repository's root: `python benchmarks/topics_news.py [--later | --longer] [--show]`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.news import LATER, LONGER, NEWS, found_of, news  # noqa: E402  the repository's own helpers

from digest.text.fold import key  # noqa: E402  as above
from digest.topics import find_topics  # noqa: E402  as above


def main() -> None:
    """Print the scores, and with --show every topic that was not expected."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--later", action="store_true", help="what was written after the rules")
    parser.add_argument("--longer", action="store_true", help="longer news, written later still")
    parser.add_argument("--show", action="store_true", help="print the topics not expected")
    options = parser.parse_args()
    articles, expected = news(LONGER if options.longer else LATER if options.later else NEWS)
    topics = find_topics(articles)
    tally: Counter[str] = Counter()
    high = 0
    for wanted in expected:
        found = found_of(wanted, topics)
        tally["found"] += bool(found)
        tally["kind"] += any(topic.kind.value == wanted.kind for topic in found[:1])
        tally["one topic"] += len(found) == 1
        high += bool(found) and topics.index(found[0]) < len(expected)
        if not found:
            print(f"  {wanted.article} missing {wanted.kind} {wanted.names[0]}")
        elif found[0].kind.value != wanted.kind or len(found) > 1:
            names = ", ".join(f"{topic.name} ({topic.kind})" for topic in found)
            print(f"  {wanted.article} {wanted.kind} {'='.join(wanted.names)}: {names}")
    total = len(expected)
    for name, count in tally.items():
        print(f"{name}: {count}/{total} = {count / total:.3f}")
    print(f"among the first {total}: {high} = {high / total:.3f} of {len(topics)} topics")
    if options.show:
        wished = {name for wanted in expected for name in wanted.names}
        for place, topic in enumerate(topics):
            if wished.isdisjoint(map(key, (topic.name, *topic.aliases))):
                print(f"{place:4} {topic.name} {topic.kind} {' '.join(topic.aliases)}")


if __name__ == "__main__":
    main()

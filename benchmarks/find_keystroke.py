"""Hold a keystroke of the finder against one pass of rapidfuzz over the same strings.

Run from the repository's root: `python benchmarks/find_keystroke.py [--titles 100000]`. The
queries are those of the gold list, typed letter by letter; after every fifth of them the pass is
measured, so that both see the same machine. Prints both with their ratio, how long another thread
had to wait while a search was at work, and what the index costs to make, to keep and to renew.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.finding import gold_queries, seeds  # noqa: E402  the repository's own test helpers

from digest.find import MemoryPassages  # noqa: E402  as above
from digest.find.keys import keys  # noqa: E402  as above
from digest.find.renewal import Shelves, renewed, shelves_of  # noqa: E402  as above
from digest.find.segment import Heading  # noqa: E402  as above
from digest.find.stored import load, save  # noqa: E402  as above
from digest.topics import find_topics  # noqa: E402  as above
from digest.topics.segment import tokens  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.find import Index

TICK = 0.001
"""Seconds between the ticks of the other thread."""

EVERY = 5
"""Keystrokes between two passes of rapidfuzz."""


def titles(count: int) -> list[Heading]:
    """Titles of words of the seeds put together at random, the same for the same count."""
    chance = random.Random(count)  # noqa: S311  not for secrets
    words = sorted(
        {
            token.word
            for article in seeds()
            for token in tokens(article.text)
            if token.tag[0] in "nvajem" and len(token.word) > 1
        }
    )
    return [
        Heading(
            f"{number:016x}",
            "".join(chance.choices(words, k=chance.randint(4, 10))),
            f"日报{number % 40}",
            f"20{10 + number % 16}-{1 + number % 12:02}-{1 + number % 28:02}",
        )
        for number in range(count)
    ]


def memory() -> float:
    """Megabytes that this program holds now."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


class Ticker:
    """Another thread, which notes how long it was kept from running."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> list[float]:
        self._thread.start()
        return self.gaps

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._thread.join()

    def _run(self) -> None:
        last = time.perf_counter()
        while not self._ends.is_set():
            time.sleep(TICK)
            now = time.perf_counter()
            self.gaps.append((now - last) * 1000)
            last = now


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that some work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def middle_and_late(times: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


def keystrokes(index: Index) -> None:
    """Type the gold queries and print what a key and a pass take."""
    typed = [query.text[:end] for query in gold_queries() for end in range(1, len(query.text) + 1)]
    typed = random.Random(1).sample(typed, 300)  # noqa: S311  not for secrets
    strings = [plain for segment in index.segments for plain in segment.plain]
    for query in typed[:10]:
        index.search(query, 60)
    keys, passes, busy = [], [], []
    for number, query in enumerate(typed):
        start = time.thread_time()
        keys.append(timed(lambda query=query: index.search(query, 60)))  # type: ignore[misc]  # the query is bound at once
        busy.append((time.thread_time() - start) * 1000)
        if number % EVERY == 0:
            passes.append(
                timed(lambda query=query: process.cdist([query], strings, scorer=fuzz.ratio))  # type: ignore[misc]  # as above
            )
    (key, late_key), (one_pass, late_pass) = middle_and_late(keys), middle_and_late(passes)
    print(f"keystroke         {key:6.1f} ms, p95 {late_key:6.1f} ms")
    print("  of the processor{:6.1f} ms, p95 {:6.1f} ms".format(*middle_and_late(busy)))
    print(f"cdist ratio pass  {one_pass:6.1f} ms, p95 {late_pass:6.1f} ms")
    print(f"ratio             {key / one_pass:6.2f}   , p95 {late_key / late_pass:6.2f}")
    with Ticker() as gaps:
        for query in typed[::3]:
            index.search(query, 60)
    print(
        f"another thread waited {middle_and_late(gaps)[1]:.1f} ms at p95, {max(gaps):.1f} at most"
    )


def main() -> None:
    """Make an index, type, keep it, renew it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--titles", type=int, default=100_000)
    options = parser.parse_args()
    topics, headings = find_topics(seeds()), titles(options.titles)
    nothing = MemoryPassages(())
    before, start = memory(), time.perf_counter()
    keys("字")
    print(f"pinyin loaded in {time.perf_counter() - start:.1f} s")
    start = time.perf_counter()
    with Ticker() as gaps:
        index = renewed(Shelves(None, ()), topics, headings, nothing)
    took = time.perf_counter() - start
    print(f"{options.titles:,} titles, {len(index.segments[0])} forms of topics")
    print(f"made in {took:.1f} s; another thread waited {max(gaps):.1f} ms at most")
    print(f"memory {memory() - before:.0f} MB more")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "index"
        print(f"written in {timed(lambda: save(shelves_of(index), file)):.0f} ms", end=", ")
        print(f"{file.stat().st_size / 1e6:.0f} MB", end=", ")
        print(f"read in {timed(lambda: load(file)):.0f} ms")
        kept = load(file)
    headings = [*headings[500:], *titles(options.titles + 1)[-500:]]
    with Ticker() as gaps:
        took = timed(lambda: renewed(kept, topics, headings, nothing))
    print(f"500 titles more and 500 less: {took:.0f} ms; waited {max(gaps):.1f} ms at most")
    headings.clear()
    keystrokes(index)


if __name__ == "__main__":
    main()

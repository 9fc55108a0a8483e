"""Measure topics over a large library: mining, looking through all articles, and what they cost.

Run from the repository's root: `python benchmarks/topics_scale.py [ARTICLES]`. Articles are those
of benchmarks/corpus.py, taken in without figures. Prints the time of a first mining, the articles a
second that are looked through, the time of a second mining with candidates kept, the time that one
more article takes, the peak of the memory, and how long a thread beside it had to wait.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from corpus import write  # noqa: E402  beside this

from digest.library import Analysis, Entry, Library, Original  # noqa: E402  as above
from digest.model import Article  # noqa: E402  as above
from digest.services import mining, sampled  # noqa: E402  as above
from digest.services.analysis import dated  # noqa: E402  as above
from digest.services.own import Said  # noqa: E402  as above
from digest.services.spread import Hands  # noqa: E402  as above
from digest.sources import read_path, walk  # noqa: E402  as above
from digest.text.clean import clean  # noqa: E402  as above
from digest.text.script import detect  # noqa: E402  as above
from digest.topics import Own  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TICK = 0.001
"""Seconds a thread sleeps that stands for the app's loop."""


def main() -> None:
    """Print what topics cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=3000)
    wanted = parser.parse_args().articles
    said = Said(Own.EMPTY, "")
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "l.db") as library:
        texts = _fill(library, Path(folder) / "news", wanted)
        print(f"{wanted} articles of {texts // wanted} characters")
        before = _peak()
        with _ticking() as gaps, _timed("first mining, all looked through"):
            mining.mine(library, said)
        gaps.sort()
        print(f"a thread beside it waited {gaps[-1]:.0f} ms at most, {gaps[-10]:.0f} the 10th most")
        print(f"memory: {before} MB before, {_peak()} MB at most; {len(library.subjects())} topics")
        library.remember({mining.ROUND: str(int(library.session()[mining.ROUND]) + 1)})
        with _timed("looking all through") as spent:
            mining.find_mentions(library)
        print(f"  {wanted / spent():.0f} articles a second of work")
        with _timed("mining again with candidates kept, without looking through"):
            sampled.ranked(library, Hands(0))
        library.add([_entry(Path(folder), "蓝鲸科技董事长周若水表示,将推出大模型。")])
        with _timed("one more article"):
            mining.mine_if_due(library, changed=True)


def _fill(library: Library, folder: Path, wanted: int) -> int:
    """Put articles into a library; how many characters they have."""
    for _ in write(folder, wanted):
        pass
    total = 0
    waiting: list[Entry] = []
    for path in walk(folder):
        document = read_path(path)
        cleaned = clean(document.text, name=document.name, given=document.given)
        text = cleaned.text.text
        metadata = dated(cleaned.metadata, text, cleaned.paragraphs)
        article = Article("", metadata, detect(text), text, cleaned.paragraphs)
        original = Original(document.data, document.name, document.name, document.encoding)
        waiting.append(Entry(original, Analysis(1, article)))
        total += len(text)
        if len(waiting) == sampled.SLICE:
            library.add(waiting)
            waiting.clear()
    library.add(waiting)
    return total


def _entry(folder: Path, text: str) -> Entry:
    path = folder / "one.txt"
    path.write_text(text, "utf-8")
    document = read_path(path)
    cleaned = clean(document.text)
    article = Article("", cleaned.metadata, detect(text), text, cleaned.paragraphs)
    return Entry(Original(document.data, "one.txt", "one.txt", "utf-8"), Analysis(1, article))


def _peak() -> int:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def _timed(name: str) -> Iterator[Callable[[], float]]:
    start, busy = time.perf_counter(), time.process_time()
    taken: list[float] = []
    yield lambda: taken[0]
    taken.append(time.process_time() - busy)
    print(f"{name}: {taken[0]:.2f} s of work in {time.perf_counter() - start:.2f} s")


@contextmanager
def _ticking() -> Iterator[list[float]]:
    """A thread that wants to go on every millisecond; how late it was each time, in ms."""
    gaps: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            start = time.perf_counter()
            time.sleep(TICK)
            gaps.append((time.perf_counter() - start - TICK) * 1000)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        yield gaps
    finally:
        done.set()
        thread.join()


if __name__ == "__main__":
    main()

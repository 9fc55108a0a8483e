"""What an ingest costs: stage by stage on some articles, and whole, with processes beside it.

The first table is of articles made one after another in this process, in processor time, the best
of several passes for each stage, since other programs on the machine only ever add to it. Beside it
stands what a fixed loop takes, by which the figures of two machines can be compared. The second is
of the whole, which is what `digest add` does, by the clock of the one process that reads, hands
out, waits, writes and finds topics; then articles a second, until all can be read, searched and
found by their topics, and until what views over the whole library need is derived too; and
processor time here and in the others.

    python benchmarks/ingest.py [--articles 2000] [--folder NEWS] [--keep HOME] [--hands N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import write
from memory import peak
from stages import Clock, reference

import digest.topics
from digest.library import Analysis, Derived, Library, article_id
from digest.library.packing import Ready, packed
from digest.model import Article
from digest.services import derivations, ingest, mining, sampled
from digest.services.analysis import ANALYSIS_VERSION, dated
from digest.services.bench import Bench
from digest.services.crew import hands_here
from digest.services.intake import BATCH, Intake
from digest.services.making import original_of
from digest.sources import fetch, understood, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

AIM = 150
"""Articles a second on two processors, until all can be read and found."""

DERIVED = "derived:"
"""How the stages begin that come after that: what views over the whole library need."""


class Stages:
    """Processor time by stage."""

    def __init__(self) -> None:
        """Nothing has been timed."""
        self.seconds: dict[str, float] = defaultdict(float)
        self._since = time.process_time()

    def past(self, stage: str) -> None:
        """Count the time since the last call to a stage."""
        now = time.process_time()
        self.seconds[stage] += now - self._since
        self._since = now


def made(files: Sequence[Path], stages: Stages) -> Iterator[Ready]:
    """Articles of files, ready to be kept, each stage timed."""
    from digest.figures import find_figures  # noqa: PLC0415 - as ingest does
    from digest.text.clean import clean  # noqa: PLC0415 - as above
    from digest.text.script import detect  # noqa: PLC0415 - as above

    for path in files:
        stages.past("")
        fetched = fetch(path)
        document = understood(fetched)
        stages.past("reading")
        cleaned = clean(document.text, name=document.name, given=document.given)
        text = cleaned.text.text
        stages.past("cleaning")
        known = dated(cleaned.metadata, text, cleaned.paragraphs)
        identity, script = article_id(document.data), detect(text)
        article = Article(identity, known, script, text, cleaned.paragraphs)
        stages.past("date, script")
        figures = find_figures(text, cleaned.paragraphs, known.published)
        stages.past("figures")
        derived = []
        for each in derivations.DERIVATIONS:
            derived.append(Derived(each.name, each.version, each.make(article, figures)))
            stages.past(f"{DERIVED} {each.name}")
        analysis = Analysis(ANALYSIS_VERSION, article, figures, cleaned.repaired, tuple(derived))
        rows = packed(analysis)
        stages.past("cutting, packing")
        yield Ready(original_of(fetched, document.encoding), rows)


def staged(files: Sequence[Path], home: Path, passes: int) -> dict[str, float]:
    """Milliseconds of processor time an article, by stage: the best of some passes."""
    list(made(files[:10], Stages()))  # loads what is loaded once
    found = [_pass(files, home / f"{number}.db") for number in range(passes)]
    return {stage: min(each[stage] for each in found) / len(files) * 1000 for stage in found[0]}


def _pass(files: Sequence[Path], path: Path) -> dict[str, float]:
    """Seconds by stage of one pass."""
    stages = Stages()
    ready = list(made(files, stages))
    with Library.open(path) as library:
        for at in range(0, len(ready), BATCH):
            stages.past("")
            library.add(ready[at : at + BATCH])
            stages.past("writing, index")
    del stages.seconds[""]
    return stages.seconds


class FoundError(Exception):
    """All can be found, and no more is wanted."""


def whole(
    folder: Path, home: Path, hands: int, clock: Clock, *, only_found: bool = False
) -> tuple[int, float, float]:
    """Articles taken in, and processor seconds here and in the other processes."""
    here = time.process_time()
    with ExitStack() as stack:
        library = stack.enter_context(Library.open(home / "whole.db"))
        for owner, name, stage in (
            (ingest, "take_in", "handing files out"),
            (Intake, "take", "reading files"),
            (Bench, "_taken", "making: waiting for the processes"),
            (Bench, "put", "making: in this process"),
            (library, "add", "writing, index"),
            (mining, "mine_if_due", "topics: keeping them"),
            (digest.topics, "unknown_words", "topics: unknown words"),
            (digest.topics, "rank", "topics: ranking"),
            (mining, "find_mentions", "topics: mentions"),
            (library, "set_mentions", "topics: writing mentions"),
            (derivations, "make_lacking", f"{DERIVED} waiting, writing"),
            (derivations, "_asked", f"{DERIVED} reading"),
        ):
            stack.enter_context(clock.calls(owner, name, stage))
        stack.enter_context(clock.steps(sampled, "_candidates", "topics: candidates"))
        with clock.stage("handing files out"), suppress(FoundError):
            ingest.add(library, [folder], _tell, _enough if only_found else None, hands=hands)
        count = library.counts().articles
    print(f"\r{count} added")
    return count, time.process_time() - here, _children()


def _tell(done: int, total: int) -> None:
    if done % 500 == 0:
        print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)


def _enough(stage: ingest.Stage, _done: int, _total: int) -> None:
    if stage is ingest.Stage.SUMMARIES:
        raise FoundError


def _children() -> float:
    """Processor seconds of the processes that have ended."""
    import resource  # noqa: PLC0415 - not on Windows

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000, help="of a new folder")
    parser.add_argument("--sample", type=int, default=200, help="of the first table; none if 0")
    parser.add_argument("--passes", type=int, default=5, help="of which the best counts")
    parser.add_argument("--hands", type=int, default=hands_here())
    parser.add_argument("--folder", type=Path, help="of articles, instead of a new one")
    parser.add_argument("--keep", type=Path, help="a folder in which the library stays")
    parser.add_argument("--found", action="store_true", help="end when all can be found")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made_here:
        home = Path(made_here)
        folder = asked.folder or home / "news"
        if asked.folder is None:
            for _ in write(folder, asked.articles):
                pass
        print(f"reference loop: {reference():.1f} ms")
        if asked.sample:
            files = list(walk(folder))[: asked.sample]
            print(f"{len(files)} articles one by one, the best of {asked.passes} passes")
            _print(staged(files, home, asked.passes), "ms an article")
        _print_whole(folder, asked.keep or home, asked.hands, only_found=asked.found)


def _print(spent: Mapping[str, float], unit: str) -> None:
    """A table of stages, the longest first."""
    total = sum(spent.values())
    for stage, value in sorted(spent.items(), key=lambda each: -each[1]):
        print(f"{stage:36} {value:9.2f} {unit} {value / total:6.1%}")
    print(f"{'all':36} {total:9.2f} {unit}")


def _print_whole(folder: Path, home: Path, hands: int, *, only_found: bool) -> None:
    """What a whole ingest takes, or what it takes until all can be found."""
    clock = Clock()
    begun = time.monotonic()
    count, here, others = whole(folder, home, hands, clock, only_found=only_found)
    seconds = time.monotonic() - begun
    _print(clock.seconds, "s")
    spent = (here + others) / count * 1000
    after = sum(each for stage, each in clock.seconds.items() if stage.startswith(DERIVED))
    found, rate = count / (seconds - after), count / seconds
    print(
        f"{count} articles, {hands} processes: {found:.0f} a second until all can be found", end=""
    )
    print(f" (aim {AIM}), {rate:.0f} with what is derived")
    print(f"processor: {here:.0f} s here, {others:.0f} s in processes, {spent:.1f} ms an article")
    print(f"most memory of this process: {peak():.0f} MB; reference loop: {reference():.1f} ms")


if __name__ == "__main__":
    main()

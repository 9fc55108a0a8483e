"""What an ingest costs: stage by stage on some articles, and whole, with processes beside it.

The stages are timed in processor time, which other programs on the machine change little. The whole
is what `digest add` does, told in articles a second and in processor time of this process (which
reads, writes and indexes) and of the others (which do the rest).

    python benchmarks/ingest.py [--articles 2000] [--sample 300] [--hands N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import write
from memory import peak

from digest.library import Analysis, Entry, Library, article_id
from digest.library.arrivals import cut_of
from digest.model import Article
from digest.services import derivations, ingest, mining
from digest.services.analysis import ANALYSIS_VERSION, dated
from digest.services.crew import hands_here
from digest.services.making import original_of
from digest.sources import fetch, understood, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AIM = 150
"""Articles a second on two processors."""

BATCH = 16


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


def made(files: Sequence[Path], stages: Stages) -> Iterator[Entry]:
    """Entries of files, each stage timed."""
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
        for each in derivations.DERIVATIONS:
            each.make(article, figures)
            stages.past(f"derived: {each.name}")
        cut = cut_of(article)
        stages.past("cutting")
        analysis = Analysis(ANALYSIS_VERSION, article, figures, cleaned.repaired)
        yield Entry(original_of(fetched, document.encoding), analysis, cut)


def staged(files: Sequence[Path], home: Path) -> dict[str, float]:
    """Milliseconds of processor time an article, by stage."""
    list(made(files[:10], Stages()))  # loads what is loaded once
    stages = Stages()
    with Library.open(home / "staged.db") as library:
        entries = made(files, stages)
        while batch := list(islice(entries, BATCH)):
            stages.past("")
            library.add(batch)
            stages.past("writing, index")
        mining.mine_if_due(library, changed=True)
        stages.past("topics")
    del stages.seconds[""]
    return {stage: spent / len(files) * 1000 for stage, spent in stages.seconds.items()}


def whole(folder: Path, home: Path, hands: int) -> tuple[float, float, float]:
    """Seconds, and processor seconds here and in the other processes, of a whole ingest."""
    begun, here = time.monotonic(), time.process_time()
    with Library.open(home / "whole.db") as library:
        report = ingest.add(library, [folder], _tell, hands=hands)
        print(f"\r{len(report.added)} added, {len(report.refused)} refused")
    return time.monotonic() - begun, time.process_time() - here, _children()


def _tell(done: int, total: int) -> None:
    if done % 500 == 0:
        print(f"\r{done}/{total}", end="", file=sys.stderr, flush=True)


def _children() -> float:
    """Processor seconds of the processes that have ended."""
    import resource  # noqa: PLC0415 - not on Windows

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--hands", type=int, default=hands_here())
    parser.add_argument("--folder", type=Path, help="of articles, instead of new ones")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made_here:
        home = Path(made_here)
        folder = asked.folder or home / "news"
        if asked.folder is None:
            for _ in write(folder, asked.articles):
                pass
        files = list(walk(folder))
        spent = staged(files[: asked.sample], home)
        for stage, milliseconds in sorted(spent.items(), key=lambda each: -each[1]):
            print(f"{stage:22} {milliseconds:7.2f} ms an article")
        print(f"{'all':22} {sum(spent.values()):7.2f} ms an article")
        seconds, here, others = whole(folder, home, asked.hands)
        rate, cost = len(files) / seconds, (here + others) / len(files) * 1000
        print(f"{len(files)} files, {asked.hands} processes: {rate:.0f} a second (aim {AIM})")
        print(
            f"processor: {here:.0f} s here, {others:.0f} s in processes, {cost:.1f} ms an article"
        )
        print(f"most memory of this process: {peak():.0f} MB")


if __name__ == "__main__":
    main()

"""Kill an ingest at random moments, and hold what is left to what it should be.

Each round begins a library anew, lets `digest add` work on a folder for a random while and kills
it, several times over; after each the library must open and be sound. Then it is finished, and must
hold the same content as a library that nobody disturbed. Ends with 1 at the first difference.

    python benchmarks/kill_ingest.py [--rounds 50] [--articles 300] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import write

from digest.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KILLS_A_ROUND = 3
"""Later ones come to a library that holds something already."""


def content(path: Path) -> dict[str, object]:
    """All that a library holds, but for times and the order in which things came.

    Raises:
        AssertionError: the library is not sound.
    """
    with Library.open(path) as library:
        problems = library.check()
        assert not problems, problems  # noqa: S101 - this is what is measured
        listings = sorted(library.listings())
        ids = [each.id for each in listings]
        return {
            "list": [each._replace(added="") for each in listings],
            "texts": library.articles_of(ids),
            "figures": library.figures_of(ids),
            "originals": [library.original(each) for each in ids],
            "topics": sorted((topic.key, topic.kind) for topic in library.topics()),
            "mentions": [sorted(map(repr, library.mentions(each))) for each in ids],
            "derived": _derived(library),
            "found": [
                sorted(map(repr, library.search(word).matches)) for word in ("公司", "亿", "研究院")
            ],
        }


def _derived(library: Library) -> Mapping[str, object]:
    from digest.services.derivations import DERIVATIONS, kept  # noqa: PLC0415 - slow to load

    return {each.name: sorted(kept(library, each.name).items()) for each in DERIVATIONS}


def command(folder: Path, library: Path) -> list[str]:
    """What is killed."""
    return [sys.executable, "-m", "digest", "--library", str(library), "add", str(folder)]


def undisturbed(folder: Path, library: Path) -> float:
    """Take a folder in to the end; seconds that took."""
    begun = time.monotonic()
    subprocess.run(command(folder, library), check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


def killed_after(folder: Path, library: Path, seconds: float) -> bool:
    """Kill an ingest after a while; whether it was still at work."""
    with subprocess.Popen(command(folder, library), stdout=subprocess.DEVNULL) as program:
        try:
            program.wait(seconds)
        except subprocess.TimeoutExpired:
            os.kill(program.pid, signal.SIGKILL)
            return True
    return False


def rounds(folder: Path, count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Kill and compare; gives how many kills hit and how many articles were left by the last."""
    home = folder.parent
    took = undisturbed(folder, home / "whole.db")
    wanted = content(home / "whole.db")
    for number in range(count):
        library = home / f"{number}.db"
        hit = 0
        for _ in range(KILLS_A_ROUND):
            hit += killed_after(folder, library, chance.uniform(0.1, took))
            if library.exists():
                content(library)
        left = _count(library)
        undisturbed(folder, library)
        found = content(library)
        differing = [part for part, value in wanted.items() if found[part] != value]
        assert not differing, f"round {number} differs in {differing}"  # noqa: S101 - as above
        for part in home.glob(f"{number}.db*"):
            part.unlink()
        yield hit, left


def _count(library: Path) -> int:
    with Library.open(library) as opened:
        return opened.counts().articles


def main() -> None:
    """Run the rounds that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311 - to be repeated, not to be secret
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "news"
        for _ in write(folder, asked.articles, asked.seed, near=0.02):
            pass
        kills = 0
        for number, (hit, left) in enumerate(rounds(folder, asked.rounds, chance), 1):
            kills += hit
            print(f"round {number}: killed {hit} times, {left} articles left, finished the same")
        print(f"{kills} kills in {asked.rounds} rounds: nothing lost, nothing doubled, all sound")


if __name__ == "__main__":
    main()

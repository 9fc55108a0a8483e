"""What toggling the script costs, from the key to the drawn screen, by the length of the article.

Run from the repository: `python benchmarks/toggle.py`. Both articles are made of the seeds' own
paragraphs and shown in the app at 120x40 without a terminal, in one run and in turn; each toggle is
timed until every row of the screen has been drawn. Printed are the medians and their ratio, which
should be near 1: only what is seen is waited for. The aim is a median of 16 ms, a frame, for both.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from digest.library import Library
from digest.locations import seeds
from digest.services.ingest import add
from digest.ui.actions import Keymap
from digest.ui.app import DigestApp
from digest.ui.desk import Desk
from digest.ui.look import Look

SHORT, LONG = 3_000, 300_000
"""Code points of the two articles."""

ROUNDS = 60
"""Toggles of each: twenty times round the three views."""

SIZE = (120, 40)


def text_of(length: int) -> str:
    """Paragraphs of the seeds, again and again, up to a length."""
    lines = [line for path in seeds() for line in path.read_text("utf-8").splitlines() if line]
    parts: list[str] = []
    left = length
    while left > 0:
        for line in lines:
            parts.append(line[:left])
            left -= len(line)
            if left <= 0:
                break
    return "\n\n".join(parts)


async def measured(library: Library) -> dict[int, list[float]]:
    """Seconds of every toggle, by the length of the article."""
    app = DigestApp(Desk(library, Look(), "zh_CN.UTF-8"), Keymap())
    taken: dict[int, list[float]] = {}
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        for index, listing in enumerate(app.desk.listings):
            app.main.navigator.read(index)
            app.main.reader.scroll(20)
            times = taken.setdefault(SHORT if listing.characters < LONG // 2 else LONG, [])
            for _ in range(ROUNDS + 3):
                begun = time.perf_counter()
                app.main.do("toggle_script")
                app.screen._compositor.render_strips()  # noqa: SLF001 - the toolkit's own drawing
                times.append(time.perf_counter() - begun)
                await pilot.pause()
            del times[:3]
    return taken


def main() -> int:
    """Time both and print."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{length}.txt" for length in (SHORT, LONG)]
        for path, length in zip(files, (SHORT, LONG), strict=True):
            path.write_text(text_of(length), "utf-8")
        with Library.open(Path(folder) / "library.db") as library:
            add(library, files)
            taken = asyncio.run(measured(library))
    medians = {length: statistics.median(times) for length, times in taken.items()}
    for length, median in sorted(medians.items()):
        sys.stdout.write(f"{length:>8,} characters: median {median * 1000:.1f} ms\n")
    sys.stdout.write(f"ratio long to short {medians[LONG] / medians[SHORT]:.2f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

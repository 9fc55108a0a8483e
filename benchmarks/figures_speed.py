"""Speed of the figures engine: characters a second, start, memory, and cost by length.

Prints how many characters a second one core reads on the five seeds, how many times as long that is
as one plain pass that only asks of each sentence whether it could hold a figure, what the first
import costs in time and memory, and, for sentences made of one thing over and over, how much more
twice the length costs: about 2.0 where the cost grows with the length.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from support.figures import (  # noqa: E402 — found through the path above
    PUBLISHED,
    figures_of,
    paragraphs_of,
    seed,
)

from digest.figures import find_figures  # noqa: E402 — found through the path above

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 9
"""Passes over the seeds, of which the fastest counts: others share the machine."""
_SENTENCE = re.compile(r"[^。！？!?\n]+")
_HOPEFUL = re.compile(r"[0-9零〇一二三四五六七八九十百千万亿兆两几数半年月日天周第首]")
"""What a sentence holds that may hold a figure."""
_HOSTILE = {
    "100,000 digits": ("7", 100_000),
    "50,000 nested brackets": ("(", 50_000),
    "50,000 full-width brackets": ("（", 50_000),
    "Chinese digits": ("五", 50_000),
    "years": ("2023年", 50_000),
    "ordinals": ("第一", 50_000),
    "ranges": ("3-", 50_000),
    "Latin names": ("A-1", 50_000),
}
_START = """
import time
from functools import partial
from pathlib import Path
import digest.model
def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
def run(work):
    before, started = megabytes(), time.process_time()
    work()
    print((time.process_time() - started) * 1000, megabytes() - before)
def load():
    import digest.figures.engine
text = "2024年增长5%"
def read():
    from digest.figures import find_figures
    from digest.model import Paragraph, Role, Span
    find_figures(text, (Paragraph(0, Role.BODY, Span(0, len(text))),))
run(load)
run(read)
"""
"""What loading the engine costs a program that has the model already: Linux tells memory here."""


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The fastest of several runs, in seconds of processor time."""
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def main() -> None:
    """Print the measures."""
    texts = [(seed(name), published) for name, published in PUBLISHED.items()]
    lines = [paragraphs_of(text) for text, _ in texts]
    size = sum(len(text) for text, _ in texts)

    def read() -> None:
        for (text, published), paragraphs in zip(texts, lines, strict=True):
            find_figures(text, paragraphs, published)

    def glance() -> None:
        for text, _ in texts:
            sum(bool(_HOPEFUL.search(match[0])) for match in _SENTENCE.finditer(text))

    read()
    cost, plain = seconds(read), seconds(glance)
    print(f"{size / cost:,.0f} characters a second; {cost / plain:.0f} times the plain pass")
    out = subprocess.run(
        [sys.executable, "-c", _START],
        check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1],
    ).stdout.split()  # fmt: skip
    print(f"import {float(out[0]):.0f} ms, {float(out[1]):.1f} MB")
    print(f"first call {float(out[2]):.0f} ms more, {float(out[3]):.1f} MB more")
    for name, (piece, length) in _HOSTILE.items():
        whole = (piece * length)[:length]
        half = whole[: length // 2]
        longer, shorter = (seconds(partial(figures_of, text), 2) for text in (whole, half))
        print(f"{name}: {longer:.3f} s, {longer / shorter:.1f} times that of half the length")


if __name__ == "__main__":
    main()

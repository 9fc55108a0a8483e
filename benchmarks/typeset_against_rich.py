"""Typeset Chinese beside rich's own wrapping, in one run: time, and marks where none may be.

    python benchmarks/typeset_against_rich.py [FILE…]

Prints how long both take for the same paragraphs and the ratio of the two, what filling alone
takes, and which share of lines begins or ends with a forbidden mark. Without files the bundled
articles are read.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from digest.model import View
from digest.text.punctuation import punctuate
from digest.text.typeset import fill, flow, measure, typeset

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.containers import Lines

    from digest.text.typeset import Line, Tokens

CHARACTERS = 100_000
"""Code points that are set: twenty-five articles."""

WIDTHS = (40, 60, 80)
"""Cells of a line."""

TURNS = 5
"""Each figure is the best of so many turns taken one after the other by all that is compared."""

NEVER_FIRST = frozenset("，。、；：？！）」』》】〉”’…—,.;:?!)%‰℃")
NEVER_LAST = frozenset("（「『《【〈“‘([{")


def paragraphs(paths: list[Path]) -> list[str]:
    """Paragraphs of the files with Chinese marks, over and over up to `CHARACTERS`."""
    lines = [line.strip() for path in paths for line in path.read_text("utf-8").splitlines()]
    shown = [punctuate(line, quotes=View.HANS) for line in lines if line]
    found: list[str] = []
    total = 0
    while total < CHARACTERS:
        found.append(shown[len(found) % len(shown)])
        total += len(found[-1])
    return found


def own(texts: list[str], width: int) -> list[tuple[Line, ...]]:
    """All paragraphs, measured and filled."""
    return [typeset(text, width) for text in texts]


def richs(texts: list[str], width: int, console: Console) -> list[Lines]:
    """All paragraphs as rich wraps them."""
    return [Text(text).wrap(console, width) for text in texts]


def filling(measured: list[Tokens], width: int) -> list[tuple[Line, ...]]:
    """All paragraphs, filled alone."""
    return [fill(tokens, width) for tokens in measured]


def best(*works: Callable[[], object]) -> list[float]:
    """Milliseconds that each takes, at best."""
    taken = [float("inf")] * len(works)
    for _ in range(TURNS):
        for index, work in enumerate(works):
            begun = time.perf_counter()
            work()
            taken[index] = min(taken[index], (time.perf_counter() - begun) * 1000)
    return taken


def forbidden(set_paragraphs: list[list[str]]) -> tuple[float, float]:
    """Shares, in per cent, of breaks with a forbidden mark behind and before them."""
    breaks = [
        (before.rstrip(), after) for lines in set_paragraphs for before, after in pairwise(lines)
    ]
    first = sum(after[:1] in NEVER_FIRST for _, after in breaks if after)
    last = sum(before[-1:] in NEVER_LAST for before, _ in breaks if before)
    return 100 * first / len(breaks), 100 * last / len(breaks)


def main() -> None:
    """Print the comparison."""
    paths = [Path(name) for name in sys.argv[1:]]
    paths = paths or sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    texts = paragraphs(paths)
    console = Console(file=StringIO(), width=max(WIDTHS))
    measured = [measure(text) for text in texts]
    for width in WIDTHS:
        ours, theirs, filled = best(
            partial(own, texts, width),
            partial(richs, texts, width, console),
            partial(filling, measured, width),
        )
        print(f"width {width}: set {ours:.0f} ms, rich {theirs:.0f} ms, ratio {ours / theirs:.2f}")
        print(f"  fill alone {filled:.1f} ms")
        own_lines = [
            [line.drawn.of(text) for line in lines]
            for text, lines in zip(texts, own(texts, width), strict=True)
        ]
        rich_lines = [[line.plain for line in lines] for lines in richs(texts, width, console)]
        for name, found in (("set", own_lines), ("rich", rich_lines)):
            first, last = forbidden(found)
            print(f"  {name}: {first:.2f} % of lines begin forbidden, {last:.2f} % end so")
    article = "".join(texts)[:4000]
    tokens = measure(article)
    both, refill = best(lambda: typeset(article, 80), lambda: fill(tokens, 80))
    print(f"4,000 characters: measure and fill {both:.1f} ms, fill {refill:.2f} ms")
    endless = "".join(texts) * 3
    whole, early = best(lambda: typeset(endless, 80), lambda: next(flow(endless, 80)))
    print(f"{len(endless):,} characters: all {whole:.0f} ms, first line {early:.1f} ms")


if __name__ == "__main__":
    main()

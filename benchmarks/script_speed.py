"""Compare conversion with alignment and plain OpenCC, in one run: processor time, as ratios.

Run from the repository's root: `python benchmarks/script_speed.py [MEGABYTES]` (10 by default).
Each is run three times and the least is taken, as other programs only ever add to it. Mixed text is
compared with what OpenCC needs for the same repair, `tw2s` and then `s2tw`, and with `s2tw` alone,
which leaves most of it as it is.
"""

from __future__ import annotations

import sys
import time
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import opencc

from digest.model import View
from digest.text.script import convert, detect

if TYPE_CHECKING:
    from collections.abc import Callable

REFERENCES = Path(__file__).parents[1] / "tests" / "data" / "script" / "references"

RUNS = 3

CASES = (
    (("s2t",), ("002", "004"), View.HANT, False),
    (("s2tw",), ("002", "004"), View.HANT_TW, False),
    (("s2hk",), ("002", "004"), View.HANT_HK, False),
    (("tw2s",), ("003",), View.HANS, False),
    (("t2tw",), ("003",), View.HANT_TW, False),
    (("tw2s",), ("000", "001"), View.HANS, False),
    (("tw2s", "s2tw"), ("000", "001"), View.HANT_TW, False),
    (("s2tw",), ("000", "001"), View.HANT_TW, False),
    (("tw2s", "s2hk"), ("000", "001"), View.HANT_HK, False),
    (("s2twp",), ("002", "004"), View.HANT_TW, True),
    (("s2hkp",), ("002", "004"), View.HANT_HK, True),
    (("tw2sp",), ("003",), View.HANS, True),
)
"""OpenCC's configurations, articles to repeat, and what the program is asked for."""


def least(work: Callable[[], object]) -> float:
    """Seconds of processor time that the fastest run takes."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def plainly(text: str, names: tuple[str, ...]) -> str:
    """`text` by OpenCC's own configurations, one after the other."""
    for name in names:
        text = _stock(name).convert(text)
    return text


@cache
def _stock(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name, include_tofu_risk_dictionaries=False)


def main() -> None:
    """Print one line a case."""
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    for names, seeds, view, wording in CASES:
        sources = (REFERENCES / f"{seed}.src.txt" for seed in seeds)
        article = "\n".join(source.read_text(encoding="utf-8") for source in sources)
        text = article * max(1, int(size * 1_000_000 / len(article.encode())))
        written = detect(article)
        plainly(article, names)
        convert(article, view, written, wording=wording)
        theirs = least(partial(plainly, text, names))
        ours = least(partial(convert, text, view, written, wording=wording))
        case = f"{'+'.join(names)} ({written}{', wording' if wording else ''})"
        print(f"{case}: {ours / theirs:.2f} × plain OpenCC ({theirs:.2f} s)")


if __name__ == "__main__":
    main()

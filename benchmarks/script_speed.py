"""Compare conversion with alignment and plain OpenCC, in one run: processor time, as ratios.

Run from the repository's root: `python benchmarks/script_speed.py [MEGABYTES]` (10 by default).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import opencc

from digest.model import View
from digest.text.script import convert, detect

REFERENCES = Path(__file__).parents[1] / "tests" / "data" / "script" / "references"

CASES = (
    ("s2tw", ("002", "004"), View.HANT_TW, False),
    ("s2hk", ("002", "004"), View.HANT_HK, False),
    ("tw2s", ("003",), View.HANS, False),
    ("s2tw", ("000", "001"), View.HANT_TW, False),
    ("s2twp", ("002", "004"), View.HANT_TW, True),
    ("tw2sp", ("003",), View.HANS, True),
)
"""OpenCC's configuration, articles to repeat, and what the program is asked for."""


def main() -> None:
    """Print one line a case."""
    size = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    for name, seeds, view, wording in CASES:
        sources = (REFERENCES / f"{seed}.src.txt" for seed in seeds)
        article = "\n".join(source.read_text(encoding="utf-8") for source in sources)
        text = article * max(1, int(size * 1_000_000 / len(article.encode())))
        plain = opencc.OpenCC(name, include_tofu_risk_dictionaries=False)
        written = detect(article)
        plain.convert(article)
        convert(article, view, written, wording=wording)
        begun = time.process_time()
        plain.convert(text)
        middle = time.process_time()
        convert(text, view, written, wording=wording)
        ours, theirs = time.process_time() - middle, middle - begun
        print(f"{name} ({written}): {ours / theirs:.2f} × plain OpenCC ({theirs:.2f} s)")


if __name__ == "__main__":
    main()

"""Score summaries against what a reader would quote, beside the first sentences as they come.

Run from the repository's root: `python benchmarks/summary_score.py [--show] [--length N]`. A
sentence counts as quoted if a line of the summary holds it. Recall is over the sentences that a
summary must have, faults are those that it must not.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.briefing import Judged, article_of, figures_of, judged  # noqa: E402  the repository's

from digest.briefing.summary import USUAL, cut, summarise  # noqa: E402  as above
from digest.text.fold import key  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article


def main() -> None:
    """Score all made-up news."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print every summary")
    parser.add_argument("--length", type=int, default=USUAL, help="sentences of a summary")
    options = parser.parse_args()
    texts = judged()
    ours, lead, took, characters = [0, 0], [0, 0], 0.0, 0
    for text in texts:
        article = article_of(text.raw)
        figures = figures_of(article)
        start = time.process_time()
        picks = summarise(article, figures)
        took += time.process_time() - start
        characters += len(article.text)
        lines = [span.of(article.text) for span in cut(picks, options.length)]
        _count(ours, text, lines)
        _count(lead, text, _first(article, options.length))
        if options.show:
            _show(text, lines)
    total = sum(len(text.must) for text in texts)
    for name, (found, faults) in (("summary", ours), (f"first {options.length}", lead)):
        print(f"{name}: {found}/{total} = {found / total:.3f}, faults {faults}")
    print(f"{took * 1000:.1f} ms for {characters} characters")


def _count(score: list[int], text: Judged, lines: Sequence[str]) -> None:
    shown = [key(line) for line in lines]
    for index, wanted in enumerate((text.must, text.never)):
        score[index] += sum(any(key(one) in line for line in shown) for one in wanted)


def _first(article: Article, length: int) -> list[str]:
    from digest.text.sentences import sentences  # noqa: PLC0415  beside what it is compared with

    spans = [span for part in article.paragraphs for span in sentences(article.text, part.span)]
    return [span.of(article.text) for span in spans[:length]]


def _show(text: Judged, lines: Sequence[str]) -> None:
    shown = [key(line) for line in lines]
    print(f"\n{text.name}")
    marks = {**dict.fromkeys(text.must, "+"), **dict.fromkeys(text.never, "-")}
    for one in text.sentences:
        quoted = any(key(one) in line for line in shown)
        mark = marks.get(one, ".")
        fault = "!" if quoted == (mark == "-") and mark != "." else " "
        print(f" {fault}{'>' if quoted else ' '} {mark} {one}")


if __name__ == "__main__":
    main()

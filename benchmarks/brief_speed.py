"""Measure how long a brief takes over a library that has been taken in, and how much memory.

Run from the repository's root: `python benchmarks/brief_speed.py [--articles N] [--library FILE]`.
The library is made of the news of `stories_texts.txt`, each article with words of its own, dates
over a year, and all that ingest derives; making it takes longer than what is measured. With
`--library` it is kept there and used again.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.stories import events, made_article  # noqa: E402  the repository's own helpers

from digest.figures import find_figures  # noqa: E402  as above
from digest.library import (  # noqa: E402  as above
    Analysis,
    Derived,
    Entry,
    Library,
    Original,
    article_id,
)
from digest.services.analysis import ANALYSIS_VERSION  # noqa: E402  as above
from digest.services.briefs import make  # noqa: E402  as above
from digest.services.briefs_scope import Wish  # noqa: E402  as above
from digest.services.derivations import made  # noqa: E402  as above
from digest.services.mining import mine  # noqa: E402  as above
from digest.services.stories import STORY, version  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "第000000号，"
"""Stands before every sentence; its number makes the sentences of each article its own."""

BATCH = 500
"""Articles in one transaction."""


def main() -> None:
    """Make a library unless it is there, brief it, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--library", type=Path, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.library or Path(folder) / "library.db"
        if not path.exists():
            begun = time.perf_counter()
            with Library.open(path) as library:
                fill(library, options.articles)
            print(f"made in {time.perf_counter() - begun:.0f} s")
        measure(path)


def measure(path: Path) -> None:
    """Brief the library of a file three times, in several ways."""
    wishes = {
        "all": Wish(),
        "since": Wish(since="2024-12-20"),
        "half an hour": Wish(minutes=30),
    }
    with Library.open(path) as library:
        count = library.counts().articles
        for name, wish in wishes.items():
            took = []
            for _ in range(3):
                begun = time.perf_counter()
                found = make(library, wish)
                took.append(time.perf_counter() - begun)
            print(
                f"{count} articles, {name}: first {took[0]:.2f} s, best {min(took):.2f} s,"
                f" {len(found.stories)} stories, {found.characters} characters"
            )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak {peak:.0f} MB")


def fill(library: Library, count: int) -> None:
    """Put so many articles in, with what is derived from them and their stories."""
    batch: list[Entry] = []
    leaders: dict[tuple[int, str], str] = {}
    stories: dict[str, bytes] = {}
    for kind, day, entry in entries(count):
        identity = entry.analysis.article.id
        stories[identity] = leaders.setdefault((kind, day), identity).encode()
        batch.append(entry)
        if len(batch) == BATCH:
            library.add(batch)
            batch.clear()
    library.add(batch)
    library.set_derived(STORY, version(), stories)
    mine(library)


def entries(count: int) -> Iterator[tuple[int, str, Entry]]:
    """Articles with the number of their news and their date."""
    found = events()
    known: dict[int, Analysis] = {}
    for number in range(count):
        kind = number % len(found)
        event = found[kind]
        day = (event.day + timedelta(days=number // len(found) % 365)).isoformat()
        if kind not in known:
            text = "\n".join(f"{MARK}{sentence}" for sentence in event.sentences)
            article = made_article(f"{kind}", event.title, text, day)
            figures = find_figures(article.text, article.paragraphs, day)
            known[kind] = Analysis(
                ANALYSIS_VERSION, article, figures, derived=made(article, figures)
            )
        base = known[kind]
        # As long as the mark, so that all that is derived holds for this article too.
        text = base.article.text.replace(MARK, f"第{number:06d}号，")
        raw = text.encode()
        article = replace(made_article("", event.title, text, day), id=article_id(raw))
        derived = tuple(Derived(d.name, d.version, d.data) for d in base.derived)
        analysis = replace(base, article=article, derived=derived)
        yield kind, day, Entry(Original(raw, f"{number}.txt", f"{number}.txt", "utf-8"), analysis)


if __name__ == "__main__":
    main()

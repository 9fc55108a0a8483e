"""Hold the full-text index against a scan of the same file: the same answers, and how much faster.

Run from the repository's root: `python benchmarks/find_fulltext.py [--articles 20000]`. The texts
are those of benchmarks/corpus.py. Every substring that is asked is cut from some text at random:
its articles must be exactly those that a scan of the folded texts finds. Then queries are timed as
the finder asks them, and beside them `LIKE` on the same connection.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

from corpus import TYPICAL, Writer  # noqa: E402  a script beside this one
from support.library import connection_of, entry  # noqa: E402  the repository's own test helpers

from digest.library import Library, Narrow  # noqa: E402  as above
from digest.text.fold import key  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.library import Entry

BATCH = 500
"""Articles in one transaction."""

SCANS = 15
"""Queries for which `LIKE` is timed too: each is a pass over the whole file."""


def entries(count: int) -> Iterator[Entry]:
    """Articles of the corpus, without figures and topics."""
    writer = Writer(1)
    for number in range(count):
        chance = random.Random(number)  # noqa: S311  not for secrets
        lines: list[str] = []
        length = int(chance.lognormvariate(0, 0.7) * TYPICAL)
        while sum(map(len, lines)) < length:
            lines.append("".join(writer.line(chance) for _ in range(4)))
        day = f"20{15 + number % 11}-{1 + number % 12:02}-{1 + number % 28:02}"
        yield entry("\n".join(lines), title=writer.headline(chance), published=day)


def fill(library: Library, count: int) -> float:
    """Put articles into a library; the seconds that took."""
    taken, waiting = 0.0, []
    for each in entries(count):
        waiting.append(each)
        if len(waiting) == BATCH:
            start = time.perf_counter()
            library.add(waiting)
            taken += time.perf_counter() - start
            waiting = []
    library.add(waiting)
    return taken


def parts(library: Library, count: int) -> list[str]:
    """Pieces of folded texts and titles: one character, two, three, and up to twelve."""
    chance = random.Random(5)  # noqa: S311  not for secrets
    rows = connection_of(library).execute("SELECT title, text FROM folded LIMIT 3000").fetchall()
    texts = [text for row in rows for text in row if text]
    found: list[str] = []
    while len(found) < count:
        text = chance.choice(texts)
        size = chance.choice((1, 1, 2, 2, 2, 3, chance.randint(4, 12)))
        at = chance.randrange(max(1, len(text) - size))
        piece = text[at : at + size]
        if piece and "\n" not in piece and '"' not in piece:
            found.append(piece)
    return found


def compare(library: Library, asked: list[str]) -> int:
    """How many of the answers differ from those of a scan."""
    wanted: list[set[str]] = [set() for _ in asked]
    rows = connection_of(library).execute(
        "SELECT id, title, text FROM folded JOIN article ON article = row"
    )
    for identity, title, text in rows:
        for at, piece in enumerate(asked):
            if piece in text or piece in title:
                wanted[at].add(identity)
    roll = library.roll()
    return sum(
        {*roll.among(library.holders(f'"{piece}"').numbers).ids()} != expected
        for piece, expected in zip(asked, wanted, strict=True)
    )


def timings(library: Library, asked: list[str]) -> None:
    """Print what queries cost, in order of rank and of date, and what a scan does."""
    connection = connection_of(library)
    for name, narrow in (("rank", Narrow()), ("date", Narrow(newest=True))):
        times = []
        for piece in asked:
            start = time.perf_counter()
            library.search(f'"{piece}"', 30, narrow)
            times.append((time.perf_counter() - start) * 1000)
        times.sort()
        late = times[int(len(times) * 0.95)]
        print(f"by {name}: {times[len(times) // 2]:.1f} ms, p95 {late:.1f}, worst {times[-1]:.1f}")
    ratios = []
    for piece in asked[:SCANS]:
        start = time.perf_counter()
        library.search(f'"{piece}"', 30)
        middle = time.perf_counter()
        like = "SELECT count(*) FROM folded WHERE text LIKE ? OR title LIKE ?"
        connection.execute(like, (f"%{piece}%",) * 2).fetchone()
        ratios.append((time.perf_counter() - middle) / (middle - start))
    ratios.sort()
    print(f"LIKE takes {ratios[len(ratios) // 2]:.0f} times as long ({ratios[0]:.0f} at least)")


def slips(library: Library, asked: list[str]) -> None:
    """Print what looking for words with a slip costs, and how often they are found."""
    chance = random.Random(9)  # noqa: S311  not for secrets
    times, found, tried = [], 0, 0
    for piece in asked:
        if len(piece) < 7 or piece.isascii():
            continue
        at = chance.randrange(len(piece))
        wrong = piece[:at] + "龘" + piece[at + 1 :]
        start = time.perf_counter()
        answer = library.search(wrong, 30, Narrow(slips=True))
        times.append((time.perf_counter() - start) * 1000)
        texts = (key(library.article(match.id).text) for match in answer.matches)
        found += any(piece in text for text in texts)
        tried += 1
    times.sort()
    if times:
        middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
        print(f"slips: {found} of {tried} found, {middle:.1f} ms, p95 {late:.1f}")


def main() -> None:
    """Fill a library, compare, time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--parts", type=int, default=1000, help="substrings that are compared")
    parser.add_argument("--keep", type=Path, help="keep the library here, and use it again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = options.keep or Path(folder) / "library.db"
        with Library.open(file) as library:
            if not library.counts().articles:
                print(f"written in {fill(library, options.articles):.0f} s")
            print(f"{library.counts().articles:,} articles, {file.stat().st_size / 1e6:.0f} MB")
            asked = parts(library, options.parts)
            timings(library, asked[:200])
            slips(library, asked)
            print(f"{compare(library, asked)} of {len(asked)} substrings differ from a scan")


if __name__ == "__main__":
    main()

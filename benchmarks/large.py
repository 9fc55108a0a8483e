"""A library of many articles in little time, for measures that need its size and not its texts.

Titles, sources and dates are those of `corpus`; the texts are short and have no figures, so that a
hundred thousand are there in a minute or two. It is kept and used again when it is there.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from corpus import Writer

from digest.library import Analysis, Entry, Library, Original, article_id
from digest.model import Article, Metadata, Paragraph, Role, Script, Span
from digest.services import derivations, stories
from digest.services.analysis import ANALYSIS_VERSION
from digest.services.mining import MINED
from digest.services.opening import SEEDED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BATCH = 500


def library_of(articles: int, home: Path) -> Path:
    """The reader's own library in a home of the program, with so many articles."""
    path = home / "library.db"
    if path.exists():
        return path
    with Library.open(path) as library:
        batch: list[Entry] = []
        for entry in _entries(articles):
            batch.append(entry)
            if len(batch) == BATCH:
                library.add(batch, "2026-01-31T09:30:00Z")
                batch = []
        library.add(batch, "2026-01-31T09:30:00Z")
        library.remember({SEEDED: "2026-01-31T09:30:00Z", MINED: str(articles)})
        alone = {each.id: each.id.encode() for each in library.listings()}
        library.set_derived(stories.STORY, stories.version(), alone)
    return path


def _entries(articles: int) -> Iterator[Entry]:
    writer = Writer(1)
    for number in range(articles):
        chance = random.Random(f"large/{number}")  # noqa: S311 - to be repeated, not to be secret
        title, text = writer.headline(chance), writer.line(chance) + f"（{number}）"
        day = f"{chance.randint(2015, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        raw = text.encode()
        known = Metadata(title=title, source=writer.paper(chance), published=day)
        paragraphs = (Paragraph(0, Role.BODY, Span(0, len(text))),)
        article = Article(article_id(raw), known, Script.HANS, text, paragraphs)
        name = f"{number:07}.txt"
        original = Original(raw, name, f"/news/{number // 1000:04}/{name}", "utf-8")
        derived = derivations.made(article, ())
        yield Entry(original, Analysis(ANALYSIS_VERSION, article, derived=derived))

"""Short news of many fields with the topics a reader would name, and how those are scored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from support.finding import written

from digest.text.fold import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article, Topic

FOLDER = Path(__file__).parents[1] / "data" / "topics"

NEWS, LATER, LONGER = "news.txt", "later.txt", "longer.txt"
"""What the rules were made with, what was written after them, and longer news of later still."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A topic that a reader would name."""

    article: str
    kind: str
    names: tuple[str, ...]
    """Keys of its forms, the fullest or commonest first."""


@cache
def news(file: str = NEWS) -> tuple[tuple[Article, ...], tuple[Expected, ...]]:
    """The articles of a file, and what they should give."""
    articles: list[Article] = []
    expected: list[Expected] = []
    number = ""
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "@":
            number = rest.split(" ", 1)[0]
        elif mark == "=":
            kind, _, names = rest.partition(" ")
            expected.append(Expected(number, kind, tuple(map(key, names.split(";")))))
        elif mark != "#":
            articles.append(written(line, number))
    return tuple(articles), tuple(expected)


def found_of(wanted: Expected, topics: Sequence[Topic]) -> list[Topic]:
    """The topics that have any of the wanted forms, best first."""
    names = set(wanted.names)
    return [
        topic
        for topic in topics
        if not names.isdisjoint(map(key, (topic.key, topic.name, *topic.aliases)))
    ]

"""What the finder and the topics are scored on: the seeds, hand-made and machine-made queries."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from digest.model import Article, Hit, HitKind, Metadata, Script
from digest.services.analysis import analyse
from digest.sources import read_path
from digest.text.fold import key, simplified
from digest.text.pinyin import initials, readings, syllables
from digest.topics.segment import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.model import Topic

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "data" / "finding"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A topic that the seeds should give."""

    names: tuple[str, ...]
    """Keys of all its forms, the canonical one first."""
    kind: str
    must: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and what answers it."""

    text: str
    expected: str
    """Names of topics, parted by commas; or a seed's number, `#` and a passage."""
    kind: str


@cache
def seeds() -> tuple[Article, ...]:
    """The seeds as articles, named 000 to 004."""
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    return tuple(replace(analyse(read_path(path)).article, id=path.name[:3]) for path in paths)


def written(text: str, name: str = "a") -> Article:
    """An article of one text that nothing else is known about."""
    return Article(name, Metadata(), Script.HANS, text, ())


@cache
def gold_topics() -> tuple[Wanted, ...]:
    """The topics that readers of the seeds named."""
    return tuple(
        Wanted(
            (key(name), *(key(alias) for alias in aliases.split(";") if alias)), kind, must == "1"
        )
        for name, aliases, kind, _, must in _rows("topics.tsv")
    )


def places_of(wanted: Wanted, topics: Sequence[Topic]) -> set[int]:
    """Places, from 0, of the topics that have any of the wanted forms."""
    forms = _forms(tuple(topics))
    return {
        place for place, topic in enumerate(topics) if not forms[topic.key].isdisjoint(wanted.names)
    }


@cache
def gold_queries() -> tuple[Asked, ...]:
    """The hand-made queries."""
    return tuple(Asked(*row) for row in _rows("queries.tsv"))


def answers(hit: Hit, asked: Asked, topics: Sequence[Topic]) -> bool:
    """Whether a hit is what was asked for."""
    return any(_answers(hit, expected, topics) for expected in asked.expected.split(","))


def _answers(hit: Hit, expected: str, topics: Sequence[Topic]) -> bool:
    article, part, text = expected.partition("#")
    if part:
        return hit.kind is HitKind.PASSAGE and hit.article == article and key(text) in key(hit.text)
    if hit.kind is not HitKind.TOPIC:
        return False
    forms = _forms(tuple(topics))[hit.topic]
    wanted = next((topic.names for topic in gold_topics() if key(expected) in topic.names[:1]), ())
    return not forms.isdisjoint((key(expected), *wanted))


@cache
def _forms(topics: tuple[Topic, ...]) -> dict[str, frozenset[str]]:
    return {
        topic.key: frozenset(map(key, (topic.key, topic.name, *topic.aliases))) for topic in topics
    }


def foreign_titles(articles: Sequence[Article], count: int) -> list[Article]:
    """Articles without text, titled by words of `articles` put together at random."""
    chance = random.Random(count)  # noqa: S311  not for secrets
    words = sorted(
        {
            token.word
            for article in articles
            for token in tokens(article.text)
            if token.tag[0] in "nvajem" and len(token.word) > 1
        }
    )
    titles = {"".join(chance.choices(words, k=chance.randint(3, 7))) for _ in range(count)}
    return [
        Article(f"t{number}", Metadata(title=title), Script.HANS, "", ())
        for number, title in enumerate(sorted(titles))
    ]


def made_queries(topics: Sequence[Topic], count: int, chance: random.Random) -> list[Asked]:
    """Queries that are the names of topics, spoilt or spelt in one of ten ways."""
    names = [simplified(topic.name) for topic in topics if 3 <= len(key(topic.name)) <= 14]
    made: list[Asked] = []
    while len(made) < count:
        name = chance.choice(names)
        kind = chance.choice(list(_WAYS))
        text = _WAYS[kind](name, chance)
        if text and key(text) != key(name):
            made.append(Asked(text, name, kind))
    return made


def _han(name: str) -> list[int]:
    return [at for at, character in enumerate(name) if readings(character)]


def _homophone(name: str, chance: random.Random) -> str:
    places = _han(name)
    if not places:
        return ""
    at = chance.choice(places)
    same = [c for c in _common() if c != name[at] and readings(c)[:1] == readings(name[at])[:1]]
    return name[:at] + chance.choice(same) + name[at + 1 :] if same else ""


def _wrong(name: str, chance: random.Random) -> str:
    if len(name) < 4:
        return ""
    at = chance.randrange(len(name))
    return name[:at] + chance.choice(_common()) + name[at + 1 :]


def _dropped(name: str, chance: random.Random) -> str:
    at = chance.randrange(len(name))
    return name[:at] + name[at + 1 :] if len(name) > 3 else ""


def _subsequence(name: str, chance: random.Random) -> str:
    kept = sorted(chance.sample(range(len(name)), max(3, len(name) * 2 // 3)))
    return "".join(name[at] for at in kept) if len(name) > 4 else ""


def _pinyin(name: str, chance: random.Random) -> str:
    del chance
    return "".join(syllables(name)) if _han(name) else ""


def _partial(name: str, chance: random.Random) -> str:
    whole = _pinyin(name, chance)
    return whole[: max(5, len(whole) * 2 // 3)] if len(whole) > 7 else ""


def _initials(name: str, chance: random.Random) -> str:
    del chance
    return initials(name) if len(_han(name)) > 3 else ""


def _mixed(name: str, chance: random.Random) -> str:
    places = _han(name)
    if len(places) < 3:
        return ""
    at = chance.choice(places[1:])
    spelt = "".join(syllables(name[at:])) if chance.random() < 0.5 else initials(name[at:])
    return name[:at] + spelt


def _reordered(name: str, chance: random.Random) -> str:
    words = [token.word for token in tokens(name)]
    chance.shuffle(words)
    return "".join(words) if len(words) > 1 else ""


_WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "homophone": _homophone,
    "wrong": _wrong,
    "dropped": _dropped,
    "subsequence": _subsequence,
    "pinyin": _pinyin,
    "partial": _partial,
    "initials": _initials,
    "mixed": _mixed,
    "reordered": _reordered,
}


@cache
def _common() -> tuple[str, ...]:
    """Han characters of the seeds: common ones."""
    return tuple(
        sorted({c for article in seeds() for c in simplified(article.text) if readings(c)})
    )


def _rows(file: str) -> list[list[str]]:
    lines = (GOLD / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]

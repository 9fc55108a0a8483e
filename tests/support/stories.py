"""Articles that tell the same news in other ways, made by editing texts written for it."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.fingerprint import SAMPLE, Fingerprint
from digest.briefing.stories import Told
from digest.figures import find_figures
from digest.library import article_id
from digest.model import Article, Metadata, Paragraph, Role, Script, Span, View
from digest.text.script import convert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import Figure

TEXTS = Path(__file__).parents[2] / "benchmarks" / "stories_texts.txt"

SAME = dict(
    line.split("=")
    for line in TEXTS.with_name("stories_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
"""Words and others that say the same."""

OPENINGS = (
    "据悉，",
    "记者获悉，",
    "据介绍，",
    "有消息说，",
    "此外，",
    "值得注意的是，",
    "报道说，",
)
FILLERS = (
    "业内人士认为，这一进展值得关注。",
    "本报将继续关注事件的后续进展。",
    "更多详情请留意后续报道。",
    "记者多次联系有关方面，截至发稿未获回应。",
    "近年来，相关领域的发展受到社会各界的广泛关注。",
    "专家表示，未来仍面临不少挑战，需要各方共同努力。",
)
_NUMBER = re.compile(r"(?<![\d.第])\d[\d.]*(?=[万亿%元人个辆米])(?!\d*[年月日时])")
_DIGITS = "123456789"


class Event(NamedTuple):
    """One piece of news."""

    family: str
    day: date
    title: str
    sentences: tuple[str, ...]


def events(path: Path = TEXTS) -> list[Event]:
    """The news of a file."""
    found: list[Event] = []
    for block in path.read_text("utf-8").split("\n= ")[1:]:
        head, *sentences = block.strip().split("\n")
        family, day, title = head.split(" ", 2)
        found.append(Event(family, date.fromisoformat(day), title, tuple(sentences)))
    return found


def halves(found: list[Event]) -> tuple[list[Event], list[Event]]:
    """The events of odd families, for development, and of even ones, to be scored blind."""
    families = list(dict.fromkeys(event.family for event in found))
    odd = set(families[::2])
    return [e for e in found if e.family in odd], [e for e in found if e.family not in odd]


class Made(NamedTuple):
    """An article that tells a piece of news."""

    article: Article
    figures: tuple[Figure, ...]
    event: int


def edited(found: list[Event], count: int, seed: int = 7) -> Iterator[Made]:
    """So many articles, each an edit of one of the events, in turn."""
    chance = random.Random(seed)  # noqa: S311 - the same articles in every run are wanted
    for number in range(count):
        at = number % len(found)
        yield _article(found[at], at, number, chance)


def _article(event: Event, at: int, number: int, chance: random.Random) -> Made:
    sentences, title = list(event.sentences), event.title
    first = number >= 0 and chance.random() < 0.15
    if not first:
        if chance.random() < 0.6:
            least = max(3, round(len(sentences) * chance.uniform(0.5, 0.9)))
            kept = sorted(chance.sample(range(len(sentences)), least))
            sentences = [sentences[each] for each in kept]
        if chance.random() < 0.5:
            chance.shuffle(sentences)
        if chance.random() < 0.6:
            sentences = [reworded(s, chance) if chance.random() < 0.6 else s for s in sentences]
        if chance.random() < 0.35:
            sentences = [_other_figures(s, chance) for s in sentences]
        if chance.random() < 0.4:
            sentences.insert(chance.randrange(len(sentences) + 1), chance.choice(FILLERS))
        if chance.random() < 0.6:
            title = reworded(title, chance)
        if chance.random() < 0.2:
            title = sentences[0].split("，")[0][:24]
    per_line = chance.choice((1, 2, 3))
    lines = ["".join(sentences[i : i + per_line]) for i in range(0, len(sentences), per_line)]
    script = Script.HANS
    text = "\n".join(lines)
    if chance.random() < 0.35:
        script = Script.HANT
        text = convert(text, View.HANT_TW, Script.HANS).text
        title = convert(title, View.HANT_TW, Script.HANS).text
    day = event.day + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2)))
    published = day.isoformat() if chance.random() < 0.75 else ""
    article = made_article(f"{number}", title, text, published, script)
    return Made(article, find_figures(text, article.paragraphs, published), at)


def made_article(
    name: str, title: str, text: str, published: str = "", script: Script = Script.HANS
) -> Article:
    """An article whose paragraphs are the lines of a text."""
    paragraphs, start = [], 0
    for index, line in enumerate(text.split("\n")):
        paragraphs.append(Paragraph(index, Role.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    metadata = Metadata(title=title, published=published)
    identity = article_id(f"{name}{text}".encode())
    return Article(identity, metadata, script, text, tuple(paragraphs))


def reworded(sentence: str, chance: random.Random) -> str:
    """A sentence in other words: synonyms, clauses in another order, an opening."""
    words = sorted(SAME, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, words)))
    said = pattern.sub(lambda m: SAME[m[0]] if chance.random() < 0.75 else m[0], sentence)
    clauses = said.rstrip("。").split("，")
    if len(clauses) > 2 and chance.random() < 0.5:
        clauses[1:] = clauses[2:] + clauses[1:2]
    said = "，".join(clauses) + ("。" if sentence.endswith("。") else "")
    return chance.choice(OPENINGS) + said if len(said) > 20 and chance.random() < 0.3 else said


def _other_figures(sentence: str, chance: random.Random) -> str:
    """A sentence with some of its figures told otherwise; dates stay."""

    def other(found: re.Match[str]) -> str:
        if chance.random() < 0.5:
            return found[0]
        return "".join(chance.choice(_DIGITS) if c.isdigit() else c for c in found[0])

    return _NUMBER.sub(other, sentence)


def grown(count: int, seed: int = 11) -> Iterator[Told]:
    """So many articles as they are grouped: one in four tells the news of another one.

    Made of hashes, since texts take a hundred times as long to write: 600 runs of characters an
    article, of which a third are phrases that many articles share.
    """
    import numpy as np  # noqa: PLC0415 - for the benchmark alone

    draw = np.random.default_rng(seed)
    phrases = draw.integers(0, 2**32, 200_000, dtype=np.uint32)
    empty = np.zeros(0, dtype=np.uint32)
    runs = empty
    for number in range(count):
        if number % 4 or not number:
            shared = phrases[(draw.random(200) ** 3 * len(phrases)).astype(np.int64)]
            runs = np.concatenate([shared, draw.integers(0, 2**32, 400, dtype=np.uint32)])
        kept = np.unique(runs[draw.random(len(runs)) < 0.8])
        day = date(2024, 1, 1) + timedelta(days=number * 365 // count)
        mark = Fingerprint(len(kept), len(kept), kept[:SAMPLE], empty, empty, empty, b"", empty)
        yield Told(f"{number:012x}", mark, day.isoformat())

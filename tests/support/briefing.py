"""Made-up news with what a summary of it must and must not quote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digest.figures import find_figures
from digest.model import Article, Figure
from digest.text.clean import clean
from digest.text.script import detect

DATA = Path(__file__).parents[1] / "data" / "briefing"


@dataclass(frozen=True, slots=True)
class Judged:
    """A text and its sentences as a reader judged them."""

    name: str
    """Its title, or its first words."""
    raw: str
    sentences: tuple[str, ...]
    must: tuple[str, ...]
    never: tuple[str, ...]


def judged(file: str = "summaries.txt") -> list[Judged]:
    """The texts of a file in the form that its head explains."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    parts = "\n".join(line for line in lines if not line.startswith("# ")).split("## ")
    return [_judged(part) for part in parts if part.strip()]


def _judged(part: str) -> Judged:
    title, *lines = part.rstrip().split("\n")
    marked = [line.partition(" ") for line in lines if line]
    paragraphs = "\n".join(line.partition(" ")[2] if line else "\n" for line in lines)
    blocks = ["".join(block.split("\n")) for block in paragraphs.split("\n\n\n")]
    raw = "\n\n".join([*([] if title == "-" else [title]), *(block for block in blocks if block)])
    return Judged(
        title if title != "-" else marked[0][2][:20],
        raw,
        tuple(text for _, _, text in marked),
        tuple(text for mark, _, text in marked if mark == "+"),
        tuple(text for mark, _, text in marked if mark == "-"),
    )


def article_of(raw: str, name: str = "a") -> Article:
    """A raw text as an article."""
    cleaned = clean(raw, name=name)
    text = cleaned.text.text
    return Article(name, cleaned.metadata, detect(text), text, cleaned.paragraphs)


def figures_of(article: Article, published: str = "") -> tuple[Figure, ...]:
    """The figures of an article."""
    return find_figures(article.text, article.paragraphs, published)

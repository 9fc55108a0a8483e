"""Units: the pieces of an article that can stand in a summary, each verbatim and whole.

A unit is mostly a sentence. What is one statement stays one: the parts of a list joined by ；, a
quotation of several sentences with the words that say who spoke, an answer with its question.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from digest.model import Role, Span
from digest.text.fold import simplified
from digest.text.sentences import sentences_by_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import Article, Paragraph

_SPOKE = re.compile(
    r"^[^“「『,]{0,40}(?:[^“「『,]{0,40},){0,2}[^“「『,]{0,30}"
    r"(?:说|表示|称|道|指出|坦言|强调|认为|透露|告诉记者|回应|写道|介绍|补充)[。.]?$"
)
"""Words behind a quotation that say whose it was, and nothing else."""

_UNQUOTED = (Role.HEADING, Role.CREDIT)

_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"))
_CLOSED = ("”", "」", "』")
_MAY_BELONG = re.compile(r"[;“”「」『』]")
"""What a paragraph has of which two sentences may be one statement."""

_SPEAKER = re.compile(r"^[^:,。]{1,12}:")
"""The name or the letter before what was asked or answered."""


class Unit(NamedTuple):
    """A piece of an article that is quoted whole or not at all."""

    span: Span
    """In the clean text."""
    paragraph: int
    """Index of its paragraph."""
    number: int
    """Which unit of its paragraph it is, from 0."""
    plain: str
    """Its words in Simplified characters and half-width ASCII, without a speaker before them."""
    question: Span | None = None
    """What it answers."""
    speaks: bool = False
    """A speaker's name stands before it."""

    @property
    def within(self) -> Span:
        """Where `plain` stands: the span without a speaker."""
        return Span(self.span.end - len(self.plain), self.span.end) if self.speaks else self.span

    @property
    def spans(self) -> tuple[Span, ...]:
        """What is quoted: the question, if there is one, and the unit."""
        return (self.question, self.span) if self.question else (self.span,)


def units(article: Article) -> Iterator[Unit]:
    """The units of an article by place; headings, credits and bare questions hold none."""
    text, question = simplified(article.text), None
    spans = tuple(paragraph.span for paragraph in article.paragraphs)
    told = sentences_by_span(article.text, spans)
    for paragraph, parts in zip(article.paragraphs, told, strict=True):
        if paragraph.role in _UNQUOTED:
            question = None if paragraph.role is Role.HEADING else question
            continue
        if paragraph.role is Role.QUESTION:
            question = paragraph.span
            continue
        if paragraph.role is Role.BODY:
            question = None
        yield from _units(text, paragraph, parts, question)


def _units(
    plain: str, paragraph: Paragraph, parts: Sequence[Span], question: Span | None
) -> Iterator[Unit]:
    answers, at = paragraph.role is Role.ANSWER, paragraph.index
    for number, span in enumerate(_runs(plain, parts)):
        words = span.of(plain)
        if answers and (speaker := _SPEAKER.match(words)):
            yield Unit(span, at, number, words[speaker.end() :].strip(), question, speaks=True)
        else:
            yield Unit(span, at, number, words, question)


def _runs(plain: str, parts: Sequence[Span]) -> Iterator[Span]:
    """Runs of sentences that are one statement."""
    if len(parts) < 2 or not _MAY_BELONG.search(plain, parts[0].start, parts[-1].end):
        yield from parts
        return
    pending = parts[0]
    for sentence in parts[1:]:
        if _belongs(plain, pending, sentence):
            pending = Span(pending.start, sentence.end)
        else:
            yield pending
            pending = sentence
    yield pending


def _belongs(plain: str, before: Span, sentence: Span) -> bool:
    """Whether a sentence goes on with what stands before it as one statement."""
    said = before.of(plain)
    if said.endswith(";") or any(a in said and said.count(a) > said.count(b) for a, b in _PAIRS):
        return True
    return said.endswith(_CLOSED) and bool(_SPOKE.match(sentence.of(plain)))


@cache
def _openers() -> tuple[tuple[str, str], ...]:
    """Words and their kinds, longest words first."""
    source = resources.files("digest.briefing") / "openers.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    rows = (line.split(" ") for line in lines if line and not line.startswith("#"))
    return tuple(sorted(((word, kind) for kind, word in rows), key=lambda row: -len(row[0])))


@cache
def _opening() -> re.Pattern[str]:
    kinds: dict[str, list[str]] = {}
    for word, kind in _openers():
        kinds.setdefault(kind, []).append(word)
    groups = "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in kinds.items())
    return re.compile(r"[“「『(]?(?:" + groups + ")")


_NO_OPENER = re.compile(
    r"该怎|记者(?:从|近日从|昨日从|今日从|获悉|了解到)|此次|此番|这次|这一天|那曲|其他|他山|他乡|他国|也门|也是|而立|其乐|第[二三四][季届代次批轮艘条座名位"
    r"期场大家部台架颗个只型步阶]|我国|我省|我市|我县|我区|我军|我党|我校|文[化物学艺旅创莱件明教献体革]|更多(?:的?[一-鿿]{2,6}(?:企业|国家|家庭|人|城市))"
    r"|自然[资灾科环保人界]|结果[显表]|故[宫乡事障居]|首先|比如说?$|而今|只是|但丁|但是?$|它山|你好"
)
"""Words and names that begin like an opener and are none."""


def opener(plain: str) -> str:
    """The kind of words that a unit begins with; empty if it leans on nothing."""
    found = _opening().match(plain)
    if not found or _NO_OPENER.match(plain, int(plain[0] in "“「『(")):
        return ""
    return found.lastgroup or ""

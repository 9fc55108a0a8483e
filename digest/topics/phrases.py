"""Phrases: the strings of an article that could name a topic, and what speaks for each.

A phrase is a run of one to seven words inside one clause that ends like a noun, or what stands in
quotation marks. Cues are collected where the phrase stands, as only the text around it can tell a
company from a common noun; whether it becomes a topic is decided over all articles (see rank).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.text.fold import key
from digest.topics.cues import NOUNS, PRIZES, cues_of, is_place, is_proper
from digest.topics.doings import acting, launched, led
from digest.topics.kinds import is_version
from digest.topics.lexicon import heads, names, words
from digest.topics.runs import OFFICES, VERSION, runs
from digest.topics.segment import (
    BODY_ENDS,
    LATIN,
    MINED,
    NUMBER,
    Token,
    is_word,
    of_word,
    word_key,
)
from digest.topics.sides import sides

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MAX_WORDS = 7
"""Words of the longest name: 合肥市 大数据 资产 运营 有限公司 has five, laws have seven."""

TERM = 4
"""Characters of a noun of the dictionary that may be a topic, if more speaks for it."""

_HANDLE = re.compile(r"[a-z]+\d{2,}$")
_OWN = ("ns", "nt", "nr", LATIN, MINED)
"""Tags of words that a verb governs and does not begin a name with."""


@dataclass(slots=True)
class Phrase:
    """A string that occurs in an article and could be a topic."""

    key: str
    parts: tuple[str, ...]
    """Keys of its words."""
    surfaces: dict[str, int] = field(default_factory=dict)
    """As written, and how often so."""
    cues: set[str] = field(default_factory=set)
    """What speaks for it; the names are those of rank.WEIGHTS and `head:…`, `known:…`."""

    @property
    def count(self) -> int:
        """Occurrences in the article."""
        return sum(self.surfaces.values())


def phrases(text: str, tokens: Sequence[Token], people: Collection[str]) -> dict[str, Phrase]:
    """The phrases of a text by key; `tokens` are its words, `people` its persons."""
    found: dict[str, Phrase] = {}
    said = (("acts", acting(tokens)), ("led", led(tokens)), ("launched", launched(tokens)))
    before, behind = sides(tokens)
    for run in runs(text, tokens, people):
        for first in range(len(run)):
            for last in range(first, min(len(run), first + MAX_WORDS)):
                part = run[first : last + 1]
                if is_phrase(part, people):
                    phrase = add(found, text, part)
                    cues, end = phrase.cues, part[-1].end
                    cues.update(cues_of(part, people))
                    cues.update([cue for cue, ends in said if end in ends])
                    if first == 0 and _is_headed(phrase, part):
                        cues.update(("headed", "whole"))
                    if len(part) == len(run):
                        cues.add("whole")
                        if len(run) > 1 and (end in before or part[0].start in behind):
                            cues.add("plays")
    return found


def _is_headed(phrase: Phrase, part: Sequence[Token]) -> bool:
    """Whether the last word shows that a name ends here, whatever noun follows."""
    if phrase.cues & {"head:event", "head:org"} or {"instrument", "proper"} <= phrase.cues:
        return True
    if {"of body", "head:concept"} <= phrase.cues:
        return len(part[-1].word) > 1 and part[-1].word not in words("tail:concept")
    return "head:place" in phrase.cues and len(part) > 1 and len(part[-1].word) > 1


def is_phrase(part: Sequence[Token], people: Collection[str] = ()) -> bool:
    """Whether a run of words begins and ends as a name does."""
    if len(part) == 1:
        return part[0].word in people or _is_single(part[0])
    return _opens(part) and _closes(part[-1]) and _holds(part)


def _opens(part: Sequence[Token]) -> bool:
    first, last = part[0], part[-1]
    if len(first.word) == 1 and first.tag not in (LATIN, MINED, NUMBER):
        if first.word in words("prefix"):
            return len(part) > 2
        return first.tag == "n" and last.tag == LATIN and len(last.word) > 1
    if first.tag == "v" and (part[1].tag in _OWN or is_proper(part[1])) and not is_proper(first):
        return False
    return not (first.tag == "v" and len(part) == 2 and _is_single(last))


def _closes(last: Token) -> bool:
    if last.tag == NUMBER:
        return last.word.endswith("号") or bool(VERSION.match(last.word))
    if len(last.word) == 1:
        return last.tag == LATIN or last.word in words("suffix")
    return last.tag.startswith(NOUNS) or last.tag == "vn"


def _holds(part: Sequence[Token]) -> bool:
    """Whether no verb follows its subject, and a version, if there is one, stands at the end."""
    if all(token.tag == NUMBER for token in part):
        return False
    for at, (before, token) in enumerate(pairwise(part)):
        named = is_proper(before) or (at > 0 and before.word in heads())
        trade = at == len(part) - 3 and heads().get(part[-1].word) in ("event", "org")
        if token.tag == "v" and named and not trade:
            return False
    if any(token.word == "和" for token in part):
        return part[0].tag == "ns" and part[-1].word[-1] in OFFICES
    inside = any(_is_number(token) for token in (part[0], *part[1:-1]))
    return not inside or is_version(word_key(part[-1].word))


def add(found: dict[str, Phrase], text: str, part: Sequence[Token]) -> Phrase:
    """Count one more place where the words of `part` stand."""
    surface = text[part[0].start : part[-1].end]
    name = key(surface)
    phrase = found.get(name)
    if phrase is None:
        phrase = found[name] = Phrase(name, tuple(word_key(token.word) for token in part))
    phrase.surfaces[surface] = phrase.surfaces.get(surface, 0) + 1
    return phrase


@of_word
def _is_single(token: Token) -> bool:
    """Whether one word can be a topic by itself: no word of the general language is."""
    if word_key(token.word) in names():
        return True
    if len(token.word) < 2 or token.word in heads() or token.word in words("scope"):
        return False
    if is_version(word_key(token.word)) or _HANDLE.match(token.word):
        return False
    if token.tag in (LATIN, MINED, "nt", "nz") or is_place(token):
        return True
    if token.tag[0] in "nlj" and len(token.word) > 2 and token.word[-1] in BODY_ENDS:
        return True
    long = token.tag == "n" and len(token.word) >= TERM
    prize = token.word[-1] in PRIZES and len(token.word) > 2
    return token.tag.startswith(NOUNS) and (prize or long or not is_word(token.word))


def _is_number(token: Token) -> bool:
    """Whether a word is the number of a version: 3.0, V2.0."""
    return "." in token.word and bool(VERSION.match(token.word.lower().lstrip("v")))

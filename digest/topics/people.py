"""People: which words of a text are names of persons.

The segmenter guesses at persons freely (许可, 智慧, 高峰). A guess is believed when the lexicon
knows the name, or when it begins with a family name and stands where people stand: beside a role,
before a verb of saying, or in a byline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.text.fold import simplified
from digest.topics.lexicon import names, words
from digest.topics.naming import introduced, is_clear
from digest.topics.segment import LATIN, MARK, Token, is_word, word_key

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

REACH = 2
"""Adverbs looked across from a name to its verb: 刘庆峰 [还] 宣布, 他 [就] [曾] 指出."""

MAX_FOREIGN = 7
"""Characters of a foreign surname: 斯托尔滕贝格 has six."""

_BYLINE = re.compile(
    r"(?:作者|编辑|记者|撰文|责编|责任编辑|摄影|采写|^文)\s*[|/:丨]\s*([^\n]{2,40})", re.MULTILINE
)
_JOINTS = frozenset("、和与及/")
"""What stands between persons who are named together."""

_BEFORE = (MARK, "c", "d", "f", "p", "t", "uj", "ul", "uz", "v")
"""Tags of words behind which a name may begin: no noun, which may be a part of it."""

_BETWEEN = re.compile(r"[\s、,/|]+")
_ACCOUNT = ("公众号", "工作室", "记者", "编辑")
"""What follows a name in a byline and is not of it."""


def people(text: str, tokens: Sequence[Token]) -> dict[str, int]:
    """Names of persons in a text, Simplified, with the number of places that speak for each."""
    found: dict[str, int] = {}
    for name in _by_context(tokens):
        found[name] = found.get(name, 0) + 1
    plain = simplified(text)
    for name in (*introduced(plain), *_by_line(plain)):
        found[name] = found.get(name, 0) + 1
    for name in _beside(tokens, found):
        found.setdefault(name, 1)
    # The segmenter cuts a name short now and then: 郑钦 beside 郑钦文.
    cut_short = {name[:-1] for name in found if len(name) > 2}
    return {name: count for name, count in found.items() if name not in cut_short}


def looks_like_person(name: str) -> bool:
    """Whether a Simplified string has the form of a Chinese personal name."""
    return 2 <= len(name) <= 4 and (
        (name[0] in words("surname") and len(name) <= 3) or name[:2] in words("surname")
    )


def _by_context(tokens: Sequence[Token]) -> Iterator[str]:
    held = names()
    for index, token in enumerate(tokens):
        known = held.get(word_key(token.word))
        if known is not None:
            if known.kind == "person":
                yield token.word
        elif (token.tag.startswith("nr") and _is_believed(tokens, index)) or (
            token.tag == LATIN and _is_pen_name(tokens, index)
        ):
            yield token.word


def _beside(tokens: Sequence[Token], found: Container[str]) -> list[str]:
    """Guesses that are named in one breath with a person: 扎西顿珠和索南卓玛."""
    return [
        last.word
        for first, joint, last in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if joint.word in _JOINTS
        and last.tag.startswith("nr")
        and 1 < len(last.word) < MAX_FOREIGN
        and first.word in found
        and not is_word(last.word)
    ]


def _is_believed(tokens: Sequence[Token], index: int) -> bool:
    """Whether a guess of the segmenter stands where persons stand; foreign names after a role."""
    word = tokens[index].word
    if looks_like_person(word):
        return _has_role(tokens, index) or speaks(tokens, index, "say") or _acts(tokens, index)
    after_role = index > 0 and tokens[index - 1].word.lower() in words("role")
    return after_role and 2 <= len(word) <= MAX_FOREIGN and not is_word(word)


def _acts(tokens: Sequence[Token], index: int) -> bool:
    """Whether what can hardly be other words than a name stands alone: 由李芷晴与."""
    before, after = tokens[index - 1] if index else None, tokens[index + 1 : index + 2]
    begins = before is None or before.tag in _BEFORE or before.word == "著"
    closes = not after or after[0].tag in (MARK, "p", "c", "uj") or after[0].word in words("after")
    return begins and closes and is_clear(tokens[index].word)


def _is_pen_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether Latin words follow what a person is: 选手Faker, 技术官Ada Byron."""
    parts = tokens[index].word.split(" ")
    after_role = index > 0 and tokens[index - 1].word in words("role")
    return after_role and all(part.isalpha() and part.istitle() for part in parts)


def _has_role(tokens: Sequence[Token], index: int) -> bool:
    return any(
        0 <= other < len(tokens) and tokens[other].word.lower() in words("role")
        for other in (index - 1, index + 1)
    )


def speaks(tokens: Sequence[Token], index: int, group: str) -> bool:
    """Whether the word is the subject of a verb of one group of the word list."""
    for token in tokens[index + 1 : index + 2 + REACH]:
        if token.word in words(group):
            return True
        if not is_passed(token):
            return False
    return False


def is_passed(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return token.tag in ("d", "t", "c") or (token.tag == MARK and token.word == ":")


def _by_line(plain: str) -> Iterator[str]:
    for match in _BYLINE.finditer(plain):
        for part in _BETWEEN.split(match[1]):
            name = part
            for account in _ACCOUNT:
                name = name.removesuffix(account)
            if looks_like_person(name):
                yield name

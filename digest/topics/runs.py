"""Runs: the sequences of words in a text that may stand in one name.

A name is nouns and what leads on to one: a modifier, a verb before its noun, the number of a
version. Where a run ends decides what can be a topic at all (see phrases).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.topics.cues import NOUNS
from digest.topics.foreign import is_foreign
from digest.topics.lexicon import heads, names, words
from digest.topics.segment import LATIN, MARK, MINED, NUMBER, Token, is_word, of_word, word_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

OFFICES = "局部委厅会"
"""Last characters of the offices whose names join two fields by 和."""

VERSION = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}(?:\.\d{1,2})?$")
"""The number of a version; a year is none."""

_MODIFIERS = frozenset(("vn", "an", "b", "l"))
_YEAR = re.compile(r"(?:19|20)\d\d$")
_COUNT = re.compile(
    r"[另每这那某各首第近约]?[一二两三四五六七八九十百千几数多][家个位名款种项场次支套类条批部座所版]$"
)
"""How many, and which one: 另一家, 百款."""
_COUNTED = "比年月日号岁强"
"""What follows a number that counts and is no version: 2比1, 12强."""


def runs(text: str, tokens: Sequence[Token], people: Collection[str]) -> Iterator[list[Token]]:
    """The longest sequences of words that may stand in one name."""
    for run in _runs(text, tokens, people):
        if len(run) > 1 and run[0].tag == "ns" and _is_abroad(run[1]):
            yield run[:1]
            yield run[1:]
        else:
            yield run


def _is_abroad(token: Token) -> bool:
    """Whether a foreign name begins here; where it is does not belong to it: 瑞典|乌普萨拉大学."""
    return token.tag in ("nrt", MINED) and is_foreign(token.word)


def _runs(text: str, tokens: Sequence[Token], people: Collection[str]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for index, token in enumerate(tokens):
        if token.tag == MARK and run and not text[token.start : token.end].strip(" "):
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.word not in people and _may_stand(token, run, following):
            if run and _is_apposed(run[-1], token):
                yield run
                run = []
            run.append(token)
            continue
        if run:
            yield run
        run = []
        if token.word in people:
            yield [token]
    if run:
        yield run


def _is_apposed(before: Token, token: Token) -> bool:
    """Whether a name follows the word that says what it is: 大模型|Whisper, 企业|康渡医药."""
    if before.word in words("sort") and (_is_strange(token) or _is_elsewhere(before, token)):
        return True
    letters = sum(character.isalpha() for character in token.word)
    return (
        token.tag == LATIN
        and letters > 2
        and before.tag != LATIN
        and (before.word in heads() or before.word in words("vague"))
    )


def _is_elsewhere(before: Token, token: Token) -> bool:
    """Whether a place begins the name of what a word that ends no name is said of: 劲旅|武陵."""
    return token.tag == "ns" and before.word not in heads()


@of_word
def _is_strange(token: Token) -> bool:
    """Whether a word is a name that the segmenter guesses at."""
    guessed = token.tag.startswith(("n", "v", "z")) and token.tag not in ("ns", "vn")
    return guessed and len(token.word) > 1 and not is_word(token.word)


def _may_stand(token: Token, run: Sequence[Token], following: Token | None) -> bool:
    """Whether a word can be part of a name after `run` and before `following`."""
    stance = _stance(token)
    if stance == "barred" or (not run and token.word in words("apposed")):
        return False
    if stance == "number":
        return _is_number_part(token, run, following)
    if stance in ("part", "suffix"):
        return stance == "part" or bool(run)
    if stance == "role":
        return bool(run) and following is not None and heads().get(following.word) == "org"
    return following is not None and (_leads(token, run, following) or _sites(token, following))


@of_word
def _stance(token: Token) -> str:
    """What a word itself says of whether it may be part of a name."""
    if token.word in words("verb") or (
        _COUNT.match(token.word) and word_key(token.word) not in names()
    ):
        return "barred"
    if token.word.lower() in words("role"):
        return "role"
    if token.tag.startswith(NOUNS) or token.tag in _MODIFIERS or word_key(token.word) in names():
        return "part" if len(token.word) > 1 or token.tag != "nt" else "barred"
    if token.tag == NUMBER:
        return "number"
    if token.word in words("suffix"):
        return "suffix"
    opens = token.tag in ("v", "s") or token.word in {"和", *words("prefix"), *words("season")}
    return "leads" if opens else "barred"


def _leads(token: Token, run: Sequence[Token], following: Token) -> bool:
    """Whether a word that is no noun leads on to the noun after it inside a name."""
    if not following.tag.startswith((*NOUNS, "vn")):
        return False
    if token.word == "和":
        return _joins(run, following)
    if token.word in words("prefix"):
        return not run
    if token.word in words("season"):
        return True
    # A verb before the name of a place or a body has it for its object: 暂借|临江师范大学体育场.
    named = following.tag in ("ns", "nt") or _is_latin_name(following)
    return token.tag == "v" and len(token.word) == 2 and not named


@of_word
def _is_latin_name(token: Token) -> bool:
    """Whether a word is a name in Latin letters, no version and no App."""
    return (
        token.tag == LATIN
        and len(token.word) > 2
        and token.word.isalpha()
        and token.word not in heads()
    )


def _sites(token: Token, following: Token) -> bool:
    """Whether a word for a place begins the name of a body or a site: 台中|火力发电厂."""
    return (
        token.tag == "s" and len(token.word) > 1 and heads().get(following.word) in ("org", "place")
    )


def _joins(run: Sequence[Token], following: Token) -> bool:
    """Whether 和 stands inside the name of an office: 深圳市住房和建设局."""
    plain = ("n", "vn", "an")
    return (
        len(run) > 1
        and run[0].tag == "ns"
        and run[-1].tag in plain
        and (following.tag in plain or following.word[-1] in OFFICES)
    )


def _is_number_part(token: Token, run: Sequence[Token], following: Token | None) -> bool:
    """A version after a name, a number before one, or 一号."""
    if token.word.endswith("号") and len(token.word) <= 3:
        return bool(run)
    if not token.word.isascii() or token.word[-1] == "%":
        return False
    if run and VERSION.match(token.word):
        counts = following is not None and (
            following.tag in ("q", NUMBER) or following.word[0] in _COUNTED
        )
        named = run[-1].tag in (LATIN, "nz") or not is_word(run[-1].word)
        return not counts and (named or "." in token.word or _heads(following))
    if _YEAR.match(token.word) or not token.word.isdecimal() or following is None:
        return False
    counted = following.word[0] in "年月日" or len(following.word) == 1
    return following.tag.startswith(NOUNS) and not counted


def _heads(following: Token | None) -> bool:
    """Whether the last word of a name follows: 沪深300|指数."""
    return following is not None and following.word in heads()

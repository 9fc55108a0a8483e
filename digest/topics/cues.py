"""Cues: what the words of a phrase, and the words around it, say about what it names."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from digest.topics.drugs import is_drug
from digest.topics.lexicon import heads, names, words
from digest.topics.segment import KEPT, LATIN, MINED, Token, is_word, of_word, word_key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

NOUNS = ("n", "j", LATIN)
"""Beginnings of the tags of nouns, abbreviations and Latin runs."""

LONG = 6
"""Characters of the full name of a law, an index, a plan."""

_OWNERS = ("nt", "nr")
"""Beginnings of tags of bodies and persons that a body may be named after: 玛丽|医院."""

PRIZES = "杯奖"
"""Last characters of cups and prizes, which are names in the segmenter's dictionary too."""

_PLACE_ENDS = frozenset("省市县区州镇村乡国岛湾河江湖山港圳埔寮坪厝澳屿滩坝塘沟岭")


def cues_of(part: Sequence[Token], people: Collection[str] = ()) -> Collection[str]:
    """What the words of a phrase themselves say."""
    cues = _cues_of(tuple([token[2:] for token in part]))
    return {*cues, "person"} if len(part) == 1 and part[0].word in people else cues


@lru_cache(maxsize=KEPT)
def _cues_of(words_and_tags: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The same, of words and their tags; most phrases of an article come again."""
    part = [Token(0, 0, word, tag) for word, tag in words_and_tags]
    name = "".join(word_key(token.word) for token in part)
    known = names().get(name)
    cues = {f"known:{known.kind}"} if known is not None else set()
    last = part[-1].word
    said = {
        "proper": any(is_proper(token) for token in part),
        "latin": any(token.tag == LATIN for token in part),
        "verbal": part[0].tag in ("v", "vn", "an"),
        "other": part[0].tag == "nz",
        "placed": is_place(part[0]),
        "somewhere": part[0].tag == "ns" and len(part) > 1,
        "of body": part[0].tag.startswith(_OWNERS) and len(part) > 1,
        "instrument": _is_long(part) and last.endswith(_instruments()),
        "foreign": any(token.tag == "nrt" and is_proper(token) for token in part),
        "firm": len(part) == 2 and part[-1].word in words("firm"),
        "body": part[-1].tag == "nt" and (known is not None or head_kind(part[-1:]) == "org"),
    }
    if len(part) == 1:
        said["prize"] = part[0].word[-1] in PRIZES and len(part[0].word) > 2
        said["drug"] = part[0].tag == MINED and is_drug(part[0].word)
        said["word"] = part[0].tag not in (MINED, LATIN) and is_word(part[0].word)
    if len(part) > 1 or part[0].word not in heads():
        said[f"head:{head_kind(part)}"] = bool(head_kind(part))
    return frozenset((*cues, *(cue for cue, holds in said.items() if holds)))


@cache
def _instruments() -> tuple[str, ...]:
    return tuple(words("instrument"))


def _is_long(part: Sequence[Token]) -> bool:
    """Whether a phrase is long enough to be the full name of a law, an index or a plan."""
    if len(part) == 1:
        return part[0].tag == MINED and len(part[0].word) > LONG // 2
    return sum(len(token.word) for token in part) >= LONG


def head_kind(part: Sequence[Token]) -> str:
    """The kind that the last word gives; empty where it says nothing."""
    return _head_kind(part[-1].word, part[-1].tag)


@lru_cache(maxsize=KEPT)
def _head_kind(word: str, tag: str) -> str:
    for size in range(min(len(word), 4), 0, -1):
        kind = heads().get(word[-size:], "")
        if kind and (size > 1 or len(word) != 2 or tag in ("nt", "ns", MINED)):
            return kind
    return ""


@of_word
def is_proper(token: Token) -> bool:
    """Whether a word is a name, and no general word."""
    known = names().get(word_key(token.word))
    if known is not None:
        return known.kind not in ("concept", "place")
    if token.tag in (MINED, "nrt"):
        return True
    noun = token.tag.startswith((*NOUNS, "v"))
    return noun and len(token.word) > 1 and not is_word(token.word)


@of_word
def is_place(token: Token) -> bool:
    """Whether a word is the name of a place."""
    known = names().get(word_key(token.word))
    if known is not None:
        return known.kind == "place"
    return token.tag == "ns" and token.word[-1] in _PLACE_ENDS

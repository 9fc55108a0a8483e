"""Mending: words that the segmenter cut at the wrong place, put right by what stands around them.

It guesses at what it does not know, and the guess takes in a preposition before a name (据康泽) or
leaves out its last character (赋税|署则). What a text repeats as one, though a
stray character was cut off, is one word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.topics.foreign import is_foreign
from digest.topics.lexicon import heads, words
from digest.topics.segment import BODY_ENDS, MARK, MINED, Token, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEAST_FOREIGN = 4
"""Characters of a foreign name that is put together from pieces."""

MOST_TORN = 5
"""Characters of a word that is put together since it is repeated."""

_BOUND = ("ng", "nr", "vg", "zg")
"""Tags of characters that are no words by themselves."""

_LOOSE = frozenset(("c", "d", "f", "p", "q", "r", "u", "uj", "ul", "y", MARK))
"""Tags of characters that are of no name."""

_GUESSED = ("n", "j", "v", "d")
"""Beginnings of the tags that guesses have."""


def mended(cut: Iterable[Token]) -> list[Token]:
    """The words of a text with those put right that were cut at the wrong place."""
    found: list[Token] = []
    prepositions = words("preposition")
    for token in cut:
        word = token.word
        if len(word) > 2 and word[0] in prepositions:
            for part in _parted(token):
                _put(found, part)
        elif token.tag.startswith("nr") or (len(word) == 2 and word[0] in BODY_ENDS):
            _put(found, token)
        else:
            found.append(token)
    found = _firms(_lines(found))
    torn = _torn(found)
    return _joined(found, torn) if torn else found


def _parted(token: Token) -> Iterator[Token]:
    """A preposition that was taken for the beginning of a name, by itself."""
    word = token.word
    apart = len(word) > 2 and word[0] in words("preposition") and token.tag.startswith(_GUESSED)
    if apart and token.tag != MINED and not is_word(word):
        yield Token(token.start, token.start + 1, word[0], "p")
        yield Token(token.start + 1, token.end, word[1:], token.tag)
    else:
        yield token


def _put(found: list[Token], token: Token) -> None:
    """Add a word; the last character of a body, and pieces of a foreign name, to the one before."""
    before = found[-1] if found else None
    if before is None or before.end != token.start or before.tag == MARK:
        found.append(token)
    elif _ends_body(before, token):
        found[-1] = Token(before.start, before.end + 1, before.word + token.word[0], "n")
        found.append(Token(token.start + 1, token.end, token.word[1:], "d"))
    elif _is_piece(before, token):
        found[-1] = Token(before.start, token.end, before.word + token.word, "nrt")
    else:
        found.append(token)


def _ends_body(before: Token, token: Token) -> bool:
    """Whether a guess begins with the last character of a body: 赋税|署则."""
    word = token.word
    return (
        len(word) == 2
        and word[0] in BODY_ENDS
        and word[1] in words("adverb")
        and before.tag.startswith(("n", "j", "v"))
        and len(before.word) > 1
        and not is_word(word)
    )


def _is_piece(before: Token, token: Token) -> bool:
    """Whether two words are guesses at one foreign name: 林德|斯特伦."""
    if not (before.tag.startswith("nr") and token.tag.startswith("nr")):
        return False
    word = before.word + token.word
    known = is_word(before.word) and is_word(token.word)
    return len(word) >= LEAST_FOREIGN and is_foreign(word) and not known


def _lines(cut: list[Token]) -> list[Token]:
    """The names of lines put together: 渝|昆|高铁."""
    lines = words("line")
    if lines.isdisjoint([token.word for token in cut]):
        return cut
    found: list[Token] = []
    for token in cut:
        if token.word in lines:
            size = 0
            while size < len(found) and found[-1 - size].word in words("region"):
                size += 1
            if size > 1:
                first = found[-size]
                name = "".join(each.word for each in found[-size:]) + token.word
                found[-size:] = [Token(first.start, token.end, name, MINED)]
                continue
        found.append(token)
    return found


def _firms(cut: list[Token]) -> list[Token]:
    """Two single characters before what a firm is called by put together: 万|杨|资本."""
    found: list[Token] = []
    trade = words("trade")
    for token in cut:
        if token.word in trade and len(found) > 1 and found[-1].end == token.start:
            first, second = found[-2:]
            name = first.word + second.word
            single = len(first.word) == len(second.word) == 1 and first.end == second.start
            bound = first.tag in _BOUND or second.tag in _BOUND
            if single and bound and not {first.tag, second.tag} & _LOOSE and not is_word(name):
                found[-2:] = [Token(first.start, second.end, name, MINED)]
        found.append(token)
    return found


def _torn(cut: list[Token]) -> set[str]:
    """Pairs of words, one a single character, that stand together twice between other words."""
    beside: dict[str, tuple[set[str], set[str]]] = {}
    bound = [at for at, token in enumerate(cut) if token.tag in _BOUND]
    for at in {*bound, *(at - 1 for at in bound)} - {-1, len(cut) - 1}:
        first, second = cut[at], cut[at + 1]
        if 1 not in (len(first.word), len(second.word)) or not _may_join(first, second):
            continue
        before, after = beside.setdefault(first.word + second.word, (set(), set()))
        before.add(cut[at - 1].word if at and cut[at - 1].tag != MARK else f"<{at}")
        after.add(cut[at + 2].word if at + 2 < len(cut) and cut[at + 2].tag != MARK else f">{at}")
    return {word for word, (before, after) in beside.items() if min(len(before), len(after)) > 1}


def _may_join(first: Token, second: Token) -> bool:
    """Whether a character that is no word by itself may belong to the word beside it: 红龙|果."""
    single, other = (first, second) if len(first.word) == 1 else (second, first)
    if first.end != second.start or single.tag not in _BOUND or not 1 < len(other.word) < MOST_TORN:
        return False
    taken = other.word in heads() or other.word in words("role") or single.word in words("suffix")
    return not taken and other.tag.startswith(("n", "j")) and other.tag != MINED


def _joined(cut: list[Token], torn: set[str]) -> list[Token]:
    found: list[Token] = []
    for token in cut:
        if found and found[-1].end == token.start and found[-1].word + token.word in torn:
            found[-1] = Token(found[-1].start, token.end, found[-1].word + token.word, MINED)
        else:
            found.append(token)
    return found

"""Mending: words that the segmenter cut at the wrong place, put right by what stands around them.

It guesses at what it does not know, and the guess takes in a preposition before a name (据康泽) or
leaves out its last character (赋税|署则).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.topics.foreign import is_foreign
from digest.topics.lexicon import words
from digest.topics.segment import BODY_ENDS, MARK, MINED, Token, is_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEAST_FOREIGN = 4
"""Characters of a foreign name that is put together from pieces."""

_GUESSED = ("n", "j", "v", "d")
"""Beginnings of the tags that guesses have."""


def mended(cut: Iterable[Token]) -> list[Token]:
    """The words of a text with those put right that were cut at the wrong place."""
    found: list[Token] = []
    for token in cut:
        for part in _parted(token):
            _put(found, part)
    return found


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

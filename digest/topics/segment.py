"""Words of a text with their parts of speech; the only importer of the segmenter.

Chinese runs are cut by rjieba, Latin runs and numbers by one expression, so that GPT-4o, V3.0 and
1+N are each one word. The segmenter's dictionary knows few names: those of the lexicon are
added to it once, and those mined from the texts at hand are cut out before it sees the rest.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, wraps
from operator import add
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from digest.text.fold import key, simplified
from digest.topics.lexicon import heads, names, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import rjieba

Said = TypeVar("Said", bool, str)

LATIN = "eng"
"""Tag of a run with a Latin letter in it."""

NUMBER = "m"
"""Tag of a number."""

MARK = "x"
"""Tag of what is no word."""

_TAGS = {
    "concept": "n",
    "event": "nz",
    "org": "nt",
    "person": "nr",
    "place": "ns",
    "product": "nz",
}
"""Parts of speech, as the segmenter names them, for the kinds of the lexicon."""

MINED = "nm"
"""Tag of a mined word; the segmenter has none of this name."""

KEPT = 65_536
"""Words of which is kept what they say by themselves: texts are made of the same few thousand."""

_PIECES = r"""(?P<latin> (?:SERIES)-\d{1,3}[A-Z]?
          | \d+\+[A-Za-z]+
          | \d*[A-Za-z][A-Za-z0-9]*(?:[-\u2013\u2014.&'][A-Za-z0-9]+)*\+*
            (?:\ [A-Z][A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*)* )
      | (?P<number> \d+(?:[.,:]\d+)*%? )"""
"""What is no Han run; a type such as 歼-35 is one word."""

BODY_ENDS = frozenset("署局厅委院部会社军队台")
"""Last characters of the short names of bodies: 金管会, 食药署, 数发部."""

LEAST_OWNED = 3
"""Characters that a word with a body and an office in it has more than."""

_ODD = ("a", "g", "z")
"""Tags that guesses at new words have, which are names more often than adjectives: 晶曜, 寒旱."""

_VERBS = frozenset(("部署", "签署", "联署", "连署"))

_HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿々〇\U00020000-\U0003ffff]+")
_RUN = re.compile(rf"{_HAN.pattern}(?:[·・•‧∙]{_HAN.pattern})*")
"""Han characters, and dots between them as in foreign names."""


class Token(NamedTuple):
    """One word of a text."""

    start: int
    """Code point in the text."""
    end: int
    """One past the last."""
    word: str
    """In Simplified characters and half-width ASCII."""
    tag: str
    """Part of speech after ICTCLAS: n noun, nr person, ns place, nt body, nz other name, v verb…"""


def of_word(rule: Callable[[Token], Said]) -> Callable[[Token], Said]:
    """Keep what a rule says that looks at the word and its tag alone."""
    kept: dict[tuple[int | str, ...], Said] = {}

    @wraps(rule)
    def said(token: Token) -> Said:
        known = kept.get(token[2:])
        if known is None:
            if len(kept) >= KEPT:
                kept.clear()
            known = kept[token[2:]] = rule(token)
        return known

    return said


def tokens(text: str, mined: Mined | None = None) -> list[Token]:
    """The words of `text`, marks included, in order; `mined` are words it would not know."""
    segmenter = _segmenter()
    plain = simplified(text)
    found: list[Token] = []
    for start, end, kind in _runs(plain, mined):
        if kind:
            found.append(Token(start, end, plain[start:end], kind))
            continue
        for word, tag in segmenter.tag(plain[start:end]):
            size = _owner(word) if len(word) > LEAST_OWNED else 0
            if size:
                found.append(Token(start, start + size, word[:size], "n"))
            found.append(Token(start + size, start + len(word), word[size:], _tagged(word, tag)))
            start += len(word)  # noqa: PLW2901  the words of a run follow one another
    return found


@lru_cache(maxsize=4096)
def _owner(word: str) -> int:
    """Characters of the body in a word that is a body and an office in it: 大学|教授."""
    sizes = range(2, len(word) - 1)
    cut = (size for size in sizes if heads().get(word[:size]) == "org" or _is_body(word[:size]))
    return next((size for size in cut if word[size:] in words("role")), 0)


def _is_body(word: str) -> bool:
    known = names().get(word_key(word))
    return known is not None and known.kind == "org"


@lru_cache(maxsize=KEPT)
def _tagged(word: str, tag: str) -> str:
    """The part of speech, put right for the last words and the bodies that names end with."""
    if tag.startswith("n"):
        return "n" if word in words("noun") else tag
    if tag in _ODD and len(word) > 1 and not is_word(word):
        return "n"
    body = word[-1] in BODY_ENDS and (len(word) > 2 or word[-1] == "署") and word not in _VERBS
    return "n" if (len(word) > 1 and word in heads()) or body else tag


@lru_cache(maxsize=65_536)
def word_key(word: str) -> str:
    """The key of a word; texts are made of the same few thousand."""
    return key(word)


def dictionary() -> rjieba.Jieba:
    """The segmenter, for who asks it about so many strings that keeping the answers is no use."""
    return _segmenter()


@lru_cache(maxsize=65_536)
def is_word(word: str) -> bool:
    """Whether the segmenter's own dictionary or the lexicon holds `word`, given in Simplified."""
    return _segmenter().has_word(word)


def cuts(run: str) -> set[int]:
    """Where the words of a run of Simplified Han characters begin and end."""
    ends = {0}
    at = 0
    for word in _segmenter().cut(run):
        at += len(word)
        ends.add(at)
    return ends


@lru_cache(maxsize=4096)
def goes_on(text: str) -> bool:
    """Whether a Simplified text begins with a verb, adverb or preposition of two characters."""
    cut = _segmenter().tag(text)
    if not cut or len(cut[0][0]) < 2:
        return False
    word, tag = cut[0]
    return tag.startswith(("v", "d", "p", "c", "t")) and is_word(word)


@lru_cache(maxsize=4096)
def is_guessed(name: str) -> bool:
    """Whether the segmenter takes a Simplified string by itself for the name of a person."""
    cut = _segmenter().tag(name)
    return len(cut) == 1 and cut[0][1].startswith("nr")


class Mined:
    """Words to be cut out of Han runs, the longest first where several begin."""

    __slots__ = ("_by_start", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(word for word in words if len(word) > 1)
        self._by_start: dict[str, list[str]] = {}
        for word in sorted(self.words, key=lambda word: (-len(word), word)):
            self._by_start.setdefault(word[:2], []).append(word)

    def joined(self, words: Iterable[str]) -> Mined:
        """These words and more."""
        more = {word for word in words if len(word) > 1} - self.words
        if not more:
            return self
        made = Mined(())
        made.words = self.words | more
        made._by_start = dict(self._by_start)
        for word in more:
            beside = {word, *made._by_start.get(word[:2], ())}
            made._by_start[word[:2]] = sorted(beside, key=lambda word: (-len(word), word))
        return made

    def within(self, plain: str) -> set[str]:
        """Those of the words that stand in a Simplified text."""
        pairs = self._by_start.keys() & set(map(add, plain, plain[1:]))
        return {word for pair in pairs for word in self._by_start[pair] if word in plain}

    def split(self, plain: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The Han run cut into mined words, tagged, and what lies between them, untagged."""
        done = start
        run = plain[start:end]
        begun = [*map(self._by_start.get, map(add, run, run[1:]))]
        for at, known in enumerate(begun, start) if any(begun) else ():
            for word in known or ():
                if at >= done and plain.startswith(word, at, end):
                    if at > done:
                        yield done, at, ""
                    done = at + len(word)
                    yield at, done, MINED
                    break
        if end > done:
            yield done, end, ""


def _runs(plain: str, mined: Mined | None) -> Iterator[tuple[int, int, str]]:
    """Start, end and tag of each run; a run of Han characters has no tag yet."""
    done = 0
    for match in _pieces().finditer(plain):
        yield from _between(plain, done, match.start(), mined)
        yield (*match.span(), LATIN if match.lastgroup == "latin" else NUMBER)
        done = match.end()
    yield from _between(plain, done, len(plain), mined)


def _between(
    plain: str, start: int, end: int, mined: Mined | None
) -> Iterator[tuple[int, int, str]]:
    done = start
    for match in _RUN.finditer(plain, start, end):
        if match.start() > done:
            yield done, match.start(), MARK
        if mined is None:
            yield (*match.span(), "")
        else:
            yield from mined.split(plain, *match.span())
        done = match.end()
    if end > done:
        yield done, end, MARK


@cache
def _pieces() -> re.Pattern[str]:
    series = "|".join(sorted(map(re.escape, words("series")), key=lambda word: (-len(word), word)))
    return re.compile(_PIECES.replace("SERIES", series), re.VERBOSE)


@cache
def _segmenter() -> rjieba.Jieba:
    import rjieba  # noqa: PLC0415  0.15 s and 35 MB that reading an article need not pay

    # The import makes a segmenter whose methods are the module's functions. A second one would cost
    # as much again, and nothing else in the process can run while one is made.
    segmenter = cast("rjieba.Jieba", rjieba)
    for name in names().values():
        if _HAN.fullmatch(name.folded):
            segmenter.add_word(name.folded, None, _TAGS[name.kind])
    for word in (*heads(), *words("plain"), *words("role")):
        if _HAN.fullmatch(word) and not segmenter.has_word(word):
            segmenter.add_word(word, None, "n")
    return segmenter

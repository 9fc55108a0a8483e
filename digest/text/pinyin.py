"""Pinyin: how the characters of a text are read.

Readings of one character come from a table and cost a look-up. Readings of a text choose among
them by the longest phrase that a second table knows, which is exact enough for names. Both tables
are data made from the pinyin library (see data/readings.txt): reading them takes 20 ms and 5 MB
where the library takes 400 ms and 50 MB, and 150 ms of that nothing else in the process can run.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from digest.text.fold import simplified

_TONES = frozenset("\u0300\u0301\u0304\u030c")
"""Combining grave, acute, macron and caron: the four tones, after NFD."""

_UMLAUT, _CIRCUMFLEX = "\u0308", "\u0302"
"""What tells ü from u, and ê from e, after NFD."""

_HEAD = re.compile(r"(?:#.*\n)+")

_RUN = re.compile(r"[a-z0-9]+|[^a-z0-9]+")


@lru_cache(maxsize=8192)
def readings(character: str) -> tuple[str, ...]:
    """Every reading of one character without tones, commonest first; ü is written v.

    Empty for what is no Han character.
    """
    return tuple(dict.fromkeys(map(toneless, toned_readings(character))))


def toned_readings(character: str) -> tuple[str, ...]:
    """Every reading of one character with tone marks, commonest first; empty if it has none."""
    known = _table().get(ord(character), "") if len(character) == 1 else ""
    return tuple(known.split(",")) if known else ()


def toneless(syllable: str) -> str:
    """A syllable without its tone mark, ü as v: lǜ -> lv."""
    parts = unicodedata.normalize("NFD", syllable.lower()).replace("u" + _UMLAUT, "v")
    kept = (part for part in parts if part not in _TONES and part != _CIRCUMFLEX)
    # A tone mark may stand between u and its dots; NFD orders the dots first, so v is safe above.
    return "".join(kept).replace(_UMLAUT, "")


def syllables(text: str) -> tuple[str, ...]:
    """One reading for each Han character, chosen by the phrase it stands in.

    Runs of Latin letters and digits stand for themselves in lower case; the rest is passed over.
    """
    return tuple(part for run in _runs(text) for part in (_spoken(run) if _is_han(run) else [run]))


def initials(text: str) -> str:
    """First letters of the syllables; runs of Latin letters and digits whole."""
    return "".join(
        "".join(part[0] for part in _spoken(run)) if _is_han(run) else run for run in _runs(text)
    )


def _runs(text: str) -> list[str]:
    """The text, Simplified and in lower case, cut where Latin or digits meet something else."""
    return _RUN.findall(simplified(unicodedata.normalize("NFKC", text)).lower())


def _is_han(run: str) -> bool:
    return not run.isascii() or not run.isalnum()


class _Phrase(NamedTuple):
    """What follows its first character, and how it is read where its characters do not say so."""

    rest: str
    read: tuple[str, ...]


@lru_cache(maxsize=4096)
def _spoken(run: str) -> tuple[str, ...]:
    """The longest phrase of the table, or one character, again and again."""
    spoken: list[str] = []
    start = 0
    while start < len(run):
        rest, read = next(
            (phrase for phrase in _phrases(run[start]) if run.startswith(phrase.rest, start + 1)),
            _ALONE,
        )
        end = start + 1 + len(rest)
        spoken += read or (known for one in run[start:end] for known in readings(one)[:1])
        start = end
    return tuple(spoken)


_ALONE = _Phrase("", ())


@cache
def _phrases(first: str) -> tuple[_Phrase, ...]:
    """The phrases that begin with a character, longest first."""
    parts = (told.partition("=") for told in _followers().get(first, "").split())
    return tuple(_Phrase(rest, tuple(read.split(",")) if read else ()) for rest, _, read in parts)


@cache
def _table() -> dict[int, str]:
    """The readings of each code point, as the file has them."""
    words = _content("readings.txt").split()
    return {
        code: known
        for known, characters in zip(words[::2], words[1::2], strict=True)
        for code in map(ord, characters)
    }


@cache
def _followers() -> dict[str, str]:
    """By the first character of phrases, what follows it in each, as the file has it."""
    return dict(line.split(" ", 1) for line in _content("phrases.txt").splitlines())


def _content(name: str) -> str:
    """A table without the lines of its head."""
    text = (resources.files("digest.text") / "data" / name).read_text(encoding="utf-8")
    head = _HEAD.match(text)
    return text[head.end() :] if head else text

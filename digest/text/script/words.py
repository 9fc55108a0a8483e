"""Words: the reader's and the region's, put in where OpenCC left a marker."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from digest.model import Span, View
from digest.text.aligned import AlignedText
from digest.text.script import tables
from digest.text.script.configuration import CHARACTERS, FILLER, WORDS, Route, Words
from digest.text.script.engine import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.text.script.dictionary import Dictionary

MARKED = re.compile(f"[{chr(WORDS)}-{chr(CHARACTERS - 1)}]{FILLER}*")
"""A marked word."""

PRIVATE = re.compile(f"[{chr(WORDS)}-\U0010ffff]")
"""A character that could be taken for a marker."""

MASK = "\ufffc"
"""Stands for one: no dictionary has it."""

TITLE = re.compile(r"《[^《》\n]{1,80}》")
"""A work's or a document's title, which is called what it is called in every region."""


class Shown(NamedTuple):
    """What is put in for one marker."""

    word: str
    plain: str
    """The same in the view's script without the region's wording; empty for a reader's word."""


class Vocabulary(NamedTuple):
    """The words that may be put in, for one view, and where OpenCC is to mark them."""

    own: Words
    regional: Words
    shown: tuple[Shown, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is ever marked."""
        return not self.shown


NOTHING = Vocabulary(Words(), Words(), ())


@lru_cache(maxsize=8)
def vocabulary(view: View, dictionary: Dictionary, *, wording: bool) -> Vocabulary:
    """The words for a view: the reader's, and with `wording` the region's."""
    given = dictionary.for_view(view)
    regional = tables.wording(view) if wording else {}
    if not given and not regional:
        return NOTHING
    shown = [Shown(target, "") for target in given.values()]
    own: dict[str, int] = {}
    for index, source in enumerate(given):
        for spelling in _spellings(source):
            own.setdefault(spelling, index)
    own |= {source: index for index, source in enumerate(given)}
    first = len(shown)
    plain = _plain(view, regional)
    # What is its own word is shown in the view's characters, like everything around it.
    shown += [
        Shown(plain[key] if word == key else word, plain[key]) for key, word in regional.items()
    ]
    marked = {key: first + index for index, key in enumerate(regional)}
    return Vocabulary(Words(tuple(own.items())), Words(tuple(marked.items())), tuple(shown))


def masked(text: str) -> str:
    """`text` without characters that could be taken for markers; as long as it was."""
    return PRIVATE.sub(MASK, text)


def unmasked(shown: AlignedText, text: str) -> AlignedText:
    """`shown`, which was made from `text` when it was masked, with what it really holds."""
    characters = list(shown.text)
    for match in PRIVATE.finditer(text):
        place = shown.alignment.to_target(Span(*match.span())).start
        characters[place] = match[0]
    return AlignedText("".join(characters), shown.alignment)


def laid_over(converted: str, given: str, words: Vocabulary) -> str:
    """`converted` with the reader's markers that `given` has, which go before everything else.

    A regional word that one of them runs into is shown plainly.
    """
    own = [match.span() for match in MARKED.finditer(given)]
    if not own:
        return converted
    starts = [start for start, _end in own]
    characters = list(converted)
    for match in MARKED.finditer(converted):
        last = bisect_right(starts, match.end() - 1) - 1
        if last >= 0 and own[last][1] > match.start():
            characters[slice(*match.span())] = words.shown[ord(match[0][0]) - WORDS].plain
    for span in own:
        characters[slice(*span)] = given[slice(*span)]
    return "".join(characters)


def put_in(marked: str, words: Vocabulary) -> AlignedText:
    """`marked` with every word in its place, aligned with the text that was marked."""
    if words.is_empty:
        return AlignedText.same(marked)
    return AlignedText.replacing(marked, _changes(marked, words.shown))


def _changes(marked: str, shown: tuple[Shown, ...]) -> Iterator[tuple[Span, str]]:
    titles = [match.span() for match in TITLE.finditer(marked)]
    starts = [start for start, _end in titles]
    for match in MARKED.finditer(marked):
        word, plain = shown[ord(match[0][0]) - WORDS]
        index = bisect_right(starts, match.start()) - 1
        if plain and index >= 0 and match.end() <= titles[index][1]:
            word = plain
        yield Span(*match.span()), word


def _spellings(source: str) -> set[str]:
    """How a word of the reader's may stand in a text: in either script, in each region's forms."""
    routes = (Route.HANS, Route.HANT, Route.HANT_TW, Route.HANT_HK)
    return {source, *(run(source, route) for route in routes)}


def _plain(view: View, regional: Mapping[str, str]) -> dict[str, str]:
    """Each regional word's key as the view shows it when wording is not changed."""
    if not regional:
        return {}
    route = {View.HANS: Route.HANS, View.HANT_TW: Route.TO_TW, View.HANT_HK: Route.TO_HK}[view]
    keys = "\n".join(regional)
    return dict(zip(regional, run(keys, route).split("\n"), strict=True))

"""Conversion: a text as it reads in a view.

What is in the view's script already is left as its author wrote it. Simplified becomes Traditional
by OpenCC with our overlay, with surnames kept. Traditional that a careless converter made is turned
into Simplified and back; on the way back, wherever only the table of single characters decides, the
author's own character is believed before the table's first choice. A sentence of the other script
within a clean text is converted by itself.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.model import Script, View
from digest.text.aligned import AlignedText
from digest.text.script import tables
from digest.text.script.configuration import CHARACTERS, Route, undecided_marks
from digest.text.script.detection import detect, signs
from digest.text.script.dictionary import Dictionary
from digest.text.script.engine import run
from digest.text.script.names import surnames
from digest.text.script.words import NOTHING, Vocabulary, put_in, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

TO_VIEW = {View.HANT: Route.HANT, View.HANT_TW: Route.HANT_TW, View.HANT_HK: Route.HANT_HK}
"""From Simplified to each Traditional view."""

TO_REGION = {View.HANT_TW: Route.TO_TW, View.HANT_HK: Route.TO_HK}
"""From Traditional to a region's forms; OpenCC's own standard has none."""

NATIVE = {View.HANT_TW: Route.NATIVE_TW, View.HANT_HK: Route.NATIVE_HK}
"""From what an author of either region wrote to a region's forms."""

SENTENCE = re.compile("[^。！？!?\\n]*[。！？!?\\n]*")
"""A sentence with its closing marks: the least that can be in another script than the rest."""


def convert(
    text: str,
    view: View,
    written: Script,
    *,
    wording: bool = False,
    dictionary: Dictionary = Dictionary.EMPTY,
) -> AlignedText:
    """`text` as it reads in `view`, aligned with `text`.

    Args:
        text: clean text.
        view: how it is to be shown.
        written: the script it is written in, as `detect` said of the whole article.
        wording: also use the region's own words (軟件, 軟體); lengths may change, while without it
            the two texts correspond code point for code point.
        dictionary: the reader's own conversions, which go before everything else.
    """
    if view is View.ORIGINAL or not text:
        return AlignedText.same(text)
    words = vocabulary(view, dictionary, wording=wording)
    return put_in(marked(text, view, written, words), words)


def warm(view: View, *, wording: bool = False) -> None:
    """Load what converting to `view` needs (up to 0.2 s); for a worker, before the first toggle."""
    if view is View.ORIGINAL:
        return
    for written in (Script.HANS, Script.HANT, Script.MIXED):
        convert("余某说", view, written, wording=wording)


def marked(text: str, view: View, written: Script, words: Vocabulary) -> str:
    """`text` in the view's script, with markers for the words that are to be put in."""
    if view is View.HANS:
        if written in {Script.HANT, Script.MIXED}:
            return run(text, Route.HANS, words.own, words.regional)
        return _by_sentence(text, "hant", _kept(words), _simplified(words))
    if written is Script.MIXED:
        return _repaired(text, view, words)
    if written is Script.HANT:
        return _by_sentence(text, "hans", _native(view, words), _patched(view, words))
    return _by_sentence(
        text,
        "hant",
        lambda part: _traditional(part, view, words),
        lambda part: _repaired(part, view, words, trusted=True),
    )


def _by_sentence(
    text: str, foreign: str, usual: Callable[[str], str], other: Callable[[str], str]
) -> str:
    """`usual` over the text, `other` over the sentences that hold a sign of the foreign script."""
    sign = signs(foreign)
    if sign.search(text) is None:
        return usual(text)
    parts: list[str] = []
    pending = 0
    for match in SENTENCE.finditer(text):
        if sign.search(match[0]):
            parts += (usual(text[pending : match.start()]), other(match[0]))
            pending = match.end()
    return "".join([*parts, usual(text[pending:])])


def _kept(words: Vocabulary) -> Callable[[str], str]:
    """Leaves the text as it is, but for the reader's words."""
    if not words.own.keys:
        return str
    return lambda part: run(part, Route.AS_WRITTEN, words.own)


def _simplified(words: Vocabulary) -> Callable[[str], str]:
    """For a sentence with Traditional characters in a Simplified text."""

    def change(part: str) -> str:
        quoted = detect(part) is Script.HANT
        return run(part, Route.HANS if quoted else Route.HANS_PLAIN, words.own, words.regional)

    return change


def _native(view: View, words: Vocabulary) -> Callable[[str], str]:
    """For clean Traditional: the region's forms, and never a conversion to itself."""
    if view not in NATIVE:
        return _kept(words)
    return lambda part: run(part, NATIVE[view], words.own)


def _patched(view: View, words: Vocabulary) -> Callable[[str], str]:
    """For a sentence of clean Traditional with Simplified left in it: those characters alone."""
    usual = _native(view, words)
    sign = signs("hans")

    def change(part: str) -> str:
        kept = usual(part)
        if detect(part) is Script.HANS:
            return _traditional(part, view, words)
        repaired = _repaired(part, view, NOTHING)
        wrong = {match.start() for match in sign.finditer(kept)}
        return "".join(repaired[i] if i in wrong else new for i, new in enumerate(kept))

    return change


def _traditional(text: str, view: View, words: Vocabulary) -> str:
    """Simplified text in a Traditional view."""
    converted = run(text, TO_VIEW[view], words.own, words.regional)
    kept = set(surnames(text, _undecided))
    if not kept:
        return converted
    characters = list(converted)
    for place in kept:
        characters[place] = text[place]
    return "".join(characters)


def _repaired(text: str, view: View, words: Vocabulary, *, trusted: bool = False) -> str:
    """Traditional with a converter's slips or with Simplified in it, in a Traditional view.

    With `trusted` it is a writer of Simplified who put the Traditional characters there, and they
    stay whatever a phrase would say.
    """
    simplified = run(text, Route.HANS)
    marked = run(simplified, Route.UNDECIDED, words.own)
    kept = set(surnames(simplified, _undecided))
    characters = list(marked)
    for match in _marks().finditer(marked):
        place = match.start()
        choices = _choices()[match[0]]
        if place in kept:
            characters[place] = simplified[place]
        else:
            own = text[place]
            believed = own != simplified[place] and own in choices
            characters[place] = own if believed else choices[0]
    if trusted:
        for match in signs("hant").finditer(text):
            characters[match.start()] = match[0]
    standard = "".join(characters)
    if view not in TO_REGION:
        return standard
    return run(standard, TO_REGION[view], regional=words.regional)


def _undecided(clause: str) -> str:
    return run(clause, Route.UNDECIDED)


@cache
def _marks() -> re.Pattern[str]:
    """Matches the marker of a character that no phrase decided."""
    return re.compile(f"[{chr(CHARACTERS)}-{chr(CHARACTERS + len(undecided_marks()) - 1)}]")


@cache
def _choices() -> dict[str, str]:
    """What each marker may become, the usual character first."""
    return {mark: tables.candidates()[key] for key, mark in undecided_marks().items()}

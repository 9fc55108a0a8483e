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
from digest.text.script.charwise import fast, form, sentence_at
from digest.text.script.configuration import CHARACTERS, WORDS, Route, Words
from digest.text.script.detection import detect, signs
from digest.text.script.dictionary import Dictionary
from digest.text.script.engine import NO_WORDS, run
from digest.text.script.names import surnames
from digest.text.script.words import (
    Vocabulary,
    laid_over,
    masked,
    put_in,
    unmasked,
    vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

TO_VIEW = {View.HANT: Route.HANT, View.HANT_TW: Route.HANT_TW, View.HANT_HK: Route.HANT_HK}
"""From Simplified to each Traditional view."""

TO_REGION = {View.HANT_TW: Route.TO_TW, View.HANT_HK: Route.TO_HK}
"""From Traditional to a region's forms; OpenCC's own standard has none."""

NATIVE = {View.HANT_TW: Route.NATIVE_TW, View.HANT_HK: Route.NATIVE_HK}
"""From what an author of either region wrote to a region's forms."""

FIRST_MARK = chr(WORDS)
"""From here on characters are markers of words that are put in."""

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
    clear = masked(text)
    shown = put_in(marked(clear, view, written, words), words)
    return shown if clear == text else unmasked(shown, text)


def warm(view: View, *, wording: bool = False) -> None:
    """Load what converting to `view` needs (up to 0.2 s); for a worker, before the first toggle."""
    if view is View.ORIGINAL:
        return
    for written in (Script.HANS, Script.HANT, Script.MIXED):
        convert("余某说", view, written, wording=wording)


def marked(text: str, view: View, written: Script, words: Vocabulary) -> str:
    """`text` in the view's script, with markers for the words that are to be put in."""
    converted = _converted(text, view, written, words.regional)
    if not words.own.keys:
        return converted
    source = fast(text, Route.HANS) if written is Script.MIXED else text
    return laid_over(converted, run(source, Route.AS_WRITTEN, words.own), words)


def _converted(text: str, view: View, written: Script, regional: Words) -> str:
    if view is View.HANS:
        if written in {Script.HANT, Script.MIXED}:
            return _to_simplified(text, regional)
        return _by_sentence(text, "hant", str, lambda part: _unmixed(part, regional))
    if written is Script.MIXED:
        return _repaired(text, view, regional)
    if written is Script.HANT:
        return _by_sentence(
            text,
            "hans",
            lambda part: _native(part, view),
            lambda part: _patched(part, view, regional),
        )
    return _by_sentence(
        text,
        "hant",
        lambda part: _traditional(part, view, regional),
        lambda part: _repaired(part, view, regional, trusted=True),
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


def _to_simplified(text: str, regional: Words) -> str:
    if regional.keys:
        return run(text, Route.HANS, regional)
    return fast(text, Route.HANS)


def _unmixed(part: str, regional: Words) -> str:
    """A sentence with Traditional characters in a Simplified text."""
    if detect(part) is Script.HANT:
        return _to_simplified(part, regional)
    return run(part, Route.HANS_PLAIN, regional)


def _native(text: str, view: View) -> str:
    """Clean Traditional in the region's forms, and never converted to itself."""
    return fast(text, NATIVE[view]) if view in NATIVE else text


def _patched(part: str, view: View, regional: Words) -> str:
    """A sentence of clean Traditional with Simplified left in it: those characters alone."""
    if detect(part) is Script.HANS:
        return _traditional(part, view, regional)
    kept = _native(part, view)
    repaired = _repaired(part, view, NO_WORDS)
    return _with(kept, {m.start(): repaired[m.start()] for m in signs("hans").finditer(kept)})


def _traditional(text: str, view: View, regional: Words) -> str:
    """Simplified text in a Traditional view."""
    converted = run(text, TO_VIEW[view], regional)
    return _with(converted, {place: text[place] for place in set(surnames(text, _undecided))})


def _repaired(text: str, view: View, regional: Words, *, trusted: bool = False) -> str:
    """Traditional with a converter's slips or with Simplified in it, in a Traditional view.

    With `trusted` it is a writer of Simplified who put the Traditional characters there, and they
    stay whatever a phrase would say.
    """
    simplified = fast(text, Route.HANS)
    shown = _traditional(simplified, view, regional)
    kept = {place: text[place] for place in _believed(text, simplified, shown, view)}
    if trusted:
        kept |= {match.start(): match[0] for match in signs("hant").finditer(text)}
    return _with(shown, {place: _regional(own, view) for place, own in kept.items()})


def _with(text: str, characters: Mapping[int, str]) -> str:
    """`text` with other characters at some places, but within marked words."""
    parts: list[str] = []
    done = 0
    for place in sorted(place for place in characters if text[place] < FIRST_MARK):
        parts += (text[done:place], characters[place])
        done = place + 1
    return "".join([*parts, text[done:]])


def _believed(text: str, simplified: str, shown: str, view: View) -> Iterator[int]:
    """Where the author's own character stands against nothing but the table's first choice.

    Only sentences in which the author and OpenCC differ are asked about once more.
    """
    candidates = tables.candidates()
    marked, start, end = "", 0, 0
    for match in _second_choices().finditer(text):
        place, own = match.start(), match[0]
        now, plain = shown[place], simplified[place]
        if own in (now, plain) or own not in candidates.get(plain, ""):
            continue
        if _regional(own, view) == now:
            continue
        if place >= end:
            start, end = sentence_at(simplified, place, since=end)
            marked = _undecided(simplified[start:end])
        if ord(marked[place - start]) >= CHARACTERS:
            yield place


def _regional(character: str, view: View) -> str:
    """One character of OpenCC's Traditional as the view prints it."""
    return form(character, TO_REGION[view]) if view in TO_REGION else character


def _undecided(clause: str) -> str:
    return run(clause, Route.UNDECIDED)


@cache
def _second_choices() -> re.Pattern[str]:
    """Matches a character that stands for a Simplified one beside the usual one.

    Not those that are Simplified as well (后, 里): they may be the author's, or a leftover.
    """
    several = {choice for choices in tables.candidates().values() for choice in choices[1:]}
    apart = sorted(choice for choice in several if form(choice, Route.HANS) != choice)
    return re.compile(f"[{''.join(apart)}]")

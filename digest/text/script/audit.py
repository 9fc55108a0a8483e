"""Audit: what the conversion decided in a text, and on what ground.

Listed is every character that might have become another one and every place where the author's
character was changed although the text is in the view's script already. The conversion itself is
not asked to keep books: the same text is converted once more by each part of it, and where the
results part, that part decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from digest.model import Script, Span, View
from digest.text.script import tables
from digest.text.script.configuration import CHARACTERS, WORDS, Route
from digest.text.script.conversion import NATIVE, TO_REGION, convert, marked
from digest.text.script.dictionary import Dictionary
from digest.text.script.engine import run, stock
from digest.text.script.names import surnames
from digest.text.script.words import MARKED, masked, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

STOCK = {
    View.HANS: "tw2s",
    View.HANT: "s2t",
    View.HANT_TW: "s2tw",
    View.HANT_HK: "s2hk",
}
"""OpenCC's own configuration for each view: what differs from it is of the overlay."""


class Reason(StrEnum):
    """What decided."""

    DICTIONARY = "dictionary"
    """The reader's own dictionary."""
    REPAIR = "repair"
    """A character of the other script, or one that a careless converter had put there."""
    AUTHOR = "author"
    """The author's own character, where no word said otherwise."""
    NAME = "name"
    """A surname, which keeps its form."""
    OVERLAY = "overlay"
    """The program's own entries, against OpenCC."""
    PHRASE = "phrase"
    """A word of OpenCC's."""
    CHARACTER = "character"
    """Nothing but the table of single characters: the usual one was taken."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One place of a text where the conversion had a choice."""

    span: Span
    """In the clean text: one character, or a word of the reader's."""
    shown: str
    candidates: tuple[str, ...]
    """What might stand there in this view, the usual one first; what is shown is among them."""
    reason: Reason


def audit(
    text: str,
    view: View,
    written: Script,
    *,
    dictionary: Dictionary = Dictionary.EMPTY,
) -> tuple[Decision, ...]:
    """Every place of `text` where more than one character was possible, in the order of the text.

    Regional wording is left aside: it replaces words, and decides nothing about characters.

    Args:
        text: clean text.
        view: how it is shown; nothing is decided in the view of the text as written.
        written: the script it is written in, as `detect` said of the whole article.
        dictionary: the reader's own conversions.
    """
    if view is View.ORIGINAL or not text:
        return ()
    text = masked(text)
    words = _readers(text, view, written, dictionary)
    covered = {place for decision in words for place in _places(decision)}
    shown = convert(text, view, written).text
    if view is View.HANS:
        found = _simplified(text, shown, written)
    elif written is Script.HANT:
        found = _native(text, shown, view)
    elif written is Script.MIXED:
        found = _repaired(text, shown, view)
    else:
        found = _traditional(text, shown, view)
    others = (decision for decision in found if decision.span.start not in covered)
    return tuple(sorted([*words, *others], key=lambda decision: decision.span))


def _places(decision: Decision) -> range:
    return range(decision.span.start, decision.span.end)


def _readers(
    text: str, view: View, written: Script, dictionary: Dictionary
) -> tuple[Decision, ...]:
    """The places where the reader's dictionary decided."""
    words = vocabulary(view, dictionary, wording=False)
    if words.is_empty:
        return ()
    plain = convert(text, view, written).text
    decisions = []
    for match in MARKED.finditer(marked(text, view, written, words)):
        span = Span(*match.span())
        word = words.shown[ord(match[0][0]) - WORDS].word
        choices = tuple(dict.fromkeys((span.of(plain), word)))
        decisions.append(Decision(span, word, choices, Reason.DICTIONARY))
    return tuple(decisions)


def _traditional(text: str, shown: str, view: View) -> Iterator[Decision]:
    """For a Simplified text in a Traditional view."""
    ground = _Ground(text, shown, view)
    for place, character in enumerate(text):
        if character in _choices(view):
            yield _decision(place, shown, _choices(view)[character], ground.reason(place))


def _repaired(text: str, shown: str, view: View) -> Iterator[Decision]:
    """For Traditional with a converter's slips in a Traditional view."""
    simplified = run(text, Route.HANS)
    kept = run(text, NATIVE[view]) if view in NATIVE else text
    ground = _Ground(simplified, shown, view)
    for place, character in enumerate(simplified):
        choices = _choices(view).get(character, ())
        if shown[place] != kept[place]:
            yield _decision(place, shown, choices or (kept[place],), Reason.REPAIR)
        elif choices:
            reason = ground.reason(place)
            if reason is Reason.CHARACTER and text[place] != character:
                reason = Reason.AUTHOR
            yield _decision(place, shown, choices, reason)


def _native(text: str, shown: str, view: View) -> Iterator[Decision]:
    """For clean Traditional in a Traditional view: the Simplified that was left in it."""
    kept = run(text, NATIVE[view]) if view in NATIVE else text
    for place, (old, new) in enumerate(zip(kept, shown, strict=True)):
        if old != new:
            choices = _choices(view).get(text[place], (old,))
            yield _decision(place, shown, choices, Reason.REPAIR)


def _simplified(text: str, shown: str, written: Script) -> Iterator[Decision]:
    """For the Simplified view."""
    if written not in {Script.HANT, Script.MIXED}:
        changed = (place for place, old in enumerate(text) if shown[place] != old)
        for place in changed:
            yield _decision(place, shown, (text[place],), Reason.REPAIR)
        return
    theirs = stock(text, STOCK[View.HANS])
    several = tables.candidates_hans()
    for place, character in enumerate(text):
        choices = tuple(several.get(character, ""))
        if shown[place] != theirs[place]:
            reason = Reason.OVERLAY if choices else Reason.REPAIR
            yield _decision(place, shown, choices or (theirs[place],), reason)
        elif choices:
            usual = shown[place] == choices[0]
            yield _decision(place, shown, choices, Reason.CHARACTER if usual else Reason.PHRASE)


class _Ground:
    """What decided each character on the way from Simplified to a Traditional view."""

    def __init__(self, simplified: str, shown: str, view: View) -> None:
        self._shown = shown
        self._undecided = run(simplified, Route.UNDECIDED)
        self._names = frozenset(surnames(simplified, lambda part: run(part, Route.UNDECIDED)))
        self._stock = stock(simplified, STOCK[view])

    def reason(self, place: int) -> Reason:
        """What decided the character at `place`."""
        if place in self._names:
            return Reason.NAME
        if ord(self._undecided[place]) >= CHARACTERS:
            return Reason.CHARACTER
        if self._stock[place] != self._shown[place]:
            return Reason.OVERLAY
        return Reason.PHRASE


def _decision(place: int, shown: str, choices: tuple[str, ...], reason: Reason) -> Decision:
    candidates = tuple(dict.fromkeys((*choices, shown[place])))
    return Decision(Span(place, place + 1), shown[place], candidates, reason)


@cache
def _choices(view: View) -> dict[str, tuple[str, ...]]:
    """What a Simplified character may become in a Traditional view, where it is more than one."""
    several = tables.candidates()
    listed = "\n".join("\n".join(values) for values in several.values())
    forms = iter((run(listed, TO_REGION[view]) if view in TO_REGION else listed).split("\n"))
    found = {
        key: tuple(dict.fromkeys(next(forms) for _ in values)) for key, values in several.items()
    }
    return {key: values for key, values in found.items() if len(values) > 1}

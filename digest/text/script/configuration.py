"""Configurations: what OpenCC is told to do, as the JSON it reads.

Our own entries stand inside OpenCC's dictionaries, not behind its output: the longest match decides
between them and the stock phrases, in the segmentation as in the conversion.

Two things are asked of OpenCC beside converting. Where a word may change its length, it writes a
marker of the same length instead, so that what it returns is always one code point for one and the
caller puts the words in and knows exactly where. And where only the table of single characters
decides among several, it can be told to write a marker for the character, so that the caller can
look for better evidence.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from digest.model import View
from digest.text.script.tables import candidates, compiled, guarded, overlay, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WORDS = 0xF0000
"""First marker of a word: private use, plane 15."""

CHARACTERS = 0xFE000
"""First marker of an undecided character; the words have what lies before."""

FILLER = "\U0010fffd"
"""Stands for each further code point of a marked word."""

UNSAFE = "\0\ud800-\udfff\U000f0000-\U0010ffff"
"""What OpenCC must not be given: NUL ends its segments, surrogates have no UTF-8, and the markers
must be ours. In the syntax of a regular expression's set."""

Node = dict[str, Any]


class Route(Enum):
    """What is done to the characters."""

    HANS = "hans"
    """Traditional, of Taiwan or converted, to Simplified."""
    HANS_PLAIN = "hans-plain"
    """The few Traditional characters in a Simplified text; 著 and 么 are left."""
    HANT = "hant"
    """Simplified to OpenCC's Traditional."""
    HANT_TW = "hant-tw"
    HANT_HK = "hant-hk"
    UNDECIDED = "undecided"
    """Simplified to OpenCC's Traditional, with markers where no phrase decides."""
    AS_WRITTEN = "as-written"
    """Nothing but the reader's words."""
    TO_TW = "to-tw"
    """OpenCC's Traditional to the forms of Taiwan."""
    TO_HK = "to-hk"
    NATIVE_TW = "native-tw"
    """Traditional as it was written: characters that Taiwan prints otherwise, and no spelling."""
    NATIVE_HK = "native-hk"
    """Traditional as it was written to the forms of Hong Kong."""


REGIONS = {Route.HANT_TW: View.HANT_TW, Route.HANT_HK: View.HANT_HK}
"""The routes on which regional words are looked for, with the view whose words they are."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are put in by the caller: from, in every spelling that may stand there, to."""

    keys: tuple[tuple[str, int], ...] = ()
    """Each spelling and the index of its word."""

    def inline(self) -> Node:
        """The dictionary that writes the markers."""
        return _inline(
            {key: chr(WORDS + index) + FILLER * (len(key) - 1) for key, index in self.keys}
        )


def configuration(route: Route, share: Path, words: Words) -> str:
    """The JSON for one route.

    Args:
        route: what is done to the characters.
        share: folder of the compiled dictionaries.
        words: words of the region, matched in OpenCC's Traditional (zh-Hans: in the source); for
            AS_WRITTEN the reader's, matched in the text as it comes.
    """
    build = _Builder(share, words)
    segmentation, chain = build.route(route)
    spelt: Node = {"name": route.value, "conversion_chain": [{"dict": node} for node in chain]}
    spelt["normalization"] = [{"dict": build.file("CJK_Compatibility_Ideographs")}]
    if segmentation is not None:
        spelt["segmentation"] = {"type": "mmseg", "dict": segmentation}
    return json.dumps(spelt, ensure_ascii=False)


def undecided_marks() -> dict[str, str]:
    """The marker of every Simplified character that stands for several."""
    return {key: chr(CHARACTERS + index) for index, key in enumerate(sorted(candidates()))}


@dataclass(frozen=True, slots=True)
class _Builder:
    share: Path
    words: Words

    def route(self, route: Route) -> tuple[Node | None, list[Node]]:
        """Segmentation and conversion chain."""
        if route in {Route.HANS, Route.HANS_PLAIN}:
            return self._to_simplified(plain=route is Route.HANS_PLAIN)
        if route in {Route.HANT, Route.HANT_TW, Route.HANT_HK, Route.UNDECIDED}:
            return self._to_traditional(route)
        standard = ("TWVariantsRevPhrases", "TWVariantsRev")
        chain = {
            Route.AS_WRITTEN: lambda: [self.words.inline()],
            Route.TO_TW: lambda: [self._files(*standard), self._tw()],
            Route.TO_HK: lambda: [self._files(*standard), self._hk()],
            Route.NATIVE_TW: lambda: [_inline(overlay("tw-native"))],
            Route.NATIVE_HK: lambda: [self._files(*standard, stage="hk-native"), self._hk()],
        }
        return None, chain[route]()

    def file(self, name: str) -> Node:
        """A compiled dictionary of the wheel; named in full, as OpenCC looks beside the JSON."""
        return {"type": "ocd2", "file": str(self.share / f"{name}.ocd2")}

    def _to_traditional(self, route: Route) -> tuple[Node | None, list[Node]]:
        """Without regional words the text is not cut into segments first.

        The first dictionary cuts it in the same way, and the forms of a region are single
        characters and whole names; it takes a third of the time.
        """
        phrases = self._phrases(route)
        marks = [_inline(undecided_marks())] if route is Route.UNDECIDED else []
        chain = [_first(phrases, *marks, self.file("STCharacters"))]
        regions = {Route.HANT_TW: self._tw, Route.HANT_HK: self._hk}
        if route in regions:
            chain.append(regions[route]())
        if not self.words.keys:
            return None, chain
        return _union(_inline(guarded(REGIONS[route])), phrases), chain

    def _to_simplified(self, *, plain: bool) -> tuple[Node, list[Node]]:
        phrases = _union(_inline(overlay("hans")), self.file("TSPhrases"))
        rare = {**self.file("TSCharactersExt"), "may_output_tofu": True}
        characters = self.file("TSCharacters")
        names = () if plain else ("TWVariantsRevPhrases", "TWVariantsRev")
        guards = [] if plain else [_inline(overlay("hans-guard"))]
        first = _first(*self._given(), *guards, *(self.file(name) for name in names))
        segmentation = _union(*self._given(), phrases)
        return segmentation, [first, _first(phrases, rare, characters)]

    def _phrases(self, route: Route) -> Node:
        stock = ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases")
        ours = [self._ours("phrases")]
        if route is not Route.HANT:
            ours = [self._ours("news"), *ours]
        if route is Route.UNDECIDED:
            marks = undecided_marks()
            opened = {key: marks[key[0]] + to[1:] for key, to in overlay("hant-open").items()}
            ours = [_inline(opened), *ours]
        # Of entries as long as each other the first dictionary's is taken.
        return _union(*ours, *(self.file(name) for name in stock))

    def _ours(self, name: str) -> Node:
        """Phrases of ours, ready for OpenCC where it can read them so."""
        file = compiled(name)
        return {"type": "ocd2", "file": file} if file else _inline(phrases(name))

    def _given(self) -> list[Node]:
        """The region's words."""
        return [self.words.inline()] if self.words.keys else []

    def _files(self, *names: str, stage: str = "") -> Node:
        ours = [_inline(overlay(stage))] if stage else []
        return _first(*ours, *(self.file(name) for name in names))

    def _tw(self) -> Node:
        return self._region("tw", "TWVariantsPhrases", "TWVariants")

    def _hk(self) -> Node:
        return self._region("hk", "HKVariantsPhrases", "HKVariants")

    def _region(self, stage: str, *names: str) -> Node:
        ours = [_inline(overlay(stage))] if overlay(stage) else []
        return _first(*self._given(), *ours, *(self.file(name) for name in names))


def _inline(entries: Mapping[str, str]) -> Node:
    return {"type": "inline", "entries": dict(entries)}


def _union(*dicts: Node) -> Node:
    """The longest match among all."""
    return {"type": "group", "match_policy": "union", "dicts": list(dicts)}


def _first(*dicts: Node) -> Node:
    """The first that has any match."""
    return {"type": "group", "match_policy": "short_circuit", "dicts": list(dicts)}

"""Kinds: what a candidate names, from the cues that all its articles gave."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.model import TopicKind
from digest.topics.forms import FIELDS
from digest.topics.lexicon import heads, words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_VERSION = re.compile(
    r"[vx]?\d{1,4}(?:\.\d{1,2}){0,2}|[一二三四五六七八九十百〇零两\d]{1,3}号|turbo|pro|max|plus|ultra|mini"
)

_TYPE = re.compile(r"[a-z]\d{1,4}[a-z]?")
"""A letter and a number behind a name: 芯M3."""

_SERIES = re.compile(
    r"(?:[A-Z][A-Za-z]*[a-z]{2}[A-Za-z]*)[ -](?:[A-Z]?\d{1,4}(?:\.\d)?|[A-Z])(?: [A-Z][a-z]+)*"
)
"""A word with a number behind it: NovaBook X2, Helios-9."""

_NAMING = frozenset(("led", "of body", "placed", "proper", "somewhere"))
"""Cues by which a body has a name of its own, or is somebody's."""

_SITED = frozenset(("placed", "proper", "somewhere"))
"""Cues by which a place has a name of its own, or that of a place before it."""

_NAMED_BESIDE = (TopicKind.EVENT, TopicKind.ORG, TopicKind.PLACE)
"""Kinds that a word beside the marks gives: 台风“海葵”."""

MIN_ACTING = 4
"""Code points above which a body that acts is told by its last word: 卫生防护中心 is one."""

MIN_BODY = 7
"""Code points from which a body of three words is taken for a name without a proper name in it:
认知智能全国重点实验室 is one, 国家研究中心 is not."""


def kind_of(key: str, parts: tuple[str, ...], cues: AbstractSet[str], surface: str) -> TopicKind:
    """The kind of a name; a concept where nothing tells."""
    known = next((cue.partition(":")[2] for cue in sorted(cues) if cue.startswith("known:")), "")
    if known:
        return TopicKind(known)
    vague = parts[-1] in words("vague") or parts[-1].endswith(FIELDS)
    single, headless = len(parts) == 1, not any(cue.startswith("head:") for cue in cues)
    told = (
        (TopicKind.PERSON, "person" in cues),
        (TopicKind.PRODUCT, "drug" in cues),
        (TopicKind.ORG, is_body(key, parts, cues)),
        (TopicKind.ORG, headless and "plays" in cues and bool(cues & _NAMING)),
        (TopicKind.EVENT, "head:event" in cues and (not single or "prize" in cues)),
        (TopicKind.ORG, "led" in cues and bool(cues & {"proper", "quoted"}) and not vague),
        (TopicKind.PRODUCT, is_product(parts, cues)),
        (TopicKind.PLACE, "head:place" in cues and bool(cues & _SITED)),
        (TopicKind.PRODUCT, is_versioned(parts, surface)),
        (TopicKind.ORG, headless and {"acts", "proper"} <= cues),
        (TopicKind.PRODUCT, single and "latin" in cues and not _is_abbreviation(surface)),
        *((kind, f"beside:{kind}" in cues and "quoted" in cues) for kind in _NAMED_BESIDE),
    )
    return next((kind for kind, holds in told if holds), TopicKind.CONCEPT)


def is_body(key: str, parts: tuple[str, ...], cues: AbstractSet[str]) -> bool:
    """Whether it names an organisation, and not a sort of organisations."""
    if "body" in cues or ("title" in cues and parts[-1] in ("评论", "周刊", "日报", "杂志")):
        return True
    if "head:org" not in cues or "title" in cues:
        return False
    if len(parts) == 1:
        return "acts" in cues and len(key) > 2
    if {"firm", "whole"} <= cues and parts[0] not in words("scope"):
        return True
    strong = parts[-1] in words("strong")
    acting = strong and {"acts", "whole"} <= cues and len(key) > MIN_ACTING
    named = acting or bool(cues & _NAMING) or {"other", "acts"} <= cues
    if named and (strong or parts[0] not in words("scope")):
        return True
    return len(parts) >= 3 and len(key) >= MIN_BODY and strong


def is_product(parts: tuple[str, ...], cues: AbstractSet[str]) -> bool:
    """Whether it names a product, and not a sort of products or somebody's products at large."""
    if "title" in cues:
        return "beside:product" in cues and heads().get(parts[-1]) != "concept"
    if len(parts) == 1 or parts[0] in words("scope"):
        return bool(cues & {"head:product", "beside:product"}) and "quoted" in cues
    if "head:product" not in cues:
        headless = not any(cue.startswith("head:") for cue in cues)
        return "beside:product" in cues or (headless and {"launched", "latin", "whole"} <= cues)
    if cues & {"launched", "quoted"}:
        return True
    bare = len(parts) == 2 and parts[1] in heads()
    return not bare and bool(cues & {"proper", "latin"})


def is_versioned(parts: tuple[str, ...], surface: str) -> bool:
    """Whether it ends with a version: 远行者3, 澜芯M3, NovaBook X2, Helios-9."""
    if len(parts) > 1:
        digit = parts[0][0].isdecimal()
        return not digit and (is_version(parts[-1]) or bool(_TYPE.fullmatch(parts[-1])))
    return bool(_SERIES.fullmatch(surface))


def is_version(part: str) -> bool:
    """Whether a word is a version: 3.0, v2.0, x1, 一号, turbo."""
    return bool(_VERSION.fullmatch(part))


def _is_abbreviation(surface: str) -> bool:
    return surface.isascii() and surface.isupper() and surface.isalpha() and len(surface) <= 4

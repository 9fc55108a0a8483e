"""Quoted names: what stands in quotation marks as a name, and not as speech or irony."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from digest.text.fold import key, simplified
from digest.topics.cues import cues_of
from digest.topics.lexicon import heads, words
from digest.topics.phrases import Phrase, is_phrase
from digest.topics.segment import LATIN, MARK, NUMBER, Token, is_word, tokens, word_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_NAME = 12
"""Code points of the longest quoted name; longer ones are sayings."""

WORK_REACH = 10
"""Code points around a title in which a word may say that it is a work."""

_QUOTES = re.compile(r"「([^「」\n]{2,20})」|『([^『』\n]{2,20})』|[“\"]([^“”\"\n]{2,20})[”\"]")
_TITLES = re.compile(r"《([^《》\n]{2,40})》|〈([^〈〉\n]{2,40})〉")
_PRESS = ("记者", "杂志", "独家", "专访", "评论员", "报道", "社论", "周刊", "特约", "民调", "报导")
_SPEECH = re.compile(r"[,。，!?！？;；、…]")
_FUNCTION = frozenset(("uj", "ul", "uz", "uv", "d", "r", "p", "c", "u", "y", "i", "k", "q", "f"))
"""Tags of words that names hold none of: particles, adverbs, pronouns, prepositions, idioms."""


def quoted(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and cue (`quoted` or `title`) of what stands in marks, without the marks."""
    for pattern, cue in ((_QUOTES, "quoted"), (_TITLES, "title")):
        for match in pattern.finditer(text):
            group = match.lastindex or 1
            if cue == "title" or not _SPEECH.search(match[group]):
                yield match.start(group), match.end(group), cue


def add_quoted(found: dict[str, Phrase], text: str, cut: list[Token]) -> None:
    """Add to the phrases of a text those that stand in marks; `cut` are its words."""
    starts = {token.start: index for index, token in enumerate(cut)}
    for start, end, cue in quoted(text):
        first = starts.get(start)
        if first is None:
            continue
        part = []
        while first < len(cut) and cut[first].start < end:
            part.append(cut[first])
            first += 1
        name = key(text[start:end])
        kind = _beside(text, start, end) if cue == "quoted" else ""
        if not name or (cue == "quoted" and not _is_name(part, kind)):
            continue
        if name not in found:
            found[name] = Phrase(name, tuple(word_key(token.word) for token in part))
            found[name].cues.update(cues_of(part), ("marked",))
        if "marked" in found[name].cues:
            surfaces = found[name].surfaces
            surfaces[text[start:end]] = surfaces.get(text[start:end], 0) + 1
        found[name].cues.add(cue)
        if kind:
            found[name].cues.add(f"beside:{kind}")
        if cue == "title":
            found[name].cues.update(_of_title(text, start, end))
    _weigh_single(found, cut)


def _weigh_single(found: dict[str, Phrase], cut: list[Token]) -> None:
    """A word of the language is a name only where it mostly stands in marks: “标王”, not “落地”."""
    marked = [phrase for phrase in found.values() if "marked" in phrase.cues]
    tally = Counter(word_key(token.word) for token in cut) if marked else {}
    for phrase in marked:
        if len(phrase.parts) == 1 and "title" not in phrase.cues:
            total = tally.get(phrase.key, 0)
            if 2 * phrase.count < total:
                phrase.cues.discard("quoted")
                phrase.cues.add("aside")
            surface = next(iter(phrase.surfaces))
            phrase.surfaces[surface] += total - phrase.count


def _of_title(text: str, start: int, end: int) -> Iterator[str]:
    """What the words around a title say of it: a paper, or a film, a book, a song."""
    if _is_publication(text, end):
        yield "body"
    around = simplified(text[max(0, start - WORK_REACH) : end + WORK_REACH])
    if any(word in around for word in words("work")):
        yield "beside:product"


def _is_publication(text: str, end: int) -> bool:
    """Whether what follows a title shows that it is a paper and not a book."""
    return simplified(text[end + 1 : end + 5]).lstrip(" ").startswith(_PRESS)


def quoted_names(text: str) -> dict[str, int]:
    """Quoted names, Simplified, and what speaks for each: how often it is quoted.

    A place beside the word that says what it is counts twice: 大模型“携程问道”, 「飞星一号」平台.
    """
    counts: dict[str, int] = {}
    for start, end, cue in quoted(text):
        name = simplified(text[start:end])
        if cue == "quoted" and 3 <= len(name) <= MAX_NAME and name.isalpha():
            counts[name] = counts.get(name, 0) + (2 if _beside(text, start, end) else 1)
    return counts


def unknown_quoted(counts: Mapping[str, int]) -> set[str]:
    """Quoted names that the segmenter would tear apart where they stand unquoted.

    One is believed when it is quoted twice, or stands beside the word that says what it is.

    Args:
        counts: what speaks for each in all texts.
    """
    return {name for name, count in counts.items() if count > 1 and _is_torn(name)}


def _is_name(part: list[Token], beside: str) -> bool:
    """Whether the words could be a name: no speech, and no single word of the language."""
    if (
        any(t.tag in _FUNCTION and t.word not in words("suffix") for t in part)
        or sum(len(t.word) for t in part) > MAX_NAME
    ):
        return False
    if any(token.tag == MARK and "+" in token.word for token in part):
        return False
    if len(part) == 1:
        # What somebody does may be the name of an operation, of a product it is said by the way.
        plain = ("a", "d", "v") if beside == "product" else ("a", "d")
        said = part[0].tag.startswith(plain) and is_word(part[0].word)
        return part[0].tag.startswith(("n", LATIN)) or (bool(beside) and not said)
    return bool(beside) or is_phrase(part) or any(token.tag in (LATIN, NUMBER) for token in part)


def _beside(text: str, start: int, end: int) -> str:
    """The kind that the word right before or after the marks gives; empty for none."""
    before = simplified(text[max(0, start - 7) : start - 1])
    after = simplified(text[end + 1 : end + 6]).removeprefix("的")
    known = _long_heads()
    if not (before.endswith(known) or after.startswith(known)):
        return next((kind for kind in ("product", "concept") if before.endswith(_naming(kind))), "")
    found = [head for head in known if before.endswith(head) or after.startswith(head)]
    return heads()[max(found, key=len)]


@cache
def _long_heads() -> tuple[str, ...]:
    """The last words of names that say by themselves what is named."""
    return tuple(head for head in heads() if len(head) > 1)


@cache
def _naming(kind: str) -> tuple[str, ...]:
    """The words behind which a name in marks follows: 项目「澐岸」, 一种叫“层间蒸馏”的方法."""
    return tuple(words(f"naming:{kind}"))


def _is_torn(name: str) -> bool:
    part = tokens(name)
    if len(part) == 1 or any(token.tag in _FUNCTION for token in part):
        return False
    return not is_phrase(part) or any(len(token.word) == 1 for token in part)

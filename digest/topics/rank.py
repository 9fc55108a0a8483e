"""Ranking: the candidates of all articles become topics, best first."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.model import TopicKind
from digest.topics.aliases import merged, split_version
from digest.topics.forms import Form
from digest.topics.kinds import kind_of
from digest.topics.lexicon import words
from digest.topics.segment import BODY_ENDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from digest.topics.candidates import Candidate

_WORDS_NEED = frozenset(("acts", "aside", "body", "person", "placed", "prize", "quoted", "title"))
"""Cues without which a single word of the language is no topic."""

LONG_WORD, OFTEN = 3, 3
"""Characters and occurrences from which a term of the segmenter's dictionary is a topic: 碳化硅."""

LONGER_WORD = 4
"""Characters of such a term that the title has, however often it is told: 数据中心."""

_TERMS = frozenset(("headline", "other"))
"""Cues of such a term: the title has it, or the dictionary holds it for a name."""

SWALLOWED = 0.8
"""Share of a string's places inside one longer string from which it is only a part of that."""

MIN_PLAIN = 2
"""Occurrences of a phrase that no cue speaks for."""

WEIGHTS = {
    TopicKind.PERSON: 2.5,
    TopicKind.ORG: 2.3,
    TopicKind.EVENT: 2.2,
    TopicKind.PRODUCT: 2.1,
    TopicKind.PLACE: 0.9,
    TopicKind.CONCEPT: 0.7,
}
"""How much a kind is worth a reader's look: names before places, which every text has, before
phrases. Found on the names and phrases of mixed news."""

NAMING = frozenset(("latin", "proper", "quoted"))
"""Cues of a product that has a name of its own."""

LAUNCHED = 1.6
"""Weight of a product that somebody launches under what may be no name: 医疗大模型."""

_ONCE = frozenset(("aside", "headline"))
"""Cues of a phrase that may stand once: it stood in marks, or the title has it too."""

NEWSWORTHY = frozenset(("acts", "launched", "quoted", "beside:product", "headline"))
NEWS = 0.2
"""What a name gains for each sign that the news is about it: it acts, it is launched, it is
introduced in marks or by what it is, it stands in the title."""

NESTED = 0.5
"""Share of its weight for a name that stands inside longer names only."""

KNOWN_CONCEPT, QUOTED_CONCEPT, TITLE, ASIDE = 1.6, 1.4, 1.8, 0.2
"""Weights of a concept that the lexicon knows, of one in quotation marks, of
a titled text, and of a common word that stood in marks now and then."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic before its mentions are looked up."""

    key: str
    name: str
    forms: tuple[str, ...]
    """Keys of all its forms, commonest first."""
    surfaces: tuple[str, ...]
    """As written, commonest first."""
    kind: TopicKind
    score: float
    nested: bool
    """Whether it stands inside the forms of other topics only."""


def rank(library: Iterable[tuple[str, Sequence[Candidate]]]) -> list[Ranked]:
    """The topics of a library, best first.

    Args:
        library: ids of articles and their candidates, which are gone through once.
    """
    forms = _forms(library)
    kept = _kept(forms)
    groups = merged(kept)
    _count_alone(kept)
    topics = [topic for group in groups if (topic := _topic(group)) is not None]
    return sorted(topics, key=lambda topic: (-topic.score, topic.key))


def _forms(library: Iterable[tuple[str, Sequence[Candidate]]]) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for article, found in library:
        for candidate in found:
            form = forms.get(candidate.key)
            if form is None:
                form = forms[candidate.key] = Form(candidate.key, candidate.parts)
            form.cues.update(candidate.cues)
            form.articles[article] = candidate.tally
            for surface, count in candidate.surfaces.items():
                form.surfaces[surface] = form.surfaces.get(surface, 0) + count
    for form in forms.values():
        form.settle(kind_of(form.key, form.parts, form.cues, form.surface))
    return forms


def _kept(forms: dict[str, Form]) -> dict[str, Form]:
    """Without the strings that are only parts of longer ones, and the plain rare ones."""
    inside = _inside(forms.values())
    for form in forms.values():
        stem, version = split_version(form.parts)
        if version and form.kind is TopicKind.PRODUCT and stem in forms:
            forms[stem].cues.add("parent")
    return {
        form.key: form
        for form in forms.values()
        if words("common").isdisjoint((form.key, "".join(form.parts[1:])))
        and not ("word" in form.cues and not form.is_known and not _is_term(form))
        and (
            form.is_known
            or "parent" in form.cues
            or (
                (inside.get(form.key, 0) < SWALLOWED * form.count or _stands_first(form))
                and (form.count >= MIN_PLAIN or form.is_named or form.cues & _ONCE)
            )
        )
    }


def _is_term(form: Form) -> bool:
    """Whether a word of the language is a topic: a cue says so, or it is a rare one of the news."""
    long = len(form.key) >= LONGER_WORD
    if form.cues & _WORDS_NEED - ({"acts"} if long else set()):
        return True
    if long and "headline" in form.cues:
        return True
    return len(form.key) >= LONG_WORD and form.count >= OFTEN and bool(form.cues & _TERMS)


def _inside(forms: Collection[Form]) -> dict[str, int]:
    """How often a string stands inside one longer form at most.

    What is a name is not swallowed by a phrase that is none.
    """
    known = {form.key: form for form in forms}
    found: dict[str, int] = {}
    for form in forms:
        plain = form.kind is TopicKind.CONCEPT and not form.is_named
        for part in inner(form.parts):
            shorter = known.get(part)
            if shorter is None or (plain and shorter.is_named) or _is_built_in(shorter, form):
                continue
            found[part] = max(found.get(part, 0), form.count)
    return found


def _is_built_in(shorter: Form, form: Form) -> bool:
    """Whether a phrase tells what a product with a name is built in: 英伟达[Jetson Thor]芯片."""
    named = shorter.kind is TopicKind.PRODUCT and "latin" in shorter.cues
    return named and len(shorter.parts) == 1 and form.kind is TopicKind.CONCEPT


def _stands_first(form: Form) -> bool:
    """Whether it begins longer names as a body or an event of its own: 教育部高等教育司."""
    if "headed" not in form.cues or form.kind not in (TopicKind.ORG, TopicKind.EVENT):
        return False
    whole = form.key[-1] in BODY_ENDS or form.parts[-1] in words("strong") | words("firm")
    sited = "somewhere" in form.cues and form.parts[-1] in words("seat")
    return form.kind is TopicKind.EVENT or form.is_known or whole or sited


def inner(parts: tuple[str, ...]) -> set[str]:
    """Keys of the shorter runs of words inside a run of words."""
    return {
        "".join(parts[first:last])
        for first in range(len(parts))
        for last in range(first + 1, len(parts) + 1)
        if last - first < len(parts)
    }


def _count_alone(forms: dict[str, Form]) -> None:
    """Share the occurrences out so that each place counts for its longest form only."""
    taken: dict[tuple[str, str], int] = {}
    for form in sorted(forms.values(), key=lambda form: (-len(form.parts), -len(form.key))):
        shorter = [part for part in inner(form.parts) if part in forms]
        for article, count in form.articles.items():
            left = form.alone[article] = max(0, count - taken.get((form.key, article), 0))
            for part in shorter:
                taken[part, article] = taken.get((part, article), 0) + left


def _occurrences(group: Sequence[Form]) -> tuple[dict[str, int], float]:
    """Occurrences by article, and the share of its weight that they leave a topic."""
    counts: dict[str, int] = {}
    for form in group:
        for article, count in form.alone.items():
            counts[article] = counts.get(article, 0) + count
    if any(counts.values()):
        return counts, 1.0
    inside = [
        form for form in group if form.is_known or "parent" in form.cues or _stands_first(form)
    ]
    return {article: n for form in inside for article, n in form.articles.items()}, NESTED


def _topic(group: Sequence[Form]) -> Ranked | None:
    """One topic of forms that mean the same; None where none of them stands by itself.

    A known name counts where it stands inside a longer one only: 通义千问 in 通义千问伙伴计划.
    """
    counts, share = _occurrences(group)
    total, spread = sum(counts.values()), sum(count > 0 for count in counts.values())
    if total == 0:
        return None
    ordered = sorted(group, key=lambda form: (-sum(form.alone.values()), -len(form.key), form.key))
    best = ordered[0]
    if not best.is_named and best.kind is TopicKind.CONCEPT:
        named = (form for form in ordered if form.is_named and form.count * 3 >= best.count)
        best = next(named, best)
    surfaces = sorted(
        ((count, surface) for form in group for surface, count in form.surfaces.items()),
        key=lambda pair: (-pair[0], pair[1]),
    )
    leader = max(group, key=weight)
    score = weight(leader) * math.log2(1 + total) * math.sqrt(1 + math.log2(spread))
    return Ranked(
        best.key,
        best.surface,
        tuple(form.key for form in ordered),
        tuple(dict.fromkeys([best.surface, *(surface for _, surface in surfaces)])),
        leader.kind,
        score * share,
        share < 1,
    )


def weight(form: Form) -> float:
    """How much a form's kind and cues are worth."""
    return _kind_weight(form) * (1 + NEWS * len(NEWSWORTHY & form.cues))


def _kind_weight(form: Form) -> float:
    if form.kind is not TopicKind.CONCEPT:
        bare = form.kind is TopicKind.PRODUCT and not form.cues & NAMING
        return LAUNCHED if bare and not form.is_known else WEIGHTS[form.kind]
    if form.is_known:
        return KNOWN_CONCEPT
    if "title" in form.cues:
        return TITLE
    if form.is_named:
        return QUOTED_CONCEPT
    if "aside" in form.cues:
        return ASIDE
    plain = WEIGHTS[TopicKind.CONCEPT]
    if form.cues & {"verbal", "placed"} or form.parts[0] in words("scope"):
        plain *= 0.7
    if form.parts[-1] in words("vague"):
        plain *= 0.7
    return plain

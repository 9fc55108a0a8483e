"""Aliases: forms that mean the same become one topic.

Each rule proposes pairs; a union-find joins them. Two forms are never joined when the lexicon knows
them as two things, or when they name two versions: versions are topics of their own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.model import TopicKind
from digest.text.fold import key as fold_key
from digest.topics.either import either
from digest.topics.foreign import last_part
from digest.topics.forms import SAME
from digest.topics.kinds import is_version
from digest.topics.lexicon import equals, names, regional, words
from digest.topics.shorter import abbreviated, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.topics.forms import Form

SHORT_FORM_KINDS = frozenset((TopicKind.ORG, TopicKind.EVENT, TopicKind.PRODUCT))
"""Kinds whose names are shortened freely once they have been said in full."""

_TEAMS = ("队", "女足", "男足", "女篮", "男篮", "女排", "男排")
"""Ends of the names of teams, which are said with their town and without it."""

_CUP = "杯"
"""Where the short name of a contest ends."""

_CUPS = frozenset((TopicKind.EVENT, TopicKind.CONCEPT))
"""Kinds that a cup by itself may have been taken for."""

_CALLED = frozenset((TopicKind.CONCEPT, TopicKind.ORG, TopicKind.PERSON, TopicKind.PRODUCT))
"""Kinds that a name of a person by itself may have been taken for."""

_TAILED = ("org", "product", "concept", "event", "place")
"""Kinds of names that are said with a last word and without it."""


class Groups:
    """The forms of a library by what they mean, while rules join them."""

    def __init__(self, forms: dict[str, Form]) -> None:
        self.forms = forms
        self._parent = {key: key for key in forms}
        self._canonical = {key: names()[key].canonical if key in names() else "" for key in forms}
        self._versions = {key: split_version(form.parts)[1] for key, form in forms.items()}

    def find(self, key: str) -> str:
        """The key that stands for the group of `key`."""
        while self._parent[key] != key:
            self._parent[key] = key = self._parent[self._parent[key]]
        return key

    def join(self, first: str, second: str, *, versions_differ: bool = False) -> None:
        """Make two groups one, unless they are known to differ."""
        first, second = self.find(first), self.find(second)
        canonicals = {self._canonical[first], self._canonical[second]} - {""}
        versions = {self._versions[first], self._versions[second]}
        apart = len(versions) > 1 and not versions_differ
        if first == second or len(canonicals) > 1 or apart:
            return
        self._parent[second] = first
        self._canonical[first] = next(iter(canonicals), "")

    def groups(self) -> list[list[Form]]:
        """The forms, each group by itself."""
        found: dict[str, list[Form]] = {}
        for key, form in self.forms.items():
            found.setdefault(self.find(key), []).append(form)
        return list(found.values())


def merged(forms: dict[str, Form]) -> list[list[Form]]:
    """The forms in groups of one meaning."""
    groups = Groups(forms)
    stems = _stems(forms)
    rules = (
        _same_entry,
        _said_same,
        _by_surname,
        _same_stem,
        _without_tail,
        _without_lead,
        _without_owner,
        _without_scope,
        _without_town,
        _without_sport,
    )
    for rule in rules:
        for first, second in rule(forms, stems):
            groups.join(first, second)
    for first, second in _only_versions(forms, stems):
        groups.join(first, second, versions_differ=True)
    for first, second in (*shortened(groups), *abbreviated(groups)):
        groups.join(first, second)
    return groups.groups()


def split_version(parts: tuple[str, ...]) -> tuple[str, str]:
    """The words before a version as one string, and the version without its v."""
    size = len(parts)
    while size > 1 and is_version(parts[size - 1]) and not parts[size - 1].endswith("号"):
        size -= 1
    return "".join(parts[:size]), "".join(parts[size:]).removeprefix("v")


def stem_of(form: Form) -> tuple[str, str]:
    """The name in mainland words with equal words made one, and its version."""
    stem, version = split_version(form.parts)
    stem = _regional().sub(lambda match: regional()[match[0]], stem)
    return _equal().sub(lambda match: equals().get(match[0], match[0]), stem), version


_Stems = dict[tuple[str, str], list[str]]


def _stems(forms: dict[str, Form]) -> _Stems:
    """Keys of the forms by stem and version."""
    found: _Stems = {}
    for key, form in forms.items():
        found.setdefault(stem_of(form), []).append(key)
    return found


def _same_entry(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """Forms of one name of the lexicon."""
    del stems
    first: dict[str, str] = {}
    for key in forms:
        if key in names():
            yield first.setdefault(names()[key].canonical, key), key


def _said_same(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """A name and what stands behind it in brackets: 国际货币基金组织(IMF)."""
    del stems
    for key, form in forms.items():
        for cue in sorted(form.cues):
            if cue.startswith(SAME) and cue.removeprefix(SAME) in forms:
                yield key, cue.removeprefix(SAME)


def _by_surname(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """林德斯特伦 = 埃里克·林德斯特伦, where only one person is called so."""
    del stems
    called: dict[str, list[str]] = {}
    for key, form in forms.items():
        last = last_part(form.surface) if form.kind is TopicKind.PERSON else ""
        if last:
            called.setdefault(fold_key(last), []).append(key)
    for short, full in called.items():
        if short in forms and forms[short].kind in _CALLED and len(full) == 1 and short != full[0]:
            yield full[0], short


def _same_stem(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """代码能力 = 程式码能力, 通用模型 = 通用认知大模型, 星火V3.5 = 星火3.5."""
    del forms
    for keys in stems.values():
        for key in keys[1:]:
            yield keys[0], key


def _without_tail(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """飞星一号平台 = 飞星一号, 讯飞晓医APP = 讯飞晓医, 多模态能力 = 多模态."""
    tails = [(kind, tail) for kind in _TAILED for tail in sorted(words(f"tail:{kind}"))]
    ends = tuple(tail for _, tail in tails)
    for (stem, version), keys in stems.items():
        for kind, tail in tails if stem.endswith(ends) else ():
            rest = stems.get((stem.removesuffix(tail), version), ()) if stem.endswith(tail) else ()
            if rest and _takes_tail(forms[rest[0]], kind, stems):
                yield rest[0], keys[0]


def _without_lead(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """台风梅花 = 梅花, where 梅花 is known for an event."""
    for (stem, version), keys in stems.items():
        for lead in sorted(words("lead:event")):
            rest = stems.get((stem.removeprefix(lead), version), ())
            if stem.startswith(lead) and rest and forms[rest[0]].kind is TopicKind.EVENT:
                yield rest[0], keys[0]


def _takes_tail(form: Form, kind: str, stems: _Stems) -> bool:
    """Whether a name is one with or without such a last word."""
    if kind == "concept":
        return form.is_known and form.kind is TopicKind.CONCEPT
    if kind == "product" and form.kind is TopicKind.CONCEPT and not form.is_known:
        return bool(form.cues & {"quoted", "aside", "proper"}) and _is_versioned(form, stems)
    if kind == "org" and form.kind is TopicKind.PRODUCT and form.key.isascii():
        return True
    return form.kind.value == kind


def _without_owner(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """讯飞星火大模型 = 星火大模型, 华为昇腾 = 昇腾, 科大讯飞1024开发者节 = 1024开发者节."""
    owners = {form.key for form in forms.values() if form.kind is TopicKind.ORG}
    for (stem, version), keys in stems.items():
        for size in range(2, len(stem) - 1):
            rest = stems.get((stem[size:], version), ()) if stem[:size] in owners else ()
            if rest and _is_owned(forms[rest[0]], stems):
                yield rest[0], keys[0]


def _is_owned(form: Form, stems: _Stems) -> bool:
    """Whether a name is the same with its maker's name before it."""
    if form.kind in (TopicKind.PRODUCT, TopicKind.EVENT):
        return True
    return not form.is_known and _is_versioned(form, stems)


def _is_versioned(form: Form, stems: _Stems) -> bool:
    """Whether versions of it are spoken of, as of a product with a name."""
    stem, version = stem_of(form)
    return bool(version) or any(other == stem and number for other, number in stems)


def _without_scope(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """全国两会 = 两会, 全球1024开发者节 = 1024开发者节."""
    for (stem, version), keys in stems.items():
        for size in range(2, min(5, len(stem) - 1)):
            rest = stems.get((stem[size:], version), ()) if stem[:size] in words("scope") else ()
            if rest and forms[rest[0]].kind in SHORT_FORM_KINDS:
                yield rest[0], keys[0]


def _without_town(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """临江虎鲸队 = 虎鲸队, where only one team is called so."""
    del stems
    full: dict[str, list[str]] = {}
    for key, form in forms.items():
        if form.kind is TopicKind.ORG and "somewhere" in form.cues and len(form.parts) > 1:
            full.setdefault(key.removeprefix(form.parts[0]), []).append(key)
    for short, keys in full.items():
        called = forms.get(short)
        team = called is not None and called.kind is TopicKind.ORG and short.endswith(_TEAMS)
        if called is not None and team and len(keys) == 1 and "word" not in called.cues:
            yield keys[0], short


def _without_sport(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """长江杯 = 长江杯网球公开赛, where but one event begins so."""
    del stems
    full: dict[str, list[str]] = {}
    for key, form in forms.items():
        cup, _, rest = key.partition(_CUP)
        if form.kind is TopicKind.EVENT and cup and rest and form.parts[-1] in words("contest"):
            full.setdefault(cup + _CUP, []).append(key)
    for short, keys in full.items():
        called = forms.get(short)
        alone = len(keys) == 1 and called is not None and not called.is_known
        if called is not None and alone and called.kind in _CUPS:
            yield keys[0], short


def _only_versions(forms: dict[str, Form], stems: _Stems) -> Iterator[tuple[str, str]]:
    """盘古大模型3.0 = 盘古大模型, where no other version, and no bare name, is spoken of."""
    versions: dict[str, list[str]] = {}
    for (stem, version), keys in stems.items():
        if version:
            versions.setdefault(stem, []).extend(keys)
    for stem, keys in versions.items():
        for bare in stems.get((stem, ""), ()):
            if len(keys) == 1 and forms[bare].count == forms[keys[0]].count:
                yield bare, keys[0]


@cache
def _regional() -> re.Pattern[str]:
    return re.compile(either(regional()))


@cache
def _equal() -> re.Pattern[str]:
    return re.compile(either({*equals(), *equals().values()}))

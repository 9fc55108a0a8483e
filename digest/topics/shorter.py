"""Shorter: forms that leave out words or characters of a full name.

A short form is believed where the full one is told too, and where there is but one full form that
it could stand for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import TopicKind
from digest.topics.lexicon import names, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.topics.aliases import Groups
    from digest.topics.forms import Form

MAX_SHORTENED = 4
"""Times a short form may be as frequent as its full one."""

MIN_SCOPED = 4
"""Code points of a short form that leaves out 全国 or 国家 and what follows it."""

TITLE_END = 2
"""Code points at its end that the short form of a titled text keeps: 办法, 条例, 规定."""

_COMPANY = ("公司", "集团")
"""Ends of the full names of firms."""

MIN_SHORT = 2
"""Code points of a short form."""

MIN_LONG = 6
"""Code points of an abbreviation so long that it need not stand beside its full form."""


def shortened(groups: Groups) -> Iterator[tuple[str, str]]:
    """讯飞 = 科大讯飞, 管理办法 = 生成式人工智能服务管理暂行办法, 推理大模型 = 深度推理大模型.

    A short form stands only in articles that have the full one, and there is but one full form.
    """
    endings: dict[str, list[Form]] = {}
    for form in groups.forms.values():
        for ending in _endings(form):
            endings.setdefault(ending, []).append(form)
    for short in groups.forms.values():
        if len(short.key) < MIN_SHORT or (short.is_known and short.kind is TopicKind.CONCEPT):
            continue
        full = [
            form
            for ending in sorted({short.parts[-1], short.key[-TITLE_END:]})
            for form in endings.get(ending, ())
            if form is not short and _is_full(short, form)
        ]
        if full and len({groups.find(form.key) for form in full}) == 1:
            yield full[0].key, short.key


def abbreviated(groups: Groups) -> Iterator[tuple[str, str]]:
    """建屋局 = 建屋发展局, 国家执业医师资格考试 = 国家临床执业医师资格考试.

    The short form takes characters of the full one in order, its first and its last among them.
    """
    ends: dict[tuple[TopicKind, str, str], list[Form]] = {}
    for form in groups.forms.values():
        if form.kind in (TopicKind.ORG, TopicKind.EVENT):
            ends.setdefault((form.kind, form.key[0], form.key[-1]), []).append(form)
    for alike in ends.values():
        for short in alike:
            if len(short.key) <= MIN_SHORT:
                continue
            full = [
                form
                for form in alike
                if len(form.key) > len(short.key) + 1
                and (len(short.key) >= MIN_LONG or set(short.articles) <= set(form.articles))
                and not form.key.startswith(short.key)
                and _is_subsequence(short.key, form.key)
            ]
            if len({groups.find(form.key) for form in full}) == 1:
                yield full[0].key, short.key


def _endings(form: Form) -> set[str]:
    """What a short form of it may end with."""
    if form.key.endswith(_COMPANY):
        return set(form.parts)
    return {form.key[-TITLE_END:] if "title" in form.cues else form.parts[-1]}


def _is_full(short: Form, form: Form) -> bool:
    """Whether `form` could be what `short` stands for."""
    if len(form.key) <= len(short.key):
        return False
    together = set(short.articles) <= set(form.articles)
    if form.key.endswith(_COMPANY):
        own = len(short.parts) > 1 or "word" not in short.cues
        return together and own and _is_firm(short, form)
    if "title" in form.cues:
        return together and len(short.key) > MIN_SHORT and _is_subsequence(short.key, form.key)
    if not form.key.endswith(short.key) or "placed" in form.cues - short.cues:
        return False
    if form.parts[0] in words("scope") and short.kind is form.kind is not TopicKind.CONCEPT:
        return len(short.key) >= MIN_SCOPED
    often = form.count * MAX_SHORTENED >= short.count
    return together and often and (form.kind is short.kind or short.key not in names())


def _is_firm(short: Form, form: Form) -> bool:
    """Whether a company is called by what is its own in its name: 上海[蔚蓝能源]科技有限公司."""
    starts = (0, 1) if "placed" in form.cues else (0,)
    return any(form.parts[start : start + len(short.parts)] == short.parts for start in starts)


def _is_subsequence(short: str, full: str) -> bool:
    characters = iter(full)
    return all(character in characters for character in short)

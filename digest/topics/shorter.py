"""Shorter: forms that leave out words or characters of a full name.

A short form is believed where the full one is told too, and where there is but one full form that
it could stand for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import TopicKind
from digest.topics.lexicon import names, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    shorts = [form for form in groups.forms.values() if _may_be_short(form)]
    told = _Shorts(shorts)
    fulls: dict[str, list[Form]] = {}
    for form in groups.forms.values():
        for short in told.of(form):
            if _is_full(short, form):
                fulls.setdefault(short.key, []).append(form)
    for short in shorts:
        full = fulls.get(short.key, ())
        if full and len({groups.find(form.key) for form in full}) == 1:
            yield full[0].key, short.key


def _may_be_short(form: Form) -> bool:
    return len(form.key) >= MIN_SHORT and not (form.is_known and form.kind is TopicKind.CONCEPT)


class _Shorts:
    """What forms there are that may be short for another, by what they may have in common with it.

    That leaves a few for each of ten thousand forms to be looked at (see `_is_full`).
    """

    def __init__(self, shorts: Iterable[Form]) -> None:
        self._by_key: dict[str, Form] = {}
        self._by_parts: dict[tuple[str, ...], list[Form]] = {}
        self._by_ending: dict[str, list[Form]] = {}
        for form in shorts:
            self._by_key[form.key] = form
            self._by_parts.setdefault(form.parts, []).append(form)
            for ending in {form.parts[-1], form.key[-TITLE_END:]}:
                self._by_ending.setdefault(ending, []).append(form)

    def of(self, form: Form) -> Iterator[Form]:
        """Those that may be short for a form."""
        if form.key.endswith(_COMPANY):
            size = len(form.parts)
            for start in (0, 1):
                for end in range(start + 1, size + 1):
                    yield from self._by_parts.get(form.parts[start:end], ())
        elif "title" in form.cues:
            yield from self._by_ending.get(form.key[-TITLE_END:], ())
        else:
            for start in range(1, len(form.key) - MIN_SHORT + 1):
                short = self._by_key.get(form.key[start:])
                if short and form.parts[-1] in (short.parts[-1], short.key[-TITLE_END:]):
                    yield short


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
                and (len(short.key) >= MIN_LONG or short.articles.keys() <= form.articles.keys())
                and not form.key.startswith(short.key)
                and _is_subsequence(short.key, form.key)
            ]
            if len({groups.find(form.key) for form in full}) == 1:
                yield full[0].key, short.key


def _is_full(short: Form, form: Form) -> bool:
    """Whether `form` could be what `short` stands for."""
    if len(form.key) <= len(short.key):
        return False
    together = short.articles.keys() <= form.articles.keys()
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

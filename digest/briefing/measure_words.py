"""What the words before and behind a figure say that it measures.

`营业收入达到`, `營收為` and `实现营收` are one measure, `海外营收` and `预计营收` two others. All
words here are those of the normal text: Simplified, half width, lower case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Nature: TypeAlias = Literal["flow", "state", "event", "fixed"]
"""How a measure runs: over a period, at a moment, of one event, or not at all."""

DATE = "\ue000"
"""Stands for a date among the words; of the private use area, which clean texts have none of."""

OTHER = "\ue001"
"""Stands for another figure among the words."""


REMEMBERED = 4096
"""Words of which is remembered what was found out: the clauses of news return, in an article and in
the next; a few hundred bytes each."""

LONGEST_NAME = 24
"""Characters of a clause that are taken for the name of what it measures, at most."""


@dataclass(frozen=True, slots=True)
class Metric:
    """What a figure measures, so far as the words around it say."""

    name: str
    """The name of the measure in the table; `=` and the words themselves for one that is not
    there."""
    nature: Nature
    qualifiers: frozenset[str]
    """What narrows it, by the table of qualifiers."""
    rest: str
    """Words that are neither the measure nor qualifiers: whose it is, of which part."""


_LINK = re.compile(
    r"(?:[ 了约为是共有达至到在仅已将近逾超均也则就即且却只再]|达到|大约|录得|实现|高达|多达|合计"
    r"|突破|超过|不到|不足|收于|收报|报收|收在|攀升|回升|回落|升至|降至|增至|减至|跌至|涨至|接近|分别|左右|位居|排名"
    r"|名列|位列|居|维持|保持|稳定|完成|创下|创|取得|获得|获|拥有|持有|设有|首次|首度|成功|定为|定在|其中"
    r"|最终|目前|现|当前|全年|全期|[:=\"“]|(?<=[量额人数值])[升降增减跌涨](?=[至到])|以来|一共|共计|总共|上|扩大|缩小|收窄"
    r"|收盘|收市|开盘|截至|截止|报|以|从|由|的)+$"
)
"""Words that tie a figure to what it measures, right before it."""

_CHANGE = re.compile(
    r"(?:大幅|小幅|微幅|逆势|持续|快速|显著|进一步|再|又|累计|合计|净|仍|环比|同比|按年|按月|按季|年|季|月"
    r"|较\ue000|比\ue000|较去年同期|比去年同期|较上年同期|比上年同期|与去年同期相比|较上月|比上月|较上季|比上年"
    r"|较上年|较前一日|较上一交易日|名义|实际)*"
    r"(?:增长|增加|增|上升|上涨|上扬|提升|提高|扩大|涨幅|增幅|涨|升|成长|下降|下跌|下滑|减少|降低|缩减|衰退|回落"
    r"|跌幅|降幅|跌|降|减|收窄|萎缩)"
    r"(?:了|约|近|超过|逾|达到?|为|至?少|仅|高达|幅度|率|[ ])*$"
)
"""A change that a figure tells, right before it; the measure stands before that."""

_MAY_CHANGE = re.compile(
    r"[长加增升涨扬高大幅跌滑少低减退落降窄缩][ 了约近超过逾达到为至少仅高幅度率]*$"
)
"""What every change ends like, and little else: the quick look."""
_FALLS = re.compile(r"下降|下跌|下滑|减少|降低|缩减|衰退|回落|跌|降|减|收窄|萎缩")
_LEVEL = re.compile(r"(?:至|到|成|为)(?:了|约|近|逾|超过?|[ ])*$")
_LEADING = re.compile(
    r"^(?:[ 的了在于和与及并且又也则而其该此这那今截至止据自由从是让使令把将被曾给向对就还更因截所"
    r"再有]"
    r"|以及|其中|此外|同时|目前|另外|此次|这次|本次|已经|已|当中|又有|实现|录得|取得|完成|公布|宣布|公告|发布|显示"
    r"|指出|表示|透露|称|公司|本公司|集团|本集团|企业|全年|当年|当季|当月|当天|当日|期内|报告期内?|年内|今年|去年"
    r"|本季度?|本月|单季|\ue000|\ue001|造成|导致|致使|致|拥有|共有|共|全部|整体|总体|合并|确认|核实)+"
)
"""What stands before the words that matter."""
_TRAILING = re.compile(
    r"(?:[ 的了在于和与及方面数总量已有达为至\ue000\ue001]|实现|录得|取得|完成)+$"
)
_LINKS, _CHANGES, _LEVELS, _TRAILS = (
    pattern.pattern + DATE + OTHER for pattern in (_LINK, _CHANGE, _LEVEL, _TRAILING)
)
"""Characters of which what these match is made, among others: only a run of them at the end of
words is worth a search."""
_NOUN = re.compile(r"[一-鿿a-zA-Z0-9+]{1,10}")
_NOUN_ENDS = re.compile(
    r"[的了在是将与和及等已被就也都又并或由为至到从以于\ue000\ue001]|(?<=.)(?:分别|左右|以上|以下|其中|同比|参加|参与|组成|来自|加入|获得|完成|接受)"
)
_MEASURING = re.compile(r"死亡|遇难|身亡|丧生|罹难|受伤|轻伤|重伤|失踪|失联|死|伤")


@cache
def metrics() -> Mapping[str, tuple[str, Nature]]:
    """The name and the nature of a measure by every word for it."""
    table: dict[str, tuple[str, Nature]] = {}
    for name, nature, forms in _rows("metrics.tsv"):
        for form in (name, *forms.split()):
            table[form.lower()] = name, cast("Nature", nature)
    return table


@cache
def _qualifiers() -> tuple[re.Pattern[str], Mapping[str, str]]:
    table = {form: name for name, forms in _rows("qualifiers.tsv") for form in forms.split()}
    words = "|".join(map(re.escape, sorted(table, key=len, reverse=True)))
    heads = re.escape("".join(sorted({word[0] for word in table})))
    # One look at the first character lets most places fail at once.
    return re.compile(f"(?=[{heads}])(?:{words})"), table


def _rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def _by_end() -> Mapping[str, Sequence[str]]:
    """The words for measures by their last character, the longest first."""
    table: dict[str, list[str]] = defaultdict(list)
    for term in sorted(metrics(), key=len, reverse=True):
        table[term[-1]].append(term)
    return dict(table)


@cache
def _by_head() -> Mapping[str, Sequence[str]]:
    """The words for measures of two characters and more by their first one, the longest first."""
    table: dict[str, list[str]] = defaultdict(list)
    for term in sorted(metrics(), key=len, reverse=True):
        if len(term) > 1:
            table[term[0]].append(term)
    return dict(table)


def ending(words: str) -> tuple[str, str]:
    """The longest word for a measure that `words` end in, and what stands before; two blanks."""
    for term in _by_end().get(words[-1:], ()):
        if words.endswith(term):
            return term, words[: -len(term)]
    return "", words


def beginning(words: str, at: int = 0) -> str:
    """The longest word for a measure that `words` go on with from a place; empty if none."""
    for term in _by_head().get(words[at : at + 1], ()):
        if words.startswith(term, at):
            return term
    return ""


@lru_cache(maxsize=REMEMBERED)
def change(words: str) -> tuple[int, str]:
    """Whether words before a figure tell a change: -1, 0 or 1, and the words without it."""
    if not _MAY_CHANGE.search(words) or _at_end(_LEVEL, _LEVELS, words):
        return 0, words
    match = _at_end(_CHANGE, _CHANGES, words)
    if match is None:
        return 0, words
    return (-1 if _FALLS.search(match[0]) else 1), words[: match.start()]


def _at_end(pattern: re.Pattern[str], characters: str, words: str) -> re.Match[str] | None:
    """What a pattern that is tied to the end matches; only a run of its characters is searched."""
    start = len(words.rstrip(characters))
    return pattern.search(words, start) if start < len(words) else None


def _without_end(pattern: re.Pattern[str], characters: str, words: str) -> str:
    match = _at_end(pattern, characters, words)
    return words[: match.start()] if match else words


@lru_cache(maxsize=REMEMBERED)
def before(words: str) -> Metric | None:
    """What the words before a figure say that it measures; None if they say nothing."""
    bare = words.rstrip()
    while bare != (bare := _without_end(_LINK, _LINKS, bare).removesuffix(DATE)):
        pass
    found, qualifiers = qualified(bare)
    bare = found if ending(found)[0] else _without_end(_TRAILING, _TRAILS, found)
    term, rest = ending(bare)
    if term:
        name, nature = metrics()[term]
        return Metric(name, nature, qualifiers, stripped(rest))
    rest = stripped(bare)
    if not 2 <= len(rest) <= LONGEST_NAME or DATE in rest:
        return None
    return Metric(f"={rest}", "state", qualifiers, "")


@lru_cache(maxsize=REMEMBERED)
def behind(words: str) -> Metric | None:
    """What is counted: the noun behind a figure; None if none follows."""
    words = words.lstrip(" ")
    casualty = _MEASURING.match(words)
    if casualty:
        name = {"死": "死亡", "伤": "受伤", "重伤": "受伤"}.get(casualty[0], casualty[0])
        term, nature = metrics()[name]
        return Metric(term, nature, frozenset(), "")
    match = _NOUN.match(words)
    if match is None:
        return None
    stop = _NOUN_ENDS.search(match[0])
    noun = match[0][: stop.start()] if stop else match[0]
    if not noun:
        return None
    term, rest = ending(noun)
    if not term or len(term) < 2:
        term, rest = beginning(noun), ""
    if term:
        name, nature = metrics()[term]
        return Metric(name, nature, frozenset(), rest)
    return Metric(f"={noun}", "state", frozenset(), "") if len(noun) > 1 else None


def qualified(words: str) -> tuple[str, frozenset[str]]:
    """The words without those that narrow a measure, and what these come to."""
    pattern, table = _qualifiers()
    if not pattern.search(words):
        return words, frozenset()
    protected = ending(words)[0]
    head = words[: len(words) - len(protected)]
    names = frozenset(table[match] for match in pattern.findall(head))
    return pattern.sub("", head) + protected, names


def is_narrowing(words: str) -> bool:
    """Whether words do nothing but narrow a measure."""
    return _qualifiers()[0].match(words) is not None and not qualified(words)[0]


@lru_cache(maxsize=REMEMBERED)
def stripped(words: str) -> str:
    """Words without what leads in and trails behind."""
    before_, current = "", words.strip()
    while before_ != current:
        before_ = current
        lead = _LEADING.match(current)
        current = _without_end(_TRAILING, _TRAILS, current[lead.end() :] if lead else current)
    return current

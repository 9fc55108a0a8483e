"""Credit lines: who wrote, edited and published a text, said on a line of its own.

`来源：新华网 作者：张三 2023-08-16 10:23`, `文/劉曠公眾號,ID:liukuang110`, `作者|许昊杰 许可亮`.
A line is a credit line only if the whole of it is: labels with short values, dates with their time,
the leftovers of a page (字号：大 中 小), and nothing besides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from digest.model import Metadata
from digest.text.clean import dates
from digest.text.fold import simplified

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.text.clean.lines import Line

_BEHIND_LABEL = r"\s?[:|丨/]\s?"
_BARE = re.compile(
    rf"(?P<date>{dates.DATE}\s*{dates.CLOCK})|(?P<junk>字号|大\s中\s小|打印|分享|收藏|评论|关闭|[|·•/,;\s()\[\]]+)"
)
_DATED = re.compile(rf"{dates.DATE}\s*{dates.CLOCK}")
_VALUE_LIMIT = 40
"""Characters of the longest value; the name of an office with its department is shorter."""
_LINE_LIMIT = 120
_PROSE = re.compile(r"[。!?…]")
_SPLIT = re.compile(r"[\s,，、;；/／|｜&]+")
_OFFICE = re.compile(
    r"(?:.{0,6}(?:[报報刊网網台社]))?(?:特[约約]|[见見][习習]|[实實][习習]|首席|[资資]深)*"
    r"(?:[记記]者|[编編][辑輯]|[实實][习習]生|通[讯訊][员員]|撰稿人?|作者|[摄攝]影|整理|[编編][译譯])"
)
"""What stands before a name or between names and is none."""
PUBLICATION = re.compile(
    r"[^,。:;!?\s]{0,14}(?:日报|晚报|时报|商报|早报|周报|快报|晨报|学报|[都青]报|网|杂志|周刊|月刊|新闻|社|电视台|电台|客户端"
    r"|财经|公众号|观察|在线|频道|之家)"
)
"""What publications and sites are called, in plain characters."""
_ACCOUNT_TAIL = re.compile(r"(?:微信)?(?:公[众眾]|[视視][频頻]|[头頭][条條]|[订訂][阅閱])[号號]")
_APART = " \u3000|/,;([)]丨·"
"""What may stand before a label or date inside a line: only there does another value end."""
_ID = re.compile(r"(?:_|\b)[A-Z]{1,3}\d{2,}$")
"""The number that some sites put behind an editor's name."""
NOTHING = Metadata()
"""What a line says that says nothing."""
_BRACKETS = {"(": ")", "[": "]", "【": "】", "〔": "〕", "〈": "〉"}


@dataclass(frozen=True, slots=True)
class Credits:
    """What credit lines said."""

    metadata: Metadata = field(default_factory=Metadata)
    kinds: frozenset[str] = frozenset()
    """What was found, by the kinds of label."""


def credit_line(line: Line) -> Credits | None:
    """What a credit line says, or None for a line that is none."""
    start, end = _unbracketed(line.plain)
    plain = line.plain[start:end]
    if len(plain) > _LINE_LIMIT or _PROSE.search(plain):
        return None
    found: dict[str, list[str]] = {}
    place = 0
    while place < len(plain):
        kind, first, last = _item(plain, place)
        value = line.part(start + first, start + last).strip(",，;；|｜")
        if not kind or (kind == "date" and not dates.iso(plain[first:last])):
            return None
        found.setdefault(kind, []).append(value)
        place = last
    found.pop("space", None)
    site = found.pop("site", None)
    if site and "date" not in found:
        return None
    if site:
        found.setdefault("source", site)
    return Credits(_metadata(found), frozenset(found)) if found else None


@cache
def labels() -> Mapping[str, str]:
    """What each label names, from the table of labels."""
    table = (resources.files("digest.text.clean") / "labels.txt").read_text("utf-8")
    rows = (row.partition("\t") for row in table.splitlines() if not row.startswith("#"))
    return {label: kind for label, _, kind in rows}


@cache
def _by_label() -> re.Pattern[str]:
    """A label with the mark behind it, the longest that fits.

    Only Latin letters are compared without their case: a pattern of which every part begins with a
    known character is left at once where none of them stands.
    """
    rests: dict[str, list[str]] = {}
    for label in sorted(labels(), key=len, reverse=True):
        rests.setdefault(label[0], []).append(_any_case(label[1:]))
    words = "|".join(f"{_any_case(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(
        rf"(?<!\w)(?:(?P<label>{words})|[\u4e00-\u9fff]{{2,4}}(?P<office>记者|编辑)){_BEHIND_LABEL}"
    )


def _any_case(words: str) -> str:
    """A pattern of words in whatever case."""
    has_case = words.lower() != words.upper()
    return f"(?i:{re.escape(words)})" if has_case else re.escape(words)


def _item(plain: str, place: int) -> tuple[str, int, int]:
    """What stands at a place of a line: its kind, and where its value is; no kind for prose."""
    label = _by_label().match(plain, place)
    if label:
        last = _value_end(plain, label.end())
        fits = last - label.end() <= _VALUE_LIMIT
        name = (label["label"] or label["office"]).lower()
        return labels()[name] if fits else "", label.end(), last
    bare = _BARE.match(plain, place)
    if bare and bare.end() > place:
        return "date" if bare["date"] else "space", place, bare.end()
    site = PUBLICATION.match(plain, place)
    if site and (site.end() == len(plain) or plain[site.end()] in " |/·,("):
        return "site", place, site.end()
    return "", place, place


def merged(first: Metadata, second: Metadata) -> Metadata:
    """Both, where the first says nothing of a thing the second."""
    if second is NOTHING or second == NOTHING:
        return first
    return Metadata(
        title=first.title or second.title,
        title_derived=first.title_derived,
        source=first.source or second.source,
        author=first.author or second.author,
        editor=first.editor or second.editor,
        published=first.published or second.published,
        published_inferred=first.published_inferred,
        published_reason=first.published_reason,
        keywords=first.keywords or second.keywords,
    )


def names(value: str) -> str:
    """The names in a value, separated by a space."""
    parts = _SPLIT.split(_ACCOUNT_TAIL.split(value)[0])
    cleared = (_OFFICE.sub("", _ID.sub("", part).strip("()（）")) for part in parts)
    return " ".join(filter(None, cleared))


def _unbracketed(plain: str) -> tuple[int, int]:
    """Where the line is inside the brackets around the whole of it."""
    start, end = 0, len(plain)
    while end - start > 2 and _BRACKETS.get(plain[start]) == plain[end - 1]:
        start, end = start + 1, end - 1
    return start, end


def _value_end(plain: str, start: int) -> int:
    """Where a value ends: before the next label or date that stands apart, or at the end."""
    ends = [len(plain)]
    for rule in (_by_label(), _DATED):
        places = (found.start() for found in rule.finditer(plain, start))
        apart = (place for place in places if place > start and plain[place - 1] in _APART)
        ends.append(next(apart, len(plain)))
    return min(ends)


def _metadata(found: dict[str, list[str]]) -> Metadata:
    days = (dates.iso(simplified(value)) for value in found.get("date", ()))
    values = {kind: " ".join(filter(None, words)) for kind, words in found.items()}
    return Metadata(
        title=values.get("title", ""),
        source=values.get("source", "").strip("《》<>（( "),
        author=names(values.get("author", "")),
        editor=names(values.get("editor", "")),
        published=next(filter(None, days), ""),
        keywords=_listed(values.get("keywords", "")),
    )


def _listed(keywords: str) -> tuple[str, ...]:
    """Keywords, parted by marks or, where there are none, by blanks."""
    marks = r"\s*[,，、;；|｜]+\s*"
    if not keywords:
        return ()
    parts = re.split(marks if re.search(marks, keywords) else r"\s+", keywords)
    return tuple(filter(None, parts))

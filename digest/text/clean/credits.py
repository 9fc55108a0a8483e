"""Credit lines: who wrote, edited and published a text, said on a line of its own.

`来源：新华网 作者：张三 2023-08-16 10:23`, `文/劉曠公眾號,ID:liukuang110`, `作者|许昊杰 许可亮`.
A line is a credit line only if the whole of it is: labels with short values, dates with their time,
the leftovers of a page (字号：大 中 小), and nothing besides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from digest.model import Metadata
from digest.text.clean import dates
from digest.text.fold import simplified

if TYPE_CHECKING:
    from digest.text.clean.lines import Line

_LABELS = {
    "source": "(?:文章|信息|消息|新闻|本文|原文|稿件|内容|资料)?(?:来源|出处)|来源(?:网站|媒体)|稿源|文源"
    "|转自|转载自|原载|发布机构|source",
    "author": "(?:本文)?作者|文|撰文|撰稿|采写|主笔|撰写|编译|记者|(?:本报|本刊|见习|实习|特约|首席|本网)记者"
    "|采访(?:记者)?|文字|by|author|text",
    "also": "通讯员|图文|文图|文/图|图/文|翻译|译者?|整理|综合|统筹|策划|监制|出品|制图|运营|摄影|摄像|剪辑",
    "editor": "(?:责任|值班|实习|执行|本期|本文|网络|文字|视觉)?编辑|责编|主编|值班主编|editor",
    "checker": "[一二三初复终]?审|审[核校读稿]|校[对审]|核稿|编审|复核|责任校对|值班编委|值班总编|总编辑|排版|签发|编委|流程编辑",
    "image": "题图|头图|封面图?|配图|插图|图片?(?:来源|源)?|供图|图说|首图|资料图|图片提供|photo",
    "date": "(?:发[布表稿]|更新|发文|刊发|出版|上线|原文发布)?(?:日期|时间)|date|(?:发布|更新|发表)于?",
    "keywords": "关键[词字]|标签|tags?|keywords?",
    "title": "标题|题目|原标题|title",
    "account": "(?:微信)?公众[号平]台?(?:id)?|微信(?:号|id)?|微博|id|邮箱|电邮|e-?mail",
    "page": "字[号体](?:大小)?|字体大小|阅读(?:量|数|次数)?|点击(?:量|数)?|浏览(?:量|次数|数)?|评论(?:数)?|分享(?:到|至)?|打印|阅读时间|版次|版面|栏目|频道|分类",
}
"""What a label says of the value behind it, as patterns over plain text."""

_BY_LABEL = re.compile(
    r"(?<![\w])(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items()) + ")"
    r"\s?(?::|\||丨|｜|\s/|/)\s?",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?P<date>{dates.DATE}\s*{dates.CLOCK})|(?P<junk>字号|大\s中\s小|打印|分享|收藏|评论|关闭|[|·•/,;\s()\[\]]+)"
)
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
    r"|财经|公众号|观察|在线|频道|之家|[A-Za-z]{2,})"
)
"""What publications and sites are called, in plain characters."""
_ACCOUNT_TAIL = re.compile(r"(?:微信)?(?:公[众眾]|[视視][频頻]|[头頭][条條]|[订訂][阅閱])[号號]")
_ID = re.compile(r"_[A-Z]+\d+$")
"""The number that some sites put behind an editor's name."""
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


def _item(plain: str, place: int) -> tuple[str, int, int]:
    """What stands at a place of a line: its kind, and where its value is; no kind for prose."""
    label = _BY_LABEL.match(plain, place)
    if label and label.lastgroup:
        last = _value_end(plain, label.end())
        fits = last - label.end() <= _VALUE_LIMIT
        return label.lastgroup if fits else "", label.end(), last
    bare = _BARE.match(plain, place)
    if bare and bare.end() > place:
        return "date" if bare["date"] else "space", place, bare.end()
    site = PUBLICATION.match(plain, place)
    if site and (site.end() == len(plain) or plain[site.end()] in " |/·,("):
        return "site", place, site.end()
    return "", place, place


def merged(first: Metadata, second: Metadata) -> Metadata:
    """Both, where the first says nothing of a thing the second."""
    return replace(
        first,
        title=first.title or second.title,
        source=first.source or second.source,
        author=first.author or second.author,
        editor=first.editor or second.editor,
        published=first.published or second.published,
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
    for found in (*_BY_LABEL.finditer(plain, start), *_BARE.finditer(plain, start)):
        apart = plain[found.start() - 1] in " \u3000|/,;([）)]｜丨·"
        if found.start() > start and apart and (found.re is _BY_LABEL or found["date"]):
            ends.append(found.start())
    return min(ends)


def _metadata(found: dict[str, list[str]]) -> Metadata:
    days = (dates.iso(simplified(value)) for value in found.get("date", ()))
    values = {kind: " ".join(filter(None, words)) for kind, words in found.items()}
    keywords = values.get("keywords", "")
    marks = r"\s*[,，、;；|｜]+\s*"
    listed = re.split(marks if re.search(marks, keywords) else r"\s+", keywords)
    return Metadata(
        title=values.get("title", ""),
        source=values.get("source", "").strip("《》<> "),
        author=names(values.get("author", "")),
        editor=names(values.get("editor", "")),
        published=next(filter(None, days), ""),
        keywords=tuple(filter(None, listed)),
    )

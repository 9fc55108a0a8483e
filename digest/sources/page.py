"""A web page into the plain text of its article, and its meta elements into what is given.

The only importer of trafilatura and lxml. The article is found by trafilatura unless the page is
plain; where it finds little, on small or bare pages, the page is read block by block. Nothing is
fetched, no entity is resolved from outside, and libxml2's limits on size and depth stay on. What a
page shows between headline and article, its source and time, is put before the article, where the
cleaner reads it.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree, html  # type: ignore[import-untyped]  # lxml ships no types

from digest.model import Metadata
from digest.sources.plain_page import plain_article
from digest.sources.wording import joined
from digest.text.clean.credits import credit_line
from digest.text.clean.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from trafilatura.settings import Extractor

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
_HEAD = 4096
"""Bytes in which a page declares its encoding; HTML asks for 1,024, pages go beyond."""

_DECLARATION = re.compile(
    r"^\s*<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE
)
"""An XML declaration, which says how the bytes were read, and a document type with entities."""
_ILLEGAL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]|&#(?:x[dD][89a-fA-F]\w\w|5[5-7]\d{3});"
)
"""Characters and references that XML forbids, surrogates among them: libxml2 stops at them."""
_CONTROLS = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)))
"""The first of them, each one byte."""

_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "nav", "header", "footer", "aside",
    "form", "button", "select", "option", "textarea", "iframe", "object", "video", "audio",
    "canvas", "head", "figcaption", "dialog", "menu",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section",
    "table", "tbody", "tfoot", "thead", "tr", "ul", "body", "html",
))  # fmt: skip
_NOTHING = "\r\n \u3000\xa0"
"""What stands between most blocks."""
_LEAST = 200
"""Characters of an extracted article below which the page is read block by block as well."""
_ABOVE = 12
"""Lines above the article that may say its source and time."""

_DATES = (
    "article:published_time", "og:published_time", "og:release_date", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "weibo:article:create_at", "apub:time", "date",
    "dc.date", "dc.date.issued", "parsely-pub-date", "article:create_at", "creation_date",
)  # fmt: skip
_SOURCES = (
    "source",
    "og:site_name",
    "article:source",
    "application-name",
    "publisher",
    "copyright",
)
_AUTHORS = ("author", "article:author", "og:article:author", "byl", "dc.creator")
_DAY = re.compile(r"((?:19|20)\d\d)[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})(?!\d)")
_LINK = re.compile(r"https?://|^@|\.(?:com|cn|net|org|tw|hk)\b")
_LABEL = re.compile(r"^(?:来源|來源|作者|责任编辑|責任編輯)\s*[:：]\s*")


def declared_encoding(data: bytes) -> str:
    """The encoding that a page's own first bytes name; empty if they name none."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii", "ignore") if found else ""


def read(text: str) -> tuple[str, Metadata]:
    """The plain text of a page's article, one paragraph a line, and what the page declares."""
    source = _bytes(text)
    if not source.strip():
        return "", Metadata()
    try:
        tree = html.document_fromstring(source, parser=_parser())
    except etree.LxmlError:
        return "", Metadata()
    given = _given(tree)
    headings = {" ".join(_line(h.itertext())) for h in tree.iter("h2", "h3", "h4", "h5", "h6")}
    article = plain_article(tree) or _article(tree)
    if sum(map(len, article)) < _LEAST:
        article = list(_blocks(_main(tree))) or article
    marked = (f"## {line}" if line in headings else line for line in article)
    return "\n".join([*_above(tree, article), *marked]), given


def _bytes(text: str) -> bytes:
    """A page as libxml2 takes it; looked through with care only where there may be something."""
    if "<?" in text or "[" in text:
        text = _DECLARATION.sub("", text)
    if "&#" not in text:
        with suppress(UnicodeEncodeError):
            data = text.encode("utf-8")
            if len(data.translate(None, _CONTROLS)) == len(data):
                return data
    return _ILLEGAL.sub("", text).encode("utf-8")


@cache
def _parser() -> html.HTMLParser:
    """The parser, which keeps nothing of what it parsed."""
    return html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _article(tree: html.HtmlElement) -> list[str]:
    """The paragraphs that trafilatura takes for the article; none where it fails."""
    from trafilatura import extract  # noqa: PLC0415 - 0.3 s that only pages need

    try:
        found = extract(tree, options=_options())
    except (RecursionError, ValueError, TypeError, AttributeError, etree.LxmlError):
        return []
    return [line.strip() for line in (found or "").splitlines() if line.strip()]


@cache
def _options() -> Extractor:
    """What is asked of trafilatura; made once, as it reads a file of settings each time."""
    from trafilatura.settings import Extractor  # noqa: PLC0415 - as above

    return Extractor(comments=False, tables=True)


def _main(tree: html.HtmlElement) -> html.HtmlElement:
    """The one element that holds the article where the page says so, or the whole."""
    for path in ("//article", "//main", "//*[@itemprop='articleBody']"):
        found = tree.xpath(path)
        if len(found) == 1:
            return found[0]
    return tree


def _blocks(top: html.HtmlElement) -> Iterator[str]:
    """The text of each block in order, without what is no text; no recursion at any depth."""
    words: list[str] = []
    walk = etree.iterwalk(top, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        skipped = event == "start" and tag in _SKIPPED
        if tag in _BLOCKS:
            yield from _line(words)
            words = []
        elif tag in {"td", "th"} and event == "end":
            words.append("\u3000")
        if skipped:
            walk.skip_subtree()
        elif event == "start":
            words.append(element.text or "")
        if event == "end" and element is not top:
            words.append(element.tail or "")
    yield from _line(words)


def _line(words: Iterable[str]) -> Iterator[str]:
    """The words of a block as one line, if there are any."""
    text = "".join(words)
    if text.strip(_NOTHING) and (line := joined(text).strip("\u3000 \xa0")):
        yield line


def _above(tree: html.HtmlElement, article: Sequence[str]) -> Iterator[str]:
    """The credit lines between the head of the page and the first paragraph of the article."""
    if not article:
        return
    every: list[str] = []
    blocks = _blocks(tree)
    first = _place(article[0], every, blocks) or 0
    if len(article) > 1 and len(article[0]) < len(article[1]):
        every += islice(blocks, 1)
        if first + 1 < len(every):
            second = _place(article[1], every, blocks)
            first = first if second is None else second
    for line in every[max(0, first - _ABOVE) : first]:
        said = credit_line(Line.at(0, line)) if line not in article else None
        if said and (said.kinds & {"source", "author", "editor", "date"}):
            yield line


def _place(line: str, every: list[str], blocks: Iterator[str]) -> int | None:
    """Where a line stands among the blocks, of which no more are read than it takes."""
    if line in every:
        return every.index(line)
    for block in blocks:
        every.append(block)
        if block == line:
            return len(every) - 1
    return None


def _given(tree: html.HtmlElement) -> Metadata:
    """What the page's meta elements, linked data and headline say."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        meta.setdefault(name.lower(), " ".join((element.get("content") or "").split()))
    meta = {**_linked_data(tree), **{name: value for name, value in meta.items() if value}}
    keywords = re.split(r"[,，、;；|]\s*|\s{2,}", meta.get("keywords", ""))
    return Metadata(
        title=_title(tree, meta),
        source=_first(meta, _SOURCES),
        author=_first(meta, _AUTHORS),
        published=_published(tree, meta),
        keywords=tuple(dict.fromkeys(word.strip() for word in keywords if word.strip())),
    )


def _title(tree: html.HtmlElement, meta: dict[str, str]) -> str:
    """The headline: what is shared, or the one first-level heading, or the window's title."""
    headings = [" ".join(found.text_content().split()) for found in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    window = " ".join((tree.findtext(".//title") or "").split())
    named = meta.get("og:title") or meta.get("headline") or window
    if len(headings) == 1 and (not named or headings[0] in named or named in headings[0]):
        return min(filter(None, (headings[0], named)), key=len)
    return named or (headings[0] if headings else "")


def _first(meta: dict[str, str], names: Sequence[str]) -> str:
    """The first of several declarations that says something and is no address."""
    values = (_LABEL.sub("", meta.get(name, "")) for name in names)
    return next((value for value in values if value and not _LINK.search(value)), "")


def _published(tree: html.HtmlElement, meta: dict[str, str]) -> str:
    """The day of publication, ISO 8601, or nothing."""
    times = [element.get("datetime") or "" for element in tree.iter("time")]
    for value in (*(meta.get(name, "") for name in _DATES), *times[:1]):
        found = _DAY.search(value)
        if found and 1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31:
            return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return ""


def _linked_data(tree: html.HtmlElement) -> dict[str, str]:
    """What JSON-LD says, under the names that meta elements use."""
    found: dict[str, str] = {}
    for element in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(element.text or "")]
        except (ValueError, RecursionError):
            continue
        for item in waiting:
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                waiting += item["@graph"] if isinstance(item.get("@graph"), list) else []
                found = {**_facts(item), **found}
    return found


def _facts(item: dict[str, object]) -> dict[str, str]:
    """The facts of one item of linked data."""
    named = {
        "headline": item.get("headline"),
        "datepublished": item.get("datePublished"),
        "author": _names(item.get("author")),
        "publisher": _names(item.get("publisher")),
    }
    return {name: value for name, value in named.items() if isinstance(value, str) and value}


def _names(value: object) -> str:
    """The names of one or several persons or organisations."""
    items = value if isinstance(value, list) else [value]
    names = (item.get("name") if isinstance(item, dict) else item for item in items)
    return " ".join(name for name in names if isinstance(name, str))

"""The article of a page that leaves nothing to guess: one `<article>` of nothing but paragraphs.

What trafilatura is needed for is to find an article among menus, teasers and comments. Where the
page's body holds one article of headings and paragraphs without attributes, and little beside it,
every rule of trafilatura keeps what is there, and its several passes take ten times as long as
reading it. Whatever one of its rules might look at is left to it; the two give the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Self


class Element(Protocol):
    """What is asked of an element of a page."""

    tag: object
    text: str | None
    tail: str | None
    attrib: Mapping[str, str]

    def __iter__(self) -> Iterator[Self]:
        """Its children."""

    def __len__(self) -> int:
        """How many there are."""

    def iter(self, *tags: str) -> Iterator[Self]:
        """Those below it that are called so, and itself."""

    def text_content(self) -> str:
        """All text in it, in order."""

    def find(self, path: str) -> Self | None:
        """The first that stands there."""


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINES = _HEADINGS | {"p"}
_EMPHASIS = frozenset(("b", "em", "i", "strong", "u"))
"""What may stand in a line and is read like the rest of it."""

_BESIDE = frozenset(("aside", "footer", "nav", "script", "style"))
"""What may stand beside the article: trafilatura takes it out first of all."""

_LEAST = 250
"""Characters from which trafilatura is content with what it found first (MIN_EXTRACTED_SIZE)."""

_REPEATED = 50
"""Characters from which it drops a line that is the one before it (MIN_DUPLICATE_LENGTH)."""

_SHARE = 2
"""How much longer the article is than all beside it: nothing longer can then be found elsewhere."""

_DOUBTFUL = re.compile(r"\W*(?:[^\W\u3400-\u9fff].{0,24})?")
"""All of a line that may be the name of a button (`Facebook`, `PDF`), or nothing."""

_READ_AGAIN = re.compile("[&\u2424]")
"""What trafilatura reads twice over, as a reference may give another one, or takes out."""


def plain_article(tree: Element) -> list[str] | None:
    """The paragraphs of the article of a plain page; None for any other page."""
    article = _only_article(tree)
    if article is None or not _is_blank(article.text):
        return None
    lines: list[str] = []
    ends = 0
    for element in article:
        line = _line(element)
        if line is None or (lines and line == lines[-1] and len(line) > _REPEATED):
            return None
        lines.append(line)
        if element.tag == "p":
            ends = len(lines)
    lines = lines[:ends]  # a heading with nothing below it heads nothing
    length = sum(map(len, lines))
    if ends < 2 or length < _LEAST or _beside(tree, article) * _SHARE > length:
        return None
    return lines


def _only_article(tree: Element) -> Element | None:
    """The one article of the page, if it stands in the body beside what surely is none."""
    body = tree.find("body")
    if body is None:
        return None
    parts = list(tree.iter("article", "div", "main", "section"))
    if len(parts) != 1 or parts[0].tag != "article":
        return None
    return parts[0] if all(each is parts[0] or each.tag in _BESIDE for each in body) else None


def _line(element: Element) -> str | None:
    """The text of a paragraph or heading as trafilatura gives it; None if it may do otherwise."""
    if element.tag not in _LINES or element.attrib or not _is_blank(element.tail):
        return None
    words = element.text or ""
    if len(element):
        inside = (inner for inner in element.iter() if inner is not element)
        if any(inner.tag not in _EMPHASIS or inner.attrib for inner in inside):
            return None
        words = element.text_content()
    line = " ".join(words.split())
    if not line.isprintable() or _READ_AGAIN.search(line) or _DOUBTFUL.fullmatch(line):
        return None
    return unicodedata.normalize("NFC", line)


def _beside(tree: Element, article: Element) -> int:
    """How many characters stand in the body beside the article."""
    body = tree.find("body")
    if body is None:
        return 0
    return len(body.text_content()) - len(article.text_content())


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()

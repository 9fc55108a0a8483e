"""Markdown into the plain text of its article, and its front matter into what is given.

The only importer of markdown_it. What it parses is put one block a line, as the reader shows it:
links by their words, images by nothing, tables row by row, headings behind `## `. A file's own HTML
is dropped.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from digest.model import Metadata
from digest.sources.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markdown_it.token import Token

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^([\w一-鿿-]+)[ \t]*[:：][ \t]*(.*?)[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]+-[ \t]+(.*?)[ \t]*$|^-[ \t]+(.*?)[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"<[^>]*>")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?")

_MARKUP = re.compile(r"[\n!&*<\[\]\\_`~]")
"""Characters without which a block is nothing but its words."""

_KEYS = {
    "title": ("title", "标题", "標題"),
    "source": ("source", "site", "publisher", "来源", "來源"),
    "author": ("author", "authors", "byline", "作者"),
    "editor": ("editor", "编辑", "編輯"),
    "published": (
        "date",
        "published",
        "pubdate",
        "publish_date",
        "created",
        "日期",
        "时间",
        "時間",
    ),
    "keywords": ("keywords", "tags", "关键词", "關鍵詞", "关键字", "關鍵字"),
}
"""What front matter calls each thing; the first found counts."""


def read(text: str) -> tuple[str, Metadata]:
    """The plain text of a Markdown file, one block a line, and what its front matter declares.

    A single first-level heading at the top is the title where the front matter names none.
    """
    front = _FRONT.match(text)
    given = Metadata()
    if front and (front[1] == "+++" or _PAIR.search(front[2])):  # or two lines drawn across
        given = _metadata(_toml(front[2]) if front[1] == "+++" else _pairs(front[2]))
        text = text[front.end() :]
    known: dict[str, Any] = {}
    tokens = _parser().parse(text, known)
    lines = [line.strip() for line in _lines(tokens, known)]
    if not given.title and len(tokens) > 1 and tokens[0].type == "heading_open":
        title = _inline(tokens[1], known)
        if tokens[0].tag == "h1" and title:
            given = replace(given, title=title)
    return "\n".join(line for line in lines if line), given


@cache
def _parser() -> MarkdownIt:
    """The parser of blocks, which keeps nothing of what it parsed and takes 2 ms to make.

    What is inside them is parsed by `_inline`, where there is anything.
    """
    parser = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    return parser.disable("inline")


def _lines(tokens: Sequence[Token], known: dict[str, Any]) -> Iterable[str]:
    """The text of each block, one by one; a table row is one block.

    Args:
        tokens: The blocks.
        known: What links refer to, as the parser found it.
    """
    cells: list[str] = []
    in_row = False
    mark = ""
    for token in tokens:
        if token.type == "tr_open":
            cells, in_row = [], True
        elif token.type == "tr_close":
            in_row = False
            yield "　".join(filter(None, cells))
        elif token.type == "inline":
            words = _inline(token, known)
            if in_row:
                cells.append(words)
            else:
                yield mark + words
        elif token.type in {"heading_open", "heading_close"}:
            mark = "## " if token.type == "heading_open" else ""
        elif token.type in {"fence", "code_block"}:
            yield from token.content.splitlines()


def _inline(token: Token, known: dict[str, Any]) -> str:
    """The words of one block: what is emphasised or linked by its text, images by nothing."""
    if not _MARKUP.search(token.content):
        return joined(token.content)
    parts: list[str] = []
    children: list[Token] = []
    parser = _parser()
    parser.inline.parse(token.content, parser, known, children)
    for child in children:
        if child.type in {"text", "text_special", "code_inline"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
    return joined("".join(parts))


def _pairs(block: str) -> Mapping[str, object]:
    """`key: value` lines, and lists as `[a, b]` or one `- item` a line; no more of YAML."""
    found: dict[str, object] = {}
    pairs = list(_PAIR.finditer(block))
    ends = [pair.start() for pair in pairs[1:]] + [len(block)]
    for pair, end in zip(pairs, ends, strict=True):
        value: object = _unquoted(pair[2])
        if not value:
            value = [_unquoted(a or b) for a, b in _ITEM.findall(block[pair.end() : end])]
        elif pair[2].startswith("["):
            value = [_unquoted(item) for item in re.split(r"[,，]", pair[2].strip("[]"))]
        found.setdefault(pair[1].lower(), value)
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _toml(block: str) -> Mapping[str, object]:
    """TOML front matter; nothing where it is no TOML."""
    try:
        return {key.lower(): value for key, value in tomllib.loads(block).items()}
    except tomllib.TOMLDecodeError:
        return {}


def _metadata(front: Mapping[str, object]) -> Metadata:
    """What is given, from front matter of any dialect."""
    found = {
        field: next((front[name] for name in names if front.get(name)), "")
        for field, names in _KEYS.items()
    }
    date = _DATE.search(str(found["published"]))
    return Metadata(
        title=" ".join(_words(found["title"])),
        source=" ".join(_words(found["source"])),
        author=" ".join(_words(found["author"])),
        editor=" ".join(_words(found["editor"])),
        published="-".join(part.zfill(2) for part in date.groups() if part) if date else "",
        keywords=tuple(
            word for item in _words(found["keywords"]) for word in re.split(r"[,，、;；]\s*", item)
        ),
    )


def _words(value: object) -> list[str]:
    """The words of a value that may be one or many."""
    items = value if isinstance(value, list) else [value]
    return [_TAG.sub("", str(item)).strip() for item in items if str(item).strip()]

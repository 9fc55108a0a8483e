"""The brief as Markdown: every line with a link to the article and the paragraph it is from.

Links lead to the list of sources at the end, which names each article with its id; the paragraph is
in the link's words and in its anchor. Words of articles are escaped, so that they stay words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.briefing.brief_sheet import Kind
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.briefing.brief_sheet import Entry
    from digest.briefing.brief_sources import Source

_MARKUP = re.compile(r"[\\`*_\[\]>|~#$!]")
"""What Markdown would read, within a line, as something else than itself."""

_BEGIN = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
"""How a line begins that Markdown would take for a list or a heading."""

_WEB = re.compile(r"https?://[^\s<>()\"]+", re.IGNORECASE)
"""An address that is written as it is; everything else is no link."""


def as_markdown(
    entries: Iterable[Entry], sources: Sequence[Source], say: Callable[..., str]
) -> str:
    """A brief as Markdown.

    Args:
        entries: what is said.
        sources: the articles it has something of.
        say: a label of the program by its key.
    """
    lines = [line for entry in entries for line in _entry(entry, say)]
    if sources:
        lines += ["", f"## {escaped(say('brief.sources'))}", ""]
    for source in sources:
        lines += _source(source, say)
    return "".join(f"{line}\n" for line in lines).lstrip("\n")


def _entry(entry: Entry, say: Callable[..., str]) -> Iterator[str]:
    text, note = escaped(entry.text), escaped(entry.note)
    link = _link(entry, say)
    match entry.kind:
        case Kind.TITLE:
            yield from (f"# {text}", "", note)
        case Kind.SECTION:
            yield from ("", f"## {text}", "")
        case Kind.STORY:
            yield from ("", f"### {text}", "", *([note, ""] if note else []))
        case Kind.NOTE | Kind.END:
            yield from ("", text)
        case Kind.FIGURE:
            yield f"- {note}: **{text}** {link}"
        case Kind.TOPIC:
            yield f"- **{text}** {note} {link}"
        case Kind.HAPPENING:
            yield f"- **{note}** {text} {link}"
        case Kind.SIDE:
            yield f"- {note}. {text} {link}"
        case _:
            yield f"- {text} {link}"


def _link(entry: Entry, say: Callable[..., str]) -> str:
    if not entry.article:
        return ""
    words = escaped(say("brief.paragraph", number=entry.paragraph + 1))
    return f"[{words}](#{anchor(entry.article, entry.paragraph)})"


def anchor(article: str, paragraph: int) -> str:
    """The name of a place that links lead to."""
    return f"a{article}-p{paragraph + 1}"


def _source(source: Source, say: Callable[..., str]) -> Iterator[str]:
    """An article, with an anchor for every paragraph that was quoted."""
    anchors = "".join(f'<a id="{anchor(source.article, p)}"></a>' for p in source.paragraphs)
    about = ", ".join(filter(None, (source.source, source.published)))
    paragraphs = escaped(
        say("brief.paragraphs", numbers=", ".join(f"{p + 1}" for p in source.paragraphs))
    )
    tail = f" <{source.origin}>" if _WEB.fullmatch(source.origin) else ""
    yield (
        f"- {anchors}{escaped(source.title)}"
        f"{f' ({escaped(about)})' if about else ''}, {paragraphs}, `{source.article}`{tail}"
    )


def escaped(words: str) -> str:
    """Words on one line that Markdown shows as they are."""
    # Tags as entities: some readers of Markdown take an escaped one for a tag all the same.
    safe = inert(words).replace("&", "\0").replace("<", "\1")
    safe = _BEGIN.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", safe))
    return safe.replace("\0", "&amp;").replace("\1", "&lt;")

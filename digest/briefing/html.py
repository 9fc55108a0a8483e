"""The brief as a page: one file that needs nothing else, and that prints well.

No script, no font, no picture, nothing from outside. Everything from articles is escaped, and an
address becomes a link only if it is one of the web.
"""

from __future__ import annotations

import re
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from digest.briefing.brief_sheet import Kind
from digest.briefing.markdown import anchor
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.briefing.brief_sheet import Entry
    from digest.briefing.brief_sources import Source
    from digest.model import Span

_WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
"""An address that a click may follow."""

_NO_BREAK = "\u2060"

LISTS = {
    Kind.LINE: "lines",
    Kind.FIGURE: "figures",
    Kind.TOPIC: "topics",
    Kind.SIDE: "sides",
    Kind.HAPPENING: "happenings",
}
"""Entries that stand in lists, with the list's class."""


FORMS = {
    Kind.TITLE: '<header><h1>{text}</h1><p class="about">{note}</p></header>',
    Kind.SECTION: "<h2>{text}</h2>",
    Kind.STORY: '<h3{lang}>{text}</h3>\n<p class="about">{note}</p>',
    Kind.NOTE: '<p class="{kind}">{text}</p>',
    Kind.END: '<p class="{kind}">{text}</p>',
    Kind.FIGURE: "<li{lang}><span>{note}</span> <strong>{text}</strong>{link}</li>",
    Kind.TOPIC: "<li{lang}><strong>{text}</strong> <span>{note}</span>{link}</li>",
    Kind.HAPPENING: "<li{lang}><b>{note}</b> {text}{link}</li>",
    Kind.SIDE: "<li{lang}><b>{note}</b> {text}{link}</li>",
    Kind.LINE: "<li{lang}>{text}{link}</li>",
}
"""How each kind of entry is written; what is put in is escaped already."""


def as_html(
    entries: Iterable[Entry],
    sources: Sequence[Source],
    say: Callable[..., str],
    language: str,
) -> str:
    """A brief as a page.

    Args:
        entries: what is said.
        sources: the articles it has something of.
        say: a label of the program by its key.
        language: of the page, as a BCP 47 tag: that of the script on it.
    """
    told = list(entries)
    title = next((each.text for each in told if each.kind is Kind.TITLE), "")
    style = (resources.files("digest.briefing") / "brief.css").read_text("utf-8")
    body = "\n".join([*_body(told, say), *_sources(sources, say)])
    return (
        f'<!DOCTYPE html>\n<html lang="{_safe(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _body(entries: Sequence[Entry], say: Callable[..., str]) -> Iterator[str]:
    """The entries, those of one kind that follow each other in one list."""
    within = ""
    inside = False
    for entry in entries:
        wanted = LISTS.get(entry.kind, "")
        if wanted != within:
            if within:
                yield "</ul>"
            if wanted:
                yield f'<ul class="{wanted}">'
            within = wanted
        if entry.kind in {Kind.STORY, Kind.SECTION, Kind.NOTE, Kind.END} and inside:
            yield "</article>"
            inside = False
        if entry.kind is Kind.STORY:
            yield "<article>"
            inside = True
        yield _entry(entry, say)
    if within:
        yield "</ul>"
    if inside:
        yield "</article>"


def _entry(entry: Entry, say: Callable[..., str]) -> str:
    tag = f' lang="{_safe(entry.language)}"' if entry.language else ""
    return FORMS[entry.kind].format(
        text=_lit(entry.text, entry.lit),
        note=_safe(entry.note),
        link=_link(entry, say),
        lang=tag,
        kind=entry.kind,
    )


def _lit(text: str, spans: Sequence[Span]) -> str:
    """Words with their figures lit."""
    pieces: list[str] = []
    done = 0
    for span in sorted(spans):
        if span.start < done or span.end > len(text):
            continue
        pieces += (_safe(text[done : span.start]), f"<em>{_safe(span.of(text))}</em>")
        done = span.end
    return "".join([*pieces, _safe(text[done:])])


def _link(entry: Entry, say: Callable[..., str]) -> str:
    """A way to the source, with where the words stand in it."""
    if not entry.article:
        return ""
    words = _safe(say("brief.paragraph", number=entry.paragraph + 1))
    name = _safe(anchor(entry.article, entry.paragraph))
    place = entry.place
    at = f' data-start="{place.start}" data-end="{place.end}"' if place else ""
    where = f'data-article="{_safe(entry.article)}" data-paragraph="{entry.paragraph}"{at}'
    return f'{_NO_BREAK} <a class="place" href="#{name}" {where}>{words}</a>'


def _sources(sources: Sequence[Source], say: Callable[..., str]) -> Iterator[str]:
    """The articles, with an anchor for every paragraph that was quoted."""
    if not sources:
        return
    yield f'<section class="sources">\n<h2>{_safe(say("brief.sources"))}</h2>\n<ol>'
    for source in sources:
        title = _safe(source.title)
        if _WEB.fullmatch(source.origin):
            title = f'<a href="{_safe(source.origin)}" rel="noreferrer">{title}</a>'
        about = "  ".join(_safe(part) for part in (source.source, source.published) if part)
        places = ", ".join(
            f'<span id="{_safe(anchor(source.article, p))}">{p + 1}</span>'
            for p in source.paragraphs
        )
        numbers = _safe(say("brief.paragraphs", numbers="\0")).replace("\0", places)
        about = f"{about}  {numbers}  <code>{_safe(source.article)}</code>"
        yield f"<li>{title} <small>{about}</small></li>"
    yield "</ol>\n</section>"


def _safe(words: str) -> str:
    """Words as text and nothing else, also inside an attribute."""
    return escape("\0".join(inert(part) for part in words.split("\0")))

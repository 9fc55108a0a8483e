"""A raw text made an article: damage undone, furniture out, paragraphs with their roles.

The steps, each a module: `damage` undoes what tools did to the characters, `furniture` takes out
what stands around the article and keeps what it says, `title` finds or makes the title, `roles`
says what each paragraph does. All of them look at `lines` in plain characters, so that one rule
serves both scripts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.model import Metadata, Paragraph, Role, Span
from digest.text.aligned import AlignedText
from digest.text.clean import bylines, dates
from digest.text.clean.credits import NOTHING, merged
from digest.text.clean.damage import restore
from digest.text.clean.furniture import cleared
from digest.text.clean.lines import lines_of
from digest.text.clean.roles import roles
from digest.text.clean.title import made_title, title_line, without_site
from digest.text.fold import key
from digest.text.sanitize import inert, sanitize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.text.clean.lines import Line

_LOOSE_SPACE = re.compile(
    r"[ \u00a0](?<=[，。、；：？！…].)[ \u00a0]*(?=[\u3400-\u9fff“「『《（])", re.DOTALL
)
"""A blank that somebody typed behind a mark that has its own; begins with what is rare."""

_DATELINE_LINES = 3
"""Paragraphs at the top that may open with a dateline."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article's text and what is known about it."""

    text: AlignedText
    """The paragraphs, joined by a line feed; aligned with the raw text."""
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata
    repaired: tuple[Span, ...] = ()
    """In the clean text: runs that were restored from damaged bytes."""


def clean(raw: str, *, name: str = "", given: Metadata | None = None) -> Cleaned:
    """The article in `raw`.

    Args:
        raw: The text as it was decoded, not sanitised.
        name: The file's name or address, read for a date.
        given: What the file itself declares; it goes before what the text says.
    """
    safe = sanitize(raw)
    restored = restore(safe.text)
    source = safe.then(restored.text)
    kept = cleared(list(lines_of(source.text)))
    found = merged(_inert(given), kept.metadata) if given else kept.metadata
    lines, metadata = _titled(kept.lines, found)
    text = _joined(source.text, lines)
    metadata = _dated(lines, metadata, name)
    return Cleaned(
        text=source.then(text),
        paragraphs=tuple(_paragraphs(text.text, lines)),
        metadata=metadata,
        repaired=tuple(_carried(restored.repaired, text)),
    )


def _inert(given: Metadata) -> Metadata:
    """What a file declares, as harmless lines."""
    if given == NOTHING:
        return given
    return replace(
        given,
        title=without_site(inert(given.title).strip()),
        source=inert(given.source).strip(),
        author=inert(given.author).strip(),
        editor=inert(given.editor).strip(),
        published=inert(given.published).strip(),
        keywords=tuple(filter(None, (inert(word).strip() for word in given.keywords))),
    )


def _titled(lines: Sequence[Line], found: Metadata) -> tuple[Sequence[Line], Metadata]:
    """The lines without the one that is the title, and the metadata with a title."""
    if found.title:
        if len(lines) > 1 and key(lines[0].text) == key(found.title):
            return lines[1:], found
        return lines, found
    title = title_line(lines)
    if title:
        return lines[1:], replace(found, title=title)
    return lines, replace(found, title=made_title(lines), title_derived=bool(lines))


def _dated(lines: Sequence[Line], metadata: Metadata, name: str) -> Metadata:
    """The metadata with what the dateline and the file's name add."""
    for line in lines[:_DATELINE_LINES]:
        metadata = merged(metadata, bylines.dateline(line))
        whole = bylines.byline(line)
        if whole:
            metadata = merged(metadata, whole.metadata)
    published = "" if metadata.published else dates.of_name(name)
    return replace(metadata, published=published) if published else metadata


def _joined(source: str, lines: Sequence[Line]) -> AlignedText:
    """The lines alone, parted by a line feed, without loose spaces; aligned with `source`."""
    changes: list[tuple[Span, str]] = []
    done, between = 0, ""
    for line in lines:
        if source[done : line.start] != between:
            changes.append((Span(done, line.start), between))
        done, between = line.end, "\n"
        if " " in line.text or "\u00a0" in line.text:
            spaces = _LOOSE_SPACE.finditer(source, line.start, done)
            changes += ((Span(*space.span()), "") for space in spaces)
    if done < len(source):
        changes.append((Span(done, len(source)), ""))
    return AlignedText.replacing(source, changes)


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of the clean text with what each does."""
    found: list[Role] = roles(lines)
    start = 0
    if not lines:
        return
    for index, (words, role) in enumerate(zip(text.split("\n"), found, strict=True)):
        yield Paragraph(index, role, Span(start, start + len(words)))
        start += len(words) + 1


def _carried(spans: Sequence[Span], text: AlignedText) -> Iterator[Span]:
    """Spans of the source where they stand in the clean text, without those taken out."""
    for span in spans:
        carried = text.alignment.to_target(span)
        if carried:
            yield carried

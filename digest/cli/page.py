"""An article in a script, as lines for a reader and as a record for a machine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from digest.cli import records, terminal
from digest.model import Role
from digest.text.sanitize import inert
from digest.text.shown import shown
from digest.text.typeset import MARGIN, typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.cli.records import Record
    from digest.cli.terminal import Screen
    from digest.model import Paragraph, Span
    from digest.services.reading import Reading
    from digest.text.aligned import AlignedText
    from digest.text.shown import Manner

MEASURE = 80
"""Cells of the longest line: forty Chinese characters, as in the app."""

STYLES = {Role.HEADING: terminal.BOLD, Role.QUESTION: terminal.BOLD, Role.CREDIT: terminal.DIM}
"""How paragraphs that are not plain text are told apart, for a screen with colours."""


@dataclass(frozen=True)
class InScript:
    """A reading of an article in one script."""

    reading: Reading
    manner: Manner

    @cached_property
    def paragraphs(self) -> tuple[AlignedText, ...]:
        """The text of every paragraph, aligned to it in the clean text."""
        article = self.reading.article
        return tuple(
            shown(paragraph.span.of(article.text), article.script, self.manner)
            for paragraph in article.paragraphs
        )

    def converted(self, words: str) -> str:
        """Words about the article as the view shows them."""
        return shown(words, self.reading.article.script, self.manner.one_for_one).text

    def unbroken(self, paragraph: Paragraph) -> Iterator[Span]:
        """The figures of a paragraph as it is shown, which no line end should cut."""
        alignment = self.paragraphs[paragraph.index].alignment
        for figure in self.reading.figures:
            if paragraph.span.contains(figure.span):
                yield alignment.to_target(figure.span.moved(-paragraph.span.start))

    def quoted(self, span: Span) -> AlignedText:
        """A span of the clean text as it is shown."""
        article = self.reading.article
        return shown(span.of(article.text), article.script, self.manner)

    def record(self, summary: Sequence[Span] | None = None) -> Record:
        """The record of the contract, with the script that is shown at its end.

        Args:
            summary: the sentences that stand for the paragraphs; all paragraphs if None.
        """
        found = records.listing(self.reading.listing)
        found.update(
            (key, self.converted(str(found[key]))) for key in ("title", "source", "author")
        )
        if summary is not None:
            article = self.reading.article
            found["summary"] = [
                {**records.place(article, span), "text": self.quoted(span).text} for span in summary
            ]
            return {**found, "shown": self.manner.view.value}
        articles = self.reading.article.paragraphs
        found["paragraphs"] = [
            {"index": paragraph.index, "role": paragraph.role.value, "text": text.text}
            for paragraph, text in zip(articles, self.paragraphs, strict=True)
        ]
        return {**found, "shown": self.manner.view.value}


def summary_of(reading: Reading) -> tuple[Span, ...]:
    """The sentences that sum an article up, as many as the settings say."""
    from digest.locations import locations  # noqa: PLC0415 - asks the system
    from digest.services.summaries import of_article  # noqa: PLC0415 - for this alone
    from digest.settings import load  # noqa: PLC0415 - as above

    length = load(locations().settings).reading.summary
    return of_article(reading.article, reading.figures, length)


def page(shown: InScript, on: Screen, summary: Sequence[Span] | None = None) -> Iterator[str]:
    """The article as lines: its title, what is known of it, and its paragraphs apart.

    Args:
        shown: the article in a script.
        on: where it is written.
        summary: the sentences that stand for the paragraphs; all paragraphs if None.
    """
    width = min(on.columns - MARGIN, MEASURE) if on.columns else None
    for line in _lines(shown.converted(shown.reading.listing.title), width):
        yield on.styled(line, terminal.BOLD)
    yield on.styled(_about(shown), terminal.DIM)
    if summary is not None:
        for span in summary:
            yield ""
            yield from _lines(shown.quoted(span).text, width)
        return
    for paragraph, text in zip(shown.reading.article.paragraphs, shown.paragraphs, strict=True):
        keep = tuple(shown.unbroken(paragraph))
        yield ""
        for line in _lines(text.text, width, keep):
            yield on.styled(line, STYLES.get(paragraph.role, ""))


def _about(shown: InScript) -> str:
    """Where an article is from, and when, and how long it is, on one line."""
    listing = shown.reading.listing
    parts = (
        shown.converted(listing.source),
        shown.converted(listing.author),
        records.marked(listing.published, inferred=listing.published_inferred),
        f"{listing.characters} characters",
        f"{listing.figures} figures",
        listing.script.value,
        listing.id,
    )
    return " | ".join(map(inert, filter(None, parts)))


def _lines(text: str, width: int | None, keep: Sequence[Span] = ()) -> Iterator[str]:
    """A paragraph as inert lines of at most `width` cells; as one line where there is no width."""
    safe = inert(text)
    if width is None:
        yield safe
        return
    for line in typeset(safe, width, keep=keep if safe == text else ()):
        yield line.drawn.of(safe)

"""Packing: an analysis as the rows it is written in, worked out before the library is locked.

Rows of plain values go from one process to another in a fifth of the time that the model's values
take, and are written as they are: the one process that writes then does little else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.library.bigrams import cut
from digest.library.codec import paragraphs_text, spans_text, words_text
from digest.library.figure_lines import kept

if TYPE_CHECKING:
    from typing import Any

    from digest.library.bigrams import Cut
    from digest.library.entries import Analysis, Entry, Original
    from digest.library.figure_lines import Kept
    from digest.model import Article


class Packed(NamedTuple):
    """The rows of an analysis, without those columns that only the library knows."""

    analysis: tuple[Any, ...]
    content: tuple[Any, ...]
    figures: Kept
    derived: list[tuple[str, int, bytes]]
    """Name, version and data."""
    cut: Cut

    @property
    def text(self) -> str:
        """The clean text."""
        text: str = self.content[-1]
        return text


class Ready(NamedTuple):
    """One article to be kept, packed."""

    original: Original
    packed: Packed


def ready(entry: Entry | Ready) -> Ready:
    """An entry packed."""
    return entry if isinstance(entry, Ready) else Ready(entry.original, packed(entry.analysis))


def packed(analysis: Analysis) -> Packed:
    """The rows of an analysis."""
    article = analysis.article
    known = article.metadata
    return Packed(
        analysis=(
            analysis.version,
            known.title,
            int(known.title_derived),
            known.source,
            known.author,
            known.published,
            int(known.published_inferred),
            str(article.script),
            len(article.text),
            len(analysis.figures),
        ),
        content=(
            known.editor,
            known.published_reason,
            words_text(known.keywords),
            paragraphs_text(article.paragraphs),
            spans_text(analysis.repaired),
            article.text,
        ),
        figures=kept(analysis.figures, article.paragraphs),
        derived=[(each.name, each.version, each.data) for each in analysis.derived],
        cut=cut_of(article),
    )


def cut_of(article: Article) -> Cut:
    """What the full-text index takes of an article."""
    return cut(article.metadata.title, article.text)

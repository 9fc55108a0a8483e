"""Packing: an analysis as the rows it is written in, worked out before the library is locked.

Rows of plain values go from one process to another in a fifth of the time that the model's values
take, and are written as they are: the one process that writes then does little else. Long texts are
bytes in UTF-8, which is how SQLite keeps them: as strings they would be decoded on arrival and
encoded again, a tenth of the writing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.library.bigrams import cut
from digest.library.codec import paragraphs_text, spans_text, words_text
from digest.library.figure_lines import kept

if TYPE_CHECKING:
    from typing import Any

    from digest.library.entries import Analysis, Entry, Original
    from digest.library.figure_lines import Kept


class Packed(NamedTuple):
    """The rows of an analysis, without those columns that only the library knows."""

    analysis: tuple[Any, ...]
    content: tuple[Any, ...]
    """The last, which is the clean text, in UTF-8."""
    figures: Kept
    derived: list[tuple[str, int, bytes]]
    """Name, version and data."""
    cut: tuple[bytes, ...]
    """As `bigrams.Cut` has it, in UTF-8."""

    @property
    def text(self) -> str:
        """The clean text."""
        text: bytes = self.content[-1]
        return text.decode()


class Ready(NamedTuple):
    """One article to be kept, packed."""

    original: Original
    packed: Packed
    digest: bytes = b""
    """`content_digest` of the original, where it has been made; it is made again if empty."""


def ready(entry: Entry | Ready) -> Ready:
    """An entry packed."""
    return entry if isinstance(entry, Ready) else Ready(entry.original, packed(entry.analysis))


def packed(analysis: Analysis) -> Packed:
    """The rows of an analysis.

    Raises:
        UnicodeEncodeError: a text holds half a character, which no file of a library can.
    """
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
            article.text.encode(),
        ),
        figures=kept(analysis.figures, article.paragraphs),
        derived=[(each.name, each.version, each.data) for each in analysis.derived],
        cut=tuple(each.encode() for each in cut(known.title, article.text)),
    )

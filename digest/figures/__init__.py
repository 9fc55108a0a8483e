"""Figures in Chinese text: numerals, units, dates, grammar, labels, salience.

The engine compiles its grammar when it is first asked, not when this package is imported: opening
the program shows articles whose figures are already known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Figure, Paragraph

__all__ = ["find_figures", "infer_published"]


def find_figures(
    text: str, paragraphs: Sequence[Paragraph], published: str = ""
) -> tuple[Figure, ...]:
    """Every figure of a clean text, sorted by span; see `digest.figures.engine.find_figures`."""
    from digest.figures import engine  # noqa: PLC0415 — compiled at the first call

    return engine.find_figures(text, paragraphs, published)


def infer_published(text: str, paragraphs: Sequence[Paragraph]) -> tuple[str, str] | None:
    """The article's own date and the words it rests on, or None where the text does not say."""
    from digest.figures import published  # noqa: PLC0415 — compiled at the first call

    return published.infer_published(text, paragraphs)

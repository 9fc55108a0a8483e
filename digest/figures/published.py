"""The article's own date, inferred from its text where the text allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Paragraph


def infer_published(text: str, paragraphs: Sequence[Paragraph]) -> tuple[str, str] | None:
    """ISO date to the precision known and the words it rests on, or None."""
    return None

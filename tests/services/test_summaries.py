"""Summaries are taken from the library where it has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.briefing import summary
from digest.services import derivations, summaries

if TYPE_CHECKING:
    from digest.library import Library


def test_ingest_keeps_a_summary_of_every_article(seeded: Library) -> None:
    """What is kept is what would be made now."""
    ids = [listing.id for listing in seeded.listings()]
    found = summaries.kept(seeded, ids)
    assert sorted(found) == sorted(ids)
    for one in ids:
        article, figures = seeded.article(one), seeded.figures(one)
        assert found[one] == summaries.of_article(article, figures)
        assert found[one] == summaries.of_article(article, figures, library=seeded)


def test_summaries_are_among_what_is_derived() -> None:
    """The table has the row under which summaries are looked up."""
    assert derivations.derivation(summaries.NAME).version == summary.VERSION

"""Many: what a library can be asked about many articles at once.

A view over a hundred thousand articles asks for the few hundred it shows, and asks once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import articles as kept
from digest.library.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from digest.library.records import Dated, Listing
    from digest.model import Article, Figure


class Many(Opened):
    """The part of `Store` that reads across articles."""

    def listings_of(self, articles: Sequence[str]) -> list[Listing]:
        """What a list shows of these articles, in their order; without those not here."""
        with self._reading() as connection:
            return kept.listings_of(connection, articles)

    def articles_of(self, articles: Sequence[str]) -> list[Article]:
        """These articles with their clean texts, in their order; without those not here."""
        with self._reading() as connection:
            return kept.articles_of(connection, articles)

    def figures_of(self, articles: Sequence[str]) -> dict[str, tuple[Figure, ...]]:
        """The figures of these articles, by id in their order; without those not here."""
        with self._reading() as connection:
            return kept.figures_of(connection, articles)

    def dated(
        self, since: str = "", until: str = "", limit: int | None = None, *, latest: bool = False
    ) -> list[Dated]:
        """The dates that stand in texts, by the first day they stand for."""
        from digest.library import dates  # noqa: PLC0415  no list needs it

        with self._reading() as connection:
            return dates.dated(connection, since, until, limit, latest)

    def day_counts(self, since: str = "", until: str = "") -> dict[str, int]:
        """How many of these dates begin on each day, days in order."""
        from digest.library import dates  # noqa: PLC0415  as above

        with self._reading() as connection:
            return dates.day_counts(connection, since, until)

    def derived(
        self, name: str, version: int, articles: Collection[str] | None = None
    ) -> dict[str, bytes]:
        """What is kept under a name in this version, by article id."""
        from digest.library import derived  # noqa: PLC0415  as above

        with self._reading() as connection:
            return derived.derived(connection, name, version, articles)

    def decisions(self) -> dict[tuple[str, str], bool]:
        """Pairs of ids that the reader keeps together (True) or apart, the smaller one first."""
        from digest.library import decisions  # noqa: PLC0415  as above

        with self._reading() as connection:
            return decisions.decisions(connection)

    def underived(self, name: str, version: int, newest: int | None = None) -> tuple[str, ...]:
        """Ids of the articles that lack it, newest first."""
        from digest.library import derived  # noqa: PLC0415  as above

        with self._reading() as connection:
            return derived.lacking(connection, name, version, newest)

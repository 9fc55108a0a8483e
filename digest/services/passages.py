"""Passages of a library whose texts are left where they are kept."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from digest.library import Narrow
from digest.model import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Collection

    from digest.find import Passage, Within
    from digest.find.passages import Searched
    from digest.library import Found, Store
    from digest.model import Span

LOOKED_THROUGH = 30
"""Articles that the library names from which passages are cut, the best; about 0.3 ms each."""

KEPT_TEXTS = 200
"""Texts kept from one keystroke to the next, which asks for much the same ones: about 2 MB."""


class LibraryPassages:
    """Finds passages by the library's own index; see `digest.find.Passages`."""

    def __init__(
        self, library: Store, within: Within | None = None, *, newest: bool = False
    ) -> None:
        """Look everywhere, or within something.

        Args:
            library: whose texts.
            within: what the search was narrowed to.
            newest: passages of the newest articles first, and not those of the best.
        """
        self._library = library
        self._newest = newest
        self._within = within
        self._text = lru_cache(KEPT_TEXTS)(self._read)

    def narrowed(self, within: Within, articles: Collection[str] | None) -> LibraryPassages:
        """Those of what is wanted; `articles` are left to the library."""
        del articles
        return LibraryPassages(self._library, within, newest=self._newest)

    def search(self, query: str, limit: int) -> list[Passage]:
        """The passages where the words of a query stand, those of the best articles first."""
        from digest.find.passages import ALL_WORDS, PHRASE, words_of  # noqa: PLC0415  slow to load

        if not words_of(query):
            return []
        plain = query.split()
        phrases = self._exact(f'"{"".join(plain)}"', PHRASE, limit) if len(plain) > 1 else []
        score = PHRASE if len(plain) < 2 else ALL_WORDS
        found = [*phrases, *self._exact(query, score, limit - len(phrases))]
        places: dict[tuple[str, Span], Passage] = {}
        for passage in found:
            places.setdefault((passage.article, passage.place), passage)
        return list(places.values())

    def _exact(self, query: str, score: float, limit: int) -> list[Passage]:
        from digest.find.passages import densest, regrouped  # noqa: PLC0415  as above

        if limit < 1:
            return []
        answer = self._library.search(query, LOOKED_THROUGH, self._narrow())
        other = regrouped(query) if answer.slipped or not answer.matches else ""
        if other:
            again = self._library.search(other, LOOKED_THROUGH, self._narrow())
            answer = answer if again.slipped or not again.matches else again
        if answer.slipped:
            return self._nearly(answer, limit)
        passages: list[Passage] = []
        for match in answer.matches:
            if len(passages) >= limit:
                break
            text = self._text(match.id)
            there = [word for word in answer.words if text and word in text.folded]
            passages += densest(text, there, score) if text and there else []
        return passages[:limit]

    def _nearly(self, answer: Found, limit: int) -> list[Passage]:
        """The places that are like the words which stand nowhere."""
        from digest.find.passages import nearly  # noqa: PLC0415  as above

        texts = [text for match in answer.matches if (text := self._text(match.id))]
        missing = [word for word in answer.words if all(word not in t.folded for t in texts)]
        found = [place for word in missing for place in nearly(texts, word, limit)]
        return sorted(found, key=lambda passage: -passage.score)[:limit]

    def _narrow(self) -> Narrow:
        within = self._within
        return Narrow(
            within.since if within else "",
            within.sources if within else None,
            newest=self._newest,
            slips=True,
        )

    def _read(self, article: str) -> Searched | None:
        from digest.find.passages import Searched  # noqa: PLC0415  as above

        try:
            return Searched.of(self._library.article(article))
        except NotFoundError:  # taken out by another program
            return None

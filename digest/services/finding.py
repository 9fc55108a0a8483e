"""Finding: the finder over a library; its index is kept in a file and follows what changes.

A small library is held in memory whole, which finds words with a slip in them at once. Of a large
one only topics and titles are; its texts are looked up in the library's own index.
"""

from __future__ import annotations

import hashlib
import re
import threading
from datetime import date
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from digest.find.request import Aim, Request, completions, read
from digest.model import Hit, HitKind
from digest.services.passages import LibraryPassages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.find import Index, Passage, Within
    from digest.find.passages import Passages
    from digest.find.renewal import Shelves
    from digest.library import Store

WHOLE = 300
"""Articles up to which all texts are held in memory: a scan of them takes a few milliseconds."""

MENTIONED = 8
"""Articles of each topic that are held of a large library, the newest: by them a search that is
narrowed to a source or a date knows whether a topic is there."""

RECENT_PLACES = 5
"""Places last read that are offered before anything is typed: what one goes back and forth
between."""

READ = 0.005
"""What an article that was read loses: it yields to an unread one that answers as well."""

STALE_SHARE = 0.02
"""Share of an index that may be missing from its file before that is written anew."""

_PICKING = re.compile(
    r"""(?:^|\s)(?:OR|AND|&&|[|｜]{1,2}|[-－]\S+)(?=\s|$)|["“「][^"”」]*\S\s+\S[^"”」]*["”」]"""
)
"""What makes a query one for the texts alone: words to choose between, to leave out, or to keep
together."""


class Answers(NamedTuple):
    """What a search gave."""

    hits: list[Hit]
    """Best first."""
    request: Request
    """What was asked, as it was understood."""
    problem: str
    """What is wrong with the query or lacks in the answers: a `library.query.Problem`, `filter`,
    `older` where older articles were not looked through, or empty."""


class Finder:
    """Finds whatever is in one library. Safe to ask from any thread."""

    def __init__(
        self,
        library: Store,
        cache: Path | None = None,
        today: Callable[[], str] = lambda: date.today().isoformat(),  # noqa: DTZ011  the reader's day
    ) -> None:
        """Nothing is read before the first search.

        Args:
            library: what is searched.
            cache: the file in which the index is kept from one start to the next; None for none.
            today: tells the date, ISO 8601.
        """
        self._library = library
        self._cache = cache
        self._today = today
        self._index: Index | None = None
        self._kept: Shelves | None = None
        """What the file holds."""
        self._narrowed: tuple[Index, Within, Index] | None = None
        self._revision = -1
        self._lock = threading.Lock()

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The best answers; see `answer`."""
        return self.answer(query, limit).hits

    def answer(self, query: str, limit: int = 50, *, newest: bool = False) -> Answers:
        """The best answers first; an empty query gives the last places and the strongest topics.

        `OR` between words, `-` before one and quotation marks around several are for texts alone
        and give passages. For the signs and filters see `digest.find.request`.

        Args:
            query: as typed.
            limit: how many at most.
            newest: passages alone, those of the newest articles first.

        Raises:
            LibraryError: the library cannot be read.
        """
        request = read(query, self._today())
        if request.aim is Aim.COMMANDS:
            return Answers([], request, "")
        from digest.services import scouting  # noqa: PLC0415  loads the index

        index, left_out = self._current(), ""
        if request.aim is Aim.SOURCES:
            hits = scouting.sources(self._in(index, request._replace(source="")), request, limit)
        elif request.aim is Aim.FIGURES:
            within = self._in(index, request).within
            hits, seen = scouting.figures(self._library, request.words, within, limit)
            left_out = "older" if seen else ""
        elif newest or _PICKING.search(request.words):
            within = self._in(index, request).within
            passages = LibraryPassages(self._library, within, newest=newest)
            hits = [_hit(passage) for passage in passages.search(request.words, limit)]
        else:
            hits = self._in(index, request).search(request.words, limit)
            places = [] if request.words or request.is_narrowed else self._places()
            hits = self._read_last([*places, *hits][:limit])
        return Answers(hits, request, self._problem(request) or left_out)

    def complete(self, typed: str, column: int) -> tuple[str, ...]:
        """The lines that what was typed may become, its last word completed as a filter.

        Args:
            typed: the line up to the cursor.
            column: 0 for names in English, 1 in Simplified, 2 in Traditional.
        """
        index = self._index
        from digest.services import scouting  # noqa: PLC0415  as above

        known = {} if index is None else scouting.known(index)
        return completions(typed, known, column)

    def refresh(self) -> None:
        """Bring the index up to date now, in the thread that asks."""
        self._current(wait=True)

    def _current(self, *, wait: bool = False) -> Index:
        """The index of the library as it is; of a large one that changes, as it just was.

        One of those who ask brings it up to date, the others are answered from what there is.
        """
        index = self._index
        if index is not None and self._revision == self._library.revision:
            return index
        is_large = index is not None and sum(map(len, index.segments[1:])) > WHOLE
        if not self._lock.acquire(blocking=wait or not is_large) and index is not None:
            return index
        try:
            return self._renewed()
        finally:
            self._lock.release()

    def _renewed(self) -> Index:
        revision = self._library.revision
        if self._index is None or self._revision != revision:
            from digest.find.renewal import shelves_of  # noqa: PLC0415  slow to load
            from digest.find.stored import load  # noqa: PLC0415  as above

            # Asked first: what changes meanwhile makes it another.
            edition = self._library.edition() if self._cache else ""
            if self._kept is None:
                self._kept = load(self._cache) if self._cache else None
            is_first = self._index is None
            if self._index is None and self._kept is not None:
                self._index = _as_kept(self._library, self._kept, edition)
            if self._index is None or not is_first:
                old = shelves_of(self._index) if self._index else self._kept
                self._index = _renewed(self._library, old)
                self._keep(shelves_of(self._index, edition), always=is_first)
            self._revision = revision
            # The index has them too, and the next one will have others.
            self._kept = self._kept._replace(whole=None) if self._kept else None
        return self._index

    def _keep(self, now: Shelves, *, always: bool) -> None:
        """Write the index down if much of it is new, or the next start would have to make it."""
        from digest.find.stored import save  # noqa: PLC0415  slow to load

        if self._cache is not None and (always or _is_news(self._kept, now)):
            save(now, self._cache)
            self._kept = now

    def _in(self, index: Index, request: Request) -> Index:
        """The index narrowed as asked; the last one is kept, as words are typed after filters."""
        from digest.services import scouting  # noqa: PLC0415  as above

        within = scouting.within(index, request)
        if within == index.within:
            return index
        kept = self._narrowed
        if kept is None or kept[0] is not index or kept[1] != within:
            kept = self._narrowed = (index, within, index.narrowed(within))
        return kept[2]

    def _places(self) -> list[Hit]:
        """Where reading stopped last."""
        recent = self._library.recent(RECENT_PLACES)
        titles = {each.id: each.title for each in self._library.listings_of([r.id for r in recent])}
        return [
            Hit(HitKind.PLACE, titles[each.id], (), each.id, each.place, 1.0)
            for each in recent
            if each.id in titles
        ]

    def _read_last(self, hits: list[Hit]) -> list[Hit]:
        """Of hits as good, those of unread articles first."""
        kinds = (HitKind.ARTICLE, HitKind.PASSAGE)
        ids = tuple(dict.fromkeys(hit.article for hit in hits if hit.kind in kinds))
        done = {listing.id for listing in self._library.listings_of(ids) if listing.read}

        def standing(hit: Hit) -> float:
            return hit.score - (READ if hit.kind in kinds and hit.article in done else 0.0)

        return sorted(hits, key=standing, reverse=True)

    def _problem(self, request: Request) -> str:
        if request.unread:
            return "filter"
        from digest.library.query import parse  # noqa: PLC0415  no other search needs it

        problem = parse(request.words).problem if request.aim is Aim.ANYTHING else None
        return problem.value if problem else ""


def cache_file(folder: Path, library: Path) -> Path:
    """Where the index of a library is kept in a folder for what can be made again."""
    whose = hashlib.sha256(str(library.absolute()).encode("utf-8", "surrogateescape"))
    return folder / f"find-{whose.hexdigest()[:16]}.index"


def _is_small(library: Store) -> bool:
    return library.counts().articles <= WHOLE


def _passages(library: Store) -> Passages:
    from digest.find import MemoryPassages  # noqa: PLC0415  slow to load

    whole = _is_small(library)
    return MemoryPassages(tuple(library.articles())) if whole else LibraryPassages(library)


def _as_kept(library: Store, kept: Shelves, edition: str) -> Index | None:
    """The index as it was kept; None if the library has changed since, or is not known."""
    from digest.find.renewal import restored  # noqa: PLC0415  slow to load

    forms, titles, whole = kept
    if forms is None or whole is None or whole.edition != edition:
        return None
    return restored(forms, titles, whole, _passages(library))


def _renewed(library: Store, old: Shelves | None) -> Index:
    """The index as the library is now."""
    from digest.find.renewal import Shelves, renewed  # noqa: PLC0415  slow to load
    from digest.find.segment import Heading  # noqa: PLC0415  as above

    passages = _passages(library)
    headings = starmap(Heading, library.headings())
    topics = library.topics(articles=None if _is_small(library) else MENTIONED)
    return renewed(old or Shelves(None, ()), topics, headings, passages)


def _is_news(old: Shelves | None, new: Shelves) -> bool:
    """Whether an index holds so much that another lacks that it is worth writing down."""
    if old is None or old.forms is None or new.forms is None:
        return True
    known = {each for segment in old.titles for each in segment.prints.tolist()}
    titles = [each for segment in new.titles for each in segment.prints.tolist()]
    forms = set(old.forms.texts)
    fresh = sum(each not in known for each in titles)
    fresh_forms = sum(each not in forms for each in new.forms.texts)
    return fresh > STALE_SHARE * len(titles) or fresh_forms > STALE_SHARE * len(new.forms)


def _hit(passage: Passage) -> Hit:
    return Hit(
        HitKind.PASSAGE,
        passage.text,
        passage.matched,
        passage.article,
        passage.place,
        passage.score,
    )

"""Derivations: what is made of every article besides its analysis, once, and kept by name.

One row of the table for each. Ingest makes them all with the analysis; a library that lacks one,
since it is older than the row or its version, gets it in the background.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from digest.library import Derived
from digest.model import DigestError
from digest.services import analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from digest.library import Analysis, Store
    from digest.model import Article, Figure
    from digest.sources import Document

SLICE = 16
"""Articles read and kept together where something is lacking: a tenth of a second of work, which is
lost when the program ends and for which its end waits."""

_log = logging.getLogger(__name__)


class Derivation(NamedTuple):
    """Something that is made of every article."""

    name: str
    """Under which it is kept; never changed."""
    version: int
    """Grows with every change that shows in the bytes; libraries then make them anew."""
    make: Callable[[Article, Sequence[Figure]], bytes]
    """About a millisecond for 2,000 characters; what it needs is loaded at its first call."""


def _fingerprint(article: Article, figures: Sequence[Figure]) -> bytes:
    from digest.briefing.fingerprint import fingerprint, to_bytes  # noqa: PLC0415  slow to load

    return to_bytes(fingerprint(article, figures))


def _measures(article: Article, figures: Sequence[Figure]) -> bytes:
    from digest.services.comparing import derive  # noqa: PLC0415  slow to load

    return derive(article, figures)


def _summary(article: Article, figures: Sequence[Figure]) -> bytes:
    from digest.services.summaries import derive  # noqa: PLC0415  slow to load

    return derive(article, figures)


DERIVATIONS: tuple[Derivation, ...] = (
    Derivation("fingerprint", 1, _fingerprint),
    Derivation("measures", 2, _measures),
    Derivation("summary", 2, _summary),
)
"""By name."""


def derivation(name: str) -> Derivation:
    """The row of a name; `KeyError` if there is none."""
    for each in DERIVATIONS:
        if each.name == name:
            return each
    raise KeyError(name)


def made(article: Article, figures: Sequence[Figure]) -> tuple[Derived, ...]:
    """Everything that is derived from an article; what fails is left out."""
    found = ((each, _made(each, article, figures)) for each in DERIVATIONS)
    return tuple(Derived(each.name, each.version, data) for each, data in found if data is not None)


def derived_whole(document: Document) -> Analysis:
    """The analysis of a document, with everything that is derived from it.

    Raises:
        SourceError: nothing is left to be read once the document is cleaned.
    """
    found = analysis.analyse(document)
    return replace(found, derived=made(found.article, found.figures))


def kept(library: Store, name: str, articles: Collection[str] | None = None) -> Mapping[str, bytes]:
    """What a library has under a name as this program makes it, by article id.

    Args:
        library: where it is kept.
        name: a name of the table.
        articles: of these alone; of all if None.
    """
    row = derivation(name)
    return library.derived(name, row.version, articles)


def make_lacking(library: Store, on_progress: Callable[[int, int], None] | None = None) -> int:
    """Make what a library lacks, newest articles first; what is done is kept slice by slice.

    Args:
        library: what is brought up to date.
        on_progress: told after every slice how many of how many are done.

    Returns:
        how many were made.

    Raises:
        LibraryError: the library cannot be written, or was closed meanwhile.
    """
    lacking = {each: library.underived(each.name, each.version) for each in DERIVATIONS}
    total, seen, count = sum(map(len, lacking.values())), 0, 0
    for each, ids in lacking.items():
        for at in range(0, len(ids), SLICE):
            part = ids[at : at + SLICE]
            data = _of_slice(library, each, part)
            if data:
                library.set_derived(each.name, each.version, data)
            count += len(data)
            seen += len(part)
            if on_progress:
                on_progress(seen, total)
    return count


def _of_slice(library: Store, each: Derivation, ids: Sequence[str]) -> dict[str, bytes]:
    """What is made of some articles, by id."""
    figures = library.figures_of(ids)
    found = (
        (article.id, _made(each, article, figures.get(article.id, ())))
        for article in library.articles_of(ids)
    )
    return {identity: data for identity, data in found if data is not None}


def _made(each: Derivation, article: Article, figures: Sequence[Figure]) -> bytes | None:
    """One derivation of one article, or None if it fails."""
    try:
        return each.make(article, figures)
    except DigestError:
        raise
    except Exception:  # noqa: BLE001  a defect of ours must not cost the article
        _log.exception("deriving %s of %s failed", each.name, article.id)
        return None

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
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from digest.library import Analysis, Store
    from digest.model import Article, Figure
    from digest.sources import Document

SLICE = 16
"""Articles read and kept together where something is lacking: a tenth of a second of work, which is
lost when the program ends and for which its end waits."""

FEW = 200
"""Articles up to which each is asked for what it has, and not the whole library for what lacks."""

_log = logging.getLogger(__name__)


class Derivation(NamedTuple):
    """Something that is made of every article."""

    name: str
    """Under which it is kept; never changed."""
    version: int
    """Grows with every change that shows in the bytes; libraries then make them anew."""
    make: Callable[[Article, Sequence[Figure]], bytes]
    """About a millisecond for 2,000 characters; what it needs is loaded at its first call."""


class _Asked(NamedTuple):
    """An article of which something is to be made."""

    article: Article
    figures: Sequence[Figure]
    names: frozenset[str]


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


def make_lacking(
    library: Store,
    on_progress: Callable[[int, int], None] | None = None,
    *,
    within: Collection[str] | None = None,
    hands: int = 0,
) -> int:
    """Make what a library lacks, newest articles first; what is done is kept slice by slice.

    Args:
        library: what is brought up to date.
        on_progress: told after every slice how many articles of how many are done.
        within: of these articles alone; of all if None.
        hands: processes that may be called where much is to be done.

    Returns:
        of how many articles something was made.

    Raises:
        LibraryError: the library cannot be written, or was closed meanwhile.
    """
    from digest.services.spread import filling, spread  # noqa: PLC0415  loaded when something lacks

    lacking = _lacking(library, within)
    ids = [each for each in library.identities() if each in lacking] if lacking else []
    asked = (_asked(library, ids[at : at + SLICE], lacking) for at in range(0, len(ids), SLICE))
    seen = count = 0
    with filling(library, len(ids)):
        for part in spread(_made_of, asked, len(ids), hands):
            _keep(library, part)
            count += sum(bool(made) for _, made in part)
            seen += len(part)
            if on_progress:
                on_progress(seen, len(ids))
    return count


def _keep(library: Store, part: Sequence[tuple[str, Mapping[str, bytes]]]) -> None:
    """Keep what was made of some articles."""
    for each in DERIVATIONS:
        data = {identity: made[each.name] for identity, made in part if each.name in made}
        if data:
            library.set_derived(each.name, each.version, data)


def _lacking(library: Store, within: Collection[str] | None) -> dict[str, frozenset[str]]:
    """Articles that lack something, and the names of that."""
    found: dict[str, frozenset[str]] = {}
    for each in DERIVATIONS:
        for identity in _without(library, each, within):
            found[identity] = found.get(identity, frozenset()) | {each.name}
    return found


def _without(library: Store, each: Derivation, within: Collection[str] | None) -> Iterable[str]:
    """Articles that lack one derivation."""
    if within is not None and len(within) <= FEW:
        return set(within) - kept(library, each.name, within).keys()
    lacking = library.underived(each.name, each.version)
    return lacking if within is None else set(within).intersection(lacking)


def _asked(
    library: Store, ids: Sequence[str], lacking: Mapping[str, frozenset[str]]
) -> list[_Asked]:
    """Some articles with all that something is made from; without those that are gone by now."""
    figures = library.figures_of(ids)
    return [
        _Asked(article, figures.get(article.id, ()), lacking[article.id])
        for article in library.articles_of(ids)
    ]


def _made_of(asked: _Asked) -> tuple[str, dict[str, bytes]]:
    """The id of an article and what was made of it, by name; what fails is left out."""
    article, figures, names = asked
    found = (
        (each.name, _made(each, article, figures)) for each in DERIVATIONS if each.name in names
    )
    return article.id, {name: data for name, data in found if data is not None}


def _made(each: Derivation, article: Article, figures: Sequence[Figure]) -> bytes | None:
    """One derivation of one article, or None if it fails."""
    try:
        return each.make(article, figures)
    except DigestError:
        raise
    except Exception:  # noqa: BLE001  a defect of ours must not cost the article
        _log.exception("deriving %s of %s failed", each.name, article.id)
        return None

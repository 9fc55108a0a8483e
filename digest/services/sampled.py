"""Sampled: the candidates of articles that topics are found from, kept so that none is made twice.

They are kept beside the words they were cut with. A library that grows has other words by and by;
the candidates of an article are made anew only if other ones of them stand in it.
"""

from __future__ import annotations

import gc
import json
import zlib
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.library import Store
    from digest.model import Article
    from digest.services.spread import Hands
    from digest.topics import Candidate, Mined, Ranked

WORDS, WORDS_VERSION = "words", 3
"""Name of an article's candidates among what is derived, and a number that grows when they would be
found otherwise."""

NEWEST, SPREAD = 700, 300
"""Articles that topics are mined from: so many of the newest, and so many of all others at even
distances; topics are about what is read now. Of what twice as many give, 992 of the first thousand
topics are found and as many mentions, in half of the time."""

SLICE = 64
"""Articles worked on together: a fifth of a second, and as much is lost when it is cut off."""


def ranked(library: Store, hands: Hands) -> list[Ranked]:
    """The topics of a library's sample, best first.

    Args:
        library: whose articles.
        hands: processes that may be called where much is to be done.
    """
    from digest.topics import rank  # noqa: PLC0415  loaded when articles come in

    chosen = sample(library.identities())
    hands.call(len(chosen))
    with _no_collecting():
        mined = _unknown_words(library, chosen, hands)
        return rank(_candidates(library, chosen, mined, hands))


def sample(ids: Sequence[str]) -> Sequence[str]:
    """The articles that topics are mined from, newest first."""
    if len(ids) <= NEWEST + SPREAD:
        return ids
    others = ids[NEWEST:]
    return (*ids[:NEWEST], *(others[at * len(others) // SPREAD] for at in range(SPREAD)))


def _unknown_words(library: Store, chosen: Sequence[str], hands: Hands) -> Mined:
    """The words of articles that the language does not have."""
    from digest.topics import told_words, unknown_words  # noqa: PLC0415  loaded when articles come in

    def read() -> Iterator[list[Article]]:
        return map(library.texts_of, slices(chosen))

    told = hands.spread(told_words, read(), len(chosen))
    return unknown_words(chain.from_iterable(read()), chain.from_iterable(told))


def _candidates(
    library: Store, chosen: Sequence[str], mined: Mined, hands: Hands
) -> Iterator[tuple[str, list[Candidate]]]:
    """The candidates of articles; those are made anew in which other mined words stand by now."""

    def asked() -> Iterator[list[tuple[Article, bytes]]]:
        for part in slices(chosen):
            kept = library.derived(WORDS, WORDS_VERSION, part)
            yield [(each, kept.get(each.id, b"")) for each in library.texts_of(part)]

    for part in hands.spread(partial(candidates_of, mined), asked(), len(chosen)):
        made = {identity: data for identity, _, data in part if data}
        for identity, found, _ in part:
            yield identity, found
        if made:
            library.set_derived(WORDS, WORDS_VERSION, made)


def candidates_of(mined: Mined, asked: tuple[Article, bytes]) -> tuple[str, list[Candidate], bytes]:
    """The id of an article, its candidates, and what is to be kept of them if that is new.

    Args:
        mined: words of the library that its language does not have.
        asked: the article, and what is kept of it.
    """
    from digest.text.fold import simplified  # noqa: PLC0415  loaded when articles come in
    from digest.topics import candidates  # noqa: PLC0415  as above

    article, kept = asked
    inside = sorted(mined.within(simplified(article.text)))
    found = _unpacked(kept, inside)
    if found is not None:
        return article.id, found, b""
    found = candidates(article, mined)
    return article.id, found, _packed(found, inside)


def _packed(found: Sequence[Candidate], inside: Sequence[str]) -> bytes:
    """Candidates and the mined words they were made with, in a few hundred bytes."""
    written = json.dumps([inside, found], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode(), 1)


def _unpacked(data: bytes, inside: Sequence[str]) -> list[Candidate] | None:
    """The candidates that were kept; None if there are none that fit the mined words."""
    from digest.topics import Candidate  # noqa: PLC0415  loaded when articles come in

    if not data:
        return None
    words, rows = json.loads(zlib.decompress(data))
    if words != list(inside):
        return None
    return [
        Candidate(name, tuple(parts), surfaces, tuple(cues)) for name, parts, surfaces, cues in rows
    ]


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the garbage collector, which would go through a million small values again and again.

    None of them is in a circle, and each time nothing else in the program could go on.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def slices(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Ids by so many as are worked on together."""
    for at in range(0, len(ids), SLICE):
        yield ids[at : at + SLICE]

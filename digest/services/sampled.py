"""Sampled: the candidates of articles that topics are found from, kept so that none is made twice.

They are kept beside the words they were cut with. A library that grows has other words by and by;
the candidates of an article are made anew only if other ones of them stand in it.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article
    from digest.topics import Candidate, Mined

WORDS, WORDS_VERSION = "words", 2
"""Name of an article's candidates among what is derived, and a number that grows when they would be
found otherwise."""


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

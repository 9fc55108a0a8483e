"""Stage two: the survivors compared with the query, carefully; the only importer of rapidfuzz.

`cdist` is used throughout, as it lets other threads run while it works; `process.extract` does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.find.align import Aligner
    from digest.find.query import Query

SUBSEQUENCE, PARTIAL, RATIO, PREFIX = 0.5, 0.2, 0.2, 0.1
"""Shares of: how much of the query stands in the entry in order; in one piece; how alike the two
are as wholes; and how far they begin alike. Together 1 for an exact match."""

CONTAINED = 0.88
"""Worth of holding the very query, for an entry of any length; a passage with the very query ranks
below it (see index.PASSAGE)."""

SOUNDS, PINYIN, INITIALS = 0.95, 0.88, 0.93
"""What a perfect match by sound, by full pinyin and by initials is worth beside the characters
themselves: a homophone is likelier meant as typed."""

BAG_QUERY, BAG_ENTRY = 0.62, 0.25
"""Shares of the query's and the entry's characters that the other one has, in any order. A
permutation of the whole entry scores .87: above any title that holds the words."""

ALIGNED = 48
"""Entries that are aligned letter by letter: 0.1 ms each."""


class Compared(NamedTuple):
    """The keys of some entries, by column; those that `read_by` does not name may be empty."""

    plain: Sequence[str]
    sounds: Sequence[str]
    initials: Sequence[str]
    pinyin: Sequence[str]


def read_by(query: Query) -> tuple[str, ...]:
    """The columns that a query is compared with: reading one of 400 entries costs 0.2 ms."""
    sounds = ("sounds",) if query.has_han else ()
    spelt = ("initials", "pinyin") if query.has_letters or not query.has_han else ()
    return ("plain", *sounds, *spelt)


def similarities(query: Query, entries: Compared, aligner: Aligner) -> NDArray[np.float32]:
    """How well each entry answers the query, 0 to 1; `aligner` is the query's."""
    import numpy as np  # noqa: PLC0415  starting the program need not pay for it

    plain, texts = query.keys.plain, entries.plain
    columns = [_alike(plain, texts), _contained(plain, texts)]
    if query.has_han:
        columns.append(SOUNDS * _alike(query.keys.sounds, entries.sounds))
    if query.has_han or len(query.words) > 1:
        columns.append(_bags(plain, texts))
    if query.has_letters or not query.has_han:
        # Of a query that is half spelt and half written, the written half is spelt here.
        columns.append(PINYIN * _alike(query.keys.pinyin, entries.pinyin))
        columns.append(INITIALS * _alike(query.keys.initials, entries.initials))
    found: NDArray[np.float32] = np.max(columns, axis=0)
    if query.has_letters:
        closest = np.argsort(-found, kind="stable")[:ALIGNED]
        for at in closest.tolist():
            found[at] = max(found[at], aligner.align(texts[at]).score)
    return found


def _alike(query: str, entries: Sequence[str]) -> NDArray[np.float32]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  as above
    from rapidfuzz.distance import LCSseq, Prefix  # noqa: PLC0415  as above

    size = max(1, len(query))
    scores: NDArray[np.float32] = (
        SUBSEQUENCE * process.cdist([query], entries, scorer=LCSseq.similarity)[0] / size
        + PARTIAL * process.cdist([query], entries, scorer=fuzz.partial_ratio)[0] / 100
        + RATIO * process.cdist([query], entries, scorer=fuzz.ratio)[0] / 100
        + PREFIX * process.cdist([query], entries, scorer=Prefix.similarity)[0] / size
    ).astype("float32")
    return scores


def _contained(query: str, entries: Sequence[str]) -> NDArray[np.float32]:
    import numpy as np  # noqa: PLC0415  as above

    size = len(query)
    return np.array(
        [
            CONTAINED + (1 - CONTAINED) * size / len(text) if query in text else 0
            for text in entries
        ],
        np.float32,
    )


def _bags(query: str, entries: Sequence[str]) -> NDArray[np.float32]:
    """Of strings whose characters are sorted, the longest common subsequence is what they share."""
    import numpy as np  # noqa: PLC0415  as above
    from rapidfuzz import process  # noqa: PLC0415  as above
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415  as above

    bags = ["".join(sorted(entry)) for entry in entries]
    asked = "".join(sorted(query))
    shared = process.cdist([asked], bags, scorer=LCSseq.similarity)[0].astype(np.float32)
    sizes = np.maximum(1, np.fromiter(map(len, bags), np.float32, len(bags)))
    scores: NDArray[np.float32] = shared * (BAG_QUERY / max(1, len(query)) + BAG_ENTRY / sizes)
    return scores

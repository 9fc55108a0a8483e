"""Bigrams: how a folded text is cut for SQLite's full-text index.

Every pair of neighbouring characters is a token, Latin letters and digits included: a run of them
kept whole would hide the `gpt4` in `gpt4o`. What is searched for is cut the same way and must stand
as a phrase, so that an answer is exactly what a scan of the folded texts would find. Which single
characters a text holds stands in a column of its own: to gather them from all the pairs they begin
takes thirty times as long.
"""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING, NamedTuple

from digest.text.codes import are_worthwhile, codes, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BORDER = " ¶ "
"""Between what white space parts: no phrase runs across a token that no phrase has, as every token
of a phrase is a pair."""

CHARACTERS = "characters"
"""The column of the single characters."""


class Cut(NamedTuple):
    """A title and a text, folded, and cut for the index."""

    title: str
    """Empty if it stands in the text, where it counts already."""
    text: str
    title_bigrams: str
    text_bigrams: str
    characters: str


def cut(title: str, text: str) -> Cut:
    """Fold a title and a text and cut them."""
    # Loads the table of characters, which reading a library does not need.
    from digest.text.fold import key  # noqa: PLC0415

    folded, shown = key(text), key(title)
    shown = "" if shown in folded else shown
    return Cut(shown, folded, bigrams(shown), bigrams(folded), characters(shown, folded))


def bigrams(folded: str) -> str:
    """The pairs of a folded text, with spaces between; none crosses white space."""
    runs = _runs(folded)
    if are_worthwhile(folded):
        return BORDER.join(_many_pairs(runs))
    return BORDER.join(" ".join(map(add, run, run[1:])) for run in runs if len(run) > 1)


def characters(title: str, text: str) -> str:
    """The characters of a folded title and text, each once, with spaces between."""
    both = title + text
    if are_worthwhile(both):
        return _spaced("".join(_runs(_each_once(both))))
    return " ".join(dict.fromkeys("".join(_runs(both))))


def _many_pairs(runs: Sequence[str]) -> Iterator[str]:
    """The pairs of each run of a long text: those of all, cut out of one string."""
    import numpy as np  # noqa: PLC0415 - where it is there already

    text = codes(" ".join(runs))
    spaced = np.full((max(0, len(text) - 1), 3), ord(" "), dtype=text.dtype)
    spaced[:, 0], spaced[:, 1] = text[:-1], text[1:]
    pairs = text_of(spaced)
    start = 0
    for run in runs:
        if len(run) > 1:
            yield pairs[3 * start : 3 * (start + len(run) - 1) - 1]
        start += len(run) + 1


def _each_once(text: str) -> str:
    """The characters of a long text in the order in which they come first."""
    import numpy as np  # noqa: PLC0415 - as above

    old = codes(text)
    order = np.arange(len(old))
    first = np.empty(int(old.max()) + 1, dtype=order.dtype)
    first[old[::-1]] = order[::-1]
    return text_of(old[first[old] == order])


def _spaced(characters: str) -> str:
    """Characters with spaces between."""
    import numpy as np  # noqa: PLC0415 - as above

    old = codes(characters)
    spaced = np.full((len(old), 2), ord(" "), dtype=old.dtype)
    spaced[:, 0] = old
    return text_of(spaced)[:-1]


def phrase(folded: str) -> str:
    """The FTS5 expression that finds a folded string, or empty if nothing is left of it."""
    word = "".join(_runs(folded))
    quoted = (bigrams(word) or word).replace('"', '""')
    if len(word) > 1:
        return f'{{title text}} : "{quoted}"'
    return f'{CHARACTERS} : "{quoted}"' if word else ""


def _runs(folded: str) -> list[str]:
    """What stands between white space; SQLite would stop at a NUL."""
    return folded.replace("\0", " ").split()

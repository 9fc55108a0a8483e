"""Bigrams: how a folded text is cut for SQLite's full-text index.

Every pair of neighbouring characters is a token, Latin letters and digits included: a run of them
kept whole would hide the `gpt4` in `gpt4o`. What is searched for is cut the same way and must stand
as a phrase, so that an answer is exactly what a scan of the folded texts would find. Which single
characters a text holds stands in a column of its own: to gather them from all the pairs they begin
takes thirty times as long.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from operator import add
from typing import NamedTuple

from digest.text.codes import Lookup, are_worthwhile, codes, text_of

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
    if are_worthwhile(folded):
        return _many_bigrams(folded.replace("\0", " "))
    return BORDER.join(" ".join(map(add, run, run[1:])) for run in _runs(folded) if len(run) > 1)


def characters(title: str, text: str) -> str:
    """The characters of a folded title and text, each once, with spaces between."""
    run = "".join(_runs(title + text))
    return " ".join(_each_once(run) if are_worthwhile(run) else dict.fromkeys(run))


def _many_bigrams(folded: str) -> str:
    """The pairs of a long text: all with a space behind, then the borders between the runs."""
    import numpy as np  # noqa: PLC0415 - where it is there already

    text = codes(folded)
    blank = _blanks()[text]
    starts = np.flatnonzero(blank[:-1] + blank[1:] == 0)
    spaced = np.full((len(starts), 3), ord(" "), dtype=text.dtype)
    spaced[:, 0], spaced[:, 1] = text[starts], text[starts + 1]
    pairs = text_of(spaced)
    ends = (np.flatnonzero(np.diff(starts) > 1) + 1).tolist()
    places = pairwise((0, *ends, len(starts)))
    return BORDER.join(pairs[3 * start : 3 * end - 1] for start, end in places)


@cache
def _blanks() -> Lookup:
    """For each code point whether `_runs` parts a text by it."""
    return Lookup(lambda code: chr(code).isspace())


def _each_once(run: str) -> str:
    """The characters of a long text in the order in which they come first."""
    import numpy as np  # noqa: PLC0415 - as above

    text = codes(run)
    order = np.arange(len(text))
    first = np.empty(int(text.max()) + 1, dtype=order.dtype)
    first[text[::-1]] = order[::-1]
    return text_of(text[first[text] == order])


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

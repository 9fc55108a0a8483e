"""Shown: a clean text as a view shows it, from script to spacing; the reader's way and every other.

The view of a text as written leaves it exactly that.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from digest.model import Script, View
from digest.text.aligned import AlignedText

if TYPE_CHECKING:
    from digest.text.script import Dictionary


class Quotes(StrEnum):
    """What becomes of quotation marks."""

    KEPT = "kept"
    """They stay as written."""
    FOLLOW = "follow"
    """They follow the script where that is changed; in a text of the script they stay."""
    SET = "set"
    """They are in the style of the script, whatever the author used."""


class Manner(NamedTuple):
    """How a text is shown, apart from where its lines end."""

    view: View = View.ORIGINAL
    wording: bool = False
    """Regional words as well as characters."""
    full_width: bool = True
    """Half-width marks next to Chinese in full width."""
    quotes: Quotes = Quotes.SET
    """Which quotation marks are put in the style of the script."""
    spacing: bool = False
    """A space where Chinese and Latin letters or digits meet."""
    dictionary: Dictionary | None = None
    """The reader's own conversions; None for none."""

    @property
    def one_for_one(self) -> Manner:
        """The same without what changes lengths by itself; the reader's own words still may."""
        return self._replace(wording=False, spacing=False)


def shown(clean: str, written: Script, manner: Manner) -> AlignedText:
    """A text as it is shown, aligned to the clean text.

    Args:
        clean: paragraphs with a line feed between them.
        written: the script it is written in, as detected for the whole article.
        manner: how it is shown.
    """
    if manner.view is View.ORIGINAL or not clean:
        return AlignedText.same(clean)
    from digest.text.punctuation import punctuate, spaced  # noqa: PLC0415 - a start needs neither
    from digest.text.script import Dictionary, convert  # noqa: PLC0415 - as above

    own = manner.dictionary or Dictionary.EMPTY
    turned = convert(clean, manner.view, written, wording=manner.wording, dictionary=own)
    sets = manner.quotes is Quotes.SET or (
        manner.quotes is Quotes.FOLLOW and _changes(written, manner.view)
    )
    style = manner.view if sets else None
    marked = punctuate(turned.text, quotes=style, full_width=manner.full_width)
    found = AlignedText(marked, turned.alignment)
    return found.then(spaced(marked)) if manner.spacing else found


def _changes(written: Script, view: View) -> bool:
    """Whether a text is put into another script than the one, or ones, it is written in."""
    if view is View.HANS:
        return written is not Script.HANS
    return written in {Script.HANS, Script.UNDECIDED}

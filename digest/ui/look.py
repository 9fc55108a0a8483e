"""Look: everything that decides how texts are shown, and the ways to change it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from digest.model import View
from digest.text.shown import Manner, Quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.text.script import Dictionary


class FigureLevel(StrEnum):
    """Which figures are lit."""

    KEY = "key"
    ALL = "all"
    NONE = "none"


VARIANTS = (View.HANT_TW, View.HANT_HK, View.HANT)
"""The Traditional views, in the order in which the reader goes through them."""

NARROWEST, WIDEST, MEASURE_STEP = 10, 80, 4
"""Bounds and step of the measure, in Chinese characters: the bounds are those of the settings, by
test, and a step of four is seen."""


class Look(NamedTuple):
    """How texts are shown."""

    view: View = View.ORIGINAL
    variant: View = View.HANT_TW
    """The Traditional view that the toggle leads to."""
    wording: bool = False
    """Regional words as well as characters."""
    figures: FigureLevel = FigureLevel.KEY
    measure: int = 40
    """Longest line, in Chinese characters."""
    full_width: bool = True
    """Half-width marks next to Chinese in full width."""
    quotes: bool = True
    """Quotation marks in the style of the script."""
    spacing: bool = False
    """A space where Chinese and Latin letters or digits meet."""
    indent: bool = False
    """Paragraphs begin with two blank characters instead of being apart by a blank line."""
    summed: bool = False
    """The summary stands above the text."""
    summary: int = 4
    """Sentences of it."""
    zen: bool = False
    ambiguous: int = 1
    """Cells of a character of ambiguous width."""
    language: str = "auto"
    dictionary: Dictionary | None = None
    """The reader's own conversions; None for none."""

    @property
    def manner(self) -> Manner:
        """How texts are shown, as the texts' own layer names it."""
        return Manner(
            self.view,
            self.wording,
            self.full_width,
            Quotes.SET if self.quotes else Quotes.KEPT,
            self.spacing,
            self.dictionary,
        )

    def as_words(self) -> dict[str, str]:
        """What of it is kept from one session to the next."""
        return {
            "view": self.view.value,
            "variant": self.variant.value,
            "wording": "on" if self.wording else "off",
            "figures": self.figures.value,
            "measure": str(self.measure),
            "summary": "on" if self.summed else "off",
        }

    def recalled(self, kept: Mapping[str, str]) -> Look:
        """This look with what was kept of the last session; what makes no sense is left out."""
        views, levels = {view.value: view for view in View}, {lv.value: lv for lv in FigureLevel}
        measure = kept.get("measure", "")
        return self._replace(
            view=views.get(kept.get("view", ""), self.view),
            variant=views.get(kept.get("variant", ""), self.variant),
            wording=kept.get("wording", "on" if self.wording else "off") == "on",
            figures=levels.get(kept.get("figures", ""), self.figures),
            measure=int(measure) if measure.isdecimal() else self.measure,
            summed=kept.get("summary", "on" if self.summed else "off") == "on",
        )

    def toggled(self) -> Look:
        """The next script: original, Simplified, Traditional, and round again."""
        order = (View.ORIGINAL, View.HANS, self.variant)
        at = order.index(self.view) if self.view in order else 2
        return self._replace(view=order[(at + 1) % 3])

    def next_variant(self) -> Look:
        """The next Traditional variant, on the screen at once."""
        if self.view not in VARIANTS:
            return self._replace(view=self.variant)
        variant = VARIANTS[(VARIANTS.index(self.view) + 1) % len(VARIANTS)]
        return self._replace(view=variant, variant=variant)

    def next_level(self) -> Look:
        """The next level of figures: key, all, none."""
        order = tuple(FigureLevel)
        return self._replace(figures=order[(order.index(self.figures) + 1) % len(order)])

    def resized(self, by: int) -> Look:
        """A longer or shorter line, within bounds."""
        measure = max(NARROWEST, min(WIDEST, self.measure + by * MEASURE_STEP))
        return self._replace(measure=measure)


LEAST_SALIENCE = {FigureLevel.KEY: 3, FigureLevel.ALL: 1, FigureLevel.NONE: 4}
"""The salience from which a figure is lit at a level."""

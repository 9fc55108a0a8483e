"""The manner in which a reader's settings and dictionary want texts to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text.shown import Manner, Quotes

if TYPE_CHECKING:
    from digest.model import View
    from digest.settings import Reading


def manner_of(reading: Reading, view: View) -> Manner:
    """What the settings say of how a text is shown in a view."""
    quotes = Quotes.SET if reading.quotes else Quotes.KEPT
    return Manner(view, reading.wording, reading.full_width, quotes, reading.spacing)


def own_manner(view: View, *, wording: bool | None = None, marks: bool = True) -> Manner:
    """How the reader shows texts in a view, for a program that runs once.

    Args:
        view: the view asked for.
        wording: regional words, where that was asked for; None for what the settings say.
        marks: whether marks and spacing are shown as the settings say, or as written; without,
            quotes follow the script only where that is changed.

    Raises:
        SettingsError: the settings or the dictionary are wrong; names the line.
    """
    from digest.locations import locations  # noqa: PLC0415 - asks the system, which takes its time
    from digest.services.dictionary import OwnDictionary  # noqa: PLC0415 - as below
    from digest.settings import load  # noqa: PLC0415 - for a text that is shown

    places = locations()
    found = manner_of(load(places.settings).reading, view)
    if not marks:
        follow = Quotes.FOLLOW if found.quotes is Quotes.SET else Quotes.KEPT
        found = found._replace(full_width=False, quotes=follow, spacing=False)
    if wording is not None:
        found = found._replace(wording=wording)
    return found._replace(dictionary=OwnDictionary(places.dictionary).current())

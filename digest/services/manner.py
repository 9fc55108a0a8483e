"""The manner in which a reader's settings and dictionary want texts to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text.shown import Manner

if TYPE_CHECKING:
    from digest.model import View
    from digest.settings import Reading


def manner_of(reading: Reading, view: View) -> Manner:
    """What the settings say of how a text is shown in a view."""
    return Manner(view, reading.wording, reading.full_width, reading.quotes, reading.spacing)


def own_manner(view: View, *, wording: bool | None = None, marks: bool = True) -> Manner:
    """How the reader shows texts in a view, for a program that runs once.

    Args:
        view: the view asked for.
        wording: regional words, where that was asked for; None for what the settings say.
        marks: whether marks, quotes and spacing are shown as the settings say, or as written.

    Raises:
        SettingsError: the settings or the dictionary are wrong; names the line.
    """
    from digest.locations import locations  # noqa: PLC0415 - asks the system, which takes its time
    from digest.services.dictionary import OwnDictionary  # noqa: PLC0415 - as below
    from digest.settings import load  # noqa: PLC0415 - for a text that is shown

    places = locations()
    found = manner_of(load(places.settings).reading, view)
    if not marks:
        found = found._replace(full_width=False, quotes=False, spacing=False)
    if wording is not None:
        found = found._replace(wording=wording)
    return found._replace(dictionary=OwnDictionary(places.dictionary).current())

"""How the screen says a brief: in the view's script, and the labels in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import Script, View
from digest.text.shown import shown

if TYPE_CHECKING:
    from digest.text.aligned import AlignedText
    from digest.ui.desk import Desk


class Spoken:
    """The manner of a desk."""

    def __init__(self, desk: Desk) -> None:
        """Follow what the desk shows from now on."""
        self._desk = desk

    def shown(self, text: str, script: Script) -> AlignedText:
        """Words of an article as they are shown."""
        return shown(text, script, self._desk.look.manner)

    def language(self, script: Script) -> str:
        """The language of words in a script as they are shown."""
        view = self._desk.look.view
        return script.value if view is View.ORIGINAL else view.value

    def say(self, words: str, **values: object) -> str:
        """A label of the program."""
        return self._desk.say(words, **values)

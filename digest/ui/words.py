"""The program's own words, in Simplified, in Traditional and in English.

Text of articles is converted; the program's words are written three times, by hand, because a
label is short, is read a thousand times, and should be right in each.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from digest.model import View


class Words(NamedTuple):
    """One label in the three languages of the program."""

    hans: str
    hant: str
    en: str

    def in_language(self, language: str) -> str:
        """The label in a language: `zh-Hans`, `zh-Hant` or `en`."""
        return {"zh-Hans": self.hans, "zh-Hant": self.hant}.get(language, self.en)


class Catalogue:
    """Every label by its key."""

    def __init__(self, lines: list[str]) -> None:
        """Read a table of key and three labels, apart by tabs."""
        rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
        self._words = {key: Words(*labels) for key, *labels in rows}

    def keys(self) -> set[str]:
        """The keys there are."""
        return set(self._words)

    def words(self, key: str) -> Words:
        """A label in all languages; `KeyError` if there is none."""
        return self._words[key]

    def say(self, key: str, language: str, **values: object) -> str:
        """A label with its values put in.

        Raises:
            KeyError: there is no such label, or a value it needs was not given.
        """
        return self._words[key].in_language(language).format(**values)


CATALOGUE = Catalogue(Path(__file__).with_name("words.tsv").read_text("utf-8").splitlines())
"""The labels of the program."""


def language_for(wanted: str, view: View, locale: str) -> str:
    """The language of the program's words.

    Args:
        wanted: `auto`, `zh-Hans`, `zh-Hant` or `en`; `auto` follows the script on the screen.
        view: how texts are shown.
        locale: the user's locale (`zh_TW.UTF-8`), asked while texts are shown as written.
    """
    if wanted != "auto":
        return wanted
    if view is View.HANS:
        return "zh-Hans"
    if view is not View.ORIGINAL:
        return "zh-Hant"
    traditional = ("zh_tw", "zh_hk", "zh_mo", "zh_hant")
    return "zh-Hant" if locale.lower().startswith(traditional) else "zh-Hans"

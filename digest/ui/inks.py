"""Inks: how everything that is drawn differs from plain text, in one table.

An ink is a colour of the theme and attributes. Nothing is told by colour alone: what must be told
apart on a screen without colours has attributes of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.theme import Theme

TABLE = {
    "name": "primary bold",
    "quiet": "dim",
    "message": "success bold",
    "key": "primary bold",
    "mark": "accent bold",
    "cursor": "reverse",
    "tab": "primary bold reverse",
    "blurred": "bold underline",
    "unread": "bold",
    "title": "primary bold",
    "heading": "bold",
    "speech": "bold",
    "credit": "dim italic",
    "money": "warning bold",
    "share": "success bold underline",
    "count": "secondary underline",
    "when": "accent italic",
    "hit": "warning reverse",
    "current": "reverse bold",
    "decided": "underline",
    "unsure": "warning underline",
    "repaired": "error bold",
    "removed": "error strike",
    "matched": "warning bold underline",
}
"""Ink to colour of the theme (at most one, first) and attributes."""

ROLES = frozenset({"primary", "secondary", "accent", "warning", "error", "success"})
"""The colours a theme has for what is not plain text."""

PLAIN = Style.null()
"""No ink of its own."""


class Inks:
    """The inks of a theme."""

    def __init__(self, theme: Theme) -> None:
        """Mix them all: there are few."""
        self._styles = {name: _mixed(words.split(), theme) for name, words in TABLE.items()}

    def __getitem__(self, name: str) -> Style:
        """The style of an ink; the empty name is plain."""
        return self._styles[name] if name else PLAIN


def _mixed(words: list[str], theme: Theme) -> Style:
    named = [_colour(theme, word) if word in ROLES else word for word in words]
    return Style.parse(" ".join(named))


def _colour(theme: Theme, role: str) -> str:
    """A colour of the theme by a name that rich knows: `yellow`, `#e3b567`."""
    return str(getattr(theme, role)).removeprefix("ansi_")

"""Themes: the terminal's own colours, a light one, a dark one, one of high contrast."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

_ANSI = {
    **(BUILTIN_THEMES["ansi-dark"].variables),
    "input-cursor-text-style": "reverse",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
}
"""What the toolkit's style sheets expect of a theme of terminal colours, with a cursor that is seen
on light and dark backgrounds alike."""

THEMES = (
    Theme(
        name="terminal",
        ansi=True,
        primary="ansi_blue",
        secondary="ansi_cyan",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        accent="ansi_magenta",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables=_ANSI,
    ),
    Theme(
        name="light",
        primary="#1f4e8c",
        secondary="#0b6b75",
        warning="#9a5a00",
        error="#a3262a",
        success="#2f6d2f",
        accent="#7a3a86",
        foreground="#22211f",
        background="#fbf9f4",
        surface="#fbf9f4",
        panel="#efebe2",
        dark=False,
    ),
    Theme(
        name="dark",
        primary="#8ab4e8",
        secondary="#7cc5cc",
        warning="#e3b567",
        error="#e58a8a",
        success="#9ccb8f",
        accent="#cfa3d8",
        foreground="#dcd9d2",
        background="#1b1c1f",
        surface="#1b1c1f",
        panel="#26282c",
        dark=True,
    ),
    Theme(
        name="contrast",
        primary="#ffff00",
        secondary="#00ffff",
        warning="#ffd000",
        error="#ff6060",
        success="#60ff60",
        accent="#ff90ff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        dark=True,
    ),
)
"""All of them; `terminal` is the default, since whoever set up a terminal chose its colours."""

"""Keys as the program names them, whatever the keyboard or input method sent.

A Chinese input method turns `?` into `？` and `[` into `【`. Such a key must do what its ASCII twin
does, so every key is brought to one name before it is looked up. Names are the characters
themselves for printable keys and Textual's names for the rest (`up`, `ctrl+k`, `f2`).
"""

from __future__ import annotations

import unicodedata

TWINS = str.maketrans(
    {
        "、": "/",
        "。": ".",
        "【": "[",
        "】": "]",
        "「": "[",
        "」": "]",
        "『": "{",
        "』": "}",
        "〔": "[",
        "〕": "]",
        "《": "<",
        "》": ">",
        "〈": "<",
        "〉": ">",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "·": "`",
        "—": "_",
        "…": "^",
        "￥": "$",
        "¥": "$",
        "～": "~",
    }
)
"""Punctuation that input methods send for an ASCII key and that NFKC does not bring back: what
the common pinyin and zhuyin layouts put on each key."""

DOUBLED = frozenset({"……", "——"})
"""Marks of two characters, which input methods commit for one key."""

NAMED = {
    "space": "space",
    "return": "enter",
    "ctrl+m": "enter",
    "ctrl+i": "tab",
    "shift+tab": "shift+tab",
}
"""Names of one key that terminals send in more than one way."""


def key_name(key: str, character: str | None) -> str:
    """The one name of a key.

    Args:
        key: Textual's name for it.
        character: what it would type, if anything.
    """
    if character is not None and character.isprintable() and character != " ":
        return twin(character)
    return NAMED.get(key, key)


def twin(character: str) -> str:
    """The ASCII character that a full-width or Chinese form stands for, or the character itself."""
    plain = unicodedata.normalize("NFKC", character.translate(TWINS))
    return plain if len(plain) == 1 and plain.isascii() else character


def is_committed_run(data: str) -> bool:
    """Whether input that arrived at once is text an input method committed, and no key press.

    One character may be a key's twin, and a key held down sends it several times; but different
    characters at once with any that no ASCII keyboard types are somebody's words, and words are
    never commands.

    Args:
        data: characters that arrived together, no control character among them.
    """
    if len(data) < 2 or data.isascii():
        return False
    held_down = len(set(data)) == 1 and twin(data[0]).isascii() and data not in DOUBLED
    return not held_down


DISPLAY = {
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "space": "Space",
    "tab": "Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}
"""How keys with a name are written in help and key line."""


def key_label(name: str) -> str:
    """A key as a person writes it: `Ctrl+K`, `F2`, `]`."""
    *modifiers, last = name.split("+") if len(name) > 1 else [name]
    shown = DISPLAY.get(last, last.upper() if modifiers or _is_function(last) else last)
    return "+".join([*(part.capitalize() for part in modifiers), shown])


def _is_function(name: str) -> bool:
    return len(name) > 1 and name[0] == "f" and name[1:].isdigit()

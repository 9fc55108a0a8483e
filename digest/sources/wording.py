"""Words that a markup language broke over lines, put together as Chinese and Latin are."""

from __future__ import annotations

import re

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_BESIDE_WIDE = re.compile(rf"(?<={_WIDE})\n|\n(?={_WIDE})")
_BLANKS = re.compile(r"[ \t]{2,}")


def joined(words: str) -> str:
    """Lines of one paragraph as one: a space between Latin words, none beside Chinese."""
    if "\n" not in words and "\r" not in words:
        return _BLANKS.sub(" ", words) if "  " in words or "\t" in words else words
    words = _BREAK.sub("\n", words)
    return _BLANKS.sub(" ", _BESIDE_WIDE.sub("", words).replace("\n", " "))

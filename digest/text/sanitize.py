r"""The one door in: after it a text holds nothing that a terminal would obey or hide.

A file, a title or a file name may hold escape sequences, direction marks or invisible characters;
a terminal acts on them, a reader never sees them, and a search stumbles over them. All of it goes
here once, when a text comes in, and `inert` does the same once more for a line about to be drawn.

What is left has no character of the categories Cc (but the line feed), Cf and Cs and none that
Unicode calls default-ignorable; it is in NFC and stacks few combining marks. Alignment to the raw
text is kept, so that every place can be shown in the file as it came.

An escape sequence goes as a whole (`A\x1b[31mB` reads `AB`), because what stands between its
introducer and its end was never meant to be read. One that does not end on its line loses its
introducer alone, because what follows may well be the article. An emoji joined by U+200D falls into
its parts, because terminals disagree on how wide the joined one is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from digest.model import Span
from digest.text.codes import Lookup, are_worthwhile, codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.text.aligned import AlignedText

MAX_MARKS = 4
"""Combining marks kept on one character: pointed Hebrew and Vietnamese need no more, and a longer
stack draws over the lines above and below."""

_STRING_LIMIT = 4096
"""Code points an OSC, DCS or APC string may run before it counts as unterminated."""

_INVISIBLE = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891"
    r"\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    r"\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
)
"""Categories Cc, Cf and Cs, Default_Ignorable_Code_Point and noncharacters (Unicode 16.0), without
tab, line feed and carriage return, as the inside of a character class."""

_STOP = r"\x07|\x1b\\|\x9c"
_CONTROL = (
    r"(?P<line>\r\n?|[\u2028\u2029])"
    r"|(?P<tab>\t)"
    rf"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x80-\x9f\r\n]{{0,{_STRING_LIMIT}}}(?:{_STOP})"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_\[]"
    r"|\x1b[ -/]*[0-~]"
    rf"|[{_INVISIBLE}]+?"
)
"""In this order: line ends, tabs, control strings that end, CSI sequences, introducers of sequences
that do not end, the other escape sequences of ECMA-48, and single invisible characters."""

_HARMLESS = (
    r" -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2125\u2127-\u2129"
    r"\u212c-\u2328\u232b-\u2adb\u2e80-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua4cf\uac00-\ud7a3"
    r"\ue000-\uf8ff\uff01-\uff9f\uffe0-\uffee\ufffd\U0001f000-\U0001faff"
    r"\U00020000-\U0002f7ff\U00030000-\U000323af"
)
"""All that Chinese text is made of, as the inside of a character class: drawn, no marks, in NFC."""

_ODD = rf"[^{_HARMLESS}]"

_ODD_RUN = rf"[\s\S]?(?:{_ODD})+"
"""Where alone a text can leave NFC: odd characters and the one that they may combine with."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when a text first needs it: it takes 20 ms, and most texts need none."""
    return re.compile(pattern)


class _Plain(dict[str, bool]):
    """Whether a character can stand in any text as it is; asked of each character once."""

    def __missing__(self, character: str) -> bool:
        plain = (
            (character.isprintable() or character in "\u3000\xa0")
            and not _joins(character)
            and character not in "\u115f\u3164\uffa0"
            and unicodedata.is_normalized("NFC", character)
        )
        self[character] = plain
        return plain


_PLAIN = _Plain({"\n": True})
_PLAIN_IN_LINE = _Plain()


def sanitize(raw: str) -> AlignedText:
    """The text of `raw` that is safe to show, aligned with `raw`.

    Line ends of every kind become a line feed, a tab becomes a space, sequences that a terminal
    would obey and characters that nobody sees are left out, the rest is brought into NFC, and
    combining marks beyond `MAX_MARKS` on one character go.
    """
    from digest.text.aligned import AlignedText  # noqa: PLC0415 - a line to be drawn needs none

    if _is_plain(raw):
        return AlignedText.same(raw)
    text = AlignedText.replacing(raw, _controls(raw))
    if not unicodedata.is_normalized("NFC", text.text):
        text = text.then(AlignedText.replacing(text.text, _compositions(text.text)))
    stacks = list(_stacks(text.text))
    return text.then(AlignedText.replacing(text.text, stacks)) if stacks else text


def _is_plain(raw: str) -> bool:
    """Whether a text can stay as it is."""
    if are_worthwhile(raw):
        return bool(_plain_codes()[codes(raw)].all())
    return all(map(_PLAIN.__getitem__, raw))


@cache
def _plain_codes() -> Lookup:
    """The same of each code point."""
    return Lookup(lambda code: _PLAIN[chr(code)])


def inert(text: str) -> str:
    """`text` as one line that is safe to draw: sanitised, with a space for every line end."""
    if all(map(_PLAIN_IN_LINE.__getitem__, text)):
        return text
    return sanitize(text).text.replace("\n", " ")


def _controls(raw: str) -> Iterator[tuple[Span, str]]:
    """What is obeyed or not seen, with what takes its place."""
    for found in _compiled(_CONTROL).finditer(raw):
        new = {"line": "\n", "tab": " "}.get(found.lastgroup or "", "")
        yield Span(*found.span()), new


def _compositions(text: str) -> Iterator[tuple[Span, str]]:
    """The clusters of `text` that are not in NFC, with their composed forms."""
    for run in _compiled(_ODD_RUN).finditer(text):
        if unicodedata.is_normalized("NFC", run.group()):
            continue
        start = run.start()
        for end in range(start + 1, run.end() + 1):
            if end < run.end() and _joins(text[end]):
                continue
            cluster = text[start:end]
            if not unicodedata.is_normalized("NFC", cluster):
                yield Span(start, end), unicodedata.normalize("NFC", cluster)
            start = end


def _joins(character: str) -> bool:
    """Whether it may combine with what stands before it: a mark, or a Korean vowel or final."""
    return unicodedata.category(character).startswith("M") or "\u1160" <= character <= "\u11ff"


def _stacks(text: str) -> Iterator[tuple[Span, str]]:
    """The combining marks beyond those that a character may carry."""
    run, end = 0, -1
    for found in _compiled(_ODD).finditer(text):
        if not unicodedata.category(found.group()).startswith("M"):
            continue
        run = run + 1 if found.start() == end else 1
        end = found.end()
        if run > MAX_MARKS:
            yield Span(*found.span()), ""

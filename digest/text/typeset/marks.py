"""Which characters may not begin or end a line, and what hangs together so that none does.

The rules are those of GB/T 15834 (use of punctuation) and of the W3C's Requirements for Chinese
Text Layout, with the marks that other scripts bring along. A paragraph is cut into *runs*: the
shortest pieces between which a line may end. A run is a character, word or number, with the opening
marks before it, the closing marks behind it, and the spaces after those.
"""

from __future__ import annotations

import re
from functools import cache

SPACES = " \t\n\r\v\f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Where a line may end and which are not drawn there; the no-break spaces are not among them."""

OPENING = "（［｛〔〈《「『【〖〘〚“‘([{«\u2039﹙﹛﹝｟｢"
"""May not end a line."""

_ITERATION = "々〻ヽヾゝゞーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
_SIGNS = "%％‰‱°′″℃℉¢￠㎎㎏㎜㎝㎞㎡㏄㏎㏑㏒㏕"
_PAUSES = "，。、；：？！,.;:?!．｡､﹐﹑﹒﹔﹕﹖﹗‼⁇⁈⁉"
_CLOSING_BRACKETS = "）］｝〕〉》」』】〗〙〛”’)]}»\u203a﹚﹜﹞｠｣"
_DASHES = "—―⸺⸻─…⋯‥"
_CONNECTORS = "-\u2010–−~～〜"

HANGING = frozenset(_PAUSES + _CLOSING_BRACKETS)
"""May stand in the margin behind a full line, one at a time."""

CLOSING = _PAUSES + _CLOSING_BRACKETS + _DASHES + _SIGNS + _ITERATION + "～〜·・‧/／|｜"
"""May not begin a line: pauses, closing brackets and quotes, dashes and ellipses, units written as
one sign, repetition marks and small kana, the wave dash, the dot within names, the slash between
alternatives."""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061c\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0890-\u0dff"
    "\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u0f18-\u0fc6\u102b-\u109d\u1160-\u11ff"
    "\u135d-\u135f\u1712-\u1734\u1752\u1753\u1772\u1773\u17b4-\u18a9\u1920-\u193b\u1a17-\u1bf3"
    "\u1c24-\u1c37\u1cd0-\u1cf9\u1dc0-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20f0"
    "\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\u3164\ua66f-\ua67d\ua69e\ua69f"
    "\ua6f0\ua6f1\ua802-\ua82c\ua880-\ua8ff\ua926-\ua9e5\uaa29-\uaaf6\uabe3-\uabed\ud7b0-\ud7ff"
    "\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffb\U000101fd-\U0001037a"
    "\U00010a01-\U00016ff1\U0001bc9d-\U0001bca3\U0001cf00-\U0001cf46\U0001d165-\U0001d1ad"
    "\U0001d242-\U0001d244\U0001da00-\U0001daaf\U0001e000-\U0001e94a\U0001f3fb-\U0001f3ff"
    "\U000e0000-\U000e0fff"
)
"""Ranges that hold every code point without a cell of its own. Where marks and letters of a script
lie close together its letters are inside too: they only stay on the line of what they follow."""

JOINTS = "/\\-_.?&=,:;%+@~#"
"""Where a link or word that is wider than a line is best split: behind one of these."""

_LETTERS = (
    "0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6"
    "\u00f8-\u10ff\u1200-\u1fff\u2c00-\u2dff\ua4d0-\ua95f\ua980-\uabff\ufb00-\ufdff\ufe70-\ufefc"
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00010000-\U00016fff\U0001d400-\U0001d7ff"
)
"""Characters that make words and numbers, one as long as the next space: every script but Han, kana
and Hangul, whose lines may end after any character."""

_NO_BREAK = "\u00a0\u2007\u2011\u202f\u2060"
"""Spaces and a hyphen that hold both neighbours."""

_QUOTES = re.compile('["＂]')


def shaped(text: str) -> str:
    """`text` with straight double quotes turned by turns into opening and closing ones.

    For finding runs alone: offsets stay, widths may not.
    """
    if '"' not in text and "＂" not in text:
        return text
    pieces = _QUOTES.split(text)
    return "".join(
        piece + ("" if index == len(pieces) - 1 else "”" if index % 2 else "“")
        for index, piece in enumerate(pieces)
    )


def is_marked(text: str) -> bool:
    """Whether some code points may belong to the one before them."""
    return _any_mark().search(text) is not None


@cache
def _any_mark() -> re.Pattern[str]:
    """Compiled when the first paragraph is set, as all patterns here that take milliseconds to."""
    return re.compile(f"[{MARKS}]")


@cache
def runs(marked: bool) -> re.Pattern[str]:
    """Finds the runs of a shaped text one after another; the last find is empty.

    Args:
        marked: Code points may belong to the one before them; see `is_marked`.
    """
    letter, space, closing = f"[{_LETTERS}]", f"[{SPACES}]", f"[{re.escape(CLOSING)}]"
    connector = f"[{re.escape(_CONNECTORS)}](?!{letter})"
    marks = _trailing_marks(marked)
    atom = _atom(marked)
    held = (
        rf"[{_NO_BREAK}]++|[{re.escape(_CONNECTORS)}]++(?={letter})|\.(?=[0-9])"
        rf"|{space}++[{re.escape(CLOSING)}](?={letter})"
    )
    return re.compile(
        rf"{space}*+(?:[{re.escape(OPENING)}]{marks}{space}*+)*+"
        rf"(?:{atom}(?:(?:{held}){atom})*+)?+"
        rf"(?:{space}*+(?:{closing}|{connector}){marks})*+{space}*+"
    )


@cache
def atoms(marked: bool) -> re.Pattern[str]:
    """Finds what is still held together where a run is wider than a line: words, dashes, bases."""
    return re.compile(_atom(marked))


def _trailing_marks(marked: bool) -> str:
    """What may follow a base and is drawn with it, pictures joined to it among that."""
    return rf"(?:[{MARKS}]|(?<=\u200d)(?s:.))*+" if marked else ""


def _atom(marked: bool) -> str:
    """A link, a word or number with signs before and behind, dashes, a flag, or any one base."""
    marks = _trailing_marks(marked)
    word = f"[{_LETTERS}]" + (f"[{_LETTERS}{MARKS}]*+" if marked else f"[{_LETTERS}]*+")
    digit = r"[0-9\uff10-\uff19]"
    return (
        rf"(?:[\u3400-\u9fff]|(?:https?://|www\.)[!-~]*[0-9A-Za-z/=&#_]"
        rf"|[-+−±≈~<>≤≥=#@&$€£¥￥＄￡₩₹№]{{0,3}}{word}"
        rf"(?:(?:[-._/'’&@:+$\\]{{1,3}}|[~～–—]|(?<={digit})[,，](?={digit})){word})*+[+#*]{{0,2}}"
        rf"|[{_DASHES}]++|[\U0001f1e6-\U0001f1ff]{{2}}|(?s:.)){marks}"
    )

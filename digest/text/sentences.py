"""Sentences: where those of a paragraph begin and end.

A sentence ends at 。！？；…… and takes along the marks, quotation marks and brackets that close
behind it. It does not end inside 《》 or a short bracket, a URL, a number or a Latin abbreviation,
and not where a mark rounds off a quotation that goes on (“加油！”的口号). An ASCII `?` is often
what a lost character left behind: it ends a sentence only where a question was asked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = r"""
    (?P<whole> https?://[!-~]+ | www\.[!-~]+ | [A-Za-z0-9._+-]+@[\w-]+\.[\w.-]+ | &\#?\w{1,8};
      | 《[^《》\n]{1,80}》 | 〈[^〈〉\n]{1,80}〉
      | （[^（）()\n]{1,120}[）)] | \([^（）()\n]{1,120}[）)] )"""
"""What no sentence ends in: addresses, titles, and brackets short enough to be a remark."""

_STOPS = "。！？；｡‼⁇⁈⁉\n"
"""Marks that end a sentence wherever nothing closes behind them, which is nearly always."""

_CLOSING = frozenset('。！？；｡‼⁇⁈⁉!?;…」』”’）)》】〉〕]"')
"""What may close behind a mark, an ASCII quotation mark included."""

_MARK = re.compile(r"[…·。！？；｡‼⁇⁈⁉\n?!;．.&《〈（(](?<![.．](?=[A-Za-z0-9]))")
"""What begins everything of `_TOKEN` but an address, and no dot in a number or a name, which ends
nothing; one set of characters is searched for fast."""

_TOKEN = re.compile(
    r"(?=[hwA-Za-z0-9_.+&《〈（(…·。！？；｡‼⁇⁈⁉\n?!;．-])(?:"
    + _WHOLE
    + r"""
    | (?P<pause> …+ | \.{3,} | 。{3,} | ·{3,} )
    | (?P<stop> [。！？；｡‼⁇⁈⁉\n] )
    | (?P<ask> \?+ ) | (?P<cry> !+ ) | (?P<semicolon> ; ) | (?P<dot> [.．] ) )
    """,
    re.VERBOSE,
)

_AFTER = re.compile(
    r"""[。！？；｡‼⁇⁈⁉!?;…]*[」』”’）)》】〉〕\]]*(?:[。！？｡!?…][」』”’）)】]*)*"""
)
"""What closes behind the mark that ends a sentence."""

_REMARK = re.compile(r"[(（].*[。！？!?…][)）]")
"""A bracket that holds a sentence of its own, if it stands between two."""

_GOES_ON = frozenset(",，、:：的等之—…")
"""How a sentence goes on behind a closing mark or a pause."""

_ASKS = re.compile(
    r"[吗嗎呢谁誰哪怎啥吧么麼何]|多少|[几幾][个個时時年次]|多[大久长長高远遠快难難]|[是能可会會应應]否"
    r"|([一-鿿])[不没沒]\1|有[没沒]有|[难難]道|还是|還是"
)
"""Words of which a question has at least one."""
_REACH = 60
"""Characters before an ASCII question mark among which its question word stands."""

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_HAN_BEFORE_DOT = re.compile(_HAN + r"{4}[」』”’）)]?$")
_WORD_BEFORE_DOT = re.compile(r"(?:[a-z]{3,}|\d{2,}|[)”’\"])$")
_SHORT_FORM = re.compile(r"\b(?:Prof|Corp|Gov|Gen|Sen|Rep|Inc|Ltd|Capt|Rev|etc|vol|approx)$")
_LETTER = re.compile(r"[^\W_]")
_NEXT_BEGINS = re.compile(rf"\s+(?:[A-Z“\"']|{_HAN})")


def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a paragraph, as spans of the text; white space between them is left out.

    Args:
        text: clean text.
        within: the paragraph.

    Returns:
        Spans that are sorted, apart, not empty and without white space at either end; together
        they hold everything in `within` but white space.
    """
    found: list[tuple[int, int]] = []
    behind, spoke = within.start, False
    for cut in _cuts(text, within):
        start, end, behind = behind, cut, cut
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        speaks = text[start].isalnum() or _LETTER.search(text, start, end) is not None
        if found and not (speaks and spoke):
            # What has no letter or digit belongs to the sentence before, or to the one after.
            start, speaks = found.pop()[0], speaks or spoke
        found.append((start, end))
        spoke = speaks
    return tuple([Span(start, end) for start, end in found])


@lru_cache(maxsize=2)
def sentences_by_span(text: str, within: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """The sentences of several paragraphs; kept for the next who asks of the same text.

    Args:
        text: clean text.
        within: the paragraphs.
    """
    return tuple(sentences(text, each) for each in within)


def sentence_at(text: str, within: Span, at: int) -> Span:
    """The sentence of a paragraph that holds a place, or stands before it; empty if there is none.

    Args:
        text: clean text.
        within: the paragraph.
        at: code point of the text; a place outside the paragraph counts as its nearer end.
    """
    best = Span(within.start, within.start)
    for number, sentence in enumerate(sentences(text, within)):
        if number and sentence.start > at:
            break
        best = sentence
    return best


def _cuts(text: str, within: Span) -> list[int]:
    """Where a sentence ends, behind all that closes it; the end of the paragraph comes last."""
    start = position = within.start
    limit = within.end
    cuts: list[int] = []
    for mark in _marks(text, start, limit):
        at = mark.start()
        if at < position:
            continue
        if text[at] in _STOPS and (at + 1 == limit or text[at + 1] not in _CLOSING):
            cuts.append(start := at + 1)
            continue
        found = _TOKEN.match(text, at, limit)
        if found is None:
            continue
        position = found.end()
        if found.lastgroup == "whole":
            if _REMARK.fullmatch(found[0]) and not text[start:at].strip():
                cuts.append(start := position)
            continue
        end = _closed(text, found, limit)
        if _ends(text, found, end, within):
            cuts.append(start := end)
            position = end
    cuts.append(limit)
    return cuts


def _marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where a mark may stand, or something whole begin; only addresses begin with a letter."""
    has_address = (
        text.find("@", start, end) >= 0
        or text.find("://", start, end) >= 0
        or text.find("www.", start, end) >= 0
    )
    return (_TOKEN if has_address else _MARK).finditer(text, start, end)


def _closed(text: str, found: re.Match[str], limit: int) -> int:
    """The end of what closes behind a mark, an ASCII quotation mark that was opened included."""
    after = _AFTER.match(text, found.end(), limit)
    end = after.end() if after else found.end()
    if end < limit and text[end] == '"':
        line = text.rfind("\n", 0, end) + 1
        end += text.count('"', line, end) % 2
    return end


def _ends(text: str, found: re.Match[str], end: int, within: Span) -> bool:
    """Whether the mark ends a sentence, which would go on at `end`."""
    if end >= within.end or found[0] == "\n" or text[end] == "\n":
        return True
    goes_on = text[end] in _GOES_ON
    behind_latin, is_bare = _is_latin(text, found, within), end == found.end()
    match found.lastgroup:
        case "pause":
            ends = not (goes_on or text[end].isascii())
        case "semicolon":
            ends = not (behind_latin and _is_letter(text[end]))
        case "dot":
            ends = _dot_ends(text, found, end, within)
        case "stop":
            ends = is_bare or not goes_on
        case "cry":
            ends = text[end].isspace() or not (goes_on or (behind_latin and is_bare))
        case _:
            is_english = behind_latin and text[end].isspace()
            ends = is_english or (not goes_on and _asks(text, found, within))
    return ends


def _is_latin(text: str, found: re.Match[str], within: Span) -> bool:
    """Whether a Latin letter or a digit stands before a mark."""
    return found.start() > within.start and _is_letter(text[found.start() - 1])


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _asks(text: str, found: re.Match[str], within: Span) -> bool:
    """Whether a question stands before an ASCII question mark, in the same sentence."""
    start = max(within.start, found.start() - _REACH)
    piece = re.split(r"[。！？；｡\n?!;]", text[start : found.start()])[-1]
    return bool(_ASKS.search(piece))


def _dot_ends(text: str, found: re.Match[str], end: int, within: Span) -> bool:
    """Whether a dot ends a sentence: behind Chinese, or behind a Latin word, and a word follows."""
    before = text[max(within.start, found.start() - 12) : found.start()]
    if _HAN_BEFORE_DOT.search(before):
        return not _is_letter(text[end])
    is_word = _WORD_BEFORE_DOT.search(before) and not _SHORT_FORM.search(before)
    is_quoted = end > found.end()
    return bool((is_word or is_quoted) and _NEXT_BEGINS.match(text, end))

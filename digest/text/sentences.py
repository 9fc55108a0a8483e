"""Sentences: where those of a paragraph begin and end.

A sentence ends at 。！？；…… and takes along the marks, quotation marks and brackets that close
behind it. It does not end inside 《》 or a short bracket, a URL, a number or a Latin abbreviation,
and not where a mark rounds off a quotation that goes on (“加油！”的口号). An ASCII `?` is often
what a lost character left behind: it ends a sentence only where a question was asked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WHOLE = r"""
    (?P<whole> https?://[!-~]+ | www\.[!-~]+ | [A-Za-z0-9._+-]+@[\w-]+\.[\w.-]+ | &\#?\w{1,8};
      | 《[^《》\n]{1,80}》 | 〈[^〈〉\n]{1,80}〉
      | （[^（）()\n]{1,120}[）)] | \([^（）()\n]{1,120}[）)] )"""
"""What no sentence ends in: addresses, titles, and brackets short enough to be a remark."""

_MARK = re.compile(
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

_GOES_ON = re.compile(r"[,，、:：的等之]|—|…")
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
    cuts = [within.start, *_cuts(text, within), within.end]
    parts = (_trimmed(text, start, end) for start, end in pairwise(cuts))
    return tuple(_joined(text, filter(None, parts)))


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


def _cuts(text: str, within: Span) -> Iterator[int]:
    """Where a sentence ends, behind all that closes it."""
    start = position = within.start
    while found := _MARK.search(text, position, within.end):
        position = found.end()
        if found.lastgroup == "whole":
            if _REMARK.fullmatch(found[0]) and not text[start : found.start()].strip():
                yield (start := position)
            continue
        end = _closed(text, found, within.end)
        if _ends(text, found, end, within):
            yield (start := end)
            position = end


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
    goes_on = bool(_GOES_ON.match(text, end))
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


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _joined(text: str, parts: Iterable[Span]) -> list[Span]:
    """The parts, those without a letter or digit joined to the one before, or to the one after."""
    joined: list[Span] = []
    for part in parts:
        if joined and not (_speaks(text, part) and _speaks(text, joined[-1])):
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    return joined


def _speaks(text: str, part: Span) -> bool:
    return any(character.isalnum() for character in part.of(text))

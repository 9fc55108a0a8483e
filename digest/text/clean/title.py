"""A text's title: the line that is one, or else words of its own that serve as one.

A title is made from the first sentences by choosing the clause, or two that stand together, which
says most: it has an actor and an act, its words come back in the text, and it neither leans on what
stood before (但, 其中, 自去年) nor breaks off (对于…而言). It is always verbatim.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.text.clean import bylines
from digest.text.fold import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.text.clean.lines import Line

TITLE_LIMIT = 50
"""Characters of the longest line that may be a title."""

_LEAST_LINE = 4
"""Characters of the shortest line that may be a title."""

LEAST, MOST, _IDEAL = 12, 28, 20
"""Characters of a title that is made: what a list shows on one line."""

_REACH = 1000
"""Characters of a line that are looked at: ten sentences of news take half of them."""
_SENTENCES = 10
"""Sentences from the top among which a title is looked for: news says what it is about there."""
_BREAK = re.compile(r"[,。!?;:…\n]|——|--")
_STOP = re.compile(r"[。!?…]+[\"'”’」』)]*|\n|[;]")
_NUMBER_MARK = re.compile(r"(?<=\d)[,:.](?=\d)")
_LEANS = re.compile(
    r"但|而|却|也|又|还|则|就|便|并|且|或|与|和|及|因此|所以|同比|环比|较|截至|截止|北京时间|当地时间|受此|计划|预计|拟|成为|意在|旨在|因为|由于|如果|虽然|尽管|不过|然而|同时|此外|另外|其中|其|这|那|此|该|它|他|她|我|你|您|咱"
    r"|有的|一些|随着|随|据|对于|对|谈及|关于|至于|自|从|在|当|于是|例如|比如|如|按|按照|通过|为了|为|以|由|目前|今天|昨天|近日|日前|当天|近期|今年|去年|明年|当前|最近|过去|未来|可以|不仅|不少|无论|不管|即使|即|既|只|更|最|很|已|曾|将|被|把|让|使|来自|其实|事实上|所谓|一方面|另一方面|首先|其次|再|第一|一言以蔽之|有些|就像|就算|正如|说到底|值得|与此|不久|很快|接下来|作为"
)
_DANGLES = re.compile(
    r"(?:的|了|着|地|得|时|后|前|中|上|下|里|内|外|之|与|和|及|或|而|等|是|在|为|于|对|把|被|说|称|道|表示|认为|指出|来说|来看|而言|之后|之前|以来|期间|方面|当天|当日|消息|报道|介绍|显示|透露|强调|看到|知道|觉得|发现|要求|通报|测定|获悉|了解到|以及|并且|但是|月|日|年|号)$"
)
_ACTS = re.compile(
    r"发布|召开|推出|宣布|启动|举行|举办|签署|签约|成立|开幕|闭幕|上线|上市|收购|增长|下降|上涨|下跌|超过|突破|通过|获得|完成|开展|实施|印发|出台|公布|批准|访问|会见|当选|任命|去世|夺冠|击败|战胜|发射|升空|开通|投产|投用|建成|合作|亮相|登顶|入选|升级|下调|上调|提高|降低|调整|回应|警告|呼吁|起诉|判决|逮捕|爆发|袭击|撤离|谈判|达成|提出|计划|拟|落户|揭晓|领先|进入|迈入|加速|走红|面临|落地|成为|迎来|来了|披露|判决|发生|跌至|降至|升至|增至|考虑|修订|分离|开出|开业|施行|处罚|约谈|着陆|发现|出土|遇难|淘汰|登陆|通车|斥资|下调|三读|罢工|禁止|取消|建立|改变|打造|引发"
)
_DAY_FIRST = re.compile(r"(?:\d{4}\s?年\s?)?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?[日号]|\d{4}\s?年")
_REPORTS = re.compile(r"(?:获悉|了解到|显示|测定|通报|报道|介绍|称|表示|透露|指出|认为|预计|分析)$")
"""How a clause ends that says who tells what follows, whose subject is yet to come."""
_SAYS = re.compile(
    r"^[^,]{2,16}(?:表示|称|透露|指出|认为|介绍|获悉|了解到|显示|分析)[,:]|^(?:有|一)?(?:网友|专家|记者|业内)"
)
_ASKS = re.compile(r"谁|什么|怎么|怎样|为何|吗$|呢$")
_INNER = re.compile(r"在|的(?!是)")
"""Behind what the end of a long clause can begin."""
_SHORT = 1200
"""Characters up to which a text is a notice, that says in its first sentence what it is about."""
_LATER, _LATER_IN_SHORT = 0.12, 0.4
"""What a clause loses for each sentence before it, in a long text and in a short one."""
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*")
_NAMED = re.compile(r"《[^》]+》|[“「『][^”」』]{2,10}[”」』]|[A-Za-z][A-Za-z0-9.+-]{1,}|\d")
_LISTED = re.compile(r"[·•●■◆*-]\s*\w")
"""How the items of a list begin."""
_TWO_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_NO_TITLE = re.compile(r"。|^[\d(【\[][^\u4e00-\u9fff]*$")
"""A full stop inside, or a number in brackets and nothing besides."""
_SITE = re.compile(
    r"\s*[_|\-–—]+\s*[^_|\-–—]{1,16}?(?:网|报|新闻|频道|财经|科技|周刊|杂志|在线|客户端|公众号|门户|论坛|博客|中心|导报|时报|通讯社|\.com|\.cn)\s*$",
    re.IGNORECASE,
)
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("(", ")"), ("《", "》"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause, or clauses that stand together, of one line."""

    line: Line
    start: int
    end: int
    sentence: int = 0
    """Which sentence of the text it stands in, from 0."""
    follows: bool = False
    """A clause before it in its sentence has the subject."""

    @property
    def text(self) -> str:
        """The words as written, without blanks and lone quotation marks around them."""
        text = self.line.part(self.start, self.end)
        for opening, closing in _QUOTES:
            if text.startswith(opening) and closing not in text:
                text = text[1:]
            if text.endswith(closing) and opening not in text:
                text = text[:-1]
        return text.strip()

    @property
    def plain(self) -> str:
        """The words in plain characters."""
        return simplified(self.text)


def title_line(lines: Sequence[Line]) -> str | None:
    """The first line, if it is a title: short, no sentence, with something longer below it."""
    if len(lines) < 2:
        return None
    line = lines[0]
    plain = line.plain
    if line.marked:
        return line.text.strip("# ")
    if not _LEAST_LINE <= len(plain) <= TITLE_LIMIT or not _TWO_HAN.search(plain):
        return None
    if plain.endswith(("。", ",", ";", ":", "、", "…")) or _NO_TITLE.search(plain):
        return None
    if _LISTED.match(lines[1].plain) or bylines.byline(line) or line in bylines.speakers(lines):
        return None
    is_above = max(len(other.text) for other in lines[1:4]) > len(plain)
    return without_site(line.text) if is_above else None


def without_site(title: str) -> str:
    """A title without the name of the site that pages put behind it."""
    while (found := _SITE.search(title)) and found.start() >= 4:
        title = title[: found.start()]
    return title


def made_title(lines: Sequence[Line]) -> str:
    """Words of the text that can stand for it; empty only if the text is."""
    weights = _weights(lines)
    pieces = [piece for piece in _pieces(lines) if _LEAST_LINE <= len(piece.text) <= MOST]
    fitting = [piece for piece in pieces if len(piece.text) >= LEAST] or pieces
    is_short = sum(len(line.text) for line in lines) <= _SHORT
    later = _LATER_IN_SHORT if is_short else _LATER
    best = max(fitting, key=lambda piece: _worth(piece, weights, later), default=None)
    if best:
        return best.text
    rests = (line.text[bylines.opening(line) :] for line in lines)
    return next(filter(None, map(_cut_off, rests)), "")


def _pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    """The clauses of the first sentences, and runs of them inside one sentence."""
    sentence = 0
    for line in lines:
        for clauses in _sentences(line):
            yield from _runs([replace(clause, sentence=sentence) for clause in clauses])
            sentence += 1
            if sentence >= _SENTENCES:
                return


def _sentences(line: Line) -> Iterator[list[_Piece]]:
    """The sentences of a line's first characters, each as its clauses, without a dateline."""
    plain = line.plain[:_REACH]
    clauses: list[_Piece] = []
    start = bylines.opening(line)
    for found in _BREAK.finditer(plain + "\n", start):
        if _NUMBER_MARK.match(plain, found.start()):
            continue
        clauses.append(_Piece(line, start, found.start()))
        start = found.end()
        if _STOP.match(found.group()):
            yield clauses
            clauses = []


def _runs(clauses: Sequence[_Piece]) -> Iterator[_Piece]:
    """Each clause of a sentence, and each with the one or two that follow it."""
    has_subject = False
    for index, first in enumerate(clauses):
        for last in clauses[index : index + 3]:
            piece = replace(first, end=last.end, follows=has_subject)
            if all(piece.plain.count(a) == piece.plain.count(b) for a, b in _QUOTES):
                yield piece
        yield from _ends(replace(first, follows=has_subject))
        has_subject = has_subject or not (
            _is_adverbial(first.plain) or _REPORTS.search(first.plain)
        )


def _ends(clause: _Piece) -> Iterator[_Piece]:
    """The ends of a clause that is too long, or begins with the day, that can stand alone.

    They begin with the place where it happened (专家在古城遗址发现…) or with what is described
    (创立于1926年的老店开业).
    """
    plain = clause.line.plain[clause.start : clause.end]
    if len(plain) <= MOST and not _DAY_FIRST.match(plain):
        return
    for found in _INNER.finditer(plain, 0, len(plain) // 2):
        piece = replace(clause, start=clause.start + found.end())
        balanced = all(piece.plain.count(a) == piece.plain.count(b) for a, b in _QUOTES)
        if balanced and LEAST <= len(piece.text) <= MOST and _ACTS.search(piece.plain):
            yield piece


def _is_adverbial(plain: str) -> bool:
    """Whether a clause only says when, where or about what: its sentence has yet to begin."""
    return len(plain) < 3 or any(rule.match(plain) for rule in (_LEANS, _DAY_FIRST))


def _weights(lines: Sequence[Line]) -> Counter[str]:
    """How often each pair of Chinese characters and each Latin word stands in the text."""
    weights: Counter[str] = Counter()
    for line in lines:
        weights.update(_units(line.plain))
    return weights


def _units(plain: str) -> list[str]:
    """Pairs of neighbouring Chinese characters, and Latin words in lower case."""
    units = [run[i : i + 2] for run in _HAN_RUN.findall(plain) for i in range(len(run) - 1)]
    return units + [word.lower() for word in _LATIN.findall(plain)]


def _worth(piece: _Piece, weights: Counter[str], later: float) -> float:
    """How well a piece stands for its text; the parts are of the order of one."""
    plain = piece.plain
    units = _units(plain)
    if not units:
        return -10.0
    worth = sum(math.log(weights[unit]) for unit in units if weights[unit]) / len(units)
    worth -= later * piece.sentence
    worth += 0.8 * bool(_ACTS.search(plain)) + 0.3 * bool(_NAMED.search(plain))
    worth -= 1.2 * bool(_LEANS.match(plain)) + 1.2 * bool(_DANGLES.search(plain))
    worth -= 0.5 * len(_BREAK.findall(_NUMBER_MARK.sub("", plain)))
    worth -= 1.0 * bool(_DAY_FIRST.match(plain))
    worth -= 0.5 * piece.follows + 0.8 * bool(_SAYS.search(plain) or _ASKS.search(plain))
    return worth - 0.03 * abs(len(plain) - _IDEAL)


def _cut_off(text: str) -> str:
    """The first characters of a text that has no clause of the right length."""
    if len(text) <= MOST:
        return text.rstrip("。,，;；:：、")
    cut = text[:MOST]
    if text[MOST - 1 : MOST + 1].isascii() and text[MOST - 1 : MOST + 1].isalnum():
        cut = re.sub(r"[A-Za-z0-9]+$", "", cut) or cut
    return cut.rstrip(" 。,，;；:：、")

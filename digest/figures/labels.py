"""Labels: the words of the sentence that say what a figure measures, and whose it is.

Chinese counts a noun that follows (600 道题目), measures one that stands before (股价为 50.27 元),
and dates the verb phrase after the date (8月15日,…发布…): three rules, each with the next as its
fallback.
"""

from __future__ import annotations

import re
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from digest.figures import kinds

if TYPE_CHECKING:
    from digest.figures.found import Found
    from digest.figures.scene import Scene

LONGEST = 12
"""Characters of a label: more does not fit a column of the ledger."""

_ROW = 6
"""Figures in a row that are looked past."""
_REACH = 30
_WINDOW = 24
"""Characters before a place that are looked at for what ties it on."""
_ADVERBS = "正式|联合|首次|再度|陆续|已经|重新|开始|成功|顺利|紧急|公开|全面"
_ACTS = (
    "发布|推出|宣布|成立|突破|启动|召开|举行|举办|施行|实施|通过|签署|对标|承建|开启|公布|表示|获得|达成|完成"
    "|上市|上线|发射|开业|开幕|闭幕|通车|投产|收购|出台|印发|提出|当选|就任|访问|会见|发生|遭遇"
    "|击败|战胜|夺冠|停牌|复牌|上涨|下跌|增长|下降|升级|量产|交付|预告|指出|透露|报告|走红|新增"
    "|积累|积蓄|收紧|剩不了|看清楚|告一段落|支持|打造|覆盖|实现|登陆|抵达|返回|出现|逮捕|判处"
    "|起诉|播出|上映|接受|公告|起火|坠毁|相撞|地震"
)
_VERBS = re.compile(
    rf"(?=[{''.join(sorted({word[0] for word in f'{_ADVERBS}|{_ACTS}'.split('|')}))}])"
    rf"(?:{_ADVERBS})?(?:{_ACTS})"
)
"""Looks at the first character before it tries the words."""

_FILLER = re.compile(
    r"(?:[、和及与](?:[上下]午|[早晚]上?)?\d{1,2}[:点时月](?:\d{1,2}分?)?|的?时候"
    r"|[ ]|的时间|时间|之?内|之?间|之?前|之?后|以来|至今|里|中|上|时|起|份|度|,|，|、|的|了|和"
    r"|与|就|才|又|则|也|都|还|到|已经|甚至是|或者更早的|事实上|据了解|据悉|短短|期间|左右)+"
)
_TITLE = re.compile(r"在[^,，。]{2,20}[上中里下][,，]?")
_LINK = re.compile(
    r"(?:[ ]|了|约|为|达到?|是|以|近|共|拥有|持有|现有|设有|有|(?<![现存所潜])在|至|到"
    r"|(?<![财年季日晚周早公通情])报|(?<![营税回吸征丰创])收|仅|已|将|超过?|均|分别|只有|则|高达"
    r"|突破|的|就|已经|做到|实现|预计|累计|合计|总计|其|最多|至少|需要?|通常|新增了?|排|居|位列"
    r"|[仅近]{1,2}|短短|最终|全部|共计|分别为|约为|名列|位居|[:：]|=)+$"
)
_LINK_ENDS = frozenset(
    " 了约为达到是以近共有在至报收仅已将超过均别则破的就经现计其多少需要常增排居列短终部:：="
)
"""What every such word ends with: most places have none, and a search costs a try at each."""

_EDGE = re.compile(
    r"(?:[了的与及也就其](?!中|他|它|会议)|是|和(?!平|解|谐|县|田)|在(?!线|职|校|建|岗|读|押)|由(?!于)|即(?!时|将))+"
)
"""What a label does not begin with: the end of the word before it, or what ties it on."""

_EDGE_HEADS = frozenset("了的与及也就其是和在由即")
"""What every such word begins with."""

_CHAIN = re.compile(
    r"(?:第?(?:约|近|超|逾)?[\d.,:]+[%‰]?[㐀-鿿]{0,3}|第[一二三四五六七八九十]+[㐀-鿿]?)[、和及与或]$"
)
"""Figures in a row share what stands before the first (增长5%、6%和7%)."""

_ROW_ENDS = frozenset("、和及与或")
_NOW = re.compile(
    r"(?:现在|目前|如今|当时|此时|其中|过去|此前|今天|同时|此外|另外|分别|平均|同比|环比|到现在也?"
    r"|早就|仍)$"
)
_NUMBERED = re.compile(r"\d[㐀-鿿%]?$")
"""What stands before a figure and names nothing that could be measured: time, other figures."""

_STOP = re.compile(r"[,，。:：;；!！?？、()（）\n\"“”「」『』]|——|…")
_PAUSE = re.compile(r"[,，。:：;；!！?？、()（）\n]|——|…")
"""Where an event ends: it may name a thing in quotation marks."""

_TIE = re.compile(r"[ 的]*")
_SIDE = frozenset((kinds.COUNT, kinds.NUMBER, kinds.RATIO))
_OF = re.compile(
    r"(?:\([^()]{1,12}\))?(?:的(?=[㐀-鿿]{2})|通过了?|夺得|获得|登顶|收购|用于|投资|购买|建设|成为)"
)
"""What ties a score or a sum to the words behind it."""

_CLOSED = re.compile(
    r"(?:的时间|时间|了|左右|间|之?前|之?后|之久|以上|以来|里|内)*(?:[,，。;；:：!！?？、)）\n]|$)"
)
_PARENTHESIS = re.compile(r"\([^()]{1,20}\)(?:[^,，。()]{0,2})$")
_SAYING = re.compile(r"宣布|公布|表示|指出|透露|报告|首次|正式")

_OPEN_ENDS = frozenset(" 的和与及“《「『(（")
"""What a label cut short does not end with."""

_LATIN = frozenset(f"{ascii_letters}{digits}.")
"""What Latin words and numbers are written with."""

_PLACES = frozenset(("名", "位"))
_NOT_NOUN = re.compile(r"就|进行|是|也|都|才|又|将|已|被|在|以|为|,|，|。")


def label_of(scene: Scene, found: Found) -> tuple[int, int] | None:
    """Where the label of a figure stands in its line, at most `LONGEST` characters."""
    kind = found.kind
    if kind is kinds.DATE:
        return _event(scene, found) or _before(scene, found)
    if kind in {kinds.DURATION, kinds.TIME}:
        return _lasting(scene, found)
    if kind in _SIDE or _ranks_a_noun(scene, found):
        return _counted(scene, found)
    owned = _OF.match(scene.shown, found.end)
    if owned is not None:
        return _after(scene, owned.end(), found)
    return _before(scene, found) or _after(scene, found.end, found)


def _lasting(scene: Scene, found: Found) -> tuple[int, int] | None:
    """What lasted: told before, where the time ends its clause, and behind it elsewhere."""
    behind = _after(scene, _past_filler(scene, found.end), found)
    if found.kind is kinds.DURATION and _CLOSED.match(scene.shown, found.end):
        return _before(scene, found, 1) or behind
    return behind or _before(scene, found)


def _counted(scene: Scene, found: Found) -> tuple[int, int] | None:
    """The noun that is counted; for 七大能力 at the end of its clause, whose they are."""
    if found.rule == "count/big" and _CLOSED.match(scene.shown, found.end):
        return _before(scene, found) or _after(scene, found.core_end, found)
    return _after(scene, _noun_start(scene, found), found) or _before(scene, found)


def _ranks_a_noun(scene: Scene, found: Found) -> bool:
    if found.kind is not kinds.RANK or found.unit in _PLACES:
        return False
    return not _NOT_NOUN.match(scene.shown, found.end)


def _event(scene: Scene, found: Found) -> tuple[int, int] | None:
    """What happened then: from the first verb of news behind the date, or the words behind it."""
    limit = scene.sentence(found.start)[1]
    if scene.shown.startswith("的", found.end):
        return _after(scene, found.end + 1, found)
    start = _past_filler(scene, found.end)
    place = _TITLE.match(scene.shown, start, limit)
    if place is not None and place.end() < limit - 2:
        start = place.end()
    first = None
    for verb in _VERBS.finditer(scene.shown, start, min(limit, start + _REACH)):
        if not _SAYING.fullmatch(verb[0]):
            first = verb
            break
        first = first or verb
    return _after(scene, first.start() if first else start, found, _PAUSE)


def _past_filler(scene: Scene, start: int) -> int:
    match = _FILLER.match(scene.shown, start)
    return match.end() if match else start


def _noun_start(scene: Scene, found: Found) -> int:
    """Where the counted noun begins: a noun that is part of the figure's text counts too."""
    start = found.core_end if found.rule in {"count/noun", "count/big"} else found.end
    match = _TIE.match(scene.shown, start)
    return match.end() if match else start


def _after(
    scene: Scene, start: int, found: Found, stops: re.Pattern[str] = _STOP
) -> tuple[int, int] | None:
    limit = scene.sentence(found.start)[1]
    if start >= limit:
        return None
    if scene.shown[start] in _EDGE_HEADS and (edge := _EDGE.match(scene.shown, start, limit)):
        start = edge.end()
        if start >= limit:
            return None
    stop = stops.search(scene.shown, start, limit)
    end = min(stop.start() if stop else limit, start + LONGEST)
    return _whole(scene.shown, start, end)


def _before(scene: Scene, found: Found, clauses: int = 3) -> tuple[int, int] | None:
    """The words before the figure in its clause, or those of the clause before."""
    line, low, end = scene.shown, scene.sentence(found.start)[0], found.start
    for _ in range(clauses):
        for _ in range(_ROW):
            chained = end > low and line[end - 1] in _ROW_ENDS
            row = _CHAIN.search(line[max(low, end - _WINDOW) : end]) if chained else None
            if row is None:
                break
            end -= len(row[0])
        if line.rfind(")", max(low, end - 3), end) >= 0:
            aside = _PARENTHESIS.search(line[max(low, end - _WINDOW) : end])
            end -= len(aside[0]) if aside else 0
        if end > low and line[end - 1] in _LINK_ENDS:
            link = _LINK.search(line[max(low, end - _WINDOW) : end])
            end -= len(link[0]) if link else 0
        start = _begun(line, low, end)
        whole = _whole(line, start, end)
        if whole is not None and (
            found.kind is kinds.DURATION or not _is_idle(line[slice(*whole)])
        ):
            return whole
        end = max(low, start - 1)
    return None


def _is_idle(words: str) -> bool:
    """Whether words name nothing that could be measured."""
    return bool(_NUMBERED.search(words[-2:]) or _NOW.match(words))


def _begun(line: str, low: int, end: int) -> int:
    """Where a label that ends at `end` begins: at its clause, else behind the last 的 in reach."""
    start = max(low, end - LONGEST)
    cut = start > low and not _STOP.match(line, start - 1)
    for stop in _STOP.finditer(line, start, end):
        start, cut = stop.end(), False
    owner = line.rfind("的", start, end - 2) if cut else -1
    if owner >= 0:
        start = owner + 1
    edge = _EDGE.match(line, start, end) if line[start : start + 1] in _EDGE_HEADS else None
    return edge.end() if edge and end - edge.end() > 1 else start


def _whole(line: str, start: int, end: int) -> tuple[int, int] | None:
    """The words between two places without blanks at the ends and without half a word or number."""
    while start < end and (line[start] == " " or _cuts(line, start)):
        start += 1
    while start < end and (line[end - 1] in _OPEN_ENDS or _cuts(line, end)):
        end -= 1
    return (start, end) if end - start > 1 else None


def _cuts(line: str, place: int) -> bool:
    """Whether a place stands inside a Latin word or a number."""
    return 0 < place < len(line) and line[place] in _LATIN and line[place - 1] in _LATIN


_SUBJECT = re.compile(
    r"(?:[^,，。]{0,12}[,，])?(?:目前|如今|此次|日前|近日|今天|昨天|昨日|今日|据悉|其中|同时|此外|现在)?"
    r"(?P<subject>[㐀-鿿A-Za-z]{2,12}?)(?=表示|宣布|发布|公布|称|指出"
    r"|已经?|在|将|又|还|就|也|才|于|举办|召开|的(?:股价|营收|净利|市值))"
)
_SHORTEST_SUBJECT = 3
"""Characters of the shortest subject with its verb."""

_NO_SUBJECT = re.compile(
    r"[你我他她它这那某到在如若当从由因为以但而并随据自对把被让使]|[㐀-鿿]*[是有说们]|其|值得|不|可以|即|所|则|只|没"
)
"""What begins or holds this is a clause, and names nobody."""


def subject_of(scene: Scene, found: Found) -> tuple[int, int] | None:
    """Where the one whose figure it is stands: the head of the sentence before its verb."""
    start, _ = scene.sentence(found.start)
    if found.start - start < _SHORTEST_SUBJECT:
        return None
    match = _SUBJECT.match(scene.shown, start, found.start)
    if match is None or _NO_SUBJECT.match(match["subject"]):
        return None
    return match.span("subject")

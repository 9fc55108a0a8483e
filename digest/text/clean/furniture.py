"""What stands around an article and is not read: credits, notices, end marks, photo sources.

Credits and notices go only from the two ends of a text, where they stand without a gap; inside it
only what says of itself that it belongs to a picture goes. What the lines taken out say is kept as
metadata.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digest.model import Metadata
from digest.text.clean import bylines, dates
from digest.text.clean.credits import PUBLICATION, Credits, credit_line, merged
from digest.text.clean.lines import Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PHOTO = re.compile(
    r"[(\[【]?\s*(?:(?:资料|网络|示意|效果|历史)(?:图片?|照片?|截图|画面)|图文无关|档案照片?|视频截图|网络配图"
    r"|(?:图片?|照片|配图|题图|头图|封面图?|影像|画面)\s?[:/|]?\s?(?:来源|来自|源自?|取自|翻摄自|版权|摄影|提供)"
    r"\s?[:/|]?[^。!?]{0,24}"
    r"|图\s?[:/|]\s?[^。!?,]{1,12})\s*[)\]】]?"
)
_END = re.compile(
    r"[(\[【<《〈]?\s?(?:全文|本文|正文)?完\s?[)\]】>》〉]?"
    r"|[-—=*_#~·•.\s]*(?i:end|the end|fin)[-—=*_#~·•.\s]*"
    r"|[-—=*_#~·•■□●○◆◇▲△▼★☆※＊\s.]+"
)
_NOTICE = re.compile(
    r"[(\[【*※■◎●▲△>\s]*(?:"
    r"(?:免责|版权|特别|郑重|重要|网站|作者)?声明\s?:|(?:风险|免责|版权|温馨)提示\s?:|版权所有|版权归|著作权"
    r"|未经.{0,16}(?:授权|许可|允许|同意)|(?:如需)?转载(?:请|须|需)|欢迎转载|严禁转载|谢绝转载"
    r"|(?:本|该)文(?:仅代表|系作者|系网易|系投稿|为作者|不代表|首发于|来[自源]|转[载自]|经.{0,20}授权|由.{1,20}授权|版权|章?内容仅供)"
    r"|以上(?:内容|观点|信息)(?:仅|不|均)|文中?(?:观点|内容)(?:仅|不)|不构成(?:任何)?投资"
    r"|(?:欢迎|请|敬请)?(?:扫码|长按|扫描|识别|点击|微信搜索|搜索|关注).{0,16}(?:关注|二维码|订阅|下载|查看原文|阅读原文|公众号)"
    r"|阅读原文|查看原文|返回.{0,6}(?:首页|搜狐|新浪|顶部)|海量资讯|更多.{0,20}(?:请关注|请点击|请下载|请登录|尽在|,请)"
    r"|(?:如有|若有).{0,12}侵权|侵权.{0,6}删|投稿(?:邮箱|请|或)|新闻热线|爆料|举报电话|\[?纠错"
    r"|©|(?i:\(c\)\s|copyright|all rights reserved|.{0,12}ICP备))"
)
_FROM_ACCOUNT = re.compile(
    r"(?:来自|来源|转自|转载自)\s?:?\s?(?:微信)?(?:公众号|订阅号)?\s?:?\s?[“「『\"《]?"
    r"(?P<source>[^”」』\"》,。(:;\s]{2,20})"
)
_NOTICE_NAMES = tuple(
    re.compile(rf"{word}\s?[:|]?\s?([\u4e00-\u9fff·\w]{{2,12}}?)(?=[,。;)\s]|$)")
    for word in ("作者", "编辑")
)
_TRAIL = re.compile(
    r"(?:[^>\u203a»。!?]{1,12}\s?[>\u203a»]\s?){1,5}(?:正文|新闻|[^>\u203a»。!?]{0,40})"
)
"""Where on its site a page stands: 财经> 国内财经> 正文."""
_MORE = re.compile(
    r"[\[【(]?\s?(?:相关|延伸|推荐|更多|扩展|精彩|热门|往期)(?:阅读|新闻|报道|推荐|文章|链接|回顾)\s?[\]】)]?\s?:?"
)
_TAIL = re.compile(r"[(\[【](?P<words>[^()\[\]【】]{1,40})[)\]】]$")
_END_MARK = re.compile(
    r"(?<=[。!?…”」』)])\s?(?:[·•■□◆●▪◼∎]|[(\[【](?:全文|本文)?完[)\]】]|\s(?:END|完)|(?<=\))(?P<day>1\d{6}))$"
)
"""What closes the last paragraph: a mark, or the agency's date in the Republic's calendar."""
_HEAD_LINES = 10
"""Lines at the top among which credits are looked for: page headers are shorter."""
_SHORT = 45
"""Characters of a line that may be a title or a link, and is no paragraph yet."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The lines that are read, and what the others said."""

    lines: tuple[Line, ...]
    metadata: Metadata = field(default_factory=Metadata)


def cleared(lines: Sequence[Line]) -> Kept:
    """`lines` without furniture."""
    speakers = bylines.speakers(lines)
    verdicts = _Verdicts(lines, speakers)
    dropped = {index for index, line in enumerate(lines) if _is_loose(line)}
    around = dropped | _at_top(lines, verdicts) | _at_end(lines, verdicts)
    metadata = Metadata()
    for index in sorted(around):
        said = verdicts[index]
        if said:
            metadata = merged(metadata, said.metadata)
    # Who made a text is part of it: such a line is read in its place below the last paragraph.
    credited = {index for index in _at_end(lines, verdicts) if _says_whose(verdicts[index])}
    dropped = around - credited
    # A text of nothing but credits is read as it is: a date alone may be all that was asked about.
    kept = [index for index in range(len(lines)) if index not in dropped] or list(range(len(lines)))
    shown = [lines[index] for index in kept]
    last = next((at for at in reversed(range(len(kept))) if kept[at] not in credited), None)
    if last is not None:
        line, found = _trimmed(shown[last])
        shown[last] = line if line.text else shown[last]
        metadata = merged(metadata, found)
    return Kept(tuple(shown), metadata)


class _Verdicts(dict[int, Credits | None]):
    """What each line says as furniture, by its place; asked of the lines at both ends alone."""

    def __init__(self, lines: Sequence[Line], speakers: Mapping[Line, str]) -> None:
        super().__init__()
        self._lines = lines
        self._spoken = {index for index, line in enumerate(lines) if speakers and line in speakers}
        self._alone: dict[int, Credits | None] = {}

    def __missing__(self, index: int) -> Credits | None:
        found = self[index] = self._by_itself(index) or self._site(index)
        return found

    def _by_itself(self, index: int) -> Credits | None:
        """What a line says whatever stands beside it."""
        if index not in self._alone:
            spoken = index in self._spoken
            self._alone[index] = None if spoken else furniture(self._lines[index])
        return self._alone[index]

    def _site(self, index: int) -> Credits | None:
        """The publication that a line names and nothing else, if a date stands beside it."""
        line = self._lines[index]
        if not PUBLICATION.fullmatch(line.plain):
            return None
        around = (at for at in (index - 1, index + 1) if 0 <= at < len(self._lines))
        if not any(said and said.metadata.published for said in map(self._by_itself, around)):
            return None
        return Credits(Metadata(source=line.text), frozenset({"source"}))


def _says_whose(said: Credits | None) -> bool:
    """Whether a credit line names who wrote, edited or pictured a text."""
    return said is not None and bool(said.kinds & {"author", "editor", "image"})


def furniture(line: Line) -> Credits | None:
    """What a line of furniture says, or None for a line that is read."""
    plain = line.plain
    if _END.fullmatch(plain) or _PHOTO.fullmatch(plain):
        return Credits(kinds=frozenset({"mark"}))
    said = credit_line(line)
    if said:
        return said
    if _TRAIL.fullmatch(plain):
        return Credits(kinds=frozenset({"page"}))
    if not _NOTICE.match(plain):
        return None
    account = _FROM_ACCOUNT.search(plain)
    source = line.part(*account.span("source")) if account else ""
    author, editor = (
        line.part(*found.span(1)) if (found := rule.search(plain)) else "" for rule in _NOTICE_NAMES
    )
    return Credits(Metadata(source=source, author=author, editor=editor), frozenset({"notice"}))


def _is_loose(line: Line) -> bool:
    """Whether a line is no part of the article wherever it stands."""
    return bool(_END.fullmatch(line.plain) or _PHOTO.fullmatch(line.plain))


def _at_top(lines: Sequence[Line], verdicts: _Verdicts) -> set[int]:
    """Furniture above the first paragraph; a title and headings may stand among it."""
    found: set[int] = set()
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if verdicts[index]:
            found.add(index)
        elif len(line.text) > _SHORT or line.plain.endswith(("。", ":")):
            break
    return found if len(found) < len(lines) else set()


def _at_end(lines: Sequence[Line], verdicts: _Verdicts) -> set[int]:
    """Furniture below the last paragraph, and a list of other articles there."""
    end = len(lines)
    short = 0
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if _MORE.fullmatch(line.plain):
            end, short = index, 0
        elif verdicts[index] and not short:
            end = index
        elif len(line.text) <= _SHORT and not line.plain.endswith("。"):
            short += 1
        else:
            break
    return set(range(end, len(lines))) if end else set()


def _trimmed(line: Line) -> tuple[Line, Metadata]:
    """The last line without what stands behind its last sentence: end mark, source, editor."""
    metadata = Metadata()
    while True:
        mark = _END_MARK.search(line.plain)
        if mark:
            day = mark["day"] or ""
            metadata = merged(metadata, Metadata(published=dates.of_republic(day)))
            line = line.upto(mark.start())
            continue
        tail = _TAIL.search(line.plain)
        before = line.plain[: tail.start()].rstrip() if tail else ""
        if not tail or before[-1:] not in tuple("。!?…”」』)"):
            return line, metadata
        words = Line.at(line.start + tail.start("words"), line.part(*tail.span("words")))
        said = credit_line(words) or bylines.byline(words)
        if not said and PUBLICATION.fullmatch(words.plain):
            said = Credits(Metadata(source=words.text))
        if not said:
            return line, metadata
        metadata = merged(metadata, said.metadata)
        line = line.upto(len(before))

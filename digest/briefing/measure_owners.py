"""Whose measure it is: the company, place or person that a sentence speaks of.

There is no list of all names. A name is what stands at the head of a clause, before a verb of news,
a date or a measure; `公司` and `其` lead back to the last name said.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from digest.briefing.measure_words import (
    DATE,
    OTHER,
    REMEMBERED,
    beginning,
    is_narrowing,
    metrics,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAD = re.compile(
    r"^(?:[ “\"《]|据悉|据了解|此外|另外|其中|同时|与此同时|目前|而|但|不过"
    r"|以(?=[^色岭])|由|让|与|然而|另据|截至|截止|到|在|于|自|从|今年|去年"
    rf"|{DATE}|[,，:、]|(?:据|根据)[^,，]{{1,16}}[,，]|数据显示|报告显示|财报显示|公告显示|统计显示|消息称|按照[^,，]{{1,12}}[,，])+"
)
_LEADS = frozenset(f' “"《据此另其同与目而但不以由让然截到在于自从今去{DATE},，:、根数报财公统消按')
"""What everything that leads in begins with."""
_BREAKS = (
    rf"截至|截止|同比|环比|按年|按月|按季|年增|月增|季增|年减|月减|较|比上|{DATE}|{OTHER}|发布|公布|宣布|公告|披露|发表|表示|指出|透露|报告|称|说|在|将|已|的|共|有|是|实现|录得|取得|完成"
    r"|预计|预期|预测|预估|计划|拟|目标|累计|新增|净增|总计|合计|全年|单季|上半年|下半年|首季|报|收于|涨|跌|升|降|增|减"
    r"|达|突破|超过|约|近|逾|为|拥有|开设|经营|位于|全球|海外|国内|境外|最高|平均|人均|当日|当天|昨日|昨天|今日|今天|日前|近日"
    r"|股价|市值|每股|召开|举行|举办|交付|销售|生产|出口|进口|接待|投资|融资|收购|裁员|裁减|斥资|投入|募资|以|并|也|则|又|还|仍"
    r"|砍下|拿下|轰下|贡献|得到|上涨|下跌|经济|发生|遭|因|受|由|被|对|向|与|和|及|造成|导致|深耕|耕耘|从事|成立|迎来|推出|启动|来自|归属|扣非"
)
_GENERIC = re.compile(
    r"^(?:公司|本公司|该公司|集团|本集团|该集团|企业|该企业|我们|他们|它|它们|他|她|其|记者|数据|报告|官方|双方|消息|业内|市场|媒体"
    r"|分析师?|分析人士|机构|平台|该平台|项目|该项目|产品|大家|双方|两者|两地|事故|事件|地震|火灾|灾害|灾情|当地|警方|消防|救援|现场|目前|另一方面"
    r"|统计局|国家统计局|主计总处|统计处|海关|海关总署|财政部|央行|商务部|工信部|气象局|气象台|天文台|公告|财报|年报|季报|第三方机构|全部|其他|其余|总体|整体"
    r"|受此影响|受|其.*|(?:[同环]比|按[年月季]|[年月季][增减]|较|比上|登陆时).*|全[市省县区州镇校].*|初步.*|经?核算|.*期内|不过|因此|预计|结果|最终|同期|全年|按.*|据.*|根据.*|随着.*|经.*|由于.*|对.*|当.*|这.*|那.*|该.*|此.*|某.*|每.*|各.*|本.*)$"
)
_ANAPHOR = re.compile(
    r"^(?:其|该公司|本公司|公司|该集团|本集团|集团|该企业|该平台|该市|该省|该县|全[市省县区州镇校]|该校|该行|该院|该片|它)"
)
_TAIL = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|控股集团|集团控股|集团公司|控股|集团|公司|股份|官方|方面|品牌)+$"
)
_TAIL_ENDS = "司团股份方面牌"
"""What every such tail ends in."""
_WHEN = re.compile(r"(?:今|昨)(?:天|日|早|晚)?$")
_CLASS = re.compile(r"^(?:电影|影片|动画片|剧集|车企|券商|歌手|演员|球星|球员|董事长|记者)(?=.{2})")
_NO_NAME = re.compile(
    r"[了着在是把被从于也但而这那此已就才又只我你他她们没很最更么吗呢吧《》]|不[到过能会断是少同得]|可以|一定|其中|以及|使之|显示|结果"
    r"|离不开|现有|目前|现在|联合|覆盖|涵盖|汇集|扩展|时间|之后|之前|以来|其实|事实上|因为|所以|如果|比如|例如|包括|通过|随着|由于"
)
"""What no name holds."""
_NAME = re.compile(r"[一-鿿a-z0-9·&\-. ]{2,18}")
_BRACKET = re.compile(r"\([^()]{1,24}\)")
_PARTS = (
    *("业务", "板块", "部门", "产品", "服务", "系列", "领域", "分部", "事业", "事业群", "类", "端"),
    *("地区", "区域", "渠道", "车型", "车", "手机", "乘用车", "新能源", "部分", "线上", "线下"),
    *("门店", "一线城市", "芯片", "云"),
)
_HOMES = ("全国", "我国", "全中国", "国内", "全台", "全台湾", "全岛", "全港", "本港")
HOME = frozenset((*_HOMES, *(f"{word}范围" for word in _HOMES)))
"""Words for the whole of where one is."""


@cache
def _breaks() -> Mapping[str, tuple[str, ...]]:
    """What ends a name, by its first character; nothing more needs to follow one without words."""
    table: dict[str, tuple[str, ...]] = {}
    terms = (term for term in metrics() if len(term) > 1)
    for word in (*terms, *_BREAKS.split("|"), ",", "，"):
        table[word[0]] = (*table.get(word[0], ()), word)
    return {head: () if head in words else words for head, words in table.items()}


@lru_cache(maxsize=REMEMBERED)
def head_name(clause: str) -> str:
    """The name that a clause begins with; empty if it begins with none.

    Args:
        clause: its words with the comma behind them.
    """
    lead = _LEAD.match(clause) if clause[0] in _LEADS else None
    start = lead.end() if lead else 0
    run = _NAME.match(clause, start)
    if run is None:
        return ""
    end, breaks = run.end(), _breaks()
    for at in range(start + 2, end + 1):
        behind = at
        if at == end and (bracket := _BRACKET.match(clause, at)):
            behind = bracket.end()
        words = breaks.get(clause[behind : behind + 1])
        if words is not None and (not words or clause.startswith(words, behind)):
            return "" if len(beginning(clause, start)) > at - start else named(clause[start:at])
    return ""


@lru_cache(maxsize=REMEMBERED)
def named(words: str) -> str:
    """Words as a name without its legal form; empty if they are none."""
    words = words.strip(' ”"》《“的')
    if words in HOME:
        return words
    name = _WHEN.sub("", words)
    if name[-1:] in _TAIL_ENDS:
        name = _TAIL.sub("", name)
    name = name.strip(" ")
    kind = _CLASS.match(name)
    name = name[kind.end() :] if kind else name
    if len(name) < 2 or _NO_NAME.search(name) or name in metrics() or not _NAME.fullmatch(name):
        return ""
    if _GENERIC.match(words) or (name != words and _GENERIC.match(name)):
        return ""
    return "" if is_narrowing(name) else name


@lru_cache(maxsize=REMEMBERED)
def parted(rest: str, of: str = "") -> tuple[str, str]:
    """What stands before a measure: a name, or the part of whoever was named before.

    Args:
        rest: the words.
        of: whose part it is, if they have been parted from the name already.

    Returns:
        the name, and the part; either may be empty.
    """
    rest = rest.replace("的", "").replace(DATE, "").replace(OTHER, "").strip()
    back = _ANAPHOR.match(rest)
    rest = rest[back.end() :] if back else rest
    if not rest:
        return "", ""
    if of or rest.endswith(_PARTS) or rest in metrics():
        return "", rest
    name = named(rest)
    return (name, "") if name else ("", rest)

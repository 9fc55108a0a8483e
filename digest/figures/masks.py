"""Masks: names and noise that hold digits and are no quantity.

Web addresses, phones, versions, models, chips, stock codes and document numbers are blotted out
before anything is read, so that no rule has to know of them.
"""

from __future__ import annotations

import re
from functools import cache

BLOT = "\ue000"
"""Stands for a masked character: in no table, no digit, no letter."""

_CURRENCY = (
    r"(?:US\$|HK\$|NT\$|USD|HKD|TWD|NTD|RMB|CNY|EUR|GBP|JPY|AUD|CAD|SGD|RM|CHF|KRW|MOP|MOP\$|A\$"
    r"|C\$|S\$|R\$)"
)
_MEASURES = (
    r"(?:EPS|CPI|PPI|PMI|GDP|GNP|ROE|ROA|AQI|BMI|PUE|LPR|MLF|SHIBOR|HIBOR|IPO|FDI|R&D|KPI|MAU|DAU|GMV"
    r"|ARPU|NAV|AUM|VIX|VAR)"
)
"""Abbreviations of what is measured: the number behind them is its value (EPS69.84元)."""
_DOMAINS = "com|cn|net|org|gov|edu|tw|hk|io|cc|tv|me|info|biz|co"
_WORDS = rf"""
    (?:https?|ftp)://[^\s㐀-鿿，。）)》」』]+ | (?<![A-Za-z0-9])www\.[^\s㐀-鿿，。）)]+
    | (?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,5}}(?:{_DOMAINS})(?![A-Za-z])
      (?:[/:?][^\s㐀-鿿，。）)]*)?
    | (?<![A-Za-z0-9_.+-])[A-Za-z0-9][A-Za-z0-9_.+-]{{0,63}}
      @[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,5}}   # mail
    | [A-Fa-f0-9]{{0,4}}(?::[A-Fa-f0-9]{{0,4}}){{3,7}}(?:%\w+)?(?:/\d+)?
      | [A-Fa-f0-9]{{1,4}}::[A-Fa-f0-9:]*   # IPv6
"""
"""What begins with a letter, a digit or a colon: addresses of the net."""

_NAMES = rf"""
    (?:QQ|ID)[号码]?(?:为|是|:)?[ ]?[A-Za-z0-9][\w -]*
    | (?<![A-Za-z0-9])(?!{_CURRENCY}[ ]?\d)(?!Q[1-4](?!\d))(?!{_MEASURES}[ ]?\d)
      (?![A-Za-z]{{2,30}}\d+(?:\.\d+)?(?:[%元亿]|万[元亿]|[美港欧日澳]元
        |天(?!猫)|小时|分钟|个月))
      [A-Za-z]{{1,30}}(?:[-_+.&/][A-Za-z]{{1,30}}){{0,4}}[-_.+]?\d[A-Za-z0-9_-]{{0,40}}(?:\.\d{{1,9}}){{0,4}}
      [A-Za-z]{{0,30}}(?:[-+][A-Za-z0-9]{{1,30}}){{0,4}}
      (?:[ ]?(?:Turbo|Pro|Max|Ultra|Plus|mini|Mini|Lite|Preview|Next|Air|SE)(?![A-Za-z]))*
"""
"""What begins with a letter: models, chips and aircraft."""

_DIGITS = r"""
    (?=\d{1,9}\.\d{1,9}\.)(?:
      (?<!\.)\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?                # IPv4
      | (?<!\.)(?!(?:19|20)\d\d\.(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d
        |0?[1-9])(?!\d))\d{1,9}(?:\.\d{1,9}){2,9})                 # 1.2.3
    | (?=[\d() -]{8})(?:
      00(?=(?:[-() ]?\d){7})
        \d{1,3}[- ]?(?:\(\d+\)[- ]?)?\d{2,}(?:[- ]\d{2,})*         # 0086
      | (?<!\.)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.,万亿])
      | (?<!\.)0\d{1,3}[- ]?\d{3,4}[- ]?\d{3,5}(?:[- ]\d{1,5})?(?!\d)
      | (?<!\.)(?:400|800)[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)
      | (?<!\.)\d{3,4}-\d{3,4}(?:-\d{3,4})+(?!\d)
      | (?<![. -])\d{2,5}(?:[- ]\d{2,5}){2,9}(?![\d.]|[ ]?[年月日]))
    | (?<=[A-Za-z][ ])\d+(?:\.\d+)*(?:[ ](?:Turbo|Pro|Max|Ultra|Plus|mini|Mini|Lite|Preview
      |Air)(?![A-Za-z]))+
    | (?<![\d.,])\d{1,4}(?:\.\d{1,4})?[ ](?:Turbo|Pro|Max|Ultra|Plus|Lite)(?![A-Za-z])
    | (?<![\d.,])\d{1,4}(?:\.\d{1,4})?(?:[GDKTSCB](?:\+)?|[pP]|i)(?![A-Za-z0-9%]
      |[ ]?[带内显存固硬])(?!B)
    | (?<![\d.,])\d\.\d(?=版|系统|时代|系列|模型|引擎)
    | (?<![A-Za-z\d])\d{1,4}[+]\d*[A-Za-z](?![A-Za-z]) | (?<!\d)\d\+\d(?!\d|%)(?:\+\d(?!\d))*
    | (?<=[从由])0到1(?!\d)
    | (?<![\d.])\d{4}(?=[ ]?(?:主力)?合约)
    | (?<!\d)\d{1,4}[ ]?[×xX*][ ]?\d{1,5}(?:[ ]?[×xX*][ ]?\d{1,5}){0,4}
      (?![\d.]*[ ]?[米厘毫公个万亿元])
    | (?<!\d)\d{1,4}(?:号线|国道|省道|县道|路公交|次列车|航班|国光号?|路公车)
    | (?<!\d)\d0后 | (?<!\d)[05]0后
"""
"""What begins with the first digit of a run: phones, versions, lines, generations."""

_MEASURED = r"""
    (?=\d++(?:\.\d++)?+[. GDKTSCBpPi版系时模引+到合主×xX*号国省县路次航后] | [\d() -]{8})
"""
"""What stands behind the number in each of them: most numbers have their unit there."""

_INSIDE = r"""
    85度C | 21世纪(?=经济|不动产|报) | 23条(?=立法)
    | \d{4,6}\.(?:SH|SZ|HK|TW|TWO|BJ|US|HKEX)(?![A-Za-z])
"""
"""What begins with any digit: brands, stock codes."""

_MARKS = r"""
    \+(?=(?:[-() ]?\d){7})
      \d{1,3}[- ]?(?:\(\d+\)[- ]?)?\d{2,}(?:[- ]\d{2,})*   # +86
    | \(0?\d{2,4}\)[- ]?\d{3,4}[- ]?\d{3,5}(?:[- ]\d{1,5})?(?!\d)
    | [「『“"‘'][\dA-Za-z零一二三四五六七八九十][」』”"’'](?![个岁元级])
    | \((?:[0-9]{4,6})(?:\.[A-Z]{2,3})?(?:[,/;、 ]+[0-9]{4,6}(?:\.[A-Z]{2,3})?)*\)
    | [〔[【(](?:19|20)\d\d[〕\]】)][^,，。\s]{0,6}?\d+号
    | 《\d{1,4}(?!\d|[ ]?[年月日—-])[^》\n]{1,12}》
    | “[一二三四五六七八九十]{1,6}五”规划
"""
"""What begins with a mark: phones, quoted signs, stock codes, numbers of documents."""

_HAN = r"""
    (?:股票代[码号]|证券代码|代码|代号|编号|邮编|邮政编码|身份证号?码?|订单号|车牌|账号|卡号
      |学号|尾号|热线|电话|手机号?|传真|微信|群号|区号|分机|条形码|案号)[号码]?(?:为|是
      |:)?[ ]?[A-Za-z0-9][\w -]*
    | 二十一世纪(?=经济|不动产|报) | 二十三条(?=立法) | (?<=[路街道])[一二三四五六七八九十]段
    | [六七八九]0后 | [五六七八九][十〇零]后
    | 台上十分[钟]|台下十年功
    | 党的?[一二三四五六七八九十]{1,6}大 | (?:十[五六七八九]|二十)大(?=报告|以来|精神|召开|后|提出
      |代表|开幕|闭幕|的|会议|通过|[,，。、之]|$)
    | [一二三四五六七八九十]{1,6}届(?=全国|人大|中央|党|省|市|区|县|政协|理事|董事|监事|立法会
      |立委|国会)
    | [一二三四五六七八九十]{1,6}届[一二三四五六七八九十]{1,6}[中次]全会
"""
"""What begins with a Chinese character: numbers that are announced, parties' meetings, streets."""

_HAN_HEADS = "股证代编邮身订车账卡学尾热电手传微群区分条案台党一二三四五六七八九十"
_MARK_HEADS = r"+(《「『“\"‘'〔\[【"
_HEADS = rf"[A-Za-z0-9{_MARK_HEADS}{_HAN_HEADS}]"
_LATER = rf"""
    (?=[A-Za-z])(?:{_NAMES}) | (?=[0-9])(?:(?<!\d){_MEASURED}(?:{_DIGITS}) | {_INSIDE})
      | (?=[{_MARK_HEADS}])(?:{_MARKS}) | (?=[{_HAN_HEADS}])(?:{_HAN})
"""


def _looked_for(heads: str, pattern: str) -> re.Pattern[str]:
    """`pattern`, as the first group of a match, at every place that begins with one of `heads`.

    Begins with the characters themselves, for which a line is looked through at once; the pattern
    is then tried from before the one that was found.
    """
    return re.compile(rf"{heads}(?<=(?=({pattern}))[\s\S])", re.VERBOSE)


@cache
def _masks() -> re.Pattern[str]:
    """All masks, compiled when the first line holds what could be an address: few do."""
    return _looked_for(f"(?:{_HEADS}|:)", rf"(?=[A-Za-z0-9:])(?:{_WORDS}) | {_LATER}")


_MASKS_OFF_NET = _looked_for(_HEADS, _LATER)
_NET = re.compile(
    rf"[.:@](?:(?<=@)|(?<=:)(?://|[A-Fa-f0-9]{{0,4}}:)|(?<=\.)(?:{_DOMAINS})(?![A-Za-z])|(?<=www\.))"
)
"""What every address of the net holds, and few lines do."""

_STOP = re.compile(r"[。！!；;\n]")
"""Where a sentence ends, and with it every name."""

_DIGIT_NEAR = re.compile(r"[0-9:@届大五〇零十段]")
"""What a sentence with a name holds."""


def mask(line: str) -> str:
    """`line`, equally long, with names and noise blotted out."""
    return _masked(line, _masks() if _NET.search(line) else _MASKS_OFF_NET)


def _masked(line: str, pattern: re.Pattern[str]) -> str:
    pieces: list[str] = []
    done = 0
    for match in pattern.finditer(line) if _DIGIT_NEAR.search(line) else ():
        start = match.start()
        if start < done:
            continue
        end = _end(line, match, pattern)
        if end > start:
            pieces += (line[done:start], BLOT * (end - start))
            done = end
    return "".join((*pieces, line[done:])) if pieces else line


def _end(line: str, match: re.Match[str], pattern: re.Pattern[str]) -> int:
    """Where a name ends, within its sentence; 0 for none."""
    start, end = match.span(1)
    stop = _STOP.search(line, start, end)
    if stop is not None:
        within = pattern.match(line, start, stop.end())
        end = within.end(1) if within else 0
    return end if _DIGIT_NEAR.search(line, start, end) or _is_near(line, start) else 0


def _is_near(line: str, place: int) -> bool:
    """Whether the sentence around a place holds what a sentence with a name holds."""
    start = max(line.rfind(mark, 0, place) for mark in "。！!；;\n") + 1
    stop = _STOP.search(line, place)
    return _DIGIT_NEAR.search(line, start, stop.end() if stop else len(line)) is not None

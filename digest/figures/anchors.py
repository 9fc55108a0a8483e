"""Anchors: where in a line a figure may begin.

A figure begins with a numeral, or with one of some words that name a rank, a date, a time or a
share. Most places begin neither, and are passed over without a look.
"""

from __future__ import annotations

import re

from digest.figures.clock import PERIODS
from digest.figures.rejects import RUN

NUMERALS = "零〇一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍玖半几"
"""Chinese characters that begin a number."""

HEADS = (
    "第首今去前明本上后来同次翌隔大昨下末Q民公西全年岁月当这元周星礼早晚凌清中午正傍夜深入"
    "数好成近过翻对"
)
"""What an anchor may begin with, besides a numeral."""

_WORDS = (
    r"第|首[次个家位批届款例座台架艘枚颗部条项只支轮场期单张笔套列名段战度季]"
    r"|[今去前明本上后来]年|同年|次年|翌年|隔年|大前年|[本上下][财学会赛]|本年度|上一财"
    r"|[今昨明]\(\d|前(?:[两二三]个?季|[\d二三四五六七八九十]{1,2}月)|[上下]半年|[上下]一?季度"
    r"|[上本]季|末季|Q[1-4]|民国|公元|西元|全年|年内|年[初底末]|岁末|月[初底末]"
    r"|[本上下当次同翌隔这]个?月|元月|上上个月|[周]|星期|礼拜|[上下本这当]一?个?周|上上|下下"
    r"|上个?世纪"
    r"|[今昨明前后]天|[今昨前明本]日|[今昨明][早晨晚夜]|[当次翌隔][天日]|当晚|翌晨|大[前后]天"
    rf"|{'|'.join(period for period in PERIODS if len(period) > 1)}|(?<![最提])[早晚](?=\d)"
    r"|好几|上(?=[百千万亿])|成[百千](?=上[千万])|[近过](?=半)|翻(?=了?.番)|对半"
)
_SOME = (
    r"(?<![指函总系参])数(?=[十百千万亿])"
    r"|(?<![指函总系参人次户件家位张票股字词均代层级班车场笔量单度整负实多少无倍分点])"
    r"数(?=[名家人个位次年天日月周小])"
)
ANCHOR = re.compile(
    rf"[0-9{NUMERALS}{HEADS}](?:(?<=[0-9])(?P<digits>[0-9,.]*[十百千万亿兆]*)"
    rf"|(?:(?<=[{NUMERALS}])|(?<=数)(?<=(?={_SOME})[\s\S]))(?P<han>(?<={RUN}){RUN}{{0,39}})?"
    rf"|(?<=(?={_WORDS})[\s\S]))"
)
"""Begins with the characters themselves, for which a line is looked through at once; the digits or
Chinese numerals that follow are taken along, as the last group."""

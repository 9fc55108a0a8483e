"""Regions: whose money a bare 元 is, as the text itself tells."""

from __future__ import annotations

import re

_CUES = {
    "TWD": re.compile(
        r"新台币|台币|NT\$|(?<![茅平舞后前])台股|外资[买卖]超|三大法人|上市柜|每股盈余|鸿海"
        r"|联发科|柜买|健保|立法院|行政院|台积电|证交所|主计总处|卫福部|财政部长|劳动部"
        r"|中央气象署|食药署|内政部|立委|行政院|国民党|民进党|民众党|台北|台中|高雄|桃园|新北"
        r"|台湾"
    ),
    "HKD": re.compile(
        r"港元|港币|HK\$|港股|恒指|恒生指数|金管局|平方呎|方呎|每呎|尺价|呎价|立法会|特首|港府"
        r"|港铁|本港|香港|恒生|深水|旺角"
    ),
    "CNY": re.compile(
        r"人民币|国务院|A股|沪指|深成指|沪深|央行公开市场|国家统计局|证监会|省委|市委|住建"
        r"|商务部|财政部|工信部|两会|国内"
    ),
}


def local_currency(folded: str) -> str:
    """ISO 4217 of the currency that 元 alone means: that of the region the text speaks of most."""
    told = {code: len(cue.findall(folded)) for code, cue in _CUES.items()}
    best = max(told, key=lambda code: (told[code], code == "CNY"))
    return best if told[best] > told["CNY"] else "CNY"

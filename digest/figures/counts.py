"""Counts: things counted with a classifier, a noun or 大 (80多个, 七部门, 七大维度).

一 with a classifier is an article, and a small Chinese numeral before a counter that is also a noun
is a word: both stay dark unless something says that there is counting.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.figures import kinds
from digest.figures.amounts import SCALE, Amount, Site, lit
from digest.figures.money import read_scaled

if TYPE_CHECKING:
    from digest.figures.found import Found

_CASUALTY = re.compile(
    r"[ ]?(?:[死伤亡]|受伤|身亡|丧生|遇难|失踪|罹难|获救|被困|落水|轻伤|重伤|送医|被捕|溺|确诊"
    r"|中毒|坠)"
)
_ARTICLE = re.compile(r"[这那每某另同哪下上任]$")
_TOLD = re.compile(r"(?:[了仅达]|共有?)$")
"""Before a small number and a counter that is a word besides: 换了三任."""
_COUNTING = re.compile(r"(?:逾|共|不足|不到|至少|造成|致|其中)$")
_TALLY = frozenset(("死", "伤", "亡", "胜", "负", "败", "平", "金", "银", "铜", "男", "女"))
"""Counters that stand in pairs: 三死五伤, 2胜1平."""

_PILE_UP = re.compile(
    r"[ ]?(?:连环|连撞|追撞|相撞|对撞|碰撞|擦撞|追尾|事故|坠|被困|受损|起火|\d+人)"
)
"""What makes 车 vehicles that are counted, and no word that begins with 车."""

_PRICED = re.compile(r"[价售卖租][^,，。]{0,6}$")
"""呎价2.1万起: where prices begin, not how many cases there are."""
_SENT_OUT = re.compile(r"(?:[撞毁派]|出动|追尾)了?$")
_LEADING_ZERO = re.compile(r"0\d+")
"""06组 is a name: quantities do not begin with nought."""

_TALLIES = 10_000
"""Past this, a tally's counter is the head of a name behind an identifier."""

_NEIGHBOUR = re.compile(r"[\d一二两三四五六七八九十]{1,4}[死伤亡胜负败平金银铜男女]|失踪")
_SCALED_ALONE = frozenset(
    (
        "卡",
        "人",
        "家",
        "名",
        "款",
        "个",
        "户",
        "辆",
        "台",
        "件",
        "种",
        "次",
        "人次",
        "所",
        "座",
        "架",
        "艘",
        "枚",
        "项",
        "只",
        "张",
        "股",
        "支",
        "位",
        "间",
    )
)
"""Counters before which 百, 千 or 万 alone is a number (近百款, 万卡)."""

_COUNTED_NOUNS = frozenset(
    ("部门", "国家", "公司", "企业", "城市", "省份", "县市", "银行", "学生", "代表")
)
_BIG = re.compile(
    r"大(?![于约概家学小增减战幅跌涨型量批桥道厦楼街使陆会选赛额力师妈爷事胆气雨风雪火胜败庆寿限笔单订盘票人]"
    r"|多数|部分|部制|规模|阪|连市|理|同市|致|体)(?=[㐀-鿿A-Za-z\"“「《])"
)
_HEAD = re.compile(
    r"[㐀-鿿]{0,4}?(?P<head>能力|功能|领域|方面|优势|问题|因素|特征|特点|特色|任务|工程|项目|板块|行业"
    r"|产业|体系|系统|平台|指数|原则|目标|战略|措施|行动|关键|趋势|亮点|挑战|风险|场景|模式|品牌|市场"
    r"|维度|赛道|基地|中心|国家|城市|公司|企业|巨头|银行|机构|股指|派系|主题|类别|环节|要素)"
)
"""What 大 counts where the clause goes on behind the noun (六大核心能力超越)."""

_NOUN = re.compile(
    r"[㐀-鿿]{2,4}?(?=[的,，。、:：;；()（）和与及等!！?？\"”」』》\n ]|$|[将分在为是已均全])"
)


def read_count(site: Site) -> Found | None:
    """A number with a classifier or a counted noun."""
    amount, form = site.amount, site.unit.form
    if amount.is_one and not _one_is_counted(site):
        return _tally(site)
    if site.unit.noun:
        return _noun(site)
    if site.unit.weak and (amount.is_small_han or amount.text == "十"):
        return site.counted() if _TOLD.search(site.before) else _tally(site)
    if form == "起" and _PRICED.search(site.line[max(0, amount.start - 10) : amount.start]):
        return read_scaled(site.line, amount) if SCALE.search(amount.text) else None
    return None if _is_saying(site, form) or _is_no_thing(site, form) else site.counted()


def _is_no_thing(site: Site, form: str) -> bool:
    """Whether 车 is the head of a word here, or the number one of a name (06组)."""
    if _LEADING_ZERO.fullmatch(site.amount.text):
        return True
    return form == "车" and not (
        _PILE_UP.match(site.line, site.end) or _SENT_OUT.search(site.before)
    )


def _is_saying(site: Site, form: str) -> bool:
    """Whether number and counter are an ordinal, a question, a name's head or a saying."""
    text = site.amount.text
    return (
        site.before.endswith("第")
        or (form in _TALLY and site.amount.high >= _TALLIES)
        or (text == "几" and site.before.endswith(("这", "那", "哪", "好", "没", "未")))
        or (
            text in {"百", "千", "万", "亿"}
            and (form not in _SCALED_ALONE or site.before.endswith("每"))
        )
    )


def _one_is_counted(site: Site) -> bool:
    if _ARTICLE.search(site.before):
        return False
    counted = bool(_COUNTING.search(site.before)) and not site.line.startswith("些", site.end)
    return counted or bool(_CASUALTY.match(site.line, site.end))


def _tally(site: Site) -> Found | None:
    """三死五伤, 两死一伤: each counter vouches for the other."""
    if site.unit.form not in _TALLY:
        return None
    start = site.amount.start
    behind = _NEIGHBOUR.match(site.line, site.end)
    if not (behind or _NEIGHBOUR.search(site.line[max(0, start - 3) : start])):
        return None
    return site.counted()


def _noun(site: Site) -> Found | None:
    """A noun without a classifier: after 万 and 亿, or after a number that no name bears."""
    amount, form = site.amount, site.unit.form
    scaled = bool(SCALE.search(amount.text.rstrip("多余来几"))) or "," in amount.text
    long = amount.is_arabic and len(amount.text) > 4
    plural = amount.low > 1 and amount.text not in {"两", "二"}
    if not (scaled or long or (plural and form in _COUNTED_NOUNS)):
        return None
    counter = (site.place, site.end)
    return lit(
        amount, site.end, kinds.COUNT, "count/noun",
        unit=site.unit.code, core_end=amount.end, counter=counter,
    )  # fmt: skip


def read_big(line: str, amount: Amount) -> Found | None:
    """七大维度: a numeral and 大 count the noun behind."""
    big = _BIG.match(line, amount.end)
    if big is None or not 2 <= amount.low <= amount.high <= 100:
        return None
    if amount.start and line[amount.start - 1] == "第":
        return None
    noun = _NOUN.match(line, big.end())
    if noun is None:
        known = _HEAD.match(line, big.end())
        if known is None:
            return lit(amount, big.end(), kinds.COUNT, "count/big", unit="项")
        return lit(amount, big.end(), kinds.COUNT, "count/big", counter=known.span("head"))
    head = (noun.end() - 2, noun.end())
    return lit(amount, noun.end(), kinds.COUNT, "count/big", core_end=big.end(), counter=head)

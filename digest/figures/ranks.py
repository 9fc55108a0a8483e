"""Ranks: 第N with what it ranks, and 首个, 首次, 首届, which are the first of their kind.

第一, at the head of a clause counts arguments and 第三方 is a word: both stay dark. So do names that
carry an ordinal (第二医院, 第五研究院).
"""

from __future__ import annotations

import re

from digest.figures.found import Found
from digest.figures.numerals import NUMERAL, read
from digest.model import FigureKind

_UNITS = re.compile(
    r"[ ]?(?P<unit>名|位|届|次|版|条|天|个|轮|代|期|批|局|节|盘|座|例|场|站|集|章|款|项|家|台|架|艘|人|枚|颗|张|部|号|阶段|梯队|顺位|分钟|年|周|日|月|辆|口|种|档|组|页|回|任|金|银|把|件|类|级|大|步|关|棒|道|层|段|胎|度|波|只|支|份|块|间|发|球|洞|高|多|快|长|低)?"
)
_JOIN = re.compile(r"(?:名|位)?[ ]?(?:至|到|-|~|—|、|和|及)[ ]?第?(?=[\d一二两三四五六七八九十百])")
_NAMES = re.compile(
    r"第[\d一二三四五六七八九十百]+(?:人民|中心|附属|实验|职业|高级|师范|机床|汽车|建筑|航空|医)*"
    r"(?:医院|医学院|中学|小学|高中|幼儿园|研究院|研究所|设计院|集团军|舰队|监狱|看守所|中级|检察|法院|巡回|分局|支队|大队|纵队|方面军|野战|师\b|军\b|旅|炮兵|航空队|工程局|工程公司|建设|开发区|轻工|外国语|食堂|大道|大街|街|国际|共和国|帝国|频道|选区|书记|夫人|家庭|副|财经|产业|者|方(?!阵|案|队)|时间(?!内)|性征|课堂|曲线|人称|线|股东|代理|季度?$|世界$|责任人|大股东|资源|声部|印象|身份|现场|审|要务|要义|动力|生产力|提案国|居所|语言|外语|眼|手资料|人生)"
)
_ENUMERATED = re.compile(r"(?:^|[,，。;；:：、!！?？\n\"“「『(（ ])$")
_SET = re.compile(
    r"[,，、是]|[个种类点条步项](?:是|就是|叫|比较|在于|则|,|，|为|$|[^第,，。]{0,10}(?:是|则))|[个种类点步](?![第])"
)
_FIRSTS = re.compile(
    r"首(?P<unit>次|个|家|位|批|届|款|例|座|台|架|艘|枚|颗|部|条|项|只|支|轮|场|期|单|张|笔|套|列|名|段|战|度(?![㐀-鿿]{0}假))(?!曲)"
)
_PLACE = re.compile(
    r"(?:排名|名列|位列|位居|列|居|排|获|得|跃居|升至|跌至|世界|全球|全国|国内|亚洲|省|市|全市|全省|业界|行业|全行业|中国|史上|历史|勇夺|夺得|勇夺|排在|位居|拿下|荣获|获得|并列|跻身|稳居|高居|蝉联|暂列|终|总分|积分|以|均|年级|班|倒数|单项|冲|系|区|赛区|组|届|本季|联盟|总榜|榜|东部|西部|为|是|升到|降至|滑落至|退居)$"
)
_WORDS = frozenset("方者")


def read_rank(line: str, position: int) -> Found | None:
    """The rank that begins at `position`, or None."""
    first = _FIRSTS.match(line, position)
    if first is not None:
        from decimal import Decimal

        return Found(
            position,
            first.end(),
            position,
            first.end(),
            FigureKind.RANK,
            Decimal(1),
            first["unit"],
            "rank/first",
            counter=first.span("unit"),
        )
    if not line.startswith("第", position) or _NAMES.match(line, position):
        return None
    begin = position + 1 + line.startswith(" ", position + 1)
    numeral = NUMERAL.match(line, begin)
    number = read(numeral) if numeral and numeral["run"] else None
    if numeral is None or number is None or numeral["vague"]:
        return None
    return _ranked(line, position, numeral.end(), number.low)


def _ranked(line: str, position: int, end: int, place: object) -> Found | None:
    from decimal import Decimal

    assert isinstance(place, Decimal)
    unit = _UNITS.match(line, end)
    stop = unit.end() if unit and unit["unit"] else end
    name = unit["unit"] if unit else None
    if _is_enumerator(line, position, stop, name):
        return None
    core = stop
    if name in {"大", "高", "多", "快", "长", "低"}:
        name, core, stop = None, end, end
    value: Decimal | tuple[Decimal, ...] = place
    join = _JOIN.match(line, core)
    if (
        (join is not None
        and "第" in join[0])
        or (join is not None and re.search(r"[至到\-~—]", join[0]))
    ):
        other = NUMERAL.match(line, join.end()) if join else None
        second = read(other) if other and other["run"] else None
        if (
            other is not None
            and second is not None
            and second.low > place
            and not ("、" in join[0] or "和" in join[0] or "及" in join[0])
        ):
            tail = _UNITS.match(line, other.end())
            if tail is not None and (tail["unit"] == name or name is None):
                value, core = (place, second.low), tail.end() if tail["unit"] else other.end()
                name = tail["unit"] or name
    counter = (core - len(name), core) if name else None
    return Found(
        position,
        core,
        position,
        core,
        FigureKind.RANK,
        value,
        name or "名",
        "rank",
        counter=counter,
    )


def _is_enumerator(line: str, position: int, stop: int, name: str | None) -> bool:
    """Whether 第一 here counts arguments: at the head of a clause, before a pause or 是."""
    before = line[max(0, position - 4) : position]
    if not _ENUMERATED.search(before) and position:
        return (
            name is None
            and not _PLACE.search(before)
            and bool(re.match(r"[,，:：]", line[stop : stop + 1]))
            and bool(re.search(r"[,，。;；]$", before))
        )
    if name is None:
        return bool(
            re.match(r"[,，、:：]|是|要", line[stop : stop + 2]) or line[stop : stop + 1] == ""
        )
    if name in {"个", "种", "类", "点", "步", "件", "项", "条", "方面", "大", "层", "关"}:
        return True
    return False

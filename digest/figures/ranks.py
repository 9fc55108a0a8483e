"""Ranks: 第N with what it ranks, and 首个, 首次, 首届, which are the first of their kind.

第一, at the head of a clause counts arguments and 第三方 is a word: both stay dark. So do names
that carry an ordinal (第二医院, 第五研究院).
"""

from __future__ import annotations

import re
from decimal import Decimal

from digest.figures import kinds
from digest.figures.found import Found
from digest.figures.numerals import numeral_at

_UNITS = re.compile(
    r"[ ]?(?P<unit>赛段|赛季|学年|交易日|名|位|届|次|版|条|天|个"
    r"|轮|代|期|批|局|节|盘|座|例|场|站|集|章|款|项|家|台|架"
    r"|艘|人|枚|颗|张|部|号|阶段|梯队|顺位|分钟|年|周|日|月|辆|口|种|档|组|页|回|任|金|银|把|件"
    r"|类|级|大|步|关|棒|道|层|段|胎|度|波|只|支|份|块|间|发|球|洞|高|多|快|长|低|战|面|胜|败"
    r"|轰|幕|讲|课|首|封|趟|箭|航次|架次|株|幅|季|学期|句|篇|卷|册|桩|起|宗|击|局|杆|跳|投|冠|户|所|笔|单)?"
)
_JOIN = re.compile(r"(?:名|位)?[ ]?(?:至|到|-|~|—)[ ]?第?(?=[\d一二两三四五六七八九十百])")
_NAMES = re.compile(
    r"第[\d一二三四五六七八九十百]{1,6}(?:人民|中心|附属|实验|职业|高级|师范|机床|汽车|建筑|航空|医){0,4}"
    r"(?:医院|医学院|中学|小学|高中|幼儿园|研究院|研究所|设计院|集团军|舰队|监狱|看守所|中级"
    r"|检察|法院|巡回|分局|支队|大队|纵队|方面军|野战|师(?![傅生资长])|军(?!人)|旅|炮兵|航空队|工程局|工程公司"
    r"|建设|开发区|轻工|外国语|食堂|大道|大街|街|国际|共和国|帝国|频道|选区|书记|夫人|家庭|副"
    r"|金(?!牌)|太平|生命|三共|信托|银行|证券|保险|制药|女中|志愿|财经|产业|者|方(?!阵|案|队)|时间(?!内)|性征|课堂|曲线|人称|线|股东|代理|季度?$|世界$"
    r"|责任人|大股东|资源|声部|印象|身份|现场|审|要务|要义|动力|生产力|提案国|居所|语言|外语|眼"
    r"|手资料|人生)"
)
_HEAD = re.compile(r"(?:^|[,，。;；:：、!！?？\n\"“「『(（ ])$")
_PAUSE = re.compile(r"[,，、:：]|是|要")
_GOES_ON = re.compile(r"(?![的大])[㐀-鿿]")
_ARGUMENTS = frozenset(("个", "种", "类", "点", "步", "件", "项", "条", "大", "层", "关"))
_SUPERLATIVES = frozenset(("大", "高", "多", "快", "长", "低"))
"""第一大: the unit is not said."""

_FIRSTS = re.compile(
    r"首(?P<unit>次|个|家|位|批|届|款|例|座|台|架|艘|枚|颗|部|条|项|只|支|轮|场|期|单|张|笔|套(?!房|住房|普通|利率|贷|首付|及)"
    r"|列|名|段|战|度(?![㐀-鿿]{0}假))(?!曲)"
)
_ADDED = re.compile(r"[ ]?\+[ ]?\d{1,2}(?=[ ]?分钟)")
"""第90+3分钟: in the third minute of added time."""
_PROVISIONS = frozenset(("条", "款", "项", "章", "节"))
_LAW_BEFORE = re.compile(
    r"(?:法|条例|办法|规定|规则|细则|守则|宪法|公约|章程|条约|协定|决定|》|依据|根据|依照|按照|违反"
    r"|触犯|适用|援引|[条款章项]|[)）])[ ]?$"
)
_LAW_BEHIND = re.compile(
    r"[ ]?(?:之[一二三四五六七八九\d]|第[\d一二三四五六七八九十]{1,4}[款项]|的?规定|明[定文]"
    r"|所[定列规]|罪)"
)

_PLACE = re.compile(
    r"(?:排名|名列|位列|位居|列|居|排|获|得|跃居|升至|跌至|世界|全球|全国|国内|亚洲|省|市|全市"
    r"|全省|业界|行业|全行业|中国|史上|历史|勇夺|夺得|勇夺|排在|位居|拿下|荣获|获得|并列|跻身"
    r"|稳居|高居|蝉联|暂列|终|总分|积分|以|均|年级|班|倒数|单项|冲|系|区|赛区|组|届|本季|联盟"
    r"|总榜|榜|东部|西部|为|是|升到|降至|滑落至|退居)$"
)


def read_rank(line: str, position: int) -> Found | None:
    """The rank that begins at `position`, or None."""
    first = _FIRSTS.match(line, position)
    if first is not None:
        return Found(
            position,
            first.end(),
            position,
            first.end(),
            kinds.RANK,
            Decimal(1),
            first["unit"],
            "rank/first",
            counter=first.span("unit"),
        )
    if not line.startswith("第", position) or _NAMES.match(line, position):
        return None
    begin = position + 1 + line.startswith(" ", position + 1)
    numeral = numeral_at(line, begin)
    if numeral is None or not numeral[0]["run"] or numeral[0]["vague"]:
        return None
    end = numeral[0].end()
    added = _ADDED.match(line, end)
    return _ranked(line, position, added.end() if added else end, numeral[1].low)


def _ranked(line: str, position: int, end: int, place: Decimal) -> Found | None:
    unit = _UNITS.match(line, end)
    name = unit["unit"] if unit else None
    if name in _PROVISIONS and _is_law(line, position, end + len(name or "")):
        return None
    if _is_enumerator(line, position, end + len(name or ""), name):
        return None
    name = None if name in _SUPERLATIVES else name
    stop = end + len(name or "") + (line[end : end + 1] == " " and name is not None)
    value: Decimal | tuple[Decimal, ...] = place
    through = _through(line, stop, place)
    if through is not None:
        last, stop, name = through[0], through[1], through[2] or name
        value = (place, last)
    counter = (stop - len(name), stop) if name else None
    unit_name = name or "名"
    return Found(
        position, stop, position, stop, kinds.RANK, value, unit_name, "rank", counter=counter
    )  # fmt: skip


def _is_law(line: str, position: int, stop: int) -> bool:
    """Whether 第N条 names a provision of a law, as a page number names a page."""
    return bool(
        _LAW_BEFORE.search(line[max(0, position - 6) : position]) or _LAW_BEHIND.match(line, stop)
    )


def _through(line: str, stop: int, place: Decimal) -> tuple[Decimal, int, str | None] | None:
    """The other end of 第二名到第六名: its place, where it ends and its unit."""
    join = _JOIN.match(line, stop)
    numeral = numeral_at(line, join.end()) if join else None
    if numeral is None or not numeral[0]["run"] or numeral[1].low <= place:
        return None
    end = numeral[0].end()
    unit = _UNITS.match(line, end)
    return numeral[1].low, unit.end() if unit and unit["unit"] else end, unit and unit["unit"]


def _is_enumerator(line: str, position: int, stop: int, name: str | None) -> bool:
    """Whether 第一 here counts arguments: at the head of a clause, before a pause or 是."""
    before, behind = line[max(0, position - 4) : position], line[stop : stop + 2]
    if name is None and not _PLACE.search(before) and _GOES_ON.match(behind):
        return True
    if position and not _HEAD.search(before):
        return False
    if name is None:
        return not behind or bool(_PAUSE.match(behind))
    return name in _ARGUMENTS

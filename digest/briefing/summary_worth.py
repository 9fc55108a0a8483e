"""Worth: what speaks for quoting a unit by itself: its place, what it tells, and how it tells it.

The parts are of the order of one, and were weighed on the made-up news that
`benchmarks/summary_score.py` scores, in which they are right more often than the first sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from digest.briefing.summary_units import opener
from digest.model import FigureKind, Role
from digest.text.fold import simplified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.briefing.summary_units import Unit
    from digest.model import Article, Figure

LEAST, MOST = 14, 300
"""Characters of a unit that can be quoted: below it says nothing, above it is no summary."""
EASY = 110
"""Characters up to which a unit is read at once."""
BRIEF = 22
"""Characters below which a unit is mostly an aside."""

NEVER = -5.0
"""The worth of what cannot be quoted."""

_OPENERS = {"adds": -0.35, "stages": -1.2, "": 0.0}
"""What the beginning of a unit costs; the other kinds of beginning cannot be quoted."""
_PLACES = (1.0, 0.5, 0.2)
"""What the first sentence of the first, second and third paragraph is worth."""
_OPENS, _SECOND, _HEADED = 0.15, 0.25, 0.15
"""What any paragraph's first sentence is worth, what the others of the first paragraph are, and
what standing below a heading adds."""
_KEY = {3: 0.3, 2: 0.1}
"""What a figure is worth by its salience."""
_FIGURES_MOST = 0.6
_DAY = len("2023-10-24")
"""Length of a date that is known to the day."""

_ACTS = re.compile(
    r"发布|推出|宣布|启动|举行|召开|签署|成立|上线|上市|收购|增长|下降|上涨|下跌|超越|突破|通过了|获得|完成|公布|批准"
    r"|当选|击败|发射|着陆|开通|通车|投产|投资|建成|判决|判令|通报|披露|施行|发生|查处|约谈|罚款|处罚|下调|上调|承诺|发现|研发|攻克"
)
"""What happens in news."""
_AHEAD = re.compile(r"预计|计划|将于|目标|拟|有望|力争|下一步|接下来|预测|年内|个月内|明年")
_TOLD = re.compile(r"表示|指出|认为|透露|介绍|要求|规定|强调|警告|呼吁|建议|称,|说,|分析")
_NAMED = re.compile(r"《|[“「『][^”」』]{2,10}[”」』]|[A-Za-z]{2,}|\d")
_MAY_NAME = re.compile(r"[《“「『A-Za-z\d]")
"""What a name begins with."""
_MOOD = re.compile(
    r"[!…](?:[”」』]?)$|脸上|令人|让人|一派|洋溢|不禁|惊[醒呆叹]|灯光|难掩"
    r"|接受.{0,14}[采专]访[。.]?$|[采专]访了[^,]{0,20}[。.]?$"
)
"""How sentences paint a mood, or tell of the reporting instead of the matter."""
_US = re.compile(r"^[^“「『]*我们?")
"""The writer speaks, not somebody who is quoted."""
_MORE = re.compile(r"^[^,。]{0,12}[还也又](?!是|有|要|需|会|将|可|在)")
"""The sentence adds to one that is not quoted."""
_PAST = re.compile(r"(?:不仅|不只|不再|并不)(?:限于|止于|局限)|不止于此|同样如此")
"""The sentence goes past what one before it says."""
_CONCEDES = re.compile(r"^(?:虽然|虽说|虽|尽管|固然)[^,]{0,5},")
"""The sentence sets something against what stands before it, without naming either."""
_SETS = re.compile(
    r"^(?:在[^,]{2,30}(?:之后|以后|背景下|的今天|的当下|大潮中|浪潮中)|自[^,\d]{2,25}(?:后|以来)"
    r"|随着[^,]{2,40}|过去[^,]{0,12}(?:里|间|来)|(?:近|多|\d+多?)年[来前]|众所周知|长期以来|一直以来),"
)
"""The sentence sets the scene for what the article is about."""
_FIRST = re.compile(
    r"首个|首次|首款|首家|首批|首台|首条|首艘|首例|首座|唯一|第一[个款次家台条艘例座位名]|史上"
)
"""What is told is new of its kind, and mostly why it is told."""
_STRESSED = re.compile(r"重磅|重头戏|亮点|里程碑|最重要|标志着|关键一步|历史性")
"""The writer says that it matters."""
_NAMES = re.compile(
    r"(?:发布|推出|打造|启动|上线|成立|命名)[^,“「『《]{0,30}[“「『《](?=[^”」』》]{0,12}[一-鿿]{2})"
)
"""Something comes out, and its name is told."""
_DUE = re.compile(
    r"(?:年内|个月内|半年内|[今明后]年[^,]{0,3}|年底[前]?|\d年[^,]{0,3}[上下]半年|\d年底?前)"
    r"[^。]{0,16}?(?:将|能够?|可以|要|会|实现|达到|建成|完成)"
)
"""Something is promised until a time that is named."""
_REMARKS = re.compile(
    r"(?:不难理解|可想而知|不言而喻|毋庸置疑|拭目以待|未来可期|意义[^,]{0,4}(?:重大|深远))[。.]?$"
)
"""The sentence ends as a remark on what it says."""
_SIDE = re.compile(r"^[一-鿿]{1,6}(?:层面|方面),")
"""The sentence is one of several sides of what a sentence before it says."""
_RARE = re.compile(
    r"!|…|脸上|令人|让人|一派|洋溢|不禁|惊|灯光|难掩|采访|专访|限于|止于|局限|同样如此|层面,|方面,|虽|尽管|固然"
    r"|首[个次款家批台条艘例座]|唯一|第一|史上|重磅|重头戏|亮点|里程碑|最重要|标志着|关键一步|历史性"
    r"|发布|推出|打造|启动|上线|成立|命名|年内|月内|今年|明年|后年|年底|半年|年前"
    r"|不难理解|可想而知|不言而喻|毋庸置疑|拭目以待|未来可期|意义"
)
"""Of each pattern from `_MOOD` on, but `_US`, `_MORE` and `_SETS`, something that it cannot be
without: most units have none, and are looked through once."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the units of an article are seen against."""

    figures: tuple[Figure, ...]
    starts: tuple[int, ...]
    """Where the figures begin."""
    made_title: str
    """The title in Simplified characters, if it is made of the text's own words."""
    places: tuple[int, ...]
    """Of each paragraph, how many of running text stand before it."""
    roles: tuple[Role, ...]
    year: str
    """The year before the article's; what a date before it tells is background."""

    @classmethod
    def of(cls, article: Article, figures: Sequence[Figure]) -> Scene:
        """The scene of an article."""
        roles = tuple(paragraph.role for paragraph in article.paragraphs)
        running = accumulate((role is not Role.HEADING for role in roles), initial=0)
        known = article.metadata
        title, year = simplified(known.title), known.published[:4]
        return cls(
            tuple(figures),
            tuple(figure.span.start for figure in figures),
            title if known.title_derived else "",
            tuple(running)[:-1],
            roles,
            f"{int(year) - 1}" if year.isdecimal() else "",
        )

    def figures_of(self, unit: Unit) -> tuple[Figure, ...]:
        """The figures that begin in a unit."""
        low = bisect_left(self.starts, unit.span.start)
        return self.figures[low : bisect_left(self.starts, unit.span.end, low)]


def worth(scene: Scene, unit: Unit, titled: float) -> float:
    """What speaks for a unit apart from what it covers of the text.

    Args:
        scene: the article's.
        unit: one of its units.
        titled: share of the title's words that the unit has.
    """
    plain = unit.plain
    if not LEAST <= len(plain) <= MOST or plain.endswith((":", "?", "?”", "?」")):
        return NEVER
    begins = opener(plain)
    if begins not in _OPENERS:
        return NEVER
    return (
        _OPENERS[begins] + _placed(scene, unit, titled) + _told(scene, unit) + _figured(scene, unit)
    )


def _placed(scene: Scene, unit: Unit, told: float) -> float:
    """What a unit is worth by its place, most where it tells what the title tells."""
    place = scene.places[unit.paragraph]
    by_place = _SECOND if place == 0 else 0.0
    if unit.number == 0:
        by_place = _PLACES[place] if place < len(_PLACES) else _OPENS
        headed = unit.paragraph and scene.roles[unit.paragraph - 1] is Role.HEADING
        by_place += _HEADED * bool(headed)
    titled = bool(scene.made_title) and scene.made_title in unit.plain
    return by_place * (0.5 + told) + 0.6 * told + 0.3 * titled


def _told(scene: Scene, unit: Unit) -> float:
    """What a unit is worth by what it tells, its length and its manner."""
    plain, answers = unit.plain, scene.roles[unit.paragraph] is Role.ANSWER
    told = 0.35 * bool(_ACTS.search(plain)) + 0.15 * _is_named(plain)
    told += 0.15 * bool(_AHEAD.search(plain)) + 0.1 * bool(_TOLD.search(plain))
    told -= 0.5 * (told == 0.0)
    told -= 0.5 * max(0.0, len(plain) / EASY - 1.0) + 0.4 * (len(plain) < BRIEF)
    if _has_manner(plain):
        told = _by_manner(told, unit, answers)
    return told - 0.3 * (answers and not unit.speaks)


def _is_named(plain: str) -> bool:
    """Whether anything is called by a name or a number."""
    begins = _MAY_NAME.search(plain)
    return bool(begins and _NAMED.search(plain, begins.start()))


def _has_manner(plain: str) -> bool:
    """Whether a unit may be told in a manner that says anything."""
    by_us = "我" in plain and _US.match(plain)
    return bool(by_us or _MORE.match(plain) or _SETS.match(plain) or _RARE.search(plain))


def _by_manner(told: float, unit: Unit, answers: bool) -> float:
    """What a unit that tells so much is worth in the manner in which it does."""
    plain = unit.plain
    told -= 1.0 * bool(_MOOD.search(plain)) + 0.3 * (not answers and bool(_US.match(plain)))
    told -= 0.15 * bool(_MORE.match(plain)) + 0.4 * bool(_PAST.search(plain))
    told -= 0.4 * bool(unit.number and _SIDE.match(plain))
    told -= 2.5 * bool(_CONCEDES.match(plain)) + 0.9 * bool(_SETS.match(plain))
    told += 0.3 * bool(_FIRST.search(plain)) + 0.3 * bool(_STRESSED.search(plain))
    told += 0.35 * bool(_NAMES.search(plain)) + 0.4 * (not answers and bool(_DUE.search(plain)))
    return told - 0.3 * bool(_REMARKS.search(plain))


def _figured(scene: Scene, unit: Unit) -> float:
    """What the figures in a unit speak for it; that all it tells is years old speaks against it."""
    inside = scene.figures_of(unit)
    if not inside:
        return 0.0
    dates = [one.resolved or "" for one in inside if one.kind is FigureKind.DATE]
    worths = [_KEY.get(one.salience, 0.0) for one in inside if one.kind is not FigureKind.DATE]
    figured = min(_FIGURES_MOST, sum(worths)) + 0.1 * (_DAY in map(len, dates))
    is_past = scene.year and dates and all("" < day < scene.year for day in dates)
    return figured - 0.4 * bool(is_past)

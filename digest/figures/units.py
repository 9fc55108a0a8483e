"""Units: what stands behind a numeral and makes a quantity of it.

The longest form wins. A word that only begins like a unit (三角洲, 5国道) blocks it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from digest.figures import kinds
from digest.figures.tables import lengths_at, lengths_by_two, rows, words

if TYPE_CHECKING:
    from digest.model import FigureKind

_PERCENT = {
    "%": "%", "‰": "‰", "个百分点": "pp", "百分点": "pp", "个百分比": "pp", "个基点": "bp",
    "基点": "bp", "点子": "bp", "个点子": "bp",
    "个基本点": "bp", "基本点": "bp", "bp": "bp", "BP": "bp", "bps": "bp", "个BP": "bp",
    "个bp": "bp",
    "pct": "pp", "个pct": "pp", "PCT": "pp", "个点": "pp", "%点": "pp", "个巴仙": "pp",
    "巴仙": "%", "厘": "%",
}  # fmt: skip
_RATIO = {"成": "×", "倍": "×", "折": "×"}


class Unit(NamedTuple):
    """A unit as it stands in the text."""

    form: str
    kind: FigureKind
    code: str
    """ISO 4217, UCUM, `%`, `pp`, `bp`, or the counter itself."""
    weak: bool = False
    """A counter that needs more than a small Chinese numeral before it."""
    noun: bool = False
    """A counted noun: it is no part of the core."""


@cache
def _units() -> dict[str, Unit]:
    units = {word: Unit(word, kinds.COUNT, word, noun=True) for word in words("nouns.txt")}
    units |= {
        form: Unit(form, kinds.COUNT, form, weak=strength == "weak")
        for form, strength in rows("counters.tsv")
    }
    units |= {form: Unit(form, kinds.NUMBER, code) for form, code in rows("measures.tsv")}
    units |= {form: Unit(form, kinds.RATIO, code) for form, code in _RATIO.items()}
    units |= {form: Unit(form, kinds.PERCENT, code) for form, code in _PERCENT.items()}
    units |= {
        form: Unit(form, kinds.MONEY, code)
        for side, form, code in rows("currencies.tsv")
        if side == "suffix"
    }
    units["分"] = Unit("分", kinds.SCORE, "分")
    return units


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    return lengths_by_two(_units())


@cache
def _blockers() -> dict[str, tuple[int, ...]]:
    return lengths_by_two(words("blockers.txt"))


@lru_cache(maxsize=8)
def unit_at(line: str, position: int) -> Unit | None:
    """The longest unit that begins at `position` and is not the head of another word."""
    units = _units()
    for length in lengths_at(_lengths(), line, position):
        unit = units.get(line[position : position + length])
        if unit is not None and _ends_well(line, position + len(unit.form), unit):
            return None if _blocked(line, position, len(unit.form)) else unit
    return None


def _ends_well(line: str, end: int, unit: Unit) -> bool:
    """Whether a Latin unit is not the head of a Latin word (5 m, not 5 miles)."""
    last, following = unit.form[-1], line[end : end + 1]
    return not (last.isascii() and last.isalpha() and following.isascii() and following.isalnum())


_TENTHS = ("成为", "成因", "成人", "成员", "成交", "成年", "成本")
_PARTITIVE = frozenset("中有约近逾达超占剩")
"""Before a tenth: 其中七成为工程师."""


def _blocked(line: str, position: int, length: int) -> bool:
    sizes = lengths_at(_blockers(), line, position)
    if not sizes or sizes[0] <= length:
        return False
    if line.startswith(_TENTHS, position) and line[max(0, position - 2)] in _PARTITIVE:
        return False
    blockers = words("blockers.txt")
    left = len(line) - position
    return any(
        length < size <= left and line[position : position + size] in blockers for size in sizes
    )


@cache
def prefixes() -> dict[str, str]:
    """Currencies that stand before their amount, with their codes."""
    return {form: code for side, form, code in rows("currencies.tsv") if side == "prefix"}

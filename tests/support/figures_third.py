"""Cases of other projects, read where they lie: what applies to news figures, and how it counts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from support.figures import SHARED, figures_of

if TYPE_CHECKING:
    from digest.model import Figure

from digest.figures.engine import normal
from digest.figures.numerals import NUMERAL, read, value
from digest.figures.quantities import read_quantity
from digest.figures.ratios import read_ratio

THIRD_PARTY = SHARED / "figures" / "third_party.jsonl"

_OUTSIDE = re.compile(
    r"节|除夕|农历|阴历|初[一二三四五六七八九十]|大年|正月|腊月|廿|雍正|康熙|乾隆|光绪|嘉庆|道光"
    r"|昭和|平成|每|隔|"
    r"春天|夏天|秋天|冬天|[春夏秋冬]季?|周末|傍晚$|早上$|上午$|下午$|晚上$|中午$|现在|刚才|此刻"
    r"|暑假|寒假|立|分$|惊蛰|至$|"
    r"前不久|以前$|之前$|以后$|之后$|最近$|近来|将来|后来|白天|黑夜|周岁|一会|当年|那|这|某|上上"
    r"|下下下|生日|母亲|父亲|"
    r"\d/\d{1,2}(?!\d)|\d{6,}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d [年月日]|"
    r"[一二三四五六七八九十]\s[一二三四五六七八九十年月百]|"
    r"打折|折|Boolean|明儿|昨儿|今儿|前儿|大后儿|世纪初"
)
"""Holidays, lunar dates, reign years, sets, times of day alone, day-month digits, spaced numerals:
what news does not write, or what the kinds of figure leave out."""


_NO_NUMERAL = re.compile(r"[\^eEkK打元圆洞俩/]|半百|-\.")
"""Powers, dozens, sums of money and radio digits: no numerals of news."""


@dataclass
class Third:
    """Counts over the cases that apply."""

    spans: int = 0
    overlapped: int = 0
    valued: int = 0
    right: int = 0
    numerals: int = 0
    numerals_right: int = 0
    negatives: int = 0
    lit: int = 0
    short: list[str] = field(default_factory=list)


def score_third_party() -> Third:
    """The engine against every case that applies."""
    score = Third()
    for line in THIRD_PARTY.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "neg" in row["scope"]:
            _negative(score, row)
        elif row["scope"] == ["num"] or row["suite"].endswith("_itn"):
            _numeral(score, row)
        elif row["spans"] and not _OUTSIDE.search(normal(row["text"])):
            _detection(score, row)
    return score


def _negative(score: Third, row: dict[str, Any]) -> None:
    score.negatives += 1
    figures = figures_of(row["text"])
    for start, end in row["neg"] or [[0, len(row["text"])]]:
        hit = [f for f in figures if f.span.start < end and start < f.span.end]
        if hit:
            score.lit += 1
            score.short.append(
                f"lit {hit[0].span.of(row['text'])} ({hit[0].rule}) in {row['text']}"
            )
            return


def _numeral(score: Third, row: dict[str, Any]) -> None:
    """A case that is one numeral from its first character to its last."""
    text = normal(row["text"]).strip(" .。")
    if len(row["spans"]) != 1 or row["spans"][0].get("value") is None or " " in text:
        return
    if _NO_NUMERAL.search(text):
        return
    if normal(row["spans"][0]["text"]).strip() != text or isinstance(
        row["spans"][0]["value"], list
    ):
        return
    score.numerals += 1
    got = worth(text)
    wanted = float(row["spans"][0]["value"])
    if got is not None and abs(float(got) - wanted) <= max(1e-9, abs(wanted) * 1e-9):
        score.numerals_right += 1
    else:
        score.short.append(f"numeral {text}: {got} for {wanted}")


def worth(text: str) -> Decimal | None:
    """The value of a whole numeral, with sign, fraction or percent."""
    sign = Decimal(-1 if text[:1] in "负-" else 1)
    bare = text.removeprefix("第").lstrip("负-")
    ratio = read_ratio(bare, 0)
    if ratio is not None and ratio.end == len(bare) and isinstance(ratio.value, Decimal):
        return sign * ratio.value
    match = NUMERAL.fullmatch(bare)
    number = read(match) if match else None
    if number is not None:
        return sign * number.low
    quantity = read_quantity(bare, 0)
    if quantity is not None and quantity.end == len(bare) and isinstance(quantity.value, Decimal):
        return sign * quantity.value
    return None if value(bare) is None else sign * (value(bare) or 0)


def _detection(score: Third, row: dict[str, Any]) -> None:
    figures = figures_of(row["text"], row["ref"])
    for span in row["spans"]:
        if not re.search(
            r"[\d零一二两三四五六七八九十百千万半几]|[今去前明后本上下]|[年月季周]",
            normal(span["text"]),
        ):
            continue
        score.spans += 1
        near = [f for f in figures if f.span.start < span["e"] and span["s"] < f.span.end]
        if not near:
            score.short.append(
                f"missed {span['text']} ({span['kind']}) in {row['text']} [{row['suite']}]"
            )
            continue
        score.overlapped += 1
        told = _told(span)
        if told is None:
            continue
        score.valued += 1
        if any(agrees(figure, told) for figure in near):
            score.right += 1
        else:
            score.short.append(
                f"value {[(str(f.value), f.resolved) for f in near]} for {told} in {row['text']}"
            )


def _told(span: dict[str, Any]) -> list[Any] | None:
    """The values a case would accept, or None where it says nothing we could compare."""
    if isinstance(span.get("value"), (int, float)):
        return [float(span["value"])]
    if isinstance(span.get("value"), list) and all(
        isinstance(x, (int, float)) for x in span["value"]
    ):
        return [tuple(map(float, span["value"]))]
    if span.get("timex"):
        told = [*span["timex"], *span.get("values", [])]
        return [text for text in told if isinstance(text, str)]
    values = [text for text in span.get("values", []) if isinstance(text, str)]
    return values or None


_SCALES = (1, 1000, 100, 10000, 0.001, 12, 0.01)


def agrees(figure: Figure, told: list[Any]) -> bool:
    """Whether a figure's value is one of those told, at the precision it has."""
    return any(_agrees(figure, one) for one in told)


def _agrees(figure: Figure, one: Any) -> bool:
    got = figure.value
    if isinstance(one, float):
        return isinstance(got, Decimal) and any(
            abs(float(got) - one * scale) < max(1e-9, abs(one) * 1e-6) for scale in _SCALES
        )
    if isinstance(one, tuple):
        return isinstance(got, tuple) and [float(x) for x in got if isinstance(x, Decimal)] == list(
            one
        )
    ends = got if isinstance(got, tuple) else (got,)
    if one in ends:
        return True
    clock = re.search(r"[T ](\d\d)(?::(\d\d))?", one)
    if figure.kind.value == "time" and clock:
        return str(ends[0]) == f"T{clock[1]}:{clock[2] or '00'}"
    if figure.kind.value == "date":
        return _same_day(figure, one)
    return False


def _same_day(figure: Figure, one: str) -> bool:
    first = (figure.resolved or str(figure.value)).split("/")[0]
    starts = {"H1": "01", "H2": "07", "Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}
    head, _, part = first.rpartition("-")
    if part in starts:
        first = f"{head}-{starts[part]}"
    if "-W" in first:
        return one.startswith(first)
    return bool(first) and one.lstrip("(").startswith(first)

"""Values: what figures are worth in the units a reader counts in."""

from __future__ import annotations

from decimal import Decimal
from importlib import resources

import pytest

from digest.briefing.values import amount, plain, value
from digest.figures.tables import rows
from digest.model import Figure, FigureKind, Span, Value

D = Decimal


def figure(kind: FigureKind, worth: Value, unit: str | None, resolved: str | None = None) -> Figure:
    """A figure somewhere."""
    return Figure(Span(0, 1), Span(0, 1), kind, worth, unit, rule="test", resolved=resolved)


@pytest.mark.parametrize(
    ("number", "hans", "hant"),
    [
        ("847808000", "8.478亿", "8.478億"),
        ("40000", "4万", "4萬"),
        ("2700000000000", "2.7万亿", "2.7兆"),
        ("9999", "9,999", "9,999"),
        ("50.27", "50.27", "50.27"),
        ("-13000", "-1.3万", "-1.3萬"),
        ("123456789012", "1,235亿", "1,235億"),
        ("0", "0", "0"),
        ("0.00012", "0.00012", "0.00012"),
        ("0.33333333333333333", "0.3333", "0.3333"),
        ("16.666666666666666", "16.67", "16.67"),
    ],
)
def test_amounts_are_counted_in_chinese_steps(number: str, hans: str, hant: str) -> None:
    """Ten thousands, hundred millions and, by region, 兆 or 万亿."""
    assert amount(D(number), traditional=False) == hans
    assert amount(D(number), traditional=True) == hant


@pytest.mark.parametrize("number", ["1E+999999", "-1E+999999", "1E-999999", "NaN"])
def test_no_number_becomes_a_flood_of_zeros(number: str) -> None:
    """An exponent beyond all sense is shown as one."""
    assert amount(D(number), traditional=False) == plain(D(number)) == str(D(number))


@pytest.mark.parametrize(
    ("kind", "worth", "unit", "hans", "hant"),
    [
        (
            FigureKind.MONEY,
            (D(6_4500_0000), D(7_3000_0000)),
            "CNY",
            "6.45亿~7.3亿元",
            "6.45億~7.3億人民幣",
        ),
        (FigureKind.MONEY, D(5), "ISK", "5 ISK", "5 ISK"),
        (FigureKind.MONEY, D(3000), "TWD/月", "3,000新台币/月", "3,000新臺幣/月"),
        (FigureKind.PERCENT, (D(15), D(30)), "%", "15~30%", "15~30%"),
        (FigureKind.PERCENT, D("0.5"), "pp", "0.5个百分点", "0.5個百分點"),
        (FigureKind.RATIO, D(3), "×", "3倍", "3倍"),
        (FigureKind.RATIO, D(2) / 3, "×", "66.67%", "66.67%"),
        (FigureKind.RATIO, (D("0.7"), D("0.8")), "×", "70~80%", "70~80%"),
        (FigureKind.RATIO, (D(3), D(2)), ":", "3:2", "3:2"),
        (FigureKind.RANK, (D(2), D(6)), "名", "第2~6名", "第2~6名"),
        (FigureKind.NUMBER, D(20000), "km", "2万公里", "2萬公里"),
        (FigureKind.NUMBER, D(14000), "PFLOPS", "1.4万 PFLOPS", "1.4萬 PFLOPS"),
        (FigureKind.NUMBER, D(35), "岁", "35岁", "35歲"),
        (FigureKind.NUMBER, D(8), "GBy", "8 GB", "8 GB"),
        (FigureKind.COUNT, D(12), None, "12", "12"),
        (FigureKind.SCORE, None, "分", "", ""),
    ],
)
def test_quantities_have_their_units_behind_them(
    kind: FigureKind, worth: Value, unit: str | None, hans: str, hant: str
) -> None:
    """Currencies and measures are named as the reader names them, where they have a name."""
    found = figure(kind, worth, unit)

    assert value(found, traditional=False) == hans
    assert value(found, traditional=True) == hant


@pytest.mark.parametrize(
    ("worth", "resolved", "hans", "hant"),
    [
        ("XXXX-08-15", "2023-08-15", "2023-08-15", "2023-08-15"),
        ("XXXX-08-15", None, "08-15", "08-15"),
        ("XXXX-08", None, "8月", "8月"),
        ("XXXX-XX-09", None, "9日", "9日"),
        ("XXXX", None, "", ""),
        ("XXXX-XX-XX", None, "", ""),
        ("XXXX-H2", None, "下半年", "下半年"),
        ("2023-Q3", "2023-Q3", "2023三季度", "2023第三季"),
        ("XXXX-WXX-3", None, "周三", "週三"),
        ("199X", "199X", "1990年代", "1990年代"),
        (("2018", "2022"), "2018/2022", "2018~2022", "2018~2022"),
        (("2004", ".."), "2004/..", "2004~", "2004~"),
        ("XXXX-10-24T19:30", "2023-10-24T19:30", "2023-10-24 19:30", "2023-10-24 19:30"),
    ],
)
def test_dates_show_what_is_known_of_them(
    worth: Value, resolved: str | None, hans: str, hant: str
) -> None:
    """A resolved date stands for the words; of an unresolved one, only what was said."""
    found = figure(FigureKind.DATE, worth, "day", resolved)

    assert value(found, traditional=False) == hans
    assert value(found, traditional=True) == hant


@pytest.mark.parametrize(
    ("kind", "worth", "hans", "hant"),
    [
        (FigureKind.DURATION, "P1Y6M", "1年6个月", "1年6個月"),
        (FigureKind.DURATION, ("P1D", "P9D"), "1~9天", "1~9天"),
        (FigureKind.DURATION, ("P11M", "P1Y"), "11个月~1年", "11個月~1年"),
        (FigureKind.DURATION, "PT1H30M", "1小时30分钟", "1小時30分鐘"),
        (FigureKind.DURATION, "PT0.001S", "0.001秒", "0.001秒"),
        (FigureKind.TIME, "T09:30", "09:30", "09:30"),
        (FigureKind.TIME, ("T09:30", "T15:00"), "09:30~15:00", "09:30~15:00"),
    ],
)
def test_times_are_told_in_words(kind: FigureKind, worth: Value, hans: str, hant: str) -> None:
    """Durations have Chinese names, times of day no letters."""
    found = figure(kind, worth, None)

    assert value(found, traditional=False) == hans
    assert value(found, traditional=True) == hant


def test_words_of_the_article_are_brought_into_the_script() -> None:
    """What is counted is written as the article writes it, and shown as the reader reads."""
    found = figure(FigureKind.COUNT, D(5_500_000), "開發者")

    assert value(found, traditional=False, shown=lambda _: "开发者") == "550万开发者"


def test_the_names_of_units_are_sorted_and_each_is_of_use() -> None:
    """Every code is one that figures can have."""
    source = resources.files("digest.briefing") / "units.tsv"
    lines = source.read_text(encoding="utf-8").splitlines()
    table = [tuple(line.split("\t")) for line in lines if not line.startswith("#")]
    codes = [row[0] for row in table]
    known = {row[1] for row in rows("measures.tsv")} | {row[2] for row in rows("currencies.tsv")}

    assert [len(row) for row in table] == [3] * len(table)
    assert codes == sorted(set(codes))
    assert set(codes) <= known | {"USD-cent", "HKD-cent", "bp", "pp", "×"}

"""Exports: every word as it is, and nothing that anything would act on."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.ledger import ARTICLE, FIGURES
from support.library import article

from digest.briefing.export import COLUMNS, as_csv, as_markdown
from digest.briefing.ledger import Row, own_wording, row
from digest.model import Figure, FigureKind, Span

OWN = own_wording(ARTICLE)
HEADS = ("label", "value", "written", "kind", "par")


def read(text: str) -> list[dict[str, str]]:
    """CSV as programs read it."""
    return list(csv.DictReader(io.StringIO(text)))


def markdown(rows: list[Row]) -> list[str]:
    """The rows of a table, without its head."""
    return as_markdown(rows, HEADS, lambda kind: kind.value).splitlines()[2:]


def test_a_csv_holds_every_figure() -> None:
    """A line each, with the places of the JSON output."""
    records = read(as_csv(ARTICLE, FIGURES, OWN))

    assert tuple(records[0]) == COLUMNS
    for record, figure in zip(records, FIGURES, strict=True):
        start, end = int(record["start"]), int(record["end"])
        inside = ARTICLE.paragraphs[int(record["paragraph"])].span.of(ARTICLE.text)
        assert inside[start:end] == record["text"].removeprefix("'")
        assert record["salience"] == f"{figure.salience}"
    assert records[1]["value"] == "6.45亿元"
    assert records[1]["number"] == "645000000"
    assert records[0]["resolved"] == "2023-08-15"


def test_both_ends_of_a_range_have_a_column() -> None:
    """Numbers stay numbers."""
    ends = replace(FIGURES[1], value=(Decimal("6.450"), Decimal(7)))
    (record,) = read(as_csv(ARTICLE, [ends], OWN))

    assert (record["number"], record["number_to"]) == ("6.45", "7")


def test_the_head_can_be_left_out() -> None:
    """Tables of several articles are put under one another."""
    assert as_csv(ARTICLE, FIGURES, OWN) == ",".join(COLUMNS) + "\n" + as_csv(
        ARTICLE, FIGURES, OWN, headed=False
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", " ="])
def test_no_cell_is_a_formula(sign: str) -> None:
    """What a spreadsheet might work out has an apostrophe before it."""
    text = f"{sign}cmd()是3"
    made = Figure(
        Span(len(text) - 1, len(text)),
        Span(0, 1),
        FigureKind.COUNT,
        Decimal(-3),
        f"{sign}cmd",
        "test",
        label=Span(0, len(text) - 2),
    )
    (record,) = read(as_csv(article(text), [made], OWN))

    assert record["label"] == f"'{sign.strip()}cmd()"
    assert record["unit"] == f"'{sign}cmd"
    assert record["number"] == "-3"


@given(st.text(min_size=1))
def test_any_words_survive_a_csv(words: str) -> None:
    """Quotes, commas and line breaks neither add a cell nor a row."""
    made = Figure(Span(0, len(words)), Span(0, 1), FigureKind.COUNT, Decimal(1), words, "test")
    lines = list(csv.reader(io.StringIO(as_csv(article(words), [made], OWN))))

    assert [len(line) for line in lines] == [len(COLUMNS)] * 2
    assert not any(cell.lstrip().startswith(("=", "+", "@")) for cell in lines[1])


def test_markdown_is_a_table() -> None:
    """A line a figure, paragraphs counted from 1."""
    rows = [row(ARTICLE, figure, OWN) for figure in FIGURES]

    assert markdown(rows)[1] == "| 营收 | 6.45亿元 | 6.45亿元 | money | 1 |"
    assert len(markdown(rows)) == len(FIGURES)


def test_markdown_shows_words_as_they_are() -> None:
    """Nothing in a cell ends it, or becomes a link, an image or a tag."""
    hostile = replace(row(ARTICLE, FIGURES[0], OWN), label="a|b ![x](y) <b>\n`z`\x1b[31m")

    (line,) = markdown([hostile])

    assert line.startswith(r"| a\|b !\[x\](y) \<b\> \`z\` |")
    assert "\x1b" not in line


def test_markdown_says_where_it_is_from() -> None:
    """The source stands below the table, as it is."""
    table = as_markdown([], HEADS, lambda kind: kind.value, "*快报*, 新华社")

    assert table.endswith("\n\n(\\*快报\\*, 新华社)\n")


def test_no_digit_of_a_hostile_number_is_written_out() -> None:
    """An exponent beyond all sense stays one."""
    huge = replace(FIGURES[1], value=Decimal("1E+999999"))
    (record,) = read(as_csv(ARTICLE, [huge], OWN))

    assert record["number"] == "1E+999999"

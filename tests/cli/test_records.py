"""Records say exactly what the model says, as the contract names it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from digest.cli import records
from digest.model import (
    Article,
    Figure,
    FigureKind,
    Hit,
    HitKind,
    Mention,
    Metadata,
    Paragraph,
    Role,
    Script,
    Span,
    Topic,
    TopicKind,
    Value,
)

TEXT = "標題\n同比增長12.5%左右"
ARTICLE = Article(
    id="a1",
    metadata=Metadata(),
    script=Script.HANT,
    text=TEXT,
    paragraphs=(
        Paragraph(0, Role.HEADING, Span(0, 2)),
        Paragraph(1, Role.BODY, Span(3, len(TEXT))),
    ),
)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Decimal("3.70E+8"), 370_000_000),
        (Decimal("12.50"), Decimal("12.5")),
        (Decimal("0.1"), Decimal("0.1")),
        (Decimal("-0"), 0),
        (Decimal("1E+999999"), Decimal("1E+999999")),
        ((Decimal(3), Decimal("4.5")), [3, Decimal("4.5")]),
        ("2023-10-24", "2023-10-24"),
        (("2023", "2024"), ["2023", "2024"]),
        (None, None),
    ],
)
def test_values_are_exact(value: Value, plain: object) -> None:
    """A number keeps its digits and loses its trailing zeros, a range is an array."""
    made = records.plain(value)
    assert made == plain
    assert type(made) is type(plain)


def test_a_figure_has_the_fields_of_the_contract_first() -> None:
    """Offsets are counted in the paragraph, words are given as written."""
    figure = Figure(
        span=Span(7, 14),
        core=Span(7, 12),
        kind=FigureKind.PERCENT,
        value=Decimal("12.5"),
        unit="%",
        rule="percent",
        approx=True,
        modifier="approx",
        change="up",
        label=Span(5, 7),
    )
    made = records.figure(ARTICLE, figure)
    assert list(made)[:14] == [
        "article", "paragraph", "start", "end", "text", "kind", "value", "unit", "approx",
        "modifier", "change", "label", "salience", "resolved",
    ]  # fmt: skip
    assert (made["paragraph"], made["start"], made["end"]) == (1, 4, 11)
    assert made["text"] == "12.5%左右"
    assert made["label"] == "增長"
    assert made["kind"] == "percent"


def test_a_topic_names_its_articles_and_counts_its_mentions() -> None:
    """Articles stand once each."""
    mentions = (Mention("a", Span(0, 1)), Mention("a", Span(4, 5)), Mention("b", Span(0, 1)))
    made = records.topic(Topic("k", "訊飛", ("讯飞",), TopicKind.ORG, 2.0, mentions))
    assert list(made)[:6] == ["name", "aliases", "kind", "articles", "mentions", "score"]
    assert made["articles"] == ["a", "b"]
    assert made["mentions"] == 3


def test_a_hit_says_where_it_leads() -> None:
    """A passage has no topic; its place is counted in its paragraph."""
    hit = Hit(HitKind.PASSAGE, "同比增長", (Span(2, 4),), "a1", Span(5, 7), 0.5)
    made = records.hit("增长", 1, hit, ARTICLE, "")
    assert list(made)[:10] == [
        "query", "rank", "kind", "text", "topic", "article", "paragraph", "start", "end", "score",
    ]  # fmt: skip
    assert made["topic"] is None
    assert (made["paragraph"], made["start"], made["end"]) == (1, 2, 4)


def test_a_place_that_runs_over_its_paragraph_is_cut() -> None:
    """Offsets never leave the paragraph they are counted in."""
    assert records.place(ARTICLE, Span(1, 9)) == {"paragraph": 0, "start": 1, "end": 2}
    assert records.place(ARTICLE, Span(2, 3)) == {"paragraph": 0, "start": 2, "end": 2}

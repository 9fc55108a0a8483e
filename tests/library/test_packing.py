"""Packing: an analysis as rows is what is kept of it, and can be sent anywhere."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from support.library import connection_of, entry, figure

from digest.library import Derived
from digest.library.figure_lines import figure_at
from digest.library.packing import packed, ready

if TYPE_CHECKING:
    from digest.library import Library

TEXT = "星火有3亿元。\n增长25%，到2024年1月2日为止。"
FIGURES = (figure(TEXT, "3亿"), figure(TEXT, "25%"))
PLAIN = (int, str, float, bytes, type(None))


def test_what_was_packed_elsewhere_is_kept_as_what_was_not(library: Library) -> None:
    """Article, figures and what was restored come out as they were made."""
    one = entry(TEXT, figures=FIGURES)
    other = entry(TEXT, raw=b"other", figures=FIGURES)
    first, second = library.add([one, ready(other)])
    assert library.figures(second.id) == library.figures(first.id) == FIGURES
    assert library.article(second.id).text == library.article(first.id).text
    assert library.search("星火").matches[0].count == library.search("星火").matches[1].count


def test_rows_are_of_plain_values() -> None:
    """Nothing of the model is sent, so that reading what was sent makes no values of it."""
    rows = packed(entry(TEXT, figures=FIGURES).analysis)
    sizes, text, days = rows.figures
    figures = (sizes, text, *chain.from_iterable(days))
    values = chain(rows.analysis, rows.content, figures, rows.cut)
    assert {type(value) for value in values} <= set(PLAIN)


def test_texts_are_kept_as_text(library: Library) -> None:
    """Though they are sent as bytes; an empty one is text too."""
    library.add([entry(TEXT, figures=FIGURES)])
    ask = connection_of(library).execute
    assert ask("SELECT typeof(text), text FROM content").fetchone() == ("text", TEXT)
    assert ask("SELECT typeof(title), title, typeof(text) FROM folded").fetchone() == (
        "text",
        "",
        "text",
    )


def test_a_figure_stands_in_its_paragraph() -> None:
    """Its line says which one it begins in."""
    analysis = entry(TEXT, figures=FIGURES).analysis
    paragraphs = [analysis.article.paragraph_at(each.span.start) for each in analysis.figures]
    assert paragraphs == [0, 1]
    text = packed(analysis).figures.text
    assert [figure_at(text, at)[0] for at in range(2)] == paragraphs


def test_what_is_derived_goes_with_it() -> None:
    """Name, version and bytes."""
    made = entry(TEXT).analysis
    analysis = type(made)(1, made.article, derived=(Derived("a", 2, b"x"),))
    assert packed(analysis).derived == [("a", 2, b"x")]

"""The figures of an article are one text, from which each comes out as it was."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.library import TEXT, article, entry, figure

from digest.library.figure_lines import (
    any_between,
    figure_at,
    figures_between,
    figures_in,
    kept,
    size_of,
    value_text,
)
from digest.model import Figure, FigureKind, Span

if TYPE_CHECKING:
    from digest.library import Library
    from digest.model import Value

WORDS = st.none() | st.sampled_from(["", "亿元", 'a"b', "],[", ",\n", "\n\n", "\\"]) | st.text()
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda ends: Span(ends[0], sum(ends)))
NUMBERS = st.decimals(allow_nan=False)
VALUES = st.one_of(
    st.none(),
    NUMBERS,
    st.lists(NUMBERS, max_size=3).map(tuple),
    st.text(),
    st.lists(st.text(), min_size=1, max_size=3).map(tuple),
)
FIGURES = st.builds(
    Figure,
    span=SPANS,
    core=SPANS,
    kind=st.sampled_from(FigureKind),
    value=VALUES,
    unit=WORDS,
    rule=st.text(),
    salience=st.integers(1, 3),
    approx=st.booleans(),
    modifier=WORDS,
    change=WORDS,
    base=WORDS,
    label=st.none() | SPANS,
    subject=st.none() | SPANS,
    resolved=WORDS,
)


@given(st.lists(FIGURES, max_size=4).map(tuple))
def test_figures_come_back_as_they_were(figures: tuple[Figure, ...]) -> None:
    """All of them at once or one alone, whatever their words hold; no number through a float."""
    text = kept(figures, ()).text
    assert repr(figures_in(text)) == repr(figures)
    assert repr(tuple(figure_at(text, at)[1] for at in range(len(figures)))) == repr(figures)


@pytest.mark.parametrize(
    "value",
    [
        None,
        Decimal("1E+40"),
        Decimal("NaN"),
        Decimal("-0"),
        (Decimal("1.0"), Decimal(2)),
        (Decimal(1),),
        "2023-10-24",
        "a b",
        ("2023", "2024"),
        (),
    ],
)
def test_every_form_of_value_is_kept(value: Value) -> None:
    """Numbers, dates and ranges of either stay apart."""
    made = replace(figure(TEXT, "12%"), value=value)
    (found,) = figures_in(kept([made], ()).text)
    assert type(found.value) is type(value)
    assert str(found.value) == str(value)


def test_what_most_figures_lack_takes_no_room() -> None:
    """A manner is said once for all that have it, and a line ends where nothing is said."""
    figures = (figure(TEXT, "12%", Decimal(12)), figure(TEXT, "3亿", Decimal(3)))
    assert (
        kept(figures, ()).text == '["number",null,"test",2]\n\n[14,17,0,0,"12"],\n[20,22,0,0,"3"]'
    )


def test_no_figures_are_no_text() -> None:
    """And nothing is found in it."""
    assert kept((), ()) == (b"", "", [])
    assert figures_in("") == ()
    assert not any_between(b"", 0, 1)


def test_the_paragraph_of_a_figure_is_kept() -> None:
    """That in which it begins."""
    figures = (figure(TEXT, "新"), figure(TEXT, "出"), figure(TEXT, "3亿"))
    text = kept(figures, article().paragraphs).text
    assert [figure_at(text, at)[0] for at in range(3)] == [0, 1, 1]


@given(st.lists(NUMBERS, max_size=4), st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_whether_a_number_lies_between_two_others_is_told_without_the_text(
    numbers: list[Decimal], least: float, most: float
) -> None:
    """Where it is said that one does, one is found."""
    made = [replace(figure(TEXT, "12%"), value=number) for number in numbers]
    packed = kept(made, ())
    found = figures_between(packed.text, least, most)
    assert found == tuple(one for one in made if least <= float(str(one.value)) <= most)
    assert any_between(packed.sizes, least, most) == bool(found)


@pytest.mark.parametrize(
    ("value", "size"),
    [
        (Decimal("2.5"), 2.5),
        ((Decimal(2), Decimal(3)), 2.0),
        ("2023", None),
        (Decimal("NaN"), None),
        (Decimal("sNaN"), None),
        ((), None),
        (None, None),
    ],
)
def test_only_numbers_have_a_size(value: Value, size: float | None) -> None:
    """Of a range, its first end."""
    assert size_of(value) == size
    assert value_text(value)


def test_an_empty_span_is_no_missing_one(library: Library) -> None:
    """A label that covers nothing comes back."""
    made = replace(figure(TEXT, "12%"), label=Span(3, 3), subject=Span(4, 4))
    (added,) = library.add([entry(figures=(made,))])
    assert library.figures(added.id) == (made,)

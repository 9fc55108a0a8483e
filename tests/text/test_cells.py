"""Cells: text is counted as it is drawn."""

from __future__ import annotations

import subprocess
import sys
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from digest.text.cells import cells, fit, offset_at, width, widths

DRAWN = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("中文，。“”…—（）abc 12\u0301\u200d\ufe0f❤👩👧1🇨\U0001f3fb")
)
WIDTHS = st.integers(0, 40)
AMBIGUOUS = st.sampled_from([1, 2])


def test_every_character_is_as_wide_as_it_is_drawn() -> None:
    """Both planes of living scripts and samples of the others agree with the drawing library."""
    codes = chain(
        range(0xD800), range(0xE000, 0x20000), range(0x20000, 0x110000, 61), range(0xE0000, 0xE1000)
    )
    differing = [hex(c) for c in codes if width(chr(c)) != get_character_cell_size(chr(c))]

    assert differing == []


@given(DRAWN)
def test_a_text_is_as_wide_as_it_is_drawn(text: str) -> None:
    """Joined and selected pictures included."""
    assert cells(text) == cell_len(text) == sum(widths(text))


@pytest.mark.parametrize("character", "“”‘’—…·×①℃°→●")
def test_ambiguous_characters_are_as_wide_as_said(character: str) -> None:
    """One cell, or two where the terminal draws two."""
    assert (width(character), width(character, 2)) == (1, 2)
    assert (cells(character), cells(character, 2)) == (1, 2)


@pytest.mark.parametrize("character", "中，。「」《》！％　")
def test_wide_characters_stay_wide(character: str) -> None:
    """Full-width marks are two cells whatever ambiguous ones are."""
    assert width(character) == width(character, 2) == 2


def test_a_combining_mark_takes_no_cell_in_either_setting() -> None:
    """Marks that Unicode calls ambiguous are still drawn over their base."""
    assert cells("e\u0301", 2) == 1


@given(DRAWN, WIDTHS, AMBIGUOUS)
def test_what_is_fitted_fits(text: str, room: int, ambiguous: int) -> None:
    """Never wider than asked; untouched where it fits; else a beginning and an ellipsis."""
    fitted = fit(text, room, ambiguous)

    assert cells(fitted, ambiguous) <= room
    if cells(text, ambiguous) <= room:
        assert fitted == text
    elif room:
        assert text.startswith(fitted[:-1])
        assert cells(fitted[-1], ambiguous) == 1


@pytest.mark.parametrize(
    ("room", "fitted"),
    [
        (0, ""),
        (1, "…"),
        (2, "…"),
        (3, "新…"),
        (4, "新…"),
        (5, "新闻…"),
        (10, "新闻联播a…"),
        (11, "新闻联播abc"),
    ],
)
def test_a_wide_character_is_never_cut(room: int, fitted: str) -> None:
    """Where the next character needs two cells and one is left, the cell stays empty."""
    assert fit("新闻联播abc", room) == fitted


def test_a_mark_stays_with_its_base_in_a_cut() -> None:
    """A cut falls before a base or after its marks."""
    assert fit("ae\u0301bc", 3) == "ae\u0301…"
    assert fit("ab❤\ufe0fcd", 4) == "ab…"


@given(DRAWN, st.integers(-3, 60), AMBIGUOUS)
def test_the_offset_at_a_cell_is_of_the_character_drawn_there(
    text: str, cell: int, ambiguous: int
) -> None:
    """The cells before it end at or before the cell asked for, and its own reach behind it."""
    offset = offset_at(text, cell, ambiguous)
    taken = widths(text, ambiguous)

    assert sum(taken[:offset]) <= max(cell, 0)
    if offset < len(text) and cell >= 0:
        assert sum(taken[: offset + 1]) > cell
    elif cell >= 0:
        assert sum(taken) <= cell


def test_measuring_loads_nothing_that_draws() -> None:
    """A fresh process that measures has neither rich nor wcwidth."""
    program = (
        "import sys; from digest.text.cells import cells; cells('中—');"
        "print({'rich', 'wcwidth', 'textual'} & set(sys.modules))"
    )
    ran = subprocess.run(  # noqa: S603 - our own words, run by our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "set()"

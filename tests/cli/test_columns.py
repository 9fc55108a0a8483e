"""Columns stand under one another whatever their characters are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.cli.columns import Column, set_in_columns
from digest.cli.terminal import Screen
from digest.text.cells import cells

PIPE = Screen(columns=None, colour=False)
COLUMNS = (Column("id"), Column("n", right=True), Column("title", least=8))


def test_wide_characters_count_two_cells() -> None:
    """A title of Chinese characters pushes the next column as far as Latin ones do."""
    lines = list(set_in_columns((Column("a"), Column("b")), [("訊飛", "x"), ("abcd", "y")], PIPE))
    assert lines == ["a     b", "訊飛  x", "abcd  y"]


def test_numbers_stand_flush_right() -> None:
    """A right column is padded on its left."""
    lines = list(set_in_columns(COLUMNS, [("a", "1", "t"), ("b", "100", "t")], PIPE))
    assert lines[1:] == ["a     1  t", "b   100  t"]


def test_a_pipe_gets_everything() -> None:
    """Nothing is cut where no screen is."""
    long = "長" * 200
    assert long in "\n".join(set_in_columns(COLUMNS, [("a", "1", long)], PIPE))


def test_styles_change_no_cell() -> None:
    """With colours the visible text is the same."""
    columns = (Column("a", style="2"), Column("b", right=True, style="1"))
    coloured = list(set_in_columns(columns, [("訊", "1")], Screen(columns=80, colour=True)))
    assert coloured[1] == "\x1b[2m訊\x1b[0m  \x1b[1m1\x1b[0m"


def test_a_narrow_screen_does_without_what_it_can() -> None:
    """An optional column goes where even its least width has no room."""
    columns = (Column("a"), Column("b", least=4, optional=True))
    rows = [("x" * 20, "y" * 10)]
    assert list(set_in_columns(columns, rows, Screen(columns=26, colour=False)))[1].endswith("yyy…")
    assert list(set_in_columns(columns, rows, Screen(columns=25, colour=False)))[1] == "x" * 20


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=5), st.integers(20, 60))
def test_no_line_breaks_obeys_or_overflows(rows: list[tuple[str, str, str]], columns: int) -> None:
    """Any text makes one inert line, no wider than the screen if its columns may be cut."""
    kept = tuple(Column(name, least=4) for name in "abc")
    for line in set_in_columns(kept, rows, Screen(columns=columns, colour=False)):
        assert line.isprintable() or not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in line)
        assert cells(line) <= columns

"""Typesetting: what every paragraph, width and setting must hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from digest.model import Span
from digest.text.cells import cells, width, widths
from digest.text.typeset import MARGIN, Line, fill, flow, line_at, measure, typeset
from digest.text.typeset.marks import HANGING, SPACES

NEVER_FIRST = "，。、；：？！）」』》】〉”’…—,.;:?!)]}%％‰℃·～"
NEVER_LAST = "（「『《【〈“‘([{"

PIECES = st.sampled_from(
    [
        *"中文大模型，。、；：？！（）「」『』《》“”‘’…—,.;:?!()%‰℃·～-~/ \u3000\u00a0",
        "——",
        "……",
        "GPT-3.5",
        "1,164",
        "84780.8",
        "9:30",
        "https://a.cn/b-c?d=1",
        "e\u0301",
        "国\u0301",
        "❤\ufe0f",
        "👩\u200d👧",
        "🇨🇳",
        "Ω",
        "が",
        "ー",
        "한",
        '"',
        "'",
        "\U00020000",
    ]
)
PARAGRAPHS = st.lists(PIECES, max_size=60).map("".join) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=80
)
PAGES = st.integers(4, 120) | st.integers(4, 16)


@st.composite
def kept(draw: st.DrawFn, text: str) -> list[Span]:
    """Spans of a text that are not to be broken: apart, of whole characters, unspaced."""
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False) if a < b]
    bases = {offset for offset, taken in enumerate([*widths(text), 1]) if taken}
    return [
        span
        for span in spans
        if {span.start, span.end} <= bases and span.of(text) == span.of(text).strip(SPACES)
    ]


@st.composite
def settings(draw: st.DrawFn) -> tuple[str, tuple[Line, ...], int, list[Span]]:
    """A paragraph, its lines, the width they were made for, and what was to be kept."""
    text, page = draw(PARAGRAPHS), draw(PAGES)
    keep = draw(kept(text))
    indent, hang = draw(st.sampled_from([0, 0, 4])), draw(st.booleans())
    return text, typeset(text, page, keep=keep, indent=indent, hang=hang), page, keep


@given(settings())
def test_lines_cover_the_paragraph_in_order(
    case: tuple[str, tuple[Line, ...], int, list[Span]],
) -> None:
    """Nothing is lost or told twice, and what is not drawn is space."""
    text, lines, _, _ = case

    assert "".join(line.span.of(text) for line in lines) == text
    assert all(len(line.span) for line in lines)
    for line in lines:
        assert line.drawn.of(text) == line.span.of(text).rstrip(SPACES)


@given(settings())
def test_no_line_is_wider_than_the_page(
    case: tuple[str, tuple[Line, ...], int, list[Span]],
) -> None:
    """A hanging mark, one, reaches into the margin; nothing else does."""
    text, lines, page, _ = case
    for line in lines:
        drawn = line.drawn.of(text)
        room = page - line.indent

        assert line.cells == cells(drawn)
        assert line.hanging == (line.cells > room)
        if line.hanging:
            assert drawn[-1] in HANGING
            assert line.cells - width(drawn[-1]) <= room
            assert line.cells <= room + MARGIN


@given(settings())
def test_no_line_begins_or_ends_with_a_forbidden_mark(
    case: tuple[str, tuple[Line, ...], int, list[Span]],
) -> None:
    """Except where a run is wider than a line and had to be split."""
    text, lines, _, _ = case
    for before, after in pairwise(lines):
        if not before.forced:
            assert after.drawn.of(text)[0] not in NEVER_FIRST
            assert before.drawn.of(text)[-1:] not in set(NEVER_LAST)


@given(settings())
def test_a_line_is_forced_only_by_a_run_that_does_not_fit(
    case: tuple[str, tuple[Line, ...], int, list[Span]],
) -> None:
    """The exception is the run around its end that is wider than the line, hanging mark or not."""
    text, lines, page, keep = case
    tokens = measure(text, keep)
    for line in lines:
        run = max(i for i, start in enumerate(tokens.starts) if start < line.span.end)
        assert line.forced == (line.span.end not in tokens.starts)
        if line.forced:
            assert tokens.through[run] - tokens.before[run] > page - line.indent


@given(settings())
def test_what_is_kept_and_fits_is_whole(
    case: tuple[str, tuple[Line, ...], int, list[Span]],
) -> None:
    """A figure with its unit is on one line if a line can hold it."""
    text, lines, page, keep = case
    for span in keep:
        held_by = [line for line in lines if line.span.overlaps(span)]
        if cells(span.of(text)) <= page - held_by[0].indent:
            assert len(held_by) == 1


@given(settings())
def test_marks_stay_with_their_base(case: tuple[str, tuple[Line, ...], int, list[Span]]) -> None:
    """No line begins with a code point that has no cell of its own."""
    text, lines, _, _ = case

    assert all(width(line.span.of(text)[0]) for line in lines[1:])


@given(PARAGRAPHS, PAGES, st.booleans())
def test_a_line_takes_all_that_fits(text: str, page: int, hang: bool) -> None:
    """The first run of a line would not have fitted the line before."""
    tokens = measure(text)
    lines = fill(tokens, page, hang=hang)
    for before, after in pairwise(lines):
        if before.forced:
            continue
        first = tokens.starts.index(after.span.start)
        whole = text[before.span.start : tokens.starts[first + 1]].rstrip(SPACES)
        assert cells(whole) > page


@given(PARAGRAPHS, st.lists(st.integers(4, 120), min_size=2, max_size=2))
def test_a_wider_page_never_needs_more_lines(text: str, pages: list[int]) -> None:
    """Unless a run had to be split, which may fall otherwise."""
    narrow, wide = (typeset(text, page) for page in sorted(pages))
    assume(not any(line.forced for line in narrow))

    assert len(wide) <= len(narrow)


@given(PARAGRAPHS.map(lambda text: text * 40), PAGES, st.data())
@example("甲" + "a" * 5000 + "，" + "乙" * 3000, 20, None)
def test_lines_that_come_early_are_the_same(
    text: str, page: int, data: st.DataObject | None
) -> None:
    """Measuring bit by bit makes no difference."""
    keep = data.draw(kept(text)) if data else []

    assert tuple(flow(text, page, keep=keep, indent=4)) == typeset(text, page, keep=keep, indent=4)


@given(PARAGRAPHS, PAGES)
def test_ambiguous_characters_are_counted_as_said(text: str, page: int) -> None:
    """No line is over-wide in a terminal that draws them in two cells."""
    for line in typeset(text, page, ambiguous=2):
        assert cells(line.drawn.of(text), 2) == line.cells <= page + MARGIN


@given(PARAGRAPHS, PAGES)
def test_a_line_is_found_by_an_offset(text: str, page: int) -> None:
    """Every offset leads to the line that covers it."""
    lines = typeset(text, page)
    for offset in range(len(text)):
        span = lines[line_at(lines, offset)].span
        assert span.start <= offset < span.end


def test_an_empty_paragraph_has_no_lines() -> None:
    """Neither at once nor bit by bit."""
    assert typeset("", 40) == () == tuple(flow("", 40))


def test_what_lies_outside_cannot_be_kept() -> None:
    """A span beyond the paragraph is a mistake of the caller."""
    with pytest.raises(ValueError, match="outside"):
        measure("甲乙", [Span(1, 3)])

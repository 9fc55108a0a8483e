"""Alignment: spans survive every change of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span
from digest.text.aligned import AlignedText, Alignment, Edit

Change = tuple[Span, str]


@st.composite
def changed_text(draw: st.DrawFn, source: str | None = None) -> tuple[str, list[Change]]:
    """A text and sorted, separate replacements in it."""
    text = draw(st.text("甲乙丙丁ab", max_size=30)) if source is None else source
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    changes: list[Change] = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=False):
        if not changes or start > changes[-1][0].end:
            changes.append((Span(start, end), draw(st.text("XYZ", max_size=4))))
    return text, changes


@st.composite
def chained(draw: st.DrawFn) -> tuple[AlignedText, AlignedText]:
    """A text changed, and the result changed again."""
    source, changes = draw(changed_text())
    first = AlignedText.replacing(source, changes)
    _, more = draw(changed_text(first.text))
    return first, AlignedText.replacing(first.text, more)


def spans(length: int) -> list[Span]:
    """Every span of a text."""
    return [Span(a, b) for a in range(length + 1) for b in range(a, length + 1)]


@given(changed_text())
def test_unchanged_characters_keep_their_place(case: tuple[str, list[Change]]) -> None:
    """A character outside every change is found again, and leads back to itself."""
    source, changes = case
    aligned = AlignedText.replacing(source, changes)
    for offset in range(len(source)):
        if any(span.start <= offset < span.end for span, _ in changes):
            continue
        there = aligned.alignment.to_target(Span(offset, offset + 1))

        assert there.of(aligned.text) == source[offset]
        assert aligned.alignment.to_source(there) == Span(offset, offset + 1)


@given(changed_text())
def test_spans_never_cross(case: tuple[str, list[Change]]) -> None:
    """A span inside another stays inside it, and order is kept."""
    source, changes = case
    alignment = AlignedText.replacing(source, changes).alignment
    carried = [alignment.to_target(Span(i, i + 1)) for i in range(len(source))]

    assert carried == sorted(carried)
    for span in spans(min(len(source), 12)):
        whole = alignment.to_target(span)
        assert all(whole.contains(one) for one in carried[span.start : span.end])


@given(changed_text())
def test_going_there_and_back_holds_the_span(case: tuple[str, list[Change]]) -> None:
    """A span whose characters survive comes back holding at least itself."""
    source, changes = case
    alignment = AlignedText.replacing(source, changes).alignment
    for span in spans(min(len(source), 12)):
        there = alignment.to_target(span)
        if len(span) and len(there) and all(len(new) for _, new in changes):
            assert alignment.to_source(there).contains(span)


@given(chained())
def test_joining_holds_what_two_steps_find(pair: tuple[AlignedText, AlignedText]) -> None:
    """One joined step covers at least what the two steps cover, and is exact away from changes."""
    first, second = pair
    joined = first.then(second)

    assert joined.text == second.text
    for span in spans(min(first.alignment.source_length, 12)):
        stepwise = second.alignment.to_target(first.alignment.to_target(span))
        at_once = joined.alignment.to_target(span)
        assert at_once.contains(stepwise) or len(stepwise) == 0


@given(chained())
def test_inverting_a_join_is_joining_inverses(pair: tuple[AlignedText, AlignedText]) -> None:
    """Reading a chain backwards is the chain of its parts read backwards."""
    first, second = pair[0].alignment, pair[1].alignment

    assert first.then(second).inverted() == second.inverted().then(first.inverted())


def test_a_changed_unit_is_held_whole() -> None:
    """A span that cuts 互联网 grows to all of 網際網路."""
    aligned = AlignedText.replacing("在互联网上", [(Span(1, 4), "網際網路")])

    assert aligned.alignment.to_target(Span(2, 3)).of(aligned.text) == "網際網路"
    assert aligned.alignment.to_source(Span(4, 6)) == Span(1, 5)


def test_an_inserted_space_belongs_to_neither_side() -> None:
    """Spans beside an insertion leave it out."""
    aligned = AlignedText.replacing("用AI吧", [(Span(1, 1), " "), (Span(3, 3), " ")])

    assert aligned.text == "用 AI 吧"
    assert aligned.alignment.to_target(Span(0, 1)).of(aligned.text) == "用"
    assert aligned.alignment.to_target(Span(1, 3)).of(aligned.text) == "AI"


def test_equal_lengths_need_no_edits() -> None:
    """A text converted character for character is aligned by nothing at all."""
    assert AlignedText.one_for_one("國際", "国际").alignment.is_identity
    with pytest.raises(ValueError, match="lengths do not agree"):
        AlignedText.one_for_one("網際網路", "互联网")


def test_edits_must_be_sorted_and_agree() -> None:
    """A list of edits that contradicts itself is refused."""
    with pytest.raises(ValueError, match="does not follow"):
        Alignment(4, 4, (Edit(2, 3, 2, 3), Edit(1, 2, 1, 2)))
    with pytest.raises(ValueError, match="lengths do not agree"):
        Alignment(4, 6, (Edit(1, 2, 1, 2),))


def test_a_span_outside_the_text_is_refused() -> None:
    """An offset past the end is an error, not a guess."""
    with pytest.raises(ValueError, match="outside"):
        Alignment(3, 3).to_target(Span(1, 4))

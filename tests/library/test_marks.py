"""Mentions of many articles are written in parts, topic by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import entry

from digest.library import Subject, marks
from digest.library.marks import marked
from digest.model import Span, TopicKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.library import Library
    from digest.library.marks import Marks

KEYS = ("a", "b", "c")


@pytest.fixture
def ids(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Articles of a library that has topics, where few changes are written at once."""
    monkeypatch.setattr(marks, "AT_ONCE", 4)
    monkeypatch.setattr(marks, "TOLD", 3)
    library.put_subjects([Subject(key, key, (), TopicKind.ORG, 1.0) for key in KEYS])
    return [added.id for added in library.add([entry(f"第{number}篇。") for number in range(5)])]


def found(ids: Sequence[str], start: int) -> dict[str, dict[str, Marks]]:
    """Every topic in every article, at one place."""
    return {each: marked([(start, start + 1, key) for key in KEYS]) for each in ids}


def places(library: Library, ids: Sequence[str]) -> set[Span]:
    """Where topics stand in articles, each of which has all of them."""
    spans = set[Span]()
    for each in ids:
        mentions = library.mentions(each)
        assert sorted(key for key, _ in mentions) == list(KEYS)
        spans |= {mention.span for _, mention in mentions}
    return spans


def test_what_is_written_in_parts_is_whole(library: Library, ids: list[str]) -> None:
    """Also where marks go and others come in their place; the numbers of topics follow."""
    for start in (0, 1):
        library.set_mentions(found(ids, start))
        assert places(library, ids) == {Span(start, start + 1)}
    assert {(each.articles, each.places) for each in library.subjects()} == {(5, 5)}
    assert library.check() == ()


def test_what_was_cut_off_is_written_by_giving_all_again(
    library: Library, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is doubled."""
    library.set_mentions(found(ids, 0))
    given = marks.change
    left = [None, None]

    def cut_off(*told: object) -> None:
        left.pop()
        given(*told)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(marks, "change", cut_off)
    with pytest.raises(IndexError):
        library.set_mentions(found(ids, 1))
    monkeypatch.setattr(marks, "change", given)
    library.set_mentions(found(ids, 1))
    assert places(library, ids) == {Span(1, 2)}
    assert {(each.articles, each.places) for each in library.subjects()} == {(5, 5)}


def test_what_goes_between_two_parts_is_passed_over(
    library: Library, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article, a topic, and what another program has written of its own."""
    given = marks.parts

    def disturbed(wanted: Sequence[marks.Change]) -> list[Sequence[marks.Change]]:
        first, *others = given(wanted)
        with library._writing() as connection:
            marks.change(connection, first)
        library.remove(ids[:1])
        library.drop_other_subjects(set(KEYS[:2]))
        return [first, *others]

    monkeypatch.setattr(marks, "parts", disturbed)
    library.set_mentions(found(ids, 0))
    assert {each.key: each.articles for each in library.subjects()} == {"a": 4, "b": 4}
    assert library.check() == ()

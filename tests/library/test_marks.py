"""Mentions of many articles are written in parts, each of them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import connection_of, database, entry

from digest.library import Library, Subject, marks
from digest.library.marks import marked, places_in
from digest.model import Span, TopicKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from digest.library.marks import Article, Changes, Marks, Part

KEYS = ("a", "b", "c")


@pytest.fixture
def ids(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Articles of a library that has topics, where two of them are written at once."""
    monkeypatch.setattr(marks, "AT_ONCE", 4)
    library.put_subjects([Subject(key, key, (), TopicKind.ORG, 1.0) for key in KEYS])
    return [added.id for added in library.add([entry(f"第{number}篇。") for number in range(5)])]


def found(ids: Sequence[str], start: int, keys: Sequence[str] = KEYS) -> dict[str, Marks]:
    """Every topic in every article, at one place."""
    return {each: marked([(start, start + 1, key) for key in keys]) for each in ids}


def places(library: Library, ids: Sequence[str]) -> set[Span]:
    """Where topics stand in articles, each of which has all of them."""
    spans = set[Span]()
    for each in ids:
        mentions = library.mentions(each)
        assert sorted(key for key, _ in mentions) == list(KEYS)
        spans |= {mention.span for _, mention in mentions}
    return spans


def disturbed(monkeypatch: pytest.MonkeyPatch, moment: int, other: Callable[[], object]) -> None:
    """Have something done after what is written has been worked out so many times."""
    given = marks.Changes.worked_out
    left = moment

    def worked_out(changes: Changes, connection: object, part: Sequence[Article]) -> Part | None:
        nonlocal left
        made = given(changes, connection, part)  # type: ignore[arg-type]  # passed on as it came
        left -= 1
        if left == 0:
            other()
        return made

    monkeypatch.setattr(marks.Changes, "worked_out", worked_out)


def test_what_is_written_in_parts_is_whole(library: Library, ids: list[str]) -> None:
    """Also where marks go and others come in their place; the numbers of topics follow."""
    for start in (0, 1):
        library.set_mentions(found(ids, start))
        assert places(library, ids) == {Span(start, start + 1)}
    assert {(each.articles, each.places) for each in library.subjects()} == {(5, 5)}
    assert library.check() == ()


def test_what_is_as_it_was_is_not_written(library: Library, ids: list[str]) -> None:
    """Nothing is, not even to say that it was not."""
    library.set_mentions(found(ids, 0))
    before = library.revision
    library.set_mentions(found(ids, 0))
    assert library.revision == before


def test_topics_come_and_go_in_articles_that_have_some(library: Library, ids: list[str]) -> None:
    """The others stay where they are, and an article may be left with none."""
    library.set_mentions(found(ids, 0, ("a", "b")))
    library.set_mentions(found(ids[1:], 0, ("b", "c")) | {ids[0]: marked(())})
    assert {each.key: each.articles for each in library.subjects()} == {"b": 4, "c": 4}
    assert library.passages("a") == []
    assert library.mentions(ids[0]) == ()
    assert library.check() == ()


def test_what_was_cut_off_is_written_by_giving_all_again(
    library: Library, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is doubled."""
    library.set_mentions(found(ids, 0))
    disturbed(monkeypatch, 2, lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        library.set_mentions(found(ids, 1))
    assert library.check() == ()
    library.set_mentions(found(ids, 1))
    assert places(library, ids) == {Span(1, 2)}
    assert {(each.articles, each.places) for each in library.subjects()} == {(5, 5)}


@pytest.mark.parametrize("moment", [1, 2])
def test_what_another_program_changes_meanwhile_is_seen(
    library: Library, ids: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """Articles and topics that have gone are passed over; what came is not counted twice."""
    with Library.open(database(tmp_path)) as other:

        def change() -> None:
            monkeypatch.undo()
            other.remove(ids[:1])
            other.drop_other_subjects(set(KEYS[:2]))
            other.set_mentions(found(ids, 0))

        disturbed(monkeypatch, moment, change)
        library.set_mentions(found(ids, 0))
    assert {each.key: each.articles for each in library.subjects()} == {"a": 4, "b": 4}
    assert library.check() == ()


def test_a_topic_that_comes_again_stands_where_it_is_found(
    library: Library, ids: list[str]
) -> None:
    """What articles kept of the one that had gone is not taken for it."""
    library.set_mentions(found(ids, 0))
    library.drop_other_subjects({"a"})
    library.put_subjects([Subject("d", "d", (), TopicKind.ORG, 1.0)])
    assert {key for each in ids for key, _ in library.mentions(each)} == {"a"}
    library.set_mentions(found(ids[:1], 0, ("a", "d")))
    assert {each.key: each.articles for each in library.subjects()} == {"a": 5, "d": 1}
    assert library.check() == ()


def test_places_of_one_topic_are_read_alone() -> None:
    """Whatever numbers stand beside it."""
    text = marked([(0, 2, "a"), (3, 4, "b"), (7, 9, "a")]).places % (2, 12)
    assert places_in(text, 2) == (Span(0, 2), Span(7, 9))
    assert places_in(text, 12) == (Span(3, 4),)
    assert places_in(text, 1) == ()


def test_topics_that_are_kept_again_use_up_no_numbers(library: Library, ids: list[str]) -> None:
    """They are written in every article, and found again with every fifth of growth."""
    for _ in range(3):
        library.put_subjects([Subject(key, key, (), TopicKind.ORG, 2.0) for key in (*KEYS, "d")])
    library.set_mentions(found(ids[:1], 0, ("d",)))
    rows = connection_of(library).execute("SELECT places FROM mention").fetchall()
    assert rows == [('{"4":[0,1]}',)]

"""What is derived by name is kept with its article and goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.library import entry

from digest.library import Derived, Entry

if TYPE_CHECKING:
    from digest.library import Library


def three(library: Library) -> tuple[str, str, str]:
    """Three articles, newest first."""
    days = ("2025-03", "2024", "2023-01-02")
    made = [entry(f"第{day}的文章。", published=day) for day in days]
    one, two, last = (each.id for each in library.add(made))
    return one, two, last


def test_what_was_kept_is_there_by_name_and_version(library: Library) -> None:
    """Another name or version has none of it."""
    one, two, _ = three(library)
    library.set_derived("words", 2, {one: b"a", two: b""})
    assert library.derived("words", 2) == {one: b"a", two: b""}
    assert library.derived("words", 1) == library.derived("sum", 2) == {}


def test_some_articles_can_be_asked_for(library: Library) -> None:
    """Those that are not here have none."""
    one, two, last = three(library)
    library.set_derived("words", 1, dict.fromkeys((one, two), b"x"))
    assert library.derived("words", 1, (two, last, "0123")) == {two: b"x"}


def test_what_lacks_comes_newest_first(library: Library) -> None:
    """Also what has an older version."""
    one, two, last = three(library)
    library.set_derived("words", 1, {one: b"x", two: b"x"})
    library.set_derived("words", 2, {two: b"y"})
    assert library.underived("words", 2) == (one, last)
    assert library.derived("words", 1) == {one: b"x"}


def test_beyond_the_newest_what_lacks_comes_as_it_stands_in_the_file(library: Library) -> None:
    """The last that came first; whoever works on many writes in one place after another."""
    dates = ("2024-01-05", "2024-01-01", "2024-01-04", "2024-01-02")
    ids = [library.add([entry(day, published=day)])[0].id for day in dates]
    newest = [ids[at] for at in (0, 2, 3, 1)]
    assert library.underived("words", 1) == tuple(newest)
    assert library.underived("words", 1, newest=1) == (ids[0], ids[3], ids[2], ids[1])
    assert library.underived("words", 1, newest=0) == tuple(reversed(ids))


def test_absent_articles_are_passed_over(library: Library) -> None:
    """An article may have been removed while something was made of it."""
    library.set_derived("words", 1, {"0123456789ab": b"x"})
    assert library.derived("words", 1) == {}


def test_it_comes_with_the_analysis_and_goes_with_a_new_one(library: Library) -> None:
    """A text that was analysed anew has nothing old beside it."""
    made = entry("一篇文章。")
    kept = Derived("words", 1, b"x")
    analysis = type(made.analysis)(1, made.analysis.article, derived=(kept,))
    (added,) = library.add([Entry(made.original, analysis)])
    assert library.derived("words", 1) == {added.id: b"x"}
    library.replace(added.id, made.analysis)
    assert library.derived("words", 1) == {}


def test_removing_and_restoring_carry_it(library: Library) -> None:
    """Undo needs nothing to be made again."""
    one, *_ = three(library)
    library.set_derived("words", 3, {one: b"x"})
    removed = library.remove([one])
    assert library.derived("words", 3) == {}
    library.restore(removed)
    assert library.derived("words", 3) == {one: b"x"}


def test_it_is_no_change_of_articles(library: Library) -> None:
    """Who made something of all articles need not make it anew."""
    one, *_ = three(library)
    before = library.revision
    library.set_derived("words", 1, {one: b"x"})
    assert library.revision == before

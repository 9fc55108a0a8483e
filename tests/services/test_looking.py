"""What a reader has seen is told from what came since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.briefs import add, article

from digest.services.looking import LOOKED, Look, keep_look, last_look

if TYPE_CHECKING:
    from digest.library import Library


def test_nobody_has_looked_at_first(library: Library) -> None:
    """Without a look everything is new; what makes no sense is none."""
    assert last_look(library) is None
    library.remember({LOOKED: "nonsense"})
    assert last_look(library) is None


def test_what_came_in_the_same_second_is_told_apart(library: Library) -> None:
    """An import takes longer than a second of the clock shows."""
    add(library, [article("甲来了。")])
    keep_look(library, library.listings())
    look = last_look(library)
    assert look is not None
    assert not any(look.is_new(each) for each in library.listings())
    add(library, [article("乙来了。")])
    there = [each for each in library.listings() if look._replace(when=each.added).is_new(each)]
    assert {each.title for each in there} >= {"乙来了。"}


def test_each_topic_has_a_look_of_its_own(library: Library) -> None:
    """Looking at one is not looking at everything."""
    keep_look(library, (), "云岭汽车")
    assert last_look(library) is None
    assert last_look(library, "云岭汽车") is not None


def test_an_article_is_new_by_when_it_came(library: Library) -> None:
    """Not by when it was published."""
    add(library, [article("旧闻。", published="1999-01-01")])
    (listing,) = library.listings()
    assert Look("2000-01-01T00:00:00Z").is_new(listing)
    assert not Look("9999-01-01T00:00:00Z").is_new(listing)

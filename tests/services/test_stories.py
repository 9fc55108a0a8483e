"""Stories are found as articles come in, kept, and arranged as the reader wants them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from support.briefs import NEWS, add, news

from digest.services import stories

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from digest.library import Library

TITLES = tuple(NEWS)[:3]


def sizes(library: Library) -> list[int]:
    """How many articles tell each story that several tell."""
    return sorted(len(group) for group in stories.stories(library).groups)


def test_the_bundled_articles_are_five_stories(seeded: Library) -> None:
    """They speak of one company, and each tells its own news."""
    stories.group_new(seeded)
    assert stories.stories(seeded).groups == []
    assert seeded.underived(stories.STORY, stories.version()) == ()


def test_stories_are_found_once_and_kept(library: Library) -> None:
    """What was grouped is not grouped again."""
    add(library, news(9, TITLES))
    assert stories.group_new(library) == 9
    assert sizes(library) == [3, 3, 3]
    assert stories.group_new(library) == 0


def test_a_new_article_joins_the_story_it_tells(library: Library) -> None:
    """In the background, without touching what was found before."""
    made = news(12, TITLES)
    add(library, made[:9])
    stories.group_new(library)
    before = {group[0] for group in stories.stories(library).groups}
    add(library, made[9:])
    assert stories.group_new(library) == 3
    assert sizes(library) == [4, 4, 4]
    assert {group[0] for group in stories.stories(library).groups} == before


def test_a_story_outlives_its_leader(library: Library) -> None:
    """The others stay together when the first is taken out."""
    add(library, news(9, TITLES))
    stories.group_new(library)
    group = stories.stories(library).groups[0]
    library.remove(group[:1])
    found = stories.stories(library)
    assert set(found.of(group[1])) == set(group[1:])


def test_what_was_split_stays_split(library: Library) -> None:
    """Also when more tellers come; and it can be taken back."""
    made = news(12, TITLES)
    add(library, made[:9])
    stories.group_new(library)
    group = stories.stories(library).groups[0]
    change = stories.split(library, group[1], group)
    found = stories.stories(library)
    assert found.of(group[1]) == (group[1],)
    assert set(found.of(group[0])) == set(group) - {group[1]}
    add(library, made[9:])
    stories.group_new(library)
    assert stories.stories(library).of(group[1]) == (group[1],)
    stories.take_back(library, change)
    assert sizes(library) == [4, 4, 4]


def test_what_was_merged_stays_merged(library: Library) -> None:
    """Two stories become one, the first one's leader leads; and it can be taken back."""
    add(library, news(9, TITLES))
    stories.group_new(library)
    one, other, _ = stories.stories(library).groups
    change = stories.merge(library, one, other)
    assert set(stories.stories(library).of(other[2])) == {*one, *other}
    stories.take_back(library, change)
    assert sizes(library) == [3, 3, 3]


def test_merging_takes_a_split_back(library: Library) -> None:
    """The later decision holds."""
    add(library, news(9, TITLES))
    stories.group_new(library)
    group = stories.stories(library).groups[0]
    stories.split(library, group[2], group)
    found = stories.stories(library)
    stories.merge(library, found.of(group[0]), found.of(group[2]))
    assert sizes(library) == [3, 3, 3]


def test_single_articles_can_be_merged(library: Library) -> None:
    """Though nothing was found between them."""
    add(library, news(3, TITLES))
    stories.group_new(library)
    assert sizes(library) == []
    ids = [listing.id for listing in library.listings()]
    stories.merge(library, ids[:1], ids[1:2])
    assert set(stories.stories(library).of(ids[0])) == set(ids[:2])


def test_why_is_told_with_places(library: Library) -> None:
    """What two members share can be read in both texts."""
    add(library, news(6, TITLES))
    stories.group_new(library)
    one, other = stories.stories(library).groups[0][:2]
    found = stories.why(library, one, other)
    assert found.share > 0.2
    text = library.article(one).text
    assert all(shared.here.of(text) for shared in found.shared)


def test_threads_that_group_at_once_group_once(library: Library) -> None:
    """One of them finds the stories; the other waits, and has nothing left to do."""
    add(library, news(9, TITLES))
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(stories.group_new, [library, library]))
    assert sorted(done) == [0, 9]


def test_what_another_program_grouped_meanwhile_is_not_grouped_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is still in no story is kept, with what the other found beside it."""
    there = add(library, news(9, TITLES))
    plain = stories._grouped
    asked: list[int] = []

    def grouped(library: Library, new: Sequence[str]) -> dict[str, bytes]:
        asked.append(len(new))
        found = plain(library, new)
        if len(asked) == 1:
            library.set_derived(stories.STORY, stories.version(), {there[0]: there[0].encode()})
        return found

    monkeypatch.setattr(stories, "_grouped", grouped)
    assert stories.group_new(library) == 9
    assert asked == [9, 8]

"""The same news told by several articles is one story, and other news is not."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from support.finding import seeds
from support.stories import Made, edited, events, halves, made_article

from digest.briefing.fingerprint import fingerprint
from digest.briefing.stories import Grouping, Told, decided, group
from digest.briefing.stories_alike import Rarity, apart, period
from digest.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEWS = events()


def told(made: Iterable[Made]) -> list[Told]:
    """Articles as grouping takes them."""
    return [
        Told(m.article.id, fingerprint(m.article, m.figures), m.article.metadata.published)
        for m in made
    ]


def one(text: str, published: str = "", title: str = "") -> Told:
    """One article as grouping takes it."""
    article = made_article(text[:3], title, text, published)
    figures = find_figures(text, article.paragraphs, published)
    return Told(article.id, fingerprint(article, figures), published)


def pairs(stories: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    """The pairs of articles that are in one story."""
    return {frozenset(pair) for story in stories for pair in combinations(story, 2)}


@pytest.mark.parametrize("half", [0, 1], ids=["development", "blind"])
def test_edited_news_is_put_together(half: int) -> None:
    """Cut, moved, reworded, in the other script, with other figures: precision and recall hold."""
    made = list(edited(halves(NEWS)[half][:12], 72, seed=half + 3))
    right = pairs(
        [m.article.id for m in made if m.event == event] for event in {m.event for m in made}
    )
    found = pairs(group(told(made)))
    assert len(found & right) >= 0.98 * len(found)
    assert len(found & right) >= 0.90 * len(right)


def test_articles_on_one_company_stay_apart() -> None:
    """The five bundled articles share a company, people and products, and are five stories."""
    found = group(
        [
            Told(
                a.id,
                fingerprint(a, find_figures(a.text, a.paragraphs, a.metadata.published)),
                a.metadata.published,
            )
            for a in seeds()
        ]
    )
    assert [len(story) for story in found] == [1] * 5


def test_a_form_filled_in_anew_is_other_news() -> None:
    """The index of February is not that of January, though the words are the same."""
    months = [event for event in NEWS if "居民消费价格" in event.title]
    found = group([one("\n".join(e.sentences), e.day.isoformat(), e.title) for e in months])
    assert len(found) == 2


def test_one_event_and_what_followed_are_two() -> None:
    """The collision and the end of the search three days later are two stories."""
    ships = [event for event in NEWS if "撞船" in event.title or "相撞" in event.title]
    found = group([one("\n".join(e.sentences), e.day.isoformat(), e.title) for e in ships])
    assert len(found) == len(ships) == 2


def test_what_came_later_joins_what_is_there() -> None:
    """A story that was found before takes a new teller in."""
    made = told(edited(NEWS[:3], 12, seed=5))
    first = group(made[:9])
    grouping = Grouping(Rarity([each.print for each in made]))
    known = {each.id: each for each in made}
    for story in first:
        grouping.recall(story, [known[member] for member in story])
    for new in made[9:]:
        grouping.add(new)
    assert sorted(sorted(s.members) for s in grouping.stories) == sorted(
        sorted(story) for story in group(made)
    )


def test_an_article_without_words_is_a_story_of_its_own() -> None:
    """Nothing in common with nothing."""
    assert sorted(map(len, group([one("2024"), one("100%"), one("")]))) == [1, 1, 1]


def test_dates_are_as_wide_as_they_are_known() -> None:
    """A month may be any of its days; what is no date tells nothing."""
    month, day = period("2024-02"), period("2024-02-10")
    assert month is not None
    assert month.last - month.first == 28
    assert apart(month, day) == 0
    assert apart(period("2024-03-01"), day) == 20
    assert apart(None, day) == 0
    assert period("bad") is period("2024-13") is None


def test_the_reader_decides() -> None:
    """Apart splits, together joins, and both survive what is found anew."""
    found = [("a", "b", "c"), ("d",), ("e", "f")]
    assert decided(found, {("a", "b"): False}) == [("a", "c"), ("b",), ("d",), ("e", "f")]
    assert decided(found, {("c", "d"): True}) == [("a", "b", "c", "d"), ("e", "f")]
    assert decided(found, {("a", "zz"): True}) == found
    assert decided([("a", "b", "new")], {("a", "b"): False}) == [("a", "new"), ("b",)]

"""Mentions: forms are found in the folded text, and told as places of the text itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Metadata, Script
from digest.text.fold import key
from digest.topics import Finder
from digest.topics.mentions import Folded
from digest.topics.starts import Starts

TEXTS = st.text(st.sampled_from("甲乙體①㍿⑿Ａb -“”·（）\n\u0301𠀀"), max_size=300)
"""Of characters that fold to none, to one and to several."""

FORMS = st.text("甲乙丙", min_size=2, max_size=4)


def article(text: str) -> Article:
    """An article of a text that is one paragraph."""
    return Article("1", Metadata(), Script.HANS, text, ())


@given(TEXTS)
def test_every_character_of_the_key_is_found_in_the_text(text: str) -> None:
    """At the character that it comes from."""
    assert list(Folded(text).starts) == [
        at for at, character in enumerate(text) for _ in key(character)
    ]


@given(st.text("甲乙丙", max_size=40), st.lists(FORMS, max_size=6), st.lists(FORMS, max_size=6))
def test_every_place_of_a_form_is_among_the_starts(
    text: str, first: list[str], second: list[str]
) -> None:
    """Of each group by itself, in order."""
    groups = (first, second)
    for forms, places in zip(groups, Starts(groups).places(text), strict=True):
        assert places == sorted(places)
        begun = {at for at in range(len(text)) for form in forms if text.startswith(form, at)}
        assert begun <= set(places)


def test_a_form_is_found_however_it_is_written() -> None:
    """With spaces, marks and letters of any width, in either script."""
    text = "“ＧＰＴ —４” 與 體 育 局"
    found = Finder({"gpt4": "a", "体育局": "b"}, {}).mentions(article(text))
    assert [(topic, span.of(text)) for topic, span in found] == [
        ("a", "ＧＰＴ —４"),
        ("b", "體 育 局"),
    ]


def test_the_longest_form_wins_and_those_inside_are_told_beside_it() -> None:
    """A topic that stands inside others only is looked for by itself."""
    finder = Finder({"通义千问伙伴计划": "long", "伙伴计划": "short"}, {"通义千问": "inside"})
    found = finder.places(article("通义千问伙伴计划"))
    assert found == [(0, 4, "inside"), (0, 8, "long")]


def test_nothing_is_found_in_nothing() -> None:
    """A text, or the forms, may be empty."""
    assert Finder({}, {}).places(article("甲乙")) == []
    assert Finder({"甲乙": "a"}, {}).places(article("")) == []

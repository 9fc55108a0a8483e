"""The check finds what does not hold together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import TEXT, connection_of, entry, figure

from digest.library import Subject
from digest.library.marks import marked
from digest.model import TopicKind

if TYPE_CHECKING:
    from digest.library import Library


def test_a_sound_library_has_no_problems(library: Library) -> None:
    """Neither empty nor filled."""
    assert library.check() == ()
    library.add([entry(figures=(figure(TEXT, "12%"),)), entry("二")])
    assert library.check() == ()


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        ("DELETE FROM content", "2 articles have no content"),
        ("INSERT INTO state (article) VALUES (99)", "a row of state belongs to no article"),
        ("INSERT INTO fulltext (fulltext) VALUES ('delete-all')", "index lacks 2 articles"),
        ("UPDATE fulltext_data SET block = x'00'", "full-text index does not agree"),
        ("DELETE FROM fulltext_docsize", "index lacks 2 articles"),
        ("DELETE FROM posting WHERE topic = 1", "lists of 1 topics do not agree"),
        ("UPDATE posting SET articles = articles || ',2'", "lists of 2 topics do not agree"),
        ("UPDATE posting SET block = 9", "listed where no article is"),
        ("UPDATE topic SET places = 5 WHERE row = 2", "numbers of 1 topics do not agree"),
        ("UPDATE mention SET places = '{}'", "numbers of 2 topics do not agree"),
    ],
)
def test_what_is_wrong_is_said(library: Library, harm: str, problem: str) -> None:
    """One sentence each."""
    one, _ = (each.id for each in library.add([entry(), entry("二")]))
    library.put_subjects([Subject(key, key, (), TopicKind.ORG, 1.0) for key in "ab"])
    library.set_mentions({one: marked([(0, 1, "a"), (1, 2, "b")])})
    assert library.check() == ()
    connection = connection_of(library)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(harm)
    assert any(problem in each for each in library.check())

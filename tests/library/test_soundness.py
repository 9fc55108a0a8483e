"""The check finds what does not hold together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import TEXT, connection_of, entry, figure

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
    ],
)
def test_what_is_wrong_is_said(library: Library, harm: str, problem: str) -> None:
    """One sentence each."""
    library.add([entry(), entry("二")])
    connection = connection_of(library)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(harm)
    assert any(problem in each for each in library.check())

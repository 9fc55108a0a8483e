"""The word lists of the topics: sorted, unique, used, and in Simplified characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.model import TopicKind
from digest.text.fold import key, simplified
from digest.topics import lexicon

DATA = Path(lexicon.__file__).parent / "data"
FILES = ("heads.txt", "names.txt", "regional.txt", "words.txt")


def _rows(file: str) -> list[list[str]]:
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return [line.split(" ") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("file", FILES)
def test_head_names_source_and_licence(file: str) -> None:
    """Each file says where it is from."""
    head = [line for line in (DATA / file).read_text("utf-8").splitlines() if line[:1] == "#"]
    assert any("Source:" in line for line in head)
    assert any("licence" in line for line in head)


@pytest.mark.parametrize("file", ["names.txt", "regional.txt"])
def test_rows_are_sorted_and_unique(file: str) -> None:
    """Rows stand in the order of their characters."""
    rows = [" ".join(row) for row in _rows(file)]
    assert rows == sorted(set(rows))


@pytest.mark.parametrize("file", ["heads.txt", "words.txt"])
def test_words_are_sorted_and_unique_within_their_row(file: str) -> None:
    """Words of a row stand in order; the row of equal words begins with the one that stays."""
    for group, *words in _rows(file):
        if group != "equal":
            assert words == sorted(set(words)), group


def test_each_name_is_listed_once() -> None:
    """No form belongs to two names."""
    forms = [key(form) for _, *names in _rows("names.txt") for form in names]
    assert sorted(forms) == sorted(set(forms))


def test_kinds_are_those_of_topics() -> None:
    """Names and heads give kinds that exist."""
    kinds = {row[0] for file in ("heads.txt", "names.txt") for row in _rows(file)}
    assert kinds <= set(TopicKind)


def test_regional_words_are_simplified() -> None:
    """They are compared with Simplified text."""
    words = [word for row in _rows("regional.txt") for word in row]
    assert words == [simplified(word) for word in words]


def test_every_group_is_used() -> None:
    """A group of words that no module asks for is dead."""
    modules = [path.read_text("utf-8") for path in DATA.parent.glob("*.py")]
    for group in {row[0] for row in _rows("words.txt")}:
        name = group.partition(":")[0]
        assert any(f'"{name}"' in text or f'"{name}:' in text for text in modules), group

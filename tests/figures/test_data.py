"""The word lists: sorted, without doubles, with their source, and in Simplified characters."""

from __future__ import annotations

from pathlib import Path

import pytest

import digest.figures
from digest.figures.units import unit_at
from digest.text.fold import simplified

DATA = Path(digest.figures.__file__).parent / "data"
NAMES = sorted(path.name for path in DATA.iterdir() if path.suffix in {".txt", ".tsv"})


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_sorted_and_says_where_it_is_from(name: str) -> None:
    """Lists are kept so that a change shows as one line."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    body = lines[len(head) :]
    assert "Source" in " ".join(head)
    assert "Licence" in " ".join(head)
    assert body == sorted(set(body))


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_written_in_simplified(name: str) -> None:
    """Texts are folded before they are held against a list."""
    body = [
        line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    ]
    assert [line for line in body if simplified(line.split("\t")[0]) != line.split("\t")[0]] == []


@pytest.mark.parametrize("name", ["measures.tsv", "counters.tsv", "nouns.txt"])
def test_every_unit_can_be_met(name: str) -> None:
    """No unit is hidden by a longer word that blocks it everywhere."""
    forms = [
        line.split("\t")[0]
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
        if line[:1] != "#"
    ]
    assert [form for form in forms if unit_at(f"{form}。", 0) is None] == []

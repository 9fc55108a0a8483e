"""Articles go into the library and out of it, and every file gets its answer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.command_line import run

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@pytest.fixture
def other(tmp_path: Path) -> tuple[str, str]:
    """The option for an empty library."""
    return ("--library", str(tmp_path / "other.db"))


def test_what_was_added_and_what_was_there(other: tuple[str, str]) -> None:
    """A second time the same files are there already, which is no failure."""
    files = [str(SEEDS[2]), str(SEEDS[3])]
    first = run("add", *files, "--json", *other)
    again = run("add", *files, "--json", *other)
    assert (first.code, again.code) == (0, 0)
    assert [record["result"] for record in first.records] == ["added"] * 2
    assert [record["result"] for record in again.records] == ["already there"] * 2
    assert {r["id"] for r in first.records} == {
        r["id"] for r in run("list", "--json", *other).records
    }


def test_what_is_refused_stops_nothing(tmp_path: Path, other: tuple[str, str]) -> None:
    """Good files are kept, bad ones are named with the reason, and the exit code tells."""
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = run("add", str(tmp_path / "empty.txt"), str(SEEDS[3]), "no-such.txt", *other)
    assert ran.code == 1
    assert ran.out.startswith("added  ")
    assert "empty.txt is empty" in ran.err
    assert "no-such.txt does not exist" in ran.err
    assert len(run("list", "--json", *other).records) == 1


def test_a_stream_can_be_added(other: tuple[str, str]) -> None:
    """`-` keeps what another program prints."""
    assert run("add", "-", *other, stdin=SEEDS[3].read_bytes()).code == 0
    assert run("add", str(SEEDS[3]), "--json", *other).records[0]["result"] == "already there"
    assert run("add", "-", *other).code == 1


def test_a_folder_without_articles_is_nothing_found(tmp_path: Path, other: tuple[str, str]) -> None:
    """Nothing added, nothing there, nothing refused: said, and exit code 1."""
    (tmp_path / "folder").mkdir()
    ran = run("add", str(tmp_path / "folder"), *other)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


@pytest.mark.usefixtures("home")
def test_removed_articles_are_gone() -> None:
    """Removing names what was removed; the others stay."""
    first, *others = (record["id"] for record in run("list", "--json").records)
    ran = run("remove", first[:6], "--json")
    assert ran.code == 0
    assert ran.records[0]["id"] == first
    assert [record["id"] for record in run("list", "--json").records] == others


@pytest.mark.usefixtures("home")
def test_an_unknown_id_stops_no_other() -> None:
    """What is there is removed; what is not is said."""
    ran = run("remove", "ffffffffffff", run("list", "--json").records[0]["id"])
    assert ran.code == 1
    assert ran.out.startswith("removed  ")
    assert "ffffffffffff" in ran.err
    assert len(run("list", "--json").records) == 4


@pytest.mark.usefixtures("home")
def test_removed_bundled_articles_stay_away() -> None:
    """They are offered once, not again at every start."""
    ids = [record["id"] for record in run("list", "--json").records]
    assert run("remove", *ids).code == 0
    assert run("list").code == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_one_line(tmp_path: Path, other: tuple[str, str]) -> None:
    """What may not be read is said to be so."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    ran = run("add", str(folder), *other)
    assert (ran.code, ran.err.count("\n")) == (1, 1)

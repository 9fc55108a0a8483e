"""Queries are answered with the places they lead to."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command_line import run

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("query", ["刘庆峰", "劉慶峰", "kdxf"])
def test_answers_lead_to_their_places(query: str) -> None:
    """Ranks count from 1, and a passage stands where it is said to stand."""
    found = run("find", query, "--json").records
    assert [hit["rank"] for hit in found] == list(range(1, len(found) + 1))
    assert 1 < len(found) <= 10
    for hit in found:
        assert list(hit)[:10] == [
            "query", "rank", "kind", "text", "topic", "article", "paragraph", "start", "end",
            "score",
        ]  # fmt: skip
        assert hit["query"] == query
        (shown,) = run("show", hit["article"], "--json").records
        assert hit["end"] <= len(shown["paragraphs"][hit["paragraph"]]["text"])


@pytest.mark.usefixtures("home")
def test_a_topic_is_answered_by_its_name() -> None:
    """Whatever spelling fits the query, the topic is the one that `topics` names."""
    names = {topic["key"]: topic["name"] for topic in run("topics", "--json").records}
    found = run("find", "华为", "--json").records
    named = [hit for hit in found if hit["kind"] == "topic"]
    assert named
    assert all(hit["topic"] == names[hit["key"]] for hit in named)
    assert all(hit["topic"] is None for hit in found if hit["kind"] != "topic")


@pytest.mark.usefixtures("home")
def test_many_queries_are_answered_at_once(tmp_path: Path) -> None:
    """One query a line, blank lines passed over, each with its own ranks."""
    file = tmp_path / "queries.txt"
    file.write_text("刘庆峰\n\n  \n昇腾\r\n", "utf-8")
    found = run("find", "--queries", str(file), "--limit", "2", "--json")
    assert found.code == 0
    assert [(hit["query"], hit["rank"]) for hit in found.records] == [
        ("刘庆峰", 1), ("刘庆峰", 2), ("昇腾", 1), ("昇腾", 2),
    ]  # fmt: skip
    piped = run("find", "--queries", "-", "--limit", "2", "--json", stdin=file.read_bytes())
    assert piped.out == found.out


@pytest.mark.usefixtures("home")
def test_answers_are_set_in_columns(tmp_path: Path) -> None:
    """A row for every answer; under their query if there are several."""
    file = tmp_path / "queries.txt"
    file.write_text("刘庆峰\n昇腾\n", "utf-8")
    assert len(run("find", "刘庆峰", "--limit", "3").out.splitlines()) == 4
    lines = run("find", "--queries", str(file), "--limit", "3").out.splitlines()
    assert lines[0] == "刘庆峰"
    assert lines[5] == "昇腾"


@pytest.mark.usefixtures("home")
def test_nothing_found_is_said() -> None:
    """The exit code is 1, and standard output is empty."""
    ran = run("find", "☃☃☃☃☃☃", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "nothing was found" in ran.err


@pytest.mark.parametrize("words", [(), ("甲", "--queries", "-"), ("甲", "--limit", "0")])
def test_what_to_find_is_said_once(words: tuple[str, ...]) -> None:
    """Either a query or a file of them, and a limit that makes sense."""
    assert run("find", *words).code == 2


@pytest.mark.usefixtures("home")
def test_a_missing_file_of_queries_is_one_line() -> None:
    """Refused, not misused."""
    ran = run("find", "--queries", "no-such.txt")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)

"""Topics are named, and each told in the passages that mention it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command_line import run

from digest.library import Library

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@pytest.mark.usefixtures("home")
def test_topics_of_the_library_come_best_first() -> None:
    """Each has its names, its articles and the number of its mentions."""
    found = run("topics", "--json").records
    ids = {record["id"] for record in run("list", "--json").records}
    assert [list(topic)[:6] for topic in found[:1]] == [
        ["name", "aliases", "kind", "articles", "mentions", "score"]
    ]
    scores = [topic["score"] for topic in found]
    assert scores == sorted(scores, reverse=True)
    assert all(set(topic["articles"]) <= ids for topic in found)
    assert all(topic["mentions"] >= len(topic["articles"]) > 0 for topic in found)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_topics_of_a_file_need_no_library(seed: Path, tmp_path: Path) -> None:
    """A text speaks for itself, from a file or a stream."""
    found = run("topics", str(seed), "--limit", "20", "--json").records
    assert len(found) == 20
    assert found == run("topics", "-", "--limit", "20", "--json", stdin=seed.read_bytes()).records
    assert not (tmp_path / "empty").exists()


def test_topics_are_set_in_columns() -> None:
    """A row for every topic under a row of headings."""
    found = run("topics", str(SEEDS[2]), "--json").records
    lines = run("topics", str(SEEDS[2])).out.splitlines()
    assert len(lines) == len(found) + 1
    assert lines[1].startswith(found[0]["name"])


def test_an_empty_library_has_no_topics(tmp_path: Path) -> None:
    """Nothing found is said."""
    Library.open(tmp_path / "other.db").close()
    ran = run("topics", "--library", str(tmp_path / "other.db"))
    assert (ran.code, ran.out, ran.err) == (1, "", "digest: no topics were found\n")


def test_topics_of_what_cannot_be_read() -> None:
    """One line for the file, none for the topics that it does not have."""
    ran = run("topics", "no-such.txt")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", ["科大讯飞", "訊飛", "kdxf"])
def test_a_topic_is_told_in_its_passages(name: str) -> None:
    """By any of its names: sentences of the library in order, with the mentions in them."""
    found = run("topics", name, "--json").records
    assert len({passage["topic"] for passage in found}) == 1
    assert len({passage["article"] for passage in found}) == 5
    assert all(passage["mentions"] for passage in found if passage["start"])
    (shown,) = run("show", found[0]["article"], "--json").records
    for passage in (each for each in found if each["article"] == found[0]["article"]):
        text = shown["paragraphs"][passage["paragraph"]]["text"]
        assert text[passage["start"] : passage["end"]] == passage["text"]
        for start, end in passage["mentions"]:
            assert "飞" in text[start:end] or "飛" in text[start:end]


@pytest.mark.usefixtures("home")
def test_passages_are_set_in_columns() -> None:
    """As many as are asked for, under a row of headings."""
    lines = run("topics", "OpenAI", "--limit", "3").out.splitlines()
    assert len(lines) == 4
    assert all("OpenAI" in line for line in lines[1:])


@pytest.mark.usefixtures("home")
def test_a_name_that_is_no_topic() -> None:
    """One line says what it could have been."""
    ran = run("topics", "无此事物")
    assert (ran.code, ran.out) == (1, "")
    assert "nor a topic" in ran.err


@pytest.mark.usefixtures("home")
def test_the_id_of_an_article_is_no_name() -> None:
    """Its topics are found."""
    identity = run("list", "--json").records[0]["id"]
    assert len(run("topics", identity, "--limit", "5", "--json").records) == 5


def test_what_the_reader_says_of_topics_holds(home: Path) -> None:
    """In the library and in files, from the next command on."""
    names = [topic["name"] for topic in run("topics", "--json").records]
    assert "科大訊飛" in names
    assert "OpenAI" in names
    (home / "topics.txt").write_text("讯飞\t訊飛公司\n-OpenAI\n", "utf-8")
    for target in ((), (str(SEEDS[0]),)):
        names = [topic["name"] for topic in run("topics", *target, "--json").records]
        assert "訊飛公司" in names
        assert "OpenAI" not in names


def test_a_line_that_is_wrong_is_named(home: Path) -> None:
    """With the file and its number."""
    (home / "topics.txt").write_text("# note\n甲\t乙丙\n", "utf-8")
    ran = run("topics")
    assert ran.code == 1
    assert "topics.txt, line 2" in ran.err

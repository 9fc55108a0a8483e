"""Articles are listed and shown as they are kept, and files as if they were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.command_line import run

from digest.cli.page import page
from digest.cli.terminal import Screen
from digest.library import Library
from digest.model import View
from digest.text.cells import cells
from digest.text.shown import Manner

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))

LISTED = [
    "id", "title", "title_derived", "source", "author", "published", "published_inferred",
    "script", "characters", "figures", "read", "starred",
]  # fmt: skip
"""The fields of the contract, in its order."""


@pytest.mark.usefixtures("home")
def test_the_list_has_the_fields_of_the_contract_first() -> None:
    """A first start holds the five articles, none of them read."""
    records = run("list", "--json").records
    assert len(records) == 5
    for record in records:
        assert list(record)[:12] == LISTED
        assert record["title"]
        assert record["read"] is record["starred"] is False
        assert Path(record["origin"]).name in {seed.name for seed in SEEDS}


@pytest.mark.usefixtures("home")
def test_the_list_in_a_pipe_is_whole() -> None:
    """A line of headings, then one for every article with its whole title."""
    lines = run("list").out.splitlines()
    assert len(lines) == 6
    for record, line in zip(run("list", "--json").records, lines[1:], strict=True):
        assert line.startswith(record["id"])
        assert record["title"] in line


def test_an_empty_library_is_nothing_found(tmp_path: Path) -> None:
    """Another library begins empty, and says how to fill it."""
    Library.open(tmp_path / "other.db").close()
    ran = run("list", "--library", str(tmp_path / "other.db"))
    assert (ran.code, ran.out) == (1, "")
    assert "digest add" in ran.err


@pytest.mark.parametrize("words", [("list",), ("find", "甲"), ("topics",), ("show", "abcd")])
def test_a_library_that_is_not_there_is_not_made_by_reading(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A slip in its name is said, and leaves nothing behind."""
    other = tmp_path / "folder" / "other.db"
    ran = run(*words, "--library", str(other))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert f"there is no library at {other}" in ran.err
    assert not other.parent.exists()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_a_file_is_shown_like_its_article(seed: Path, home: Path) -> None:
    """File, standard input and id give the same article; a file touches no library."""
    (from_file,) = run("show", str(seed), "--json").records
    (piped,) = run("show", "-", "--json", stdin=seed.read_bytes()).records
    (kept,) = run("show", from_file["id"][:8], "--json").records
    assert list(from_file)[:12] == LISTED
    assert from_file["paragraphs"] == piped["paragraphs"] == kept["paragraphs"]
    assert from_file["id"] == piped["id"] == kept["id"]
    assert home.is_dir()


def test_reading_a_file_makes_no_library(tmp_path: Path) -> None:
    """What is read where it lies leaves nothing behind."""
    for command in ("show", "figures", "topics"):
        run(command, str(SEEDS[2]))
    run("convert", str(SEEDS[2]), "--to", "zh-Hans")
    assert not (tmp_path / "empty").exists()


def test_paragraphs_are_numbered_and_have_roles() -> None:
    """They count from 0 over those shown."""
    (record,) = run("show", str(SEEDS[2]), "--json").records
    paragraphs = record["paragraphs"]
    assert [paragraph["index"] for paragraph in paragraphs] == list(range(len(paragraphs)))
    roles = {paragraph["role"] for paragraph in paragraphs}
    assert roles <= {"body", "heading", "question", "answer", "credit"}


def test_an_article_is_shown_in_another_script() -> None:
    """Title, source and paragraphs follow; the article's own script is still said."""
    (record,) = run("show", str(SEEDS[2]), "--script", "zh-hant-tw", "--json").records
    assert record["script"] == "zh-Hans"
    assert record["shown"] == "zh-Hant-TW"
    assert "科大訊飛" in record["title"]
    assert record["source"] == "南方都市報"
    assert "劉慶峰" in record["paragraphs"][0]["text"]


def test_a_page_in_a_pipe_has_a_paragraph_a_line() -> None:
    """Title, what is known of the article, and the paragraphs with blank lines between."""
    (record,) = run("show", str(SEEDS[2]), "--json").records
    lines = run("show", str(SEEDS[2])).out.splitlines()
    assert lines[0] == record["title"]
    assert record["id"] in lines[1]
    assert lines[2::2] == [""] * len(record["paragraphs"])
    assert lines[3::2] == [paragraph["text"] for paragraph in record["paragraphs"]]


@pytest.mark.parametrize("columns", [20, 46, 80, 200])
def test_a_page_fits_its_screen(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are typeset: none is wider than the screen, and none of the text is lost."""
    screen = Screen(columns=columns, colour=False)
    monkeypatch.setattr("digest.cli.terminal.screen", lambda: screen)
    (record,) = run("show", str(SEEDS[2]), "--json").records
    lines = run("show", str(SEEDS[2])).out.splitlines()
    about = next(index for index, line in enumerate(lines) if "|" in line)
    assert all(cells(line) <= columns for line in lines[:about] + lines[about + 1 :])
    body = "".join(lines[about + 1 :]).replace(" ", "")
    whole = "".join(paragraph["text"] for paragraph in record["paragraphs"])
    assert body == whole.replace(" ", "")


@pytest.mark.usefixtures("home")
def test_a_folder_is_shown_article_by_article(tmp_path: Path) -> None:
    """What cannot be read is said, and the rest is shown."""
    (tmp_path / "a.txt").write_text("訊飛發布新的大模型。", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    ran = run("show", str(tmp_path), "--json")
    assert ran.code == 1
    assert len(ran.records) == 1
    assert "b.txt is empty" in ran.err


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("ffffffffffff", "ffffffffffff"),
        ("nothing", "neither a file nor"),
        ("./nothing.txt", "does not exist"),
        (os.devnull, "not a file"),
    ],
)
def test_a_target_that_is_nothing_is_one_line(target: str, words: str) -> None:
    """Whatever it was meant as, one sentence says what is wrong."""
    for command in ("show", "figures", "topics"):
        ran = run(command, target)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert words in ran.err


def test_an_empty_folder_is_nothing_found(tmp_path: Path) -> None:
    """A folder without articles is said to be one."""
    ran = run("show", str(tmp_path))
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "holds no file" in ran.err


def test_nothing_on_standard_input_is_one_line() -> None:
    """An empty stream is no article."""
    ran = run("show", "-")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "digest: stdin is empty; there is nothing to read\n"


def test_pages_are_made_of_what_services_give() -> None:
    """Nothing but a reading, a view and a screen is needed."""
    from digest.cli.page import InScript  # noqa: PLC0415 - as the command loads it
    from digest.services.reading import Reading, resolve  # noqa: PLC0415 - as above

    def none() -> bytes:
        raise AssertionError

    (reading,) = resolve(str(SEEDS[3]), none, none)  # type: ignore[arg-type] # never called
    assert isinstance(reading, Reading)
    lines = list(page(InScript(reading, Manner(View.HANS)), Screen(columns=60, colour=True)))
    assert lines[0].startswith("\x1b[1m")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_a_summary_is_made_of_the_articles_sentences(seed: Path) -> None:
    """Each of its sentences stands at its place in the text, in order."""
    (whole,) = run("show", str(seed), "--json").records
    (found,) = run("show", str(seed), "--summary", "--json").records
    assert 3 <= len(found["summary"]) <= 4
    for one in found["summary"]:
        text = whole["paragraphs"][one["paragraph"]]["text"]
        assert text[one["start"] : one["end"]] == one["text"]
    places = [(one["paragraph"], one["start"]) for one in found["summary"]]
    assert places == sorted(places)
    printed = run("show", str(seed), "--summary").out
    assert all(one["text"] in printed for one in found["summary"])


def test_a_summary_is_shown_in_the_script_asked_for() -> None:
    """`--script` holds for the summary too."""
    (found,) = run("show", str(SEEDS[2]), "--summary", "--json", "--script", "zh-Hant").records
    assert "科大訊飛" in "".join(one["text"] for one in found["summary"])


def test_a_script_there_is_not_is_told_with_those_there_are() -> None:
    """Written as they are written everywhere."""
    ran = run("show", str(SEEDS[0]), "--script", "zh-CN")
    assert ran.code == 2
    assert "'zh-CN' is none of original, zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK" in ran.err

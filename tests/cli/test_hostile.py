"""Whatever a text, a title, a name or a query holds, no terminal obeys what is printed."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from support.command_line import Ran, run

HOSTILE = {
    row["name"]: row["text"]
    for row in map(
        json.loads,
        (Path(__file__).parents[1] / "data/hostile.jsonl").read_text("utf-8").splitlines(),
    )
}


def is_inert(ran: Ran) -> bool:
    """Whether nothing printed is a control, a direction mark or a hidden character."""
    odd = {
        character
        for character in ran.out + ran.err
        if unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character != "\n"
    }
    return not odd


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A library of hostile articles, and the folder they came from."""
    folder = tmp_path_factory.mktemp("hostile")
    for index, text in enumerate(HOSTILE.values()):
        # As title, as text, and as a name where the file system takes it.
        name = "".join(c for c in text if c not in "\0/" and not 0xD800 <= ord(c) < 0xE000)[:40]
        body = f"{text}\n　　訊飛{text}於2023年發布{text}，增長12%。\n".encode("utf-8", "replace")
        (folder / f"{index} {name}.txt").write_bytes(body)
    kept = folder / "library.db"
    run("add", str(folder), "--library", str(kept))
    return kept, folder


@pytest.mark.parametrize(
    "words",
    [("list",), ("list", "--json"), ("topics",), ("doctor",), ("find", "訊飛"), ("find", "xunfei")],
)
def test_the_library_prints_inert(words: tuple[str, ...], library: tuple[Path, Path]) -> None:
    """Titles, names and passages are harmless."""
    ran = run(*words, "--library", str(library[0]))
    assert ran.out
    assert is_inert(ran)


@pytest.mark.parametrize("command", ["show", "figures", "topics"])
@pytest.mark.parametrize("machine", [(), ("--json",)])
def test_files_print_inert(
    command: str, machine: tuple[str, ...], library: tuple[Path, Path]
) -> None:
    """Files read where they lie are as harmless."""
    ran = run(command, str(library[1]), *machine)
    assert ran.out
    assert is_inert(ran)


def test_adding_prints_inert(library: tuple[Path, Path], tmp_path: Path) -> None:
    """Names of files are said without what they hold of escapes."""
    ran = run("add", str(library[1]), "--library", str(tmp_path / "other.db"))
    assert len(ran.out.splitlines()) >= len(HOSTILE) - 3
    assert is_inert(ran)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_print_inert(name: str, library: tuple[Path, Path]) -> None:
    """As a query, a target, a path, an option and a script."""
    text = HOSTILE[name]
    option = ("--library", str(library[0]))
    for words in (
        ("find", text, *option),
        ("find", text, "--json", *option),
        ("show", text, *option),
        ("remove", text, *option),
        (f"--{text}",),
        (text,),
        ("convert", "-", "--to", text),
    ):
        if "\0" in "".join(words) and words[0] != "find":
            continue
        assert is_inert(run(*words)), words


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_streams_print_inert(name: str) -> None:
    """A text from standard input is cleaned before it is shown or converted."""
    data = f"訊飛{HOSTILE[name]}發布".encode("utf-8", "replace")
    assert is_inert(run("show", "-", stdin=data))
    assert is_inert(run("convert", "-", "--to", "zh-Hans", stdin=data))

"""Tables: sorted, unique, used, and as OpenCC's dictionaries say."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources
from pathlib import Path

import opencc
import pytest

from digest.model import Script, View
from digest.text.script import convert
from digest.text.script.configuration import CHARACTERS, WORDS, Route, configuration
from digest.text.script.engine import NO_WORDS, run
from digest.text.script.tables import (
    PHRASES,
    candidates,
    compiled,
    crossings,
    overlay,
    phrases,
    rows,
    wording,
)

ROOT = Path(__file__).parents[3]
TOOL = Path(opencc.__file__).parent / "clib" / "bin" / "opencc_dict"
SHARE = Path(opencc.__file__).parent / "clib" / "share" / "opencc"

ONE_FOR_ONE = sorted(
    path.stem
    for path in SHARE.glob("*.ocd2")
    if path.stem.startswith(("ST", "TS", "TWVariants", "HKVariants", "CJK"))
)
"""Every dictionary that the views without regional wording are made of."""

DATA = resources.files("digest.text.script").joinpath("data")

FILES = sorted(entry.name for entry in DATA.iterdir() if entry.name.endswith(".txt"))

needs_tool = pytest.mark.skipif(not TOOL.exists(), reason="this wheel has no opencc_dict")


@pytest.mark.parametrize("name", FILES)
def test_a_table_names_its_licence_and_repeats_nothing(name: str) -> None:
    """Every data file begins with what it is, and no row stands twice."""
    text = resources.files("digest.text.script").joinpath("data", name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "icence" in "".join(line for line in text.splitlines() if line.startswith("#"))
    keys = [row[:-1] if name.startswith("overlay") else row for row in rows(name)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "name", [name for name in FILES if name not in {"slips.txt", "detection.txt"}]
)
def test_a_table_is_sorted(name: str) -> None:
    """Sorted rows show a change as one line."""
    assert list(rows(name)) == sorted(rows(name))


@pytest.mark.parametrize(
    "stage",
    ["hans", "hans-guard", "hant", "hant-news", "hant-open", "hk", "hk-native", "tw", "tw-native"],
)
def test_an_overlay_entry_keeps_its_length_and_has_a_reason(stage: str) -> None:
    """Views without regional wording stay one for one."""
    assert overlay(stage)
    for row in rows("overlay.txt"):
        assert len(row) == 4
        assert len(row[1]) == len(row[2])
        assert row[3]
    assert {row[0] for row in rows("overlay.txt")} >= {stage}


def test_crossings_keep_their_length() -> None:
    """The derived table is one for one as well."""
    assert all(len(key) == len(value) for key, value in crossings().items())


@needs_tool
@pytest.mark.parametrize("name", PHRASES)
def test_what_was_compiled_is_what_the_tables_say(name: str, tmp_path: Path) -> None:
    """Whoever changes a table runs tools/compile_phrases.py."""
    found = tmp_path / "found.txt"
    said = [str(compiled(name)), "-o", str(found), "-f", "ocd2", "-t", "text"]
    subprocess.run([str(TOOL), "-i", *said], check=True)  # noqa: S603  our own words
    lines = found.read_text(encoding="utf-8").splitlines()
    assert dict(line.split("\t") for line in lines) == phrases(name)


def test_phrases_that_cannot_be_read_ready_made_are_spelt_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same is converted on a machine of another order of bytes."""
    ready = configuration(Route.UNDECIDED, SHARE, NO_WORDS)
    monkeypatch.setattr("sys.byteorder", "big")
    spelt = configuration(Route.UNDECIDED, SHARE, NO_WORDS)
    assert "phrases.ocd2" in ready
    assert "phrases.ocd2" not in spelt
    assert next(iter(crossings())) in spelt


def test_every_entry_for_traditional_is_used() -> None:
    """Each phrase of ours is what the conversion writes where it stands alone."""
    entries = crossings() | overlay("hant") | overlay("hant-open")
    shown = run("\n".join(entries), Route.HANT).split("\n")
    wrong = [
        (key, got, value)
        for (key, value), got in zip(entries.items(), shown, strict=True)
        if got != value
    ]
    assert not wrong


def test_there_is_a_marker_for_every_word() -> None:
    """Regional words and a reader's have room below the markers of characters."""
    assert max(len(wording(view)) for view in View) < (CHARACTERS - WORDS) // 2
    assert CHARACTERS + len(candidates()) < 0xFFFFE


@needs_tool
@pytest.mark.parametrize("name", ONE_FOR_ONE)
def test_opencc_converts_code_point_for_code_point(name: str, tmp_path: Path) -> None:
    """Every entry of the dictionaries behind the default views is as long as its key."""
    plain = tmp_path / "plain.txt"
    command = [TOOL, "-f", "ocd2", "-t", "text", "-i", SHARE / f"{name}.ocd2", "-o", plain]
    subprocess.run([str(part) for part in command], check=True)  # noqa: S603  the wheel's own tool
    for line in plain.read_text(encoding="utf-8").splitlines():
        key, values = line.split("\t")
        assert {len(value) for value in values.split(" ")} == {len(key)}
        assert not {"\n", "。"} & set(key)


@needs_tool
def test_derived_tables_are_what_the_dictionaries_say() -> None:
    """A new release of OpenCC asks for the tables to be made again."""
    command = [sys.executable, str(ROOT / "benchmarks" / "script_tables.py"), "--check"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  ours
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_the_package_does_not_import_opencc() -> None:
    """The start of the program does not pay for a conversion it may never make."""
    code = "import sys, digest.text.script; sys.exit('opencc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_regional_words_reach_the_text() -> None:
    """Every regional word is put in where its key stands, in the view it is for."""
    for view in (View.HANT_TW, View.HANT_HK):
        words = {key: word for key, word in wording(view).items() if key != word}
        shown = convert("\n".join(words), view, Script.MIXED, wording=True).text.split("\n")
        assert sum(
            got == value for got, value in zip(shown, words.values(), strict=True)
        ) > 0.95 * len(words)

"""Pinyin: readings of characters and of texts."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import digest.text
from digest.text.fold import simplified
from digest.text.pinyin import initials, readings, syllables, toned_readings, toneless

ROOT = Path(__file__).parents[2]
DATA = Path(digest.text.__file__).parent / "data"


def lines(name: str) -> list[str]:
    """The lines of a table."""
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if line[0] != "#"]


PHRASES = [
    (first + told.partition("=")[0])[start:end]
    for first, *followers in (line.split(" ") for line in lines("phrases.txt")[::40])
    for told in followers[::3]
    for start, end in ((0, None), (1, None), (0, -1))
]
"""Some of the phrases, and the same without their first or last character."""


def test_readings_hold_every_polyphone_commonest_first() -> None:
    """A character read in several ways gives them all, without tones and each once."""
    assert readings("重")[:2] == ("zhong", "chong")
    assert {"xing", "hang"} <= set(readings("行"))


@pytest.mark.parametrize(("character", "reading"), [("绿", "lv"), ("女", "nv"), ("飛", "fei")])
def test_readings_are_plain_letters(character: str, reading: str) -> None:
    """The u with dots is written v, and Traditional characters are read too."""
    assert reading in readings(character)


@pytest.mark.parametrize("text", ["", "a", "3", "。", "讯飞", "😀"])
def test_what_is_no_han_character_has_no_reading(text: str) -> None:
    """Letters, digits, marks, emoji and runs of several characters have none."""
    assert readings(text) == ()
    assert toned_readings(text) == ()


def test_toned_readings_keep_their_marks() -> None:
    """Tones stand as marks over the vowels."""
    assert "xíng" in toned_readings("行")


def test_syllables_follow_the_phrase() -> None:
    """A polyphone is read as its phrase says, in either script."""
    assert syllables("重慶銀行") == ("chong", "qing", "yin", "hang")


def test_latin_and_digits_stand_for_themselves() -> None:
    """Runs that need no reading are kept whole, marks are passed over."""
    assert syllables("AI 学习机，X1") == ("ai", "xue", "xi", "ji", "x1")
    assert initials("1024开发者节") == "1024kfzj"
    assert initials("AI学习机") == "aixxj"


def test_nothing_has_no_syllables() -> None:
    """An empty text is read as nothing."""
    assert syllables("") == ()
    assert initials("") == ""


def test_a_phrase_is_read_as_a_whole_wherever_it_stands() -> None:
    """The longest phrase decides, before and after what no phrase has."""
    assert syllables("去重庆，重庆人民银行重组") == (
        "qu",
        "chong",
        "qing",
        "chong",
        "qing",
        "ren",
        "min",
        "yin",
        "hang",
        "chong",
        "zu",
    )


def test_what_has_no_reading_is_passed_over() -> None:
    """Marks, other scripts and emoji are no syllables, and end a phrase."""
    assert syllables("重 庆·Б😀ひ") == ("zhong", "qing")


@pytest.mark.parametrize("name", ["readings.txt", "phrases.txt"])
def test_tables_are_sorted_and_unique(name: str) -> None:
    """No line is there twice."""
    firsts = [line.split(" ")[0] for line in lines(name)]
    assert firsts == sorted(set(firsts))


def test_each_character_has_one_line() -> None:
    """What comes after a character's readings is no other line's."""
    characters = "".join(line.split(" ")[1] for line in lines("readings.txt"))
    assert len(characters) == len(set(characters))


def test_phrases_come_longest_first() -> None:
    """So that the first that fits is the longest; each has as many syllables as characters."""
    for line in lines("phrases.txt"):
        first, *followers = line.split(" ")
        sizes = []
        for told in followers:
            rest, _, read = told.partition("=")
            assert not read or read.count(",") == len(rest), first + told
            sizes.append(len(rest))
        assert sizes == sorted(sizes, reverse=True), first
        assert len(followers) == len(set(followers)), first


def test_tables_are_what_the_library_says() -> None:
    """The committed tables are those that the script makes."""
    script = ROOT / "tools" / "make_readings.py"
    if not script.exists():
        pytest.skip("the tools are not part of an installed package")
    assert runpy.run_path(str(script))["main"](["--check"]) == 0


def test_stale_tables_are_noticed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table that differs is named, and made anew when asked."""
    script = ROOT / "tools" / "make_readings.py"
    if not script.exists():
        pytest.skip("the tools are not part of an installed package")
    main = runpy.run_path(str(script))["main"]
    main.__globals__["DATA"] = tmp_path
    (tmp_path / "phrases.txt").write_text("# old\n", encoding="utf-8")
    assert main(["--check"]) == 1
    assert "phrases.txt is stale" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0


@example("一块石头落了")
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6).map("".join))
def test_texts_are_read_as_the_library_reads_them(text: str) -> None:
    """Phrases run together, whole or cut off, come to the same syllables.

    At the end stands a character of no phrase: where the text's end cuts a phrase off, the library
    looks for no shorter ones in it.
    """
    pypinyin = pytest.importorskip("pypinyin")
    assert not any("龘" in line for line in lines("phrases.txt"))
    text += "龘"
    expected = pypinyin.lazy_pinyin(simplified(text), errors="ignore")
    assert syllables(text) == tuple(map(toneless, expected))


def test_the_library_is_not_needed() -> None:
    """Reading a text loads tables, not the library that they are made from."""
    code = (
        "import sys; from digest.text.pinyin import syllables; "
        "sys.exit(syllables('重庆')[0] != 'chong' or 'pypinyin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  our own interpreter

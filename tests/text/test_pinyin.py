"""Pinyin: readings of characters and of texts."""

from __future__ import annotations

import subprocess
import sys

import pytest

from digest.text.pinyin import initials, readings, syllables, toned_readings


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


def test_importing_loads_no_tables() -> None:
    """The pinyin library is loaded by the first reading, not by the import."""
    code = "import sys, digest.text.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  our own interpreter

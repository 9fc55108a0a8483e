"""The door in: nothing that a terminal obeys or hides comes through, nothing read is lost."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span
from digest.text import sanitize as module
from digest.text.sanitize import MAX_MARKS, inert, sanitize

HOSTILE = {
    row["name"]: row["text"]
    for row in map(
        json.loads,
        (Path(__file__).parents[1] / "data/hostile.jsonl").read_text("utf-8").splitlines(),
    )
}

ZERO_WIDTH = {0xAD, 0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0, *range(0xFE00, 0xFE10)}

NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b[]P\\;m\x07\x9b\x9c\x9d\r\n\t 甲乙ABé\u0301\u0323\u1100\u1161\u11a8\uf900"
        ),
        st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Mc", "Me"]),
    ),
    max_size=40,
)


def is_harmless(character: str) -> bool:
    """Whether a terminal draws it and a reader sees it."""
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"}:
        return character == "\n"
    code = ord(character)
    return code not in ZERO_WIDTH and not 0xE0000 <= code <= 0xE0FFF and code & 0xFFFE != 0xFFFE


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_comes_out_harmless(name: str) -> None:
    """No control, C1, direction mark or zero-width character is left."""
    assert all(map(is_harmless, sanitize(HOSTILE[name]).text))


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("osc0", "AB"),
        ("osc52", "AB"),
        ("csi", "AB"),
        ("c1csi", "AB"),
        ("c1osc", "AB"),
        ("dcs", "AB"),
        ("nul", "AB"),
        ("bs", "AXB"),
        ("cr", "AAAA\nB"),
        ("ls", "A\nB"),
        ("shy", "AB"),
        ("bidi", "ADCBAB"),
        ("zwj", "👨👩👧B"),
        ("tag", "AB"),
        ("markup_click", "[@click=app.quit]A[/]"),
        ("entity_esc", "A&#27;[31mB"),
        ("entity_c1", "A&#155;31mB"),
    ],
)
def test_what_a_reader_reads_of_it(name: str, read: str) -> None:
    """A sequence goes as a whole; markup and entities in plain text are text."""
    assert sanitize(HOSTILE[name]).text == read


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("甲\x1b]0;标题\n乙", "甲0;标题\n乙"),
        ("甲\x1b[12", "甲12"),
        ("甲\x1b乙", "甲乙"),
        ("甲\x1b", "甲"),
        ("甲\x1bPq乙", "甲q乙"),
        ("甲\x1b(B乙", "甲乙"),
        ("甲\x9b乙", "甲乙"),
    ],
)
def test_an_unfinished_sequence_loses_its_introducer_alone(raw: str, read: str) -> None:
    """What follows an introducer without an end may be the article, and stays."""
    assert sanitize(raw).text == read


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029"])
def test_every_line_end_is_a_line_feed(end: str) -> None:
    """Files of every system and of none break where they broke."""
    assert sanitize(f"甲{end}{end}乙").text == "甲\n\n乙"


def test_a_tab_is_a_space() -> None:
    """A tab has no width of its own."""
    assert sanitize("甲\t乙").text == "甲 乙"


def test_marks_are_capped_on_each_character() -> None:
    """A stack of marks is cut, a word with marks is not."""
    text = sanitize("q" + "\u0323" * 60 + "p" + "\u0323" * 3).text
    assert text == "q" + "\u0323" * MAX_MARKS + "p" + "\u0323" * 3


def test_composing_keeps_the_places_of_the_neighbours() -> None:
    """Only the composed character maps to several raw ones."""
    raw = "甲e\u0301乙\uf900丙"
    text = sanitize(raw)
    assert text.text == "甲é乙豈丙"
    assert text.alignment.to_source(Span(1, 2)) == Span(1, 3)
    assert text.alignment.to_source(Span(4, 5)) == Span(5, 6)


@given(NASTY)
def test_nothing_harmful_ever_comes_through(raw: str) -> None:
    """Whatever comes in, what goes out is harmless, composed and lightly marked."""
    text = sanitize(raw).text
    assert all(map(is_harmless, text))
    assert unicodedata.is_normalized("NFC", text)


@given(NASTY)
def test_sanitising_twice_changes_nothing(raw: str) -> None:
    """The door may be passed again."""
    once = sanitize(raw).text
    again = sanitize(once)
    assert again.text == once
    assert again.alignment.is_identity


@given(NASTY)
def test_every_untouched_character_maps_to_itself(raw: str) -> None:
    """A character that stands for one raw character is that character, or what it is shown as."""
    text = sanitize(raw)
    for place, character in enumerate(text.text):
        source = text.alignment.to_source(Span(place, place + 1)).of(raw)
        assert source
        if len(source) == 1 and source not in "\r\t\u2028\u2029":
            assert character in unicodedata.normalize("NFC", source)


@given(st.text("中文，。Aa1 「」\n", max_size=30))
def test_ordinary_text_is_left_alone(raw: str) -> None:
    """Nothing happens to text that holds nothing odd."""
    text = sanitize(raw)
    assert text.text == raw
    assert text.alignment.is_identity


@given(NASTY)
def test_an_inert_line_is_one_harmless_line(raw: str) -> None:
    """A line to be drawn has no line feed either, and is itself again when made inert again."""
    line = inert(raw)
    assert "\n" not in line
    assert all(map(is_harmless, line))
    assert inert(line) == line


def test_an_inert_line_keeps_its_words_apart() -> None:
    """A line end is drawn as a space."""
    assert inert("甲\r\n乙\x1b[2J") == "甲 乙"


def test_what_counts_as_harmless_is_harmless() -> None:
    """No character that skips the slow path is a control, a mark, or not composed."""
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        odd = module._compiled(module._ODD).match(character) is not None
        if not odd or module._PLAIN[character]:
            assert is_harmless(character) or character == "\n", hex(code)
            assert not unicodedata.combining(character), hex(code)
            assert unicodedata.category(character)[0] != "M", hex(code)
            assert unicodedata.is_normalized("NFC", character), hex(code)


def test_every_invisible_character_is_taken_out() -> None:
    """The written ranges cover what Unicode says of every code point."""
    left = [code for code in range(sys.maxunicode + 1) if not is_harmless(chr(code))]
    assert set(sanitize("甲".join(map(chr, left))).text) <= {"甲", "\n", " "}

"""Keys: one name for a key, whatever sent it."""

from __future__ import annotations

import pytest

from digest.ui.keys import is_committed_run, key_label, key_name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("？", "?"),
        ("／", "/"),
        ("、", "/"),
        ("：", ":"),
        ("【", "["),
        ("】", "]"),
        ("「", "["),
        ("」", "]"),
        ("＃", "#"),
        ("ｊ", "j"),
        ("Ｇ", "G"),
        ("—", "_"),
        ("j", "j"),
    ],
)
def test_full_width_keys_are_their_twins(typed: str, meant: str) -> None:
    """What an input method sends for a key is that key."""
    assert key_name("whatever_it_is_called", typed) == meant


def test_chinese_characters_are_no_keys() -> None:
    """A character of a text keeps its own name, which nothing is bound to."""
    assert key_name("中", "中") == "中"


def test_keys_without_a_character_keep_their_names() -> None:
    """Arrows, function keys and chords are named as the toolkit names them."""
    assert [key_name("up", None), key_name("ctrl+k", "\x0b"), key_name("space", " ")] == [
        "up",
        "ctrl+k",
        "space",
    ]


@pytest.mark.parametrize("data", ["新闻", "AI芯片", "中华人民共和国", "……", "？！"])
def test_several_characters_at_once_are_words(data: str) -> None:
    """What arrives in one piece with anything beyond ASCII was committed, not pressed."""
    assert is_committed_run(data)


@pytest.mark.parametrize("data", ["j", "jjjj", "？", "\x1b[A", "]]", "中"])
def test_keys_are_not_taken_for_words(data: str) -> None:
    """Repeated keys, one mark and escape sequences are keys."""
    assert not is_committed_run(data)


def test_labels_are_what_stands_on_the_key() -> None:
    """Help shows keys as people write them."""
    assert [key_label(name) for name in ("ctrl+k", "f2", "]", "pagedown", "+", "shift+f6")] == [
        "Ctrl+K",
        "F2",
        "]",
        "PgDn",
        "+",
        "Shift+F6",
    ]

"""Dictionary: the reader's lines, and what is said of a wrong one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import SettingsError, View
from digest.text.script import Dictionary, Entry


def test_lines_are_read_in_order() -> None:
    """Comments and blank lines are passed over; the variant may be left out."""
    parsed = Dictionary.parse("# mine\n\n视频\t影片\tzh-Hant-TW\n叶\t葉\n")
    assert parsed.entries == (Entry("视频", "影片", "zh-Hant-TW"), Entry("叶", "葉", ""))


def test_the_narrower_line_wins() -> None:
    """A line for one view goes before one for several."""
    parsed = Dictionary.parse("甲\t乙\tzh-Hant-TW\n甲\t丙\tzh-Hant\n甲\t丁\n")
    assert parsed.for_view(View.HANT_TW) == {"甲": "乙"}
    assert parsed.for_view(View.HANT_HK) == {"甲": "丙"}
    assert parsed.for_view(View.HANS) == {"甲": "丁"}
    assert parsed.for_view(View.ORIGINAL) == {}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("甲", "tabs"),
        ("甲\t乙\tzh-Hans\t丁", "tabs"),
        ("\t乙", "from is empty"),
        ("甲\t ", "to is empty"),
        ("甲\t乙\tzh-TW", "no variant is called zh-TW"),
        ("甲\t乙\x1b[31m", "cannot be shown"),
        ("甲" * 101 + "\t乙", "longer than"),
        ("叶\t業", "already converted by line 1"),
    ],
)
def test_a_wrong_line_is_named(line: str, complaint: str) -> None:
    """The message says which line of which file, and what is wrong with it."""
    with pytest.raises(SettingsError, match=f"words.txt, line 2: .*{complaint}"):
        Dictionary.parse(f"叶\t葉\n{line}\n", "words.txt")


@given(st.text(max_size=60))
def test_any_text_is_a_dictionary_or_a_settings_error(text: str) -> None:
    """Nothing else escapes."""
    try:
        parsed = Dictionary.parse(text)
    except SettingsError:
        return
    assert all(entry.source and entry.target for entry in parsed.entries)

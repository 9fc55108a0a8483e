"""The reader's own dictionary: read when it has changed, complained of by its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.model import SettingsError, View
from digest.services.dictionary import OwnDictionary
from digest.services.manner import own_manner

if TYPE_CHECKING:
    from pathlib import Path


def test_no_file_is_no_dictionary(tmp_path: Path) -> None:
    """Nobody has to have one."""
    assert OwnDictionary(tmp_path / "none.txt").current() is None


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    """What stands in the file now holds; an unchanged one is not parsed twice."""
    file = tmp_path / "dictionary.txt"
    file.write_text("软件\t軟件\tzh-Hant\n", "utf-8")
    own = OwnDictionary(file)
    first = own.current()
    assert first is not None
    assert first.for_view(View.HANT_TW) == {"软件": "軟件"}
    assert own.current() is first
    file.write_text("软件\t軟體\tzh-Hant-TW\n信息\t資訊\tzh-Hant-TW\n", "utf-8")
    second = own.current()
    assert second is not None
    assert second.for_view(View.HANT_TW) == {"软件": "軟體", "信息": "資訊"}
    file.unlink()
    assert own.current() is None


def test_a_wrong_file_is_complained_of_once(tmp_path: Path) -> None:
    """What it said before holds until it is mended."""
    file = tmp_path / "dictionary.txt"
    file.write_text("软件\t軟體\n", "utf-8")
    own = OwnDictionary(file)
    good = own.current()
    file.write_text("软件\t軟體\n一行没有制表符\n", "utf-8")
    with pytest.raises(SettingsError, match="line 2"):
        own.current()
    assert own.current() is good


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    """Whoever saved it as GBK is told to save it as UTF-8."""
    file = tmp_path / "dictionary.txt"
    file.write_bytes("软件\t軟體\n".encode("gb18030"))
    with pytest.raises(SettingsError, match="UTF-8"):
        OwnDictionary(file).current()


def test_the_dictionary_lies_where_the_program_keeps_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line reads the one of DIGEST_HOME."""
    monkeypatch.setenv("DIGEST_HOME", str(tmp_path))
    assert own_manner(View.HANT_HK).dictionary is None
    (tmp_path / "dictionary.txt").write_text("余\t餘\tzh-Hant\n", "utf-8")
    own = own_manner(View.HANT_HK).dictionary
    assert own is not None
    assert own.for_view(View.HANT_HK) == {"余": "餘"}


def test_a_rule_is_written_and_taken_back(tmp_path: Path) -> None:
    """It is followed at once, takes the place of its like, and leaves the rest of the file."""
    file = tmp_path / "own" / "dictionary.txt"
    own = OwnDictionary(file)
    assert own.add("理发", "理發", "zh-Hant") is None
    before = own.add("理发", "理髮", "zh-Hant")
    found = own.current()
    assert found is not None
    assert [(entry.source, entry.target) for entry in found.entries] == [("理发", "理髮")]
    own.put_back(before)
    assert "理發" in file.read_text("utf-8")
    own.put_back(None)
    assert own.current() is None


def test_a_wrong_rule_is_not_written(tmp_path: Path) -> None:
    """The file stays as it was."""
    file = tmp_path / "dictionary.txt"
    file.write_text("# mine\n软件\t軟體\n", "utf-8")
    with pytest.raises(SettingsError, match="empty"):
        OwnDictionary(file).add("理发", "", "zh-Hant")
    assert file.read_text("utf-8") == "# mine\n软件\t軟體\n"


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    """A folder that is a file."""
    (tmp_path / "own").write_text("", "utf-8")
    with pytest.raises(SettingsError, match="cannot be"):
        OwnDictionary(tmp_path / "own" / "dictionary.txt").add("甲", "乙", "zh-Hant")

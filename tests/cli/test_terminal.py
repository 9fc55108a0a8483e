"""What is written is UTF-8, inert, and exact where a machine reads it."""

from __future__ import annotations

import io
import json
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cli import terminal
from digest.cli.terminal import Screen


class Tty(io.StringIO):
    """A stream that says a terminal is behind it."""

    def isatty(self) -> bool:
        """Whether it is one: yes."""
        return True


@given(st.dictionaries(st.text(), st.text(), max_size=3))
def test_json_lines_are_inert_and_exact(record: dict[str, str]) -> None:
    """Any strings come back as they were, on one line that no terminal obeys."""
    with pytest.MonkeyPatch.context() as patched:
        stream = io.StringIO()
        patched.setattr(sys, "stdout", stream)
        terminal.write_json(record)
    line = stream.getvalue()
    assert json.loads(line) == record
    assert line.count("\n") == 1
    assert not any(0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in line)


def test_json_is_not_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    """Chinese stands in JSON as itself, and Decimals as the literals they are."""
    terminal.write_json({"text": "訊飛", "value": [Decimal("84780.8"), 3]})
    assert capsys.readouterr().out == '{"text":"訊飛","value":[84780.8,3]}\n'


@pytest.mark.parametrize(
    ("variables", "colour"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_colours_only_where_wanted(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch, *, colour: bool
) -> None:
    """A terminal that can, and a reader who has not set NO_COLOR, get colours."""
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Tty())
    assert terminal.screen().colour is colour


def test_a_pipe_has_neither_width_nor_colour(capsys: pytest.CaptureFixture[str]) -> None:
    """What is written into a file is whole and plain."""
    assert terminal.screen() == Screen(columns=None, colour=False)
    assert Screen(columns=None, colour=False).styled("甲", terminal.BOLD) == "甲"
    assert not capsys.readouterr().out


def test_text_keeps_its_line_ends_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes for another program are those of the text."""
    kept = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(kept, encoding="utf-8"))
    terminal.write_text("甲\r\n\x1b[31m乙\r")
    assert kept.getvalue() == "甲\r\n\x1b[31m乙\r".encode()


def test_text_is_inert_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same text obeys nothing where somebody looks."""
    stream = Tty()
    monkeypatch.setattr(sys, "stdout", stream)
    terminal.write_text("甲\r\n\x1b[31m乙\u202e")
    assert stream.getvalue() == "甲\n乙\n"


def test_complaints_are_one_inert_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A file name cannot forge a second line or an escape."""
    terminal.complain("a\nb\x1b]0;c\x07d")
    assert capsys.readouterr().err == "digest: a bd\n"


def test_ascii_streams_are_made_to_write_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """A C locale does not keep Chinese from being printed."""
    kept = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(kept, encoding="ascii"))
    terminal.prepare()
    terminal.write("訊飛\ud800")
    terminal.flush()
    assert kept.getvalue() == "訊飛?\n".encode()


def test_closed_streams_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program started without standard output has nothing to say and says it."""
    monkeypatch.setattr(sys, "stdout", None)
    terminal.prepare()
    terminal.write("甲")
    terminal.write_text("甲")
    terminal.flush()
    assert terminal.screen().columns is None


def test_a_closed_stream_is_no_terminal() -> None:
    """Asking a stream that was closed is no error."""
    stream = io.StringIO()
    stream.close()
    assert not terminal.is_terminal(stream)


def test_halves_of_characters_are_replaced_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no text does not keep the rest from being printed."""
    terminal.write_json({"name": "a\udcff", "more": [{"n": 1, "t": "\ud800"}]})
    assert json.loads(capsys.readouterr().out) == {
        "name": "a\ufffd",
        "more": [{"n": 1, "t": "\ufffd"}],
    }


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("abc", "abc"),
        ("訊飛", "訊飛"),
        ("訊飛".encode().decode("ascii", "surrogateescape"), "訊飛"),
        ("訊\udcff", "訊\ufffd"),
        ("\ud800\udfff", "\ufffd\ufffd"),
    ],
)
def test_bytes_in_disguise_become_text(text: str, whole: str) -> None:
    """What a C locale could not read is read; what nobody can is marked."""
    assert terminal.whole(text) == whole


def test_a_closed_standard_error_is_not_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A complaint that nobody can hear is not made elsewhere."""
    monkeypatch.setattr(sys, "stderr", None)
    terminal.complain("no")
    assert not capsys.readouterr().out

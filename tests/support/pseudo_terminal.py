"""A terminal for tests: the program runs in a real pseudo-terminal, and what it does there is seen.

The screen is pyte's; the bytes are kept as they came, for what must never be among them.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "digest")

PATIENCE_SECONDS = 30.0
"""How long anything is waited for before the test fails; a busy machine takes a tenth of it."""

TAKE_TERMINAL = (
    "import fcntl, os, sys, termios;"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execv(sys.argv[1], sys.argv[1:])"
)
"""Makes standard input the controlling terminal, so that closing it hangs the program up."""

KEYS = {"Enter": "\r", "Esc": "\x1b", "Tab": "\t", "Down": "\x1b[B", "Up": "\x1b[A"}
KEYS |= {"F1": "\x1bOP", "F2": "\x1bOQ", "F3": "\x1bOR", "C-c": "\x03", "C-q": "\x11"}
"""What a terminal sends for keys that type nothing."""

_FOREIGN = re.compile(
    rb"\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"  # strings: OSC, DCS, SOS, PM, APC
    rb"|\x1b\[[<=>][0-9;]*[ -/]*[@-~]"  # private sequences other than modes
    rb"|\x1b\[[?0-9;]*\$[@-~]"  # questions about modes
)
"""What pyte would print instead of obeying."""

_UNFINISHED = re.compile(rb"\x1b(?:\[[<=>?0-9;]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")
_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_WRAPS, _CURSOR = 7, 25


def environment(home: Path, **changes: str) -> dict[str, str]:
    """What the program is started with: a usual terminal, a folder of its own."""
    left_out = ("LC_", "PYTHON", "TEXTUAL", "DIGEST", "COLUMNS", "LINES", "TERM", "NO_COLOR")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
    usual = {"DIGEST_HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
    return {**kept, "LANG": "C.UTF-8", **usual, **changes}


class PseudoTerminal:
    """A program in a terminal of its own; use it as a context manager."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        *,
        env: Mapping[str, str],
        program: Sequence[str] = PROGRAM,
        size: tuple[int, int] = (80, 24),
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        """Start a program.

        Args:
            arguments: what follows the program.
            env: its whole environment.
            program: what is run.
            size: columns and rows.
            answers: what this terminal says when it is asked, by the question.
        """
        self.raw = b""
        """All that the program has sent."""
        self._answers = dict(answers or {})
        self._unfed = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._keyboard, line = os.openpty()
        self._open = True
        self._set_size(size)
        self._attributes = termios.tcgetattr(self._keyboard)
        self.process = subprocess.Popen(  # noqa: S603 - the program under test
            [sys.executable, "-I", "-S", "-c", TAKE_TERMINAL, *program, *arguments],
            stdin=line,
            stdout=line,
            stderr=line,
            env=dict(env),
            start_new_session=True,
        )
        os.close(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    # What is on it

    @property
    def text(self) -> str:
        """What is on the screen, each character once however wide it is."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        columns = range(self._screen.columns)
        return ["".join(row[x].data for x in columns).rstrip() for row in rows]

    @property
    def modes_left_on(self) -> set[int]:
        """The private modes that are not as a shell wants them; 25 stands for a hidden cursor."""
        modes: dict[int, bool] = {_CURSOR: True, _WRAPS: True}
        for found in _MODES.finditer(self.raw):
            modes.update({int(mode): found[2] == b"h" for mode in found[1].split(b";")})
        wrong = {mode for mode in (_CURSOR, _WRAPS) if not modes.pop(mode)}
        return wrong | {mode for mode, on in modes.items() if on}

    @property
    def is_cooked(self) -> bool:
        """Whether lines are read and echoed as they were before the program began."""
        return termios.tcgetattr(self._keyboard) == self._attributes

    # What is done to it

    def press(self, *keys: str) -> Self:
        """Press keys one after another, by name or as the character they type."""
        for key in keys:
            self.type(KEYS.get(key, key))
        return self

    def type(self, text: str) -> Self:
        """Send text in one piece, as an input method commits it."""
        os.write(self._keyboard, text.encode("utf-8", "surrogateescape"))
        return self

    def paste(self, text: str) -> Self:
        """Paste text, which a terminal marks as pasted."""
        return self.type(f"\x1b[200~{text}\x1b[201~")

    def click(self, column: int, row: int) -> Self:
        """Press and let go the left button on a cell, counted from 0."""
        at = f"{column + 1};{row + 1}"
        return self.type(f"\x1b[<0;{at}M\x1b[<0;{at}m")

    def wheel(self, column: int, row: int, *, down: bool = True) -> Self:
        """Turn the wheel by a notch over a cell."""
        return self.type(f"\x1b[<{65 if down else 64};{column + 1};{row + 1}M")

    def resize(self, size: tuple[int, int]) -> Self:
        """Give the terminal another size, and tell the program."""
        self._screen.resize(size[1], size[0])
        self._set_size(size)
        return self

    def send_signal(self, number: signal.Signals) -> Self:
        """Send the program a signal."""
        self.process.send_signal(number)
        return self

    def hang_up(self) -> Self:
        """Close the terminal for good."""
        if self._open:
            self._open = False
            os.close(self._keyboard)
        return self

    # What is waited for

    def until(self, wanted: str | Callable[[], bool]) -> Self:
        """Wait until a text is on the screen, or something is so.

        Raises:
            AssertionError: it did not come, with what is on the screen instead.
        """
        met = wanted if callable(wanted) else lambda: wanted in self.text
        end = time.monotonic() + PATIENCE_SECONDS
        while not met():
            alive = self.take(0.1)
            if (not alive and not met()) or time.monotonic() > end:
                raise AssertionError(f"{wanted!r} did not come; on the screen:\n{self.text}")
        return self

    def until_gone(self, text: str) -> Self:
        """Wait until a text is no longer on the screen; see `until`."""
        return self.until(lambda: text not in self.text)

    def exit_code(self) -> int:
        """Wait for the program's end."""
        end = time.monotonic() + PATIENCE_SECONDS
        while self.process.poll() is None and time.monotonic() < end:
            if not self._open or not self.take(0.05):
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(0.05)
        assert self.process.poll() is not None, f"still running:\n{self.text}"
        while self._open and self.take(0.0):
            pass
        return self.process.returncode

    def take(self, seconds: float = 0.01) -> bool:
        """Read what has come within some time; whether more may come."""
        if not select.select([self._keyboard], [], [], seconds)[0]:
            return self.process.poll() is None
        try:
            came = os.read(self._keyboard, 65536)
        except OSError:
            return False
        self.raw += came
        for question, answer in self._answers.items():
            if question in came:
                os.write(self._keyboard, answer)
        self._feed(came)
        return bool(came)

    def _feed(self, came: bytes) -> None:
        """Draw what came, as far as it is whole and something to draw."""
        data = self._unfed + came
        unfinished = _UNFINISHED.search(data)
        whole = data[: unfinished.start()] if unfinished else data
        self._unfed = data[len(whole) :]
        self._stream.feed(_FOREIGN.sub(b"", whole))

    def _set_size(self, size: tuple[int, int]) -> None:
        packed = struct.pack("HHHH", size[1], size[0], 0, 0)
        fcntl.ioctl(self._keyboard, termios.TIOCSWINSZ, packed)

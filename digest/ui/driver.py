"""The driver: how the app reads from a POSIX terminal, draws on it and gives it back.

The toolkit's own does most of it. What it leaves to others is here: words that an input method
commits, bytes that are no text, signals, and a terminal that goes away.
"""

from __future__ import annotations

import os
import re
import selectors
import signal
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any, Protocol, TextIO, cast

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from digest.text.sanitize import sanitize
from digest.ui.keys import is_committed_run
from digest.ui.terminal import SIGNAL_BASE, WIDTH_QUESTION, exit_on_signals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App
    from textual.message import Message

PASTE_BEGIN, PASTE_END = "\x1b[200~", "\x1b[201~"

_TOKEN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.)|[^\x00-\x1f\x7f]+|[\x00-\x1f\x7f]")
"""A sequence that a key or the mouse sends, a run of text, or a control character."""

_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O)?\Z")
"""A sequence of which the rest is still to come."""

_KITTY_POP = "\x1b[<u"
"""Takes back the flags of the kitty keyboard protocol; ours were never set."""

_PIXELS_OFF = "\x1b[?1016l"
"""The mouse no longer reported in pixels, which the toolkit asks for and does not take back."""

READ_BYTES, WAIT_SECONDS = 4096, 0.1
"""How much is read at once, and how long is waited before asking whether to stop."""

ESCAPE_SECONDS = constants.ESCAPE_DELAY + 0.002
"""How long is waited for the rest of a sequence; a lone Esc is a key by then."""


class Ends(Protocol):
    """An app that can be told to end."""

    asks_width: bool
    """Whether the terminal is asked how wide it draws ambiguous characters."""

    def leave(self, code: int) -> None:
        """End with an exit code."""
        ...


class CommitParser(XTermParser):
    """The toolkit's parser, to which words from elsewhere are words and not keys.

    What an input method commits is handed on as a paste, which an input takes and nothing else
    listens to. What is pasted is put together here, because the toolkit takes escape sequences in
    it for keys.
    """

    def __init__(self, debug: bool) -> None:
        super().__init__(debug)
        self._unfinished = ""
        self._pasted: list[str] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether what came last may be the beginning of a sequence."""
        return bool(self._unfinished)

    def tick(self) -> Iterable[Message]:
        """Take what has been waited for too long as the keys that it is."""
        for message in super().tick():
            self._unfinished = ""
            yield message

    def feed(self, data: str) -> Iterable[Message]:
        """Parse input as it arrived in one piece."""
        parsed = len(self._unfinished)
        joined = self._unfinished + data
        unfinished = _UNFINISHED.search(joined)
        self._unfinished = unfinished.group() if unfinished else ""
        for found in _TOKEN.finditer(joined):
            token, new = found.group(), joined[max(parsed, found.start()) : found.end()]
            if self._pasted is not None:
                self._pasted.append(new)
                if token == PASTE_END:
                    yield events.Paste("".join(self._pasted).removesuffix(PASTE_END))
                    self._pasted = None
                    yield from super().feed(token)
            elif is_committed_run(new):
                yield events.Paste(new)
            elif new:
                self._pasted = [] if token == PASTE_BEGIN else None
                yield from super().feed(new)


class Outlet:
    """A stream to the terminal as long as there is one; to one that has gone nothing is said."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a stream."""
        self._stream = stream
        self._gone = False

    def write(self, text: str) -> None:
        """Write."""
        self._attempt(text)

    def flush(self) -> None:
        """Send off what was written."""
        self._attempt("")

    def fileno(self) -> int:
        """The descriptor of the stream."""
        return self._stream.fileno()

    def _attempt(self, text: str) -> None:
        if self._gone:
            return
        try:
            if text:
                self._stream.write(text)
            else:
                self._stream.flush()
        except OSError:
            self._gone = True


class TerminalDriver(LinuxDriver):
    """The toolkit's driver with what it leaves to others."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # A write that fails would end the toolkit's writing thread and then block every other.
        self._file = cast("Any", Outlet(cast("TextIO", self._file)))

    def start_application_mode(self) -> None:
        """Take the terminal over, ready to give it back from the first moment."""
        exit_on_signals(cast("Ends", self._app).leave)
        super().start_application_mode()  # type: ignore[no-untyped-call] # as the toolkit has it
        if cast("Ends", self._app).asks_width:
            self.write(WIDTH_QUESTION)

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        if self._mouse_pixels:
            self.write(_PIXELS_OFF)
        super().stop_application_mode()

    def write(self, data: str) -> None:
        """Send something to the terminal."""
        if data != _KITTY_POP or not constants.DISABLE_KITTY_KEY:
            super().write(data)

    def run_input_thread(self) -> None:
        """Read what is typed until the app ends or the terminal goes away."""
        decode = getincrementaldecoder("utf-8")("ignore").decode
        parser = CommitParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(ESCAPE_SECONDS if parser.is_waiting else WAIT_SECONDS):
                    data = self._read()
                    if not data:
                        self._tell_gone()
                        return
                    for message in parser.feed(decode(data)):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def process_message(self, message: Message) -> None:
        """Hand a message on to the app; what was pasted is cleaned like all that comes in."""
        if isinstance(message, events.Paste):
            message = events.Paste(sanitize(message.text).text)
        super().process_message(message)

    def _read(self) -> bytes:
        """What was typed; nothing if there is no terminal any more."""
        try:
            return os.read(self.fileno, READ_BYTES)
        except OSError:
            return b""

    def _tell_gone(self) -> None:
        """End the app, as it would be had the system said that the terminal is gone."""
        leave = cast("Ends", self._app).leave
        self._loop.call_soon_threadsafe(leave, SIGNAL_BASE + signal.SIGHUP)

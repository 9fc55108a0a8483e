"""How long until the list is on the screen, against the smallest app of the same toolkit.

Both are started in a pseudo-terminal, one after the other, and timed to the arrival of the bytes
that hold the last thing to be seen. Prints the best and the median of the runs and the ratio of
the best; the aim is 1.35 at most.

    python benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import compileall
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

import digest

SMALLEST = """
import os
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
from textual.app import App
from textual.widgets import OptionList
class Smallest(App):
    def compose(self):
        yield OptionList("第一条", "第二条", "第三条", "第四条", "第五条", markup=False)
Smallest().run()
"""

AIM = 1.35
"""What reading the library, the list, the article and its figures may add to the toolkit's start:
a third, under which nobody feels a difference."""

LIMIT_SECONDS = 30.0


def first_paint(command: list[str], wanted: bytes, environment: dict[str, str]) -> float:
    """Seconds from starting a command to the arrival of `wanted` on its terminal."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execvpe(command[0], command, environment)  # noqa: S606 - the program that is measured
    seen = b""
    try:
        while wanted not in seen:
            ready, _, _ = select.select([terminal], [], [], LIMIT_SECONDS)
            if not ready:
                raise TimeoutError(f"{command} did not show {wanted.decode()}")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def main(runs: int) -> None:
    """Measure both by turns and print what came out."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"DIGEST_HOME": home, "TERM": "xterm-256color"}
        smallest = Path(home) / "smallest.py"
        smallest.write_text(SMALLEST, "utf-8")
        ours = [sys.executable, "-m", "digest"]
        theirs = [sys.executable, str(smallest)]
        compileall.compile_dir(str(Path(digest.__file__).parent), quiet=1)  # as an installer does
        first_paint([*ours, "list"], b"title", environment)  # makes the library
        times: dict[str, list[float]] = {"smallest": [], "digest": []}
        for _ in range(runs):
            times["smallest"].append(first_paint(theirs, "第五条".encode(), environment))
            times["digest"].append(first_paint(ours, "5 篇".encode(), environment))
    for name, values in times.items():
        best, median = min(values), statistics.median(values)
        print(f"{name:10} best {best * 1000:6.0f} ms   median {median * 1000:6.0f} ms")
    ratio = min(times["digest"]) / min(times["smallest"])
    print(f"ratio of the best {ratio:.2f} (aim {AIM})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 10)

"""How much memory the app takes with a large library open, once all that is unseen has been done.

The app is run in a pseudo-terminal, its list is read to the end and its finder asked, and then what
the system counts as its own is read. The aim is 350 MB with 100,000 articles.

    python benchmarks/memory.py [ARTICLES] [--home FOLDER]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from screen import Screen

AIM = 350
"""Megabytes with 100,000 articles."""

CALM_SECONDS = 5.0
"""The app is at rest when it took no processor for so long."""

_PAGE, _TICK = 4096, 100
"""Bytes of a page of memory and ticks of a second, as Linux on the usual processors has them."""


def resident(process: int) -> float:
    """Megabytes of a process that are in memory now."""
    return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * _PAGE / 1e6


def processor(process: int) -> float:
    """Processor seconds that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def peak() -> float:
    """The most megabytes that this process ever had in memory."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1000
    return 0.0


def wait_for_rest(process: int, most: float = 300.0) -> None:
    """Wait until a process does nothing any more."""
    give_up = time.monotonic() + most
    before, since = processor(process), time.monotonic()
    while time.monotonic() < give_up and time.monotonic() - since < CALM_SECONDS:
        time.sleep(0.2)
        now = processor(process)
        if now - before > 0.05 * (time.monotonic() - since) + 0.02:
            before, since = now, time.monotonic()


def main() -> None:
    """Measure with as many articles as the command line says."""
    from large import library_of  # noqa: PLC0415 - loads the program, which `ingest` measures

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=int, nargs="?", default=100_000)
    parser.add_argument("--home", type=Path, help="kept, to be used again")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made_here:
        home = asked.home or Path(made_here)
        home.mkdir(exist_ok=True)
        library_of(asked.articles, home)
        environment = os.environ | {"DIGEST_HOME": str(home), "TERM": "xterm-256color"}
        with Screen([sys.executable, "-m", "digest"], environment) as screen:
            screen.until("原文")
            print(f"first picture         {resident(screen.process):5.0f} MB")
            wait_for_rest(screen.process)
            print(f"at rest               {resident(screen.process):5.0f} MB")
            screen.press("f")
            wait_for_rest(screen.process)
            screen.press("新能源")
            wait_for_rest(screen.process)
            found = resident(screen.process)
        verdict = "within" if found <= AIM else "OVER"
        print(f"with the finder asked {found:5.0f} MB, {verdict} the aim of {AIM} MB")


if __name__ == "__main__":
    main()

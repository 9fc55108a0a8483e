"""What a large library adds to the first picture, and what keys take in its list.

The app is started by turns on a library of five articles and on a large one, and timed to the
picture of its list; the ratio of the best is to be 1.15 at most. Then keys are pressed in the list
of the large one, each timed from the key to the last byte of the new picture; 100 ms at most.

    python benchmarks/first_paint.py [--articles 100000] [--runs 10] [--home FOLDER]
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import sys
import tempfile
from pathlib import Path

from large import library_of
from memory import wait_for_rest
from screen import Screen

import digest

RATIO_AIM, KEY_AIM = 1.15, 0.1
"""Of the first picture, and seconds of a key."""

PROGRAM = [sys.executable, "-m", "digest"]
LIST_SHOWN = "Enter"
"""Among the keys of the list, which are drawn last, in every script."""

KEYS = {
    "down": "j",
    "to the end": "G",
    "to the beginning": "g",
    "star": "s",
    "star back": "s",
    "view": "t",
    "view back": "t",
    "filter opened": "/",
    "filter typed": "新能源",
    "filter kept": "\r",
    "filter left": "\x1b",
    "filter again": "/",
    "filter by much": "中",
    "filter dropped": "\x1b",
    "stories folded": "i",
    "stories apart": "i",
    "undo": "U",
}
"""What is pressed, by what it does."""


def first_picture(environment: dict[str, str]) -> float:
    """Seconds from the start to the picture of the list."""
    with Screen(PROGRAM, environment) as screen:
        return screen.until(LIST_SHOWN)


def keys(environment: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Seconds that keys take in the list, once all that is unseen is done."""
    taken: dict[str, list[float]] = {name: [] for name in KEYS}
    with Screen(PROGRAM, environment) as screen:
        screen.until(LIST_SHOWN)
        wait_for_rest(screen.process)
        for _ in range(rounds):
            for name, pressed in KEYS.items():
                taken[name].append(screen.press(pressed))
    return taken


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--home", type=Path, help="of the large library; kept, to be used again")
    asked = parser.parse_args()
    compileall.compile_dir(str(Path(digest.__file__).parent), quiet=1)  # as an installer does
    with tempfile.TemporaryDirectory() as made_here:
        homes = {"five": Path(made_here) / "five", "large": asked.home or Path(made_here) / "large"}
        environments = {}
        for (name, home), articles in zip(homes.items(), (5, asked.articles), strict=True):
            home.mkdir(exist_ok=True)
            library_of(articles, home)
            environments[name] = os.environ | {"DIGEST_HOME": str(home), "TERM": "xterm-256color"}
            first_picture(environments[name])
        times: dict[str, list[float]] = {name: [] for name in environments}
        for _ in range(asked.runs):
            for name, environment in environments.items():
                times[name].append(first_picture(environment))
        for name, values in times.items():
            best, median = min(values) * 1000, statistics.median(values) * 1000
            print(f"{name:6} best {best:6.0f} ms   median {median:6.0f} ms")
        ratio = min(times["large"]) / min(times["five"])
        print(f"ratio of the best {ratio:.2f} (aim {RATIO_AIM})")
        for name, values in keys(environments["large"], 3).items():
            verdict = "" if min(values) <= KEY_AIM else f"   OVER {KEY_AIM * 1000:.0f} ms"
            best, median = min(values) * 1000, statistics.median(values) * 1000
            print(f"{name:18} best {best:6.0f} ms   median {median:6.0f} ms{verdict}")


if __name__ == "__main__":
    main()

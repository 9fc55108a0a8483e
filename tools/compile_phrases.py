"""Compile our phrases into dictionaries that OpenCC opens in a few milliseconds.

    python tools/compile_phrases.py

Uses the tool that comes with the opencc package. To be run whenever `overlay.txt` or
`crossings.txt` has changed; a test tells. The files are the same on every machine that keeps its
low bytes first.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import opencc

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from digest.text.script.tables import PHRASES, phrases  # noqa: E402  the repository's own

TOOL = Path(opencc.__file__).parent / "clib" / "bin" / "opencc_dict"


SPACE, STAND_IN = " ", "\x01"
"""In the text that the tool reads a space parts several values; in what it writes it is a byte."""


def compile_to(folder: Path) -> None:
    """Write the dictionaries."""
    for name in PHRASES:
        target = folder / f"{name}.ocd2"
        with tempfile.TemporaryDirectory() as scratch:
            source = Path(scratch) / "phrases.txt"
            entries = sorted(phrases(name).items())
            lines = (f"{key}\t{value.replace(SPACE, STAND_IN)}\n" for key, value in entries)
            source.write_text("".join(lines), encoding="utf-8")
            files = ["-i", str(source), "-o", str(target)]
            subprocess.run([str(TOOL), *files, "-f", "text", "-t", "ocd2"], check=True)
        made = target.read_bytes()
        for value in {value for _, value in entries if SPACE in value}:
            made = made.replace(value.replace(SPACE, STAND_IN).encode(), value.encode())
        target.write_bytes(made)


if __name__ == "__main__":
    compile_to(ROOT / "digest" / "text" / "script" / "data")

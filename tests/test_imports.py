"""What starts quickly loads little: looked at in fresh processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from digest.locations import locations
from digest.services.opening import open_library

ROOT = Path(__file__).parents[1]
SEED = str(min((ROOT / "seeds").glob("*.txt")))

LOOK = """
import contextlib, io, json, sys
from digest.__main__ import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the bundled articles."""
    made = tmp_path_factory.mktemp("home")
    open_library(None, locations({"DIGEST_HOME": str(made)})).close()
    return made


def loaded(home: Path, *arguments: str) -> set[str]:
    """The packages that a command line loads in a process of its own."""
    environment = {**os.environ, "DIGEST_HOME": str(home), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", LOOK, *arguments],
        env=environment,
        capture_output=True,
        check=True,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    code, names = json.loads(ran.stdout.splitlines()[-1])
    assert code == 0, ran.stderr
    return set(names)


def test_the_version_costs_an_interpreter(tmp_path: Path) -> None:
    """`digest --version` loads nothing that takes time."""
    heavy = {"textual", "rich", "opencc", "numpy", "sqlite3", "click", "rapidfuzz", "msgspec"}
    assert not loaded(tmp_path, "--version") & heavy


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("show", SEED),
        ("convert", SEED, "--to", "zh-Hans"),
        ("figures", SEED),
    ],
    ids=lambda words: words[0],
)
def test_printing_needs_no_app(words: tuple[str, ...], home: Path) -> None:
    """What prints never loads what draws."""
    assert not loaded(home, *words) & {"textual", "rich"}


def test_listing_loads_no_converter(home: Path) -> None:
    """Once the library is there, a list needs neither converter nor matcher nor segmenter."""
    heavy = {"opencc", "numpy", "rapidfuzz", "rjieba", "trafilatura", "lxml"}
    assert not loaded(home, "list", "--json") & heavy


def test_finding_reads_pinyin_without_its_library(home: Path) -> None:
    """The finder's readings are tables of ours: the library they are made from is never loaded."""
    assert "pypinyin" not in loaded(home, "find", "kdxf", "--json")

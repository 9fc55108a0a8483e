"""The program in a real pseudo-terminal, on a library of the five seeds; POSIX alone has those."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from digest.library import Library
from digest.services.ingest import add_seeds
from digest.services.opening import SEEDED

if TYPE_CHECKING:
    from pathlib import Path

collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []


@pytest.fixture(scope="session")
def home_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the library of the five seeds; not to be written."""
    home = tmp_path_factory.mktemp("home")
    library = Library.open(home / "library.db")
    add_seeds(library)
    library.remember({SEEDED: "once"})
    library.close()
    return home


@pytest.fixture
def home(home_once: Path, tmp_path: Path) -> Path:
    """A folder of one's own with the library of the five seeds."""
    return shutil.copytree(home_once, tmp_path / "home")

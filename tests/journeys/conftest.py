"""A library of the five seeds, made once and copied for each journey."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from digest.library import Library
from digest.services.ingest import add_seeds


@pytest.fixture(scope="session")
def seeded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of the five seeds; not to be written."""
    path = tmp_path_factory.mktemp("seeded") / "library.db"
    library = Library.open(path)
    add_seeds(library)
    library.close()
    return path


@pytest.fixture
def seeded(seeded_once: Path, tmp_path: Path) -> Path:
    """A library of the five seeds of one's own."""
    return Path(shutil.copy(seeded_once, tmp_path / "library.db"))

"""A home for every test, with the bundled articles in it where a test reads them."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digest.cli.logbook import LOGGER
from digest.locations import locations
from digest.services.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the bundled articles, made once; to be copied, not changed."""
    home = tmp_path_factory.mktemp("seeded")
    open_library(None, locations({"DIGEST_HOME": str(home)})).close()
    return home


@pytest.fixture
def home(seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own with the bundled articles, in use."""
    made = tmp_path / "home"
    shutil.copytree(seeded, made)
    monkeypatch.setenv("DIGEST_HOME", str(made))
    return made


@pytest.fixture(autouse=True)
def _no_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of the machine's own is read: neither its home nor the colours it wants."""
    monkeypatch.setenv("DIGEST_HOME", str(tmp_path / "empty"))
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "COLUMNS", "_DIGEST_COMPLETE", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    yield
    logging.getLogger(LOGGER).handlers.clear()

"""The bundled articles, taken in once for all tests that only read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.library import Library
from digest.locations import locations
from digest.services.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A reader's own library after its first start; not to be changed."""
    home = tmp_path_factory.mktemp("home")
    with open_library(places=locations({"DIGEST_HOME": str(home)})) as library:
        yield library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "library.db") as opened:
        yield opened

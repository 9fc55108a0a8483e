"""A library of one's own for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import database

from digest.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library whose clock stands still."""
    with Library.open(database(tmp_path), clock=lambda: "2026-01-31T09:30:00Z") as opened:
        yield opened

"""What holds for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path

# A deadline is a wall-clock time, and machines are noisy.
settings.register_profile("digest", deadline=None)
settings.load_profile("digest")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes what whoever runs it keeps; tests of places set their own."""
    home = tmp_path_factory.getbasetemp() / "home"
    monkeypatch.setenv("DIGEST_HOME", str(home))
    return home

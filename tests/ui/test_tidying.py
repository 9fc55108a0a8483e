"""Tidying: what large works leave goes back to the system."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

LEAVES_MUCH = """
from pathlib import Path
from digest.ui.tidying import Tidying
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
left = [bytes(1000 + at % 3000) for at in range(100_000)]
last = left[-1]
del left
before = resident()
Tidying.give_back()
print(before - resident())
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"),
    reason="another C library gives back by itself, or never",
)
def test_the_system_gets_back_what_nobody_uses() -> None:
    """Also where something that lives on lies behind it."""
    ran = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", LEAVES_MUCH],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(ran.stdout) > 10_000_000

"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A deadline is a wall-clock time, and machines are noisy.
settings.register_profile("digest", deadline=None)
settings.load_profile("digest")

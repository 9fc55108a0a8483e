"""Find: what answers while one types, over topics, titles and passages together."""

from __future__ import annotations

from digest.find.index import Index
from digest.find.passages import MemoryPassages, Passage, Passages
from digest.find.within import Within

__all__ = ["Index", "MemoryPassages", "Passage", "Passages", "Within"]

"""Within: what a search is narrowed to."""

from __future__ import annotations

from typing import NamedTuple


class Within(NamedTuple):
    """Kinds, sources and dates that hits must be of; nothing said narrows nothing."""

    kinds: frozenset[str] = frozenset()
    """Values of `HitKind` and `TopicKind`."""
    sources: tuple[str, ...] | None = None
    """Publications or authors, as the library names them; None for all, empty for none."""
    since: str = ""
    """ISO 8601 to any precision: published then or later, as far as that is known."""

    @property
    def is_everywhere(self) -> bool:
        """Whether all articles are wanted."""
        return self.sources is None and not self.since

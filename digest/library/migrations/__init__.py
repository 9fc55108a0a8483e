"""The library's schema as the steps that lead to it, each once written and never changed.

A step's number is the `user_version` a file has after it. A new file takes them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

LATEST = 9
"""The schema this program reads and writes."""


def steps() -> tuple[Callable[[sqlite3.Connection], None], ...]:
    """The steps in order; each is run in a transaction of its own."""
    # A library that is up to date, which is nearly every one, needs none of them.
    from digest.library.migrations import (  # noqa: PLC0415
        v1_articles,
        v2_fulltext,
        v3_derived,
        v4_decisions,
        v5_borders,
        v6_topics,
        v7_figures,
        v8_mentions,
        v9_tokens,
    )

    return (
        v1_articles.apply,
        v2_fulltext.apply,
        v3_derived.apply,
        v4_decisions.apply,
        v5_borders.apply,
        v6_topics.apply,
        v7_figures.apply,
        v8_mentions.apply,
        v9_tokens.apply,
    )

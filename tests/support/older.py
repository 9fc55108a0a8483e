"""Libraries as they were at older schemas."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from digest.library.bigrams import bigrams, characters
from digest.library.connection import writing
from digest.library.migrations import steps
from digest.library.schema import APPLICATION

if TYPE_CHECKING:
    from pathlib import Path


def connected(path: Path, timeout: float = 5) -> sqlite3.Connection:
    """A connection that knows the functions of the index, to a file that may be new."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=timeout)
    connection.create_function("bigrams", 1, bigrams, deterministic=True)
    connection.create_function("characters", 2, characters, deterministic=True)
    return connection


def older(path: Path, version: int, content: str, timeout: float = 5) -> None:
    """A library as it was at an older schema, with something in it."""
    with contextlib.closing(connected(path, timeout)) as connection, writing(connection):
        for step in steps()[:version]:
            step(connection)
        for statement in content.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {version}")

"""`digest doctor`: what is installed, where things are kept, and whether they are sound."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from digest import __version__
from digest.cli import guard, terminal
from digest.cli.columns import Column, set_in_columns
from digest.cli.options import command, json_option, library_path
from digest.cli.probe import ambiguous_cells
from digest.cli.targets import examined
from digest.locations import locations
from digest.model import DigestError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGES = ("textual", "opencc", "rapidfuzz", "numpy", "rjieba", "trafilatura", "click")
"""Packages whose version explains what a reader sees."""


@command(
    "doctor",
    examples=(
        ("digest doctor", "Everything, for a reader or for a report"),
        ("digest --library work.db doctor", "The same with another library"),
    ),
)
@json_option
def doctor(as_json: bool) -> int:
    """Say what is installed, where things are kept, and whether the library is sound.

    Also asks the terminal how wide it draws characters like “ and … whose width is left open by
    the standards. Reads the whole library; changes nothing.
    """
    findings = [*_installed(), *_kept()]
    problems: tuple[str, ...] = ()
    try:
        about, problems = examined(library_path() or locations().library)
        findings += about
    except DigestError as error:
        problems = (str(error),)
    findings.append(("ambiguous width", _ambiguous()))
    findings.append(("sound", "no" if problems else "yes"))
    if as_json:
        terminal.write_json({**dict(findings), "problems": list(problems)})
    else:
        for line in set_in_columns((Column("what"), Column("is")), findings, terminal.screen()):
            terminal.write(line)
    for problem in problems:
        terminal.complain(problem)
    return guard.REFUSED if problems else guard.DONE


def _installed() -> Iterator[tuple[str, str]]:
    """Versions, read from what the packages say of themselves without loading them."""
    yield "digest", __version__
    yield "python", f"{platform.python_version()} ({platform.system()} {platform.machine()})"
    for package in PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, "not installed"
    # Only the library imports it, and it is loaded by then.
    yield "sqlite", getattr(sys.modules.get("sqlite3"), "sqlite_version", "not loaded")


def _kept() -> Iterator[tuple[str, str]]:
    """Where everything is kept, and what of it is there."""
    places = locations()
    library = library_path() or places.library
    for name, path in (
        ("library", library),
        ("settings", places.settings),
        ("dictionary", places.dictionary),
        ("own topics", places.topics),
        ("cache", places.cache),
        ("log", places.log),
    ):
        yield name, f"{path}" if _is_there(path) else f"{path} (not there yet)"


def _is_there(path: Path) -> bool:
    """Whether something is at the path, as far as can be seen."""
    try:
        return path.exists()
    except OSError:
        return False


def _ambiguous() -> str:
    """How wide the terminal draws characters of ambiguous width, in words."""
    if not (terminal.is_terminal(sys.stdin) and terminal.is_terminal(sys.stdout)):
        return "not a terminal"
    cells = ambiguous_cells()
    if cells is None:
        return "the terminal does not say"
    return f"{cells} cell" if cells == 1 else f"{cells} cells"

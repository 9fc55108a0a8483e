"""Where things are kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from digest.locations import Locations, locations, seeds


def test_home_moves_everything(tmp_path: Path) -> None:
    """With DIGEST_HOME every path lies under that one folder."""
    found = locations({"DIGEST_HOME": str(tmp_path)})
    paths = [getattr(found, name) for name in Locations.__slots__]
    assert len(paths) == 6
    assert all(path.is_relative_to(tmp_path) for path in paths)
    assert len(set(paths)) == 6


def test_relative_home_becomes_absolute() -> None:
    """A relative DIGEST_HOME does not follow the program into another folder."""
    assert locations({"DIGEST_HOME": "kept"}).library.is_absolute()


def test_tilde_in_home_is_the_home_folder() -> None:
    """A DIGEST_HOME quoted in a shell may begin with a tilde."""
    assert locations({"DIGEST_HOME": "~/kept"}).cache == Path.home() / "kept" / "cache"


def test_empty_home_counts_as_unset() -> None:
    """An empty DIGEST_HOME is not the current folder."""
    assert locations({"DIGEST_HOME": " "}) == locations({})


def test_without_home_paths_are_absolute_and_name_the_program() -> None:
    """The system's own places are asked for, under the program's name."""
    found = locations({})
    paths = [getattr(found, name) for name in Locations.__slots__]
    assert all(path.is_absolute() and "digest" in str(path) for path in paths)


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    """Asking where things are creates no folder."""
    locations({"DIGEST_HOME": str(tmp_path / "new")})
    assert not (tmp_path / "new").exists()


def test_the_platform_is_not_asked_when_home_is_set() -> None:
    """With DIGEST_HOME the platform's library is never imported."""
    code = (
        "import sys; from digest.locations import locations;"
        "locations({'DIGEST_HOME': 'x'});"
        "sys.exit('platformdirs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  our own code


def test_five_seeds_are_found() -> None:
    """The bundled articles are there, in the order of their names."""
    found = seeds()
    assert [path.name[:3] for path in found] == ["000", "001", "002", "003", "004"]
    assert all(path.is_file() for path in found)

"""Where the program keeps things, and where the articles it comes with lie.

Every path the program reads or writes by itself is decided here, so that `DIGEST_HOME` can move all
of it, and so that nothing else asks the operating system where things belong.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HOME_VARIABLE = "DIGEST_HOME"
"""Environment variable that names the one folder for everything kept; empty counts as unset."""

LIBRARY_NAME = "library.db"
"""File name of the library."""

SETTINGS_NAME = "settings.toml"
"""File name of the settings."""

DICTIONARY_NAME = "dictionary.txt"
"""File name of the reader's own conversions; it is written by hand and lies beside the settings."""

TOPICS_NAME = "topics.txt"
"""File name of what the reader says of topics; written by hand as the dictionary is."""

LOG_NAME = "digest.log"
"""File name of the log."""


@dataclass(frozen=True, slots=True)
class Locations:
    """Absolute paths of all that is kept; none needs to exist."""

    library: Path
    """The library's file."""
    settings: Path
    """The settings file."""
    cache: Path
    """Folder for what can be made again at any time."""
    log: Path
    """The log file."""
    dictionary: Path
    """The reader's own dictionary of conversions."""
    topics: Path
    """The reader's own aliases, topics and stop-topics."""


def locations(environment: Mapping[str, str] | None = None) -> Locations:
    """Where things are kept: under `DIGEST_HOME` if it is set, else where the system wants them.

    Args:
        environment: read instead of the process's own, for tests.
    """
    home = (os.environ if environment is None else environment).get(HOME_VARIABLE, "").strip()
    return _beneath(Path(home)) if home else _by_platform()


def seeds() -> tuple[Path, ...]:
    """The articles the program comes with, by file name; empty where they were not installed.

    An installed package holds them as `digest/_seeds`; a source tree has them in `seeds` beside the
    package.
    """
    # Costs tens of milliseconds to import and is needed once in a library's life.
    from importlib.resources import files  # noqa: PLC0415

    packaged = Path(str(files("digest") / "_seeds"))
    source_tree = Path(__file__).resolve().parent.parent / "seeds"
    folder = packaged if packaged.is_dir() else source_tree
    return tuple(sorted(folder.glob("*.txt"))) if folder.is_dir() else ()


def _beneath(home: Path) -> Locations:
    """Everything in one folder."""
    folder = Path(os.path.abspath(_without_tilde(home)))  # noqa: PTH100  symlinks stay as named
    return Locations(
        library=folder / LIBRARY_NAME,
        settings=folder / SETTINGS_NAME,
        cache=folder / "cache",
        log=folder / LOG_NAME,
        dictionary=folder / DICTIONARY_NAME,
        topics=folder / TOPICS_NAME,
    )


def _without_tilde(path: Path) -> Path:
    """`~` replaced by the home folder; as it was if there is no home folder to be found."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _by_platform() -> Locations:
    """Everything where the operating system keeps such things."""
    # Tens of milliseconds, and not needed at all with DIGEST_HOME.
    import platformdirs  # noqa: PLC0415

    # No author: it is a folder level on Windows that says nothing here.
    places = platformdirs.PlatformDirs("digest", appauthor=False)
    return Locations(
        library=places.user_data_path / LIBRARY_NAME,
        settings=places.user_config_path / SETTINGS_NAME,
        cache=places.user_cache_path,
        log=places.user_log_path / LOG_NAME,
        dictionary=places.user_config_path / DICTIONARY_NAME,
        topics=places.user_config_path / TOPICS_NAME,
    )

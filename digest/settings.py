"""What a reader may set: one table of typed settings, read from a TOML file.

The dataclasses below are the table: their fields are the keys, their defaults the values without a
file, their metadata the limits. Whatever the file holds beyond that is an error that names file,
key and line, because a misspelt setting that is ignored looks like a broken program.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_type_hints

from digest.model import SettingsError, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MEASURE_LEAST = 10
"""Chinese characters a line: below this every second line is kinsoku's doing."""

MEASURE_MOST = 80
"""Chinese characters a line: above this the eye loses the next line."""

TRADITIONAL = (View.HANT_TW, View.HANT_HK, View.HANT)
"""The views that are Traditional."""

FigureLevel: TypeAlias = Literal["key", "all", "none"]
"""Which figures are lit."""

AmbiguousWidth: TypeAlias = Literal[1, 2, "auto"]
"""Cells of a character of ambiguous width; `auto` is what the terminal says, and one until then."""

Language: TypeAlias = Literal["auto", "zh-Hans", "zh-Hant", "en"]
"""Language of the program's own words; `auto` follows the script on the screen."""

Theme: TypeAlias = Literal["terminal", "light", "dark", "contrast"]
"""Colours; `terminal` takes those of the terminal."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text is set and shown."""

    script: View = View.ORIGINAL
    """What the reader begins with."""
    variant: View = field(default=View.HANT_TW, metadata={"among": TRADITIONAL})
    """The Traditional that the script toggle goes to."""
    measure: int = field(default=40, metadata={"least": MEASURE_LEAST, "most": MEASURE_MOST})
    """Longest line, in Chinese characters (two cells each)."""
    wording: bool = False
    """Regional words as well as characters: 软件 as 軟體."""
    full_width: bool = True
    """Half-width marks next to Chinese are shown in full width."""
    quotes: bool = True
    """Quotation marks are shown in the style of the script."""
    spacing: bool = False
    """A space is shown where Chinese and Latin letters or digits meet."""
    indent: bool = False
    """Paragraphs begin with two empty characters instead of standing apart by an empty line."""
    figures: FigureLevel = "key"
    """Which figures are lit when an article opens."""
    ambiguous_width: AmbiguousWidth = "auto"
    """How wide the terminal draws characters like “ and …."""
    space_advances: bool = True
    """Space at the end of an article goes on to the next unread one."""
    summary: int = field(default=4, metadata={"least": 3, "most": 5})
    """Sentences of an article's summary."""


@dataclass(frozen=True, slots=True)
class Interface:
    """How the program itself looks and speaks."""

    language: Language = "auto"
    """Language of menus and messages."""
    theme: Theme = "terminal"
    """Colours of the program."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; a field is a table of the file."""

    reading: Reading = field(default_factory=Reading)
    ui: Interface = field(default_factory=Interface)
    keys: Mapping[str, str] = field(default_factory=dict)
    """Action to keys, separated by commas; actions and keys are checked by the interface, which
    knows them, and complains by `complaint`."""


def load(path: Path) -> Settings:
    """The settings in a file; the defaults where there is none.

    Raises:
        SettingsError: the file cannot be read or holds something wrong; names key and line.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"cannot read the settings {path}: {error.strerror}") from error
    text = _decoded(path, data)
    tables = _parsed(path, text)
    known = {"reading": Reading, "ui": Interface}
    found: dict[str, Any] = {}
    for name, content in tables.items():
        if name not in known and name != "keys":
            names = ", ".join(f"[{each.name}]" for each in fields(Settings))
            raise _error(path, text, (name,), f"is no setting; the tables are {names}")
        if not isinstance(content, dict):
            raise _error(path, text, (name,), f"must be a table: write [{name}]")
        if name == "keys":
            found[name] = _keys(path, text, content)
        else:
            found[name] = _table(path, text, known[name], name, content)
    return Settings(**found)


def complaint(path: Path, key: tuple[str, ...], problem: str) -> SettingsError:
    """The error for a key whose value only its user can judge, with the line where it stands.

    Args:
        path: the settings file.
        key: table and key, as in `("keys", "quit")`.
        problem: what is wrong, to follow the key: `names no action`.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        text = ""
    return _error(path, text, key, problem)


def _decoded(path: Path, data: bytes) -> str:
    try:
        # Editors on Windows begin a file with a mark that TOML does not know.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path}, line {line}: not UTF-8; save the file as UTF-8") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  needed only where there is a file

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: {error}") from error


def _table(path: Path, text: str, kind: type, table: str, content: dict[str, Any]) -> Any:
    """One table of the file as its dataclass."""
    import msgspec  # noqa: PLC0415  needed only where there is a file

    hints = get_type_hints(kind)
    known = {each.name: each for each in fields(kind)}
    for key, value in content.items():
        if key not in known:
            problem = f"is no setting; [{table}] has {', '.join(known)}"
            raise _error(path, text, (table, key), problem)
        limits = known[key].metadata
        problem = f"must be {_wanted(hints[key], limits)}, not {_shown(value)}"
        try:
            content[key] = msgspec.convert(value, hints[key])
        except msgspec.ValidationError as error:
            raise _error(path, text, (table, key), problem) from error
        if not _within(limits, content[key]):
            raise _error(path, text, (table, key), problem)
    return kind(**content)


def _within(limits: Mapping[str, Any], value: Any) -> bool:
    """Whether a value of the right type keeps to its field's limits."""
    if "among" in limits:
        return value in limits["among"]
    return "least" not in limits or limits["least"] <= value <= limits["most"]


def _keys(path: Path, text: str, content: dict[str, Any]) -> dict[str, str]:
    for action, keys in content.items():
        if not isinstance(keys, str):
            problem = f'must be keys in quotes, like "j,down", not {_shown(keys)}'
            raise _error(path, text, ("keys", action), problem)
    return content


def _wanted(hint: Any, limits: Mapping[str, Any]) -> str:
    """What a field accepts, in words."""
    if "least" in limits:
        return f"{limits['least']} to {limits['most']}"
    if hint is bool:
        return "true or false"
    options = limits.get("among") or getattr(hint, "__args__", None) or tuple(hint)
    return " or ".join(str(each) if isinstance(each, int) else f'"{each}"' for each in options)


def _shown(value: object) -> str:
    """A value of the file, short and on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return ascii(text)[1:-1] if not text.isprintable() else text[:60]


def _error(path: Path, text: str, key: tuple[str, ...], problem: str) -> SettingsError:
    line = _line(text, key)
    place = f"{path}, line {line}" if line else str(path)
    return SettingsError(f"{place}: {_shown_key(key)} {problem}")


def _shown_key(key: tuple[str, ...]) -> str:
    return ".".join(part if part.isprintable() else ascii(part)[1:-1] for part in key)


def _line(text: str, key: tuple[str, ...]) -> int:
    """The line, from 1, where the statement that sets a key begins; 0 if nothing does."""
    for line, path in _statements(text):
        if path[: len(key)] == key:
            return line
    return 0


def _statements(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every key of a TOML text with the line of its statement.

    TOML's own parser decides where a statement ends: lines are added until they parse.
    """
    import tomllib  # noqa: PLC0415  an error is rare

    table: tuple[str, ...] = ()
    pending, begun = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        begun = begun if pending else number
        pending += line + "\n"
        try:
            parsed = tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            continue
        if pending.lstrip().startswith("["):
            table = next(_paths(parsed), ())
            yield begun, table
        else:
            for path in _paths(parsed):
                yield begun, table + path
        pending = ""


def _paths(parsed: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """The keys of a parsed statement, outer before inner, each as its whole path."""
    for name, value in parsed.items():
        inner = value[0] if isinstance(value, list) and value else value
        below = list(_paths(inner)) if isinstance(inner, dict) else []
        if not below:
            yield (name,)
        for path in below:
            yield (name, *path)

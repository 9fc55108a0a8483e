"""Settings are typed, documented, and say where they are wrong."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from digest.model import SettingsError, View
from digest.settings import Interface, Reading, Settings, complaint, load

GUIDE = Path(__file__).parents[1] / "docs" / "guide" / "settings.md"


def written(folder: Path, text: str) -> Path:
    """A settings file that holds a text."""
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_default(tmp_path: Path) -> None:
    """A missing file is no error."""
    assert load(tmp_path / "none.toml") == Settings()


def test_defaults_import_no_parser(tmp_path: Path) -> None:
    """Nobody who set nothing pays for reading settings."""
    code = (
        "import sys; from pathlib import Path; from digest.settings import load;"
        f"load(Path({str(tmp_path / 'none.toml')!r}));"
        "sys.exit(bool({'msgspec', 'tomllib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  our own code


def test_every_table_is_read(tmp_path: Path) -> None:
    """What the file says replaces the default, the rest stays."""
    path = written(
        tmp_path,
        '[reading]\nscript = "zh-Hans"\nvariant = "zh-Hant-HK"\nmeasure = 30\nindent = true\n'
        "wording = true\nfull_width = false\nquotes = false\nspacing = true\n"
        'figures = "none"\nambiguous_width = 2\nspace_advances = false\n'
        '[ui]\nlanguage = "en"\ntheme = "contrast"\n[keys]\nquit = "ctrl+x,q"\n',
    )
    found = load(path)
    assert found.reading == Reading(
        View.HANS, View.HANT_HK, 30, True, False, False, True, True, "none", 2, False
    )
    assert found.ui == Interface("en", "contrast")
    assert found.keys == {"quit": "ctrl+x,q"}


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    """Editors on Windows write one."""
    assert load(written(tmp_path, "\ufeff[reading]\nmeasure = 20\n")).reading.measure == 20


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[reading]\n\nmesure = 30\n", "line 3: reading.mesure is no setting"),
        ("# first\n[colour]\nx = 1\n", "line 2: colour is no setting"),
        ("[reading]\nmeasure = 9\n", "line 2: reading.measure must be 10 to 80, not 9"),
        ("[reading]\nmeasure = 81\n", "line 2: reading.measure must be 10 to 80, not 81"),
        ("[reading]\nmeasure = true\n", "line 2: reading.measure must be 10 to 80, not true"),
        ('[reading]\nindent = "yes"\n', 'line 2: reading.indent must be true or false, not "yes"'),
        ('[reading]\nvariant = "zh-Hans"\n', "line 2: reading.variant must be"),
        ("[reading]\nambiguous_width = 3\n", 'must be 1 or 2 or "auto", not 3'),
        ('reading.script = "zh"\n', "line 1: reading.script must be"),
        ('[ui]\n# why\ntheme = "pink"\n', "line 3: ui.theme must be"),
        ("[keys]\nquit = [\n  'q',\n]\nx = 'y'\n", "line 2: keys.quit must be keys in quotes"),
        ("reading = 3\n", "line 1: reading must be a table"),
        ('[ui]\nlanguage = """\na\n[reading]\nb"""\n', "line 2: ui.language must be"),
        ('reading = { measure = 30, "x" = 1 }\n', "line 1: reading.x is no setting"),
        ("[reading]\nmeasure = \n", "line 2"),
        ("[ui]\n[ui]\n", "line 2"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    """File, key, line and what would be right stand in one sentence."""
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        load(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_value_cannot_carry_an_escape_into_the_message(tmp_path: Path) -> None:
    """What the file holds is shown as inert text."""
    path = written(tmp_path, '[ui]\ntheme = "\\u001b[31m"\n"\\u009b" = 1\n')
    with pytest.raises(SettingsError) as caught:
        load(path)
    assert str(caught.value).isprintable()


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    """A file that is not UTF-8 says so."""
    path = tmp_path / "settings.toml"
    path.write_bytes(b"[ui]\n# \xb5\xc4\n")
    with pytest.raises(SettingsError, match=r"line 2: not UTF-8"):
        load(path)


def test_a_folder_in_its_place_is_an_error(tmp_path: Path) -> None:
    """What cannot be read is said, not taken for the defaults."""
    with pytest.raises(SettingsError, match="cannot read the settings"):
        load(tmp_path)


def test_a_complaint_finds_the_line(tmp_path: Path) -> None:
    """The interface, which knows the actions, can name the line of a wrong one."""
    path = written(tmp_path, "[ui]\n[keys]\nopen = 'l'\nfly = 'x'\n")
    assert "line 4: keys.fly names no action" in str(
        complaint(path, ("keys", "fly"), "names no action")
    )


def test_a_complaint_without_a_file_names_the_key(tmp_path: Path) -> None:
    """There may be no line to name."""
    assert "keys.fly" in str(complaint(tmp_path / "gone.toml", ("keys", "fly"), "is wrong"))


@pytest.mark.parametrize(("name", "kind"), [("reading", Reading), ("ui", Interface)])
def test_every_setting_is_documented(name: str, kind: type) -> None:
    """The guide has a line for every key, with its default."""
    guide = GUIDE.read_text(encoding="utf-8").split(f"## [{name}]")[1].split("\n## ")[0]
    default = kind()
    for each in fields(kind):
        value = getattr(default, each.name)
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        rows = [row for row in guide.splitlines() if row.startswith(f"| `{each.name}`")]
        assert len(rows) == 1, each.name
        assert f"`{shown}`" in rows[0], each.name


def test_the_guide_documents_nothing_else() -> None:
    """A key of the guide that is no setting would be an error in a reader's file."""
    guide = GUIDE.read_text(encoding="utf-8")
    rows = [row.split("`")[1] for row in guide.splitlines() if row.startswith("| `")]
    known = [each.name for kind in (Reading, Interface) for each in fields(kind)]
    assert sorted(rows) == sorted(known)

"""The reference of commands is made from the commands, and is never behind them."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tools/commands_reference.py"
GUIDE = ROOT / "docs/guide/command-line.md"

pytestmark = pytest.mark.skipif(not TOOL.is_file(), reason="an installed package has no docs")


@pytest.fixture
def tool() -> dict[str, Any]:
    """What the script defines."""
    return runpy.run_path(str(TOOL))


def test_the_reference_is_up_to_date(tool: dict[str, Any]) -> None:
    """`--check` finds nothing to do."""
    assert tool["main"](["--check"]) == 0


def test_a_stale_reference_is_noticed(
    tool: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that is missing or old is told, and written when asked."""
    page = tmp_path / "docs/commands.md"
    tool["main"].__globals__["PAGE"] = page
    assert tool["main"](["--check"]) == 1
    assert "out of date" in capsys.readouterr().err
    assert tool["main"]([]) == 0
    assert tool["main"](["--check"]) == 0


def test_every_command_is_in_the_guide(tool: dict[str, Any]) -> None:
    """What can be done is also told to those who read from the beginning."""
    guide = GUIDE.read_text("utf-8")
    assert all(f"digest {name}" in guide for name in tool["COMMANDS"])

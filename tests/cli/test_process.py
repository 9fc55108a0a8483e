"""The program as a shell runs it: streams that break, locales that cannot, terminals that can."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = str(min((ROOT / "seeds").glob("*.txt")))
PROGRAM = [sys.executable, "-m", "digest"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell's affair")


def environment(home: Path, **changes: str) -> dict[str, str]:
    """What the program is started with."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("LC_", "PYTHON"))
    }
    return {**kept, "DIGEST_HOME": str(home), "PYTHONPATH": str(ROOT), **changes}


def test_a_reader_that_stops_is_no_error(tmp_path: Path) -> None:
    """`digest ... | head -1` ends without a word."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [*PROGRAM, "show", SEED],
        env=environment(tmp_path, PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    """What cannot be written is said."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(  # noqa: S603 - our own program
            [*PROGRAM, "show", SEED],
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_c_locale_prints_chinese(locale: str, tmp_path: Path) -> None:
    """Output is UTF-8 whatever the locale says."""
    ran = subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, "convert", SEED, "--to", "zh-Hans"],
        env=environment(tmp_path, LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0"),
        capture_output=True,
        check=True,
    )
    assert "科大讯飞" in ran.stdout.decode("utf-8")


def test_the_app_without_a_terminal_ends_at_once(tmp_path: Path) -> None:
    """One sentence, exit code 1, and no library made."""
    ran = subprocess.run(  # noqa: S603 - our own program
        PROGRAM,
        env=environment(tmp_path / "home"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.count(b"\n") == 1
    assert not (tmp_path / "home").exists()

"""Several programs may use one library, and any of them may be killed at any time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from support.library import database, entry

from digest.library import Library

WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from support.library import entry
from digest.library import Library
with Library.open(Path(sys.argv[1])) as library:
    name, rounds = sys.argv[2], int(sys.argv[3])
    for number in range(rounds):
        (added,) = library.add([entry(f"{{name}} 第{{number}}篇，两个程序都写的。")])
        library.add([entry(f"共同的第{{number}}篇。")])
        library.set_read([added.id], read=True)
        print(added.id, flush=True)
"""


def writer(path: Path, name: str, rounds: int) -> subprocess.Popen[str]:
    """Another program that adds articles, says each that is kept, and marks it read."""
    code = WRITER.format(tests=str(Path(__file__).parents[1]))
    command = [sys.executable, "-c", code, str(path), name, str(rounds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603  our own code


def test_two_programs_write_one_new_library(tmp_path: Path) -> None:
    """Both make it, both fill it, nothing is lost, doubled or refused."""
    path = database(tmp_path)
    both = [writer(path, name, 30) for name in ("甲", "乙")]
    said = [program.communicate()[0].split() for program in both]
    assert [program.returncode for program in both] == [0, 0]
    with Library.open(path) as library:
        listings = {each.id: each for each in library.listings()}
        assert len(listings) == 30 + 30 + 30
        assert all(listings[each].read for each in said[0] + said[1])
        assert library.check() == ()


def test_a_killed_program_loses_nothing_it_had_said(tmp_path: Path) -> None:
    """What was reported as kept is there, and the library is sound."""
    path = database(tmp_path)
    with writer(path, "甲", 10_000) as program:
        assert program.stdout is not None
        said = [program.stdout.readline().strip() for _ in range(5)]
        program.kill()
        said += program.stdout.read().split()
    with Library.open(path) as library:
        kept = {each.id for each in library.listings() if each.read}
        assert set(said[:5]) <= kept
        assert library.check() == ()
        library.add([entry("下一篇")])


def test_a_reader_sees_what_another_program_added(tmp_path: Path) -> None:
    """Without closing and opening."""
    path = database(tmp_path)
    with Library.open(path) as library, Library.open(path) as other:
        assert library.counts().articles == 0
        other.add([entry()])
        assert library.counts().articles == 1
        assert library.search("华为").total == 1

"""An ingest that is killed leaves a sound library, and doing it again makes it whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from digest.library import Library
from digest.services.derivations import DERIVATIONS, kept
from digest.services.ingest import add

FILES = 40

DRIVER = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from digest.library import Library
from digest.services import bench, ingest
bench.ALONE, bench.WORTHWHILE, bench.GROUP = 4, 8, 4
with Library.open(Path(sys.argv[1])) as library:
    ingest.add(library, [Path(sys.argv[2])], lambda done, _: print(done, flush=True), hands=1)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Short articles, two of them the same."""
    top = tmp_path_factory.mktemp("news")
    for number in range(FILES):
        told = min(number, FILES - 2)
        text = (
            f"{told}号线延长线2024年{told % 12 + 1}月开通，全长{told}.5公里，投资{told + 3}亿元。"
        )
        (top / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return top


def content(path: Path) -> list[object]:
    """All that came in and what was made of it, but for its time and order."""
    with Library.open(path) as library:
        assert library.check() == ()
        listings = sorted(library.listings())
        ids = [each.id for each in listings]
        figures = library.figures_of(ids)
        return [
            [each._replace(added="") for each in listings],
            library.articles_of(ids),
            figures,
            [library.original(each) for each in ids],
            library.search("延长线", FILES).total,
            {each.name: kept(library, each.name) for each in DERIVATIONS},
        ]


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """What an undisturbed ingest comes to."""
    path = tmp_path_factory.mktemp("whole") / "library.db"
    with Library.open(path) as library:
        add(library, [folder])
    return content(path)


@pytest.mark.parametrize("after", [1, 17, 31])
def test_a_killed_ingest_is_finished_by_doing_it_again(
    folder: Path, whole: list[object], tmp_path: Path, after: int
) -> None:
    """At the beginning, among processes, and near the end; nothing is lost or doubled."""
    path = tmp_path / "library.db"
    code = DRIVER.format(root=str(Path(__file__).parents[2]))
    command = [sys.executable, "-c", code, str(path), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:  # noqa: S603  our own code
        assert program.stdout is not None
        for _ in range(after):
            assert program.stdout.readline()
        program.kill()
    with Library.open(path) as library:
        assert library.check() == ()
        assert library.counts().articles < FILES
        add(library, [folder])
    assert content(path) == whole

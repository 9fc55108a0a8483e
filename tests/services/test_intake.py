"""What comes in is told in the order of the files, and kept also when somebody stops it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from digest.services import bench, intake, making
from digest.services.ingest import add
from digest.services.intake import Intake
from digest.sources import streamed

if TYPE_CHECKING:
    from pathlib import Path

    from digest.library import Library
    from digest.sources import Fetched

NEWS = "深圳市统计局8月15日发布数据，上半年全市生产总值达1.6万亿元，同比增长6.3%。"


def news(number: int) -> bytes:
    """The bytes of one of many files."""
    return f"{NEWS}第{number}篇。".encode()


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of thirty files, some doubled and some bad, and a bench that calls a crew soon."""
    for name, value in {"ALONE": 2, "WORTHWHILE": 4, "GROUP": 4}.items():
        monkeypatch.setattr(bench, name, value)
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(30):
        data = b"" if number % 10 == 7 else news(number - number % 10 % 2)
        (folder / f"{number:02}.txt").write_bytes(data)
    return folder


def test_a_crew_changes_nothing(library: Library, many: Path, tmp_path: Path) -> None:
    """The same is added, told and refused, in the same order."""
    from digest.library import Library as Home  # noqa: PLC0415  a second one

    report = add(library, [many], hands=2)
    with Home.open(tmp_path / "other.db") as other:
        assert add(other, [many]) == report
        assert [each[:10] for each in other.listings()] == [
            each[:10] for each in library.listings()
        ]
    assert library.check() == ()
    assert (len(report.added), len(report.refused)) == (15, 3)


def test_a_double_is_not_analysed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first may still wait to be kept."""
    analysed: list[str] = []
    real = making.attempt

    def counted(file: Fetched) -> making.Result:
        analysed.append(file.name)
        return real(file)

    monkeypatch.setattr(bench, "attempt", counted)
    with Intake(library, 3) as taken:
        for name in "abc":
            taken.take(name, partial(streamed, news(1), name))
        report = taken.finish()
    assert analysed == ["a"]
    assert [each.name for each in report.already] == ["b", "c"]
    assert {each.id for each in report.already} == {report.added[0].id}


def test_the_double_of_a_refused_file_is_refused(library: Library) -> None:
    """By its own name."""
    with Intake(library, 2) as taken:
        for name in "ab":
            taken.take(name, partial(streamed, b"", name))
        report = taken.finish()
    assert [each.name for each in report.refused] == ["a", "b"]
    assert report.refused[1].reason.startswith("b ")


def test_stopping_keeps_what_is_made(library: Library) -> None:
    """Not in a batch yet, and kept all the same."""

    def stop(done: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    def take_nine() -> None:
        with Intake(library, 9, told=stop) as taken:
            for number in range(9):
                taken.take("n", partial(streamed, news(number), "n"))

    with pytest.raises(KeyboardInterrupt):
        take_nine()
    assert library.counts().articles == 3
    assert library.check() == ()


def test_stopping_a_crew_keeps_what_was_written(library: Library, many: Path) -> None:
    """The processes are let go, and doing it again brings the rest."""

    def stop(done: int, _: int) -> None:
        if done == 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(library, [many], stop, hands=2)
    assert library.counts().articles >= 6
    assert library.check() == ()
    add(library, [many], hands=2)
    assert library.counts().articles == 15


def test_a_batch_is_also_kept_after_a_while(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a list beside it grows."""
    monkeypatch.setattr(intake, "BATCH_SECONDS", 0.0)
    with Intake(library, 2) as taken:
        taken.take("n", partial(streamed, news(1), "n"))
        assert library.counts().articles == 1

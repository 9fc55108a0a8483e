"""Articles are taken in file by file, and one bad file stops nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from support.library import connection_of

from digest.library import Library
from digest.model import LibraryError
from digest.services import analysis, bench, intake, mining
from digest.services.derivations import DERIVATIONS
from digest.services.ingest import Arrival, Stage, add, add_document, rederive, take_in
from digest.services.intake import Intake
from digest.sources import Document, read_stream, streamed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from digest.library import Added, Analysis, Entry

NEWS = "深圳市统计局8月15日发布数据，上半年全市生产总值达1.6万亿元，同比增长6.3%。"
"""Enough text to be an article."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of good and bad files."""
    top = tmp_path / "news"
    (top / "inner").mkdir(parents=True)
    (top / "a.txt").write_text(NEWS, encoding="utf-8")
    (top / "b.txt").write_text(NEWS.replace("深圳", "廣州"), encoding="gb18030")
    (top / "c.txt").write_text(NEWS, encoding="utf-8")
    (top / "d.txt").write_bytes(b"")
    (top / "e.txt").write_bytes(bytes(range(256)) * 40)
    (top / "inner" / "f.md").write_text(f"# 题目\n\n{NEWS}\n\n又一段。", encoding="utf-8")
    return top


def test_a_folder_is_taken_in(library: Library, folder: Path) -> None:
    """Good files are added, doubles are told, bad ones refused with a reason."""
    report = add(library, [folder])
    assert [each.name for each in report.added] == ["a.txt", "b.txt", "f.md"]
    assert report.already == (Arrival("c.txt", report.added[0].id),)
    assert [each.name for each in report.refused] == ["d.txt", "e.txt"]
    assert all(each.reason.isprintable() for each in report.refused)
    assert library.counts().articles == 3
    assert library.check() == ()


def test_taking_in_again_adds_nothing(library: Library, folder: Path) -> None:
    """An interrupted import is finished by doing it again."""
    add(library, [folder])
    before = library.listings()
    report = add(library, [folder])
    assert report.added == ()
    assert len(report.already) == 4
    assert library.listings() == before


def test_paths_that_are_not_there_are_refused(library: Library, folder: Path) -> None:
    """The others are taken in."""
    report = add(library, [folder / "none", folder / "a.txt"])
    assert [each.name for each in report.refused] == ["none"]
    assert [each.name for each in report.added] == ["a.txt"]


def test_progress_is_told_after_every_file(library: Library, folder: Path) -> None:
    """How many of how many."""
    told: list[tuple[int, int]] = []
    add(library, [folder], lambda done, total: told.append((done, total)))
    assert told == [(number, 6) for number in range(1, 7)]


def test_an_interrupted_import_keeps_what_it_wrote(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole articles are there, and doing it again brings the rest."""
    monkeypatch.setattr(intake, "BATCH", 1)

    def stop(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(library, [folder], stop)
    assert library.counts().articles == 2
    assert library.check() == ()
    add(library, [folder])
    assert library.counts().articles == 3


def test_articles_are_written_in_batches(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One transaction holds several, so that a large import is quick."""
    sizes: list[int] = []
    write = Library.add

    def counted(self: Library, entries: Sequence[Entry], added: str = "") -> list[Added]:
        sizes.append(len(entries))
        return write(self, entries, added)

    monkeypatch.setattr(Library, "add", counted)
    monkeypatch.setattr(intake, "BATCH_SECONDS", 3600.0)
    add(library, [folder])
    assert sizes == [3]


def test_a_defect_of_ours_costs_one_article(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are taken in, and the reason names no innards."""
    whole = analysis.analyse

    def broken(document: Document) -> Analysis:
        if document.name == "b.txt":
            raise ZeroDivisionError("innards")
        return whole(document)

    monkeypatch.setattr(analysis, "analyse", broken)
    report = add(library, [folder])
    assert [each.name for each in report.refused] == ["b.txt", "d.txt", "e.txt"]
    assert "could not be analysed (ZeroDivisionError)" in report.refused[0].reason
    assert library.counts().articles == 2


def test_a_full_library_ends_the_import(library: Library, folder: Path) -> None:
    """That is no fault of the file's."""
    connection_of(library).execute("PRAGMA max_page_count = 1")
    (folder / "large.txt").write_text(f"{NEWS}\n" * 2000, encoding="utf-8")
    with pytest.raises(LibraryError, match="no room left"):
        add(library, [folder])
    assert library.counts().articles == 0


def test_a_stream_is_taken_in(library: Library) -> None:
    """Standard input is an article like others."""
    document = read_stream(NEWS.encode(), "stdin")
    (arrival,) = add_document(library, document).added
    assert library.listing(arrival.id).origin == "stdin"
    assert add_document(library, document).already == (arrival,)


def test_what_is_furniture_alone_is_refused(library: Library) -> None:
    """An article without a text is none."""
    blank = Document("blank.txt", "", b"raw", "\u200b\n \n", "utf-8")
    report = add_document(library, blank)
    assert [each.name for each in report.refused] == ["blank.txt"]


def test_an_import_has_one_time(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Undated articles stay in the order of their files, however long it took."""
    times = iter(f"2026-01-31T09:30:{second:02}Z" for second in range(60))
    monkeypatch.setattr(intake, "BATCH", 1)
    monkeypatch.setattr(intake, "utc_now", lambda: next(times))
    add(library, [folder])
    assert len({each.added for each in library.listings()}) == 1


def test_an_older_analysis_is_derived_anew(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the reader did and what came in stays; the result is of the new version."""
    add(library, [folder])
    before = [each.id for each in library.listings()]
    library.set_starred(before[:1], starred=True)
    monkeypatch.setattr(analysis, "ANALYSIS_VERSION", analysis.ANALYSIS_VERSION + 1)
    told: list[int] = []
    assert rederive(library, lambda done, _: told.append(done)) == 3
    assert library.stale(analysis.ANALYSIS_VERSION) == ()
    assert told == [1, 2, 3]
    assert [each.id for each in library.listings()] == before
    assert library.listing(before[0]).starred
    assert rederive(library) == 0


def test_what_cannot_be_derived_anew_keeps_what_it_has(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An old result is better than none."""
    add(library, [folder / "a.txt"])
    monkeypatch.setattr(analysis, "ANALYSIS_VERSION", analysis.ANALYSIS_VERSION + 1)
    connection_of(library).execute("UPDATE original SET raw = x''")
    assert rederive(library) == 0
    assert library.listings()[0].figures > 0


@pytest.mark.parametrize(
    ("articles", "mined", "due"),
    [(1, "", True), (3, "3", True), (13, "12", False), (15, "12", True), (13, "x", True)],
)
def test_topics_are_mined_when_it_is_worth_it(
    library: Library, monkeypatch: pytest.MonkeyPatch, articles: int, mined: str, due: bool
) -> None:
    """A small library always, a large one when it has grown by a fifth."""
    monkeypatch.setattr(mining, "ALWAYS_UP_TO", 10)
    with Intake(library) as taken:
        for number in range(articles):
            taken.take("n", partial(streamed, f"{NEWS}{number}".encode(), "n"))
        taken.finish()
    library.remember({mining.MINED: mined, mining.RULES: mining.RULES_VERSION})
    assert mining.mine_if_due(library, changed=True) is due


def test_interrupted_mining_is_made_up_for(library: Library, folder: Path) -> None:
    """Articles may have been written and their topics not; taking in again finds those too."""
    add(library, [folder])
    topics = library.topics()
    library.set_topics(())
    mining.expect(library)
    report = add(library, [folder])
    assert report.added == ()
    assert library.topics() == topics
    assert topics


def test_a_defect_of_mining_costs_no_article(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was taken in is reported as such, and the topics are found the next time."""
    monkeypatch.setattr(mining, "mine", lambda _: 1 / 0)
    assert len(add(library, [folder]).added) == 3
    monkeypatch.undo()
    assert library.topics() == ()
    add(library, [folder])
    assert library.topics()


def test_nothing_new_is_not_mined(library: Library, folder: Path) -> None:
    """Topics that are up to date are left alone."""
    add(library, [folder])
    before = library.revision
    add(library, [folder])
    assert library.revision == before


def test_what_processes_leave_is_derived_at_the_end(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large import gives the articles first, and then what views over all of them need."""
    monkeypatch.setattr(bench, "ALONE", 1)
    monkeypatch.setattr(bench, "WORTHWHILE", 1)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            f"公司第{number}季度营收{number + 2}亿元。", "utf-8"
        )
    told: list[tuple[str, int, int]] = []
    first = take_in(library, [tmp_path], hands=1)
    assert len(first.added) == 3
    lacking = [library.underived(each.name, each.version) for each in DERIVATIONS]
    assert {len(ids) for ids in lacking} == {2}
    add(library, [tmp_path], None, lambda *values: told.append(values), hands=1)
    assert told[-1] == (Stage.SUMMARIES, 2, 2)
    assert not any(library.underived(each.name, each.version) for each in DERIVATIONS)

"""Arriving: where one is when articles come in while the program is open."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from support.app import Opened, opened

from digest.library import Library
from digest.locations import seeds
from digest.services import ingest
from digest.services.ingest import IngestReport, add, take_in
from digest.ui.actions import Keymap
from digest.ui.app import DigestApp
from digest.ui.desk import Desk
from digest.ui.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.library import Store
    from digest.ui.bringing import Bringing

NEWS = "# 市政府将建新市场\n\n市政府 2024 年 5 月 3 日宣布，投入 3.5 亿元建设新市场。\n"


def one_by_one(home: Store, progress: Callable[[int, int], None]) -> IngestReport:
    """Brings the seeds in, the first of them shown alone for a while."""
    add(home, seeds()[:1])
    progress(1, 5)
    return add(home, seeds())


def brings(*paths: Path) -> Bringing:
    """Brings these in."""
    return lambda home, progress: add(home, paths, progress)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A library with nothing in it."""
    path = tmp_path / "empty.db"
    Library.open(path).close()
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A file that is in no library yet."""
    path = tmp_path / "news.md"
    path.write_text(NEWS, encoding="utf-8")
    return path


def arrive(app: Opened, *paths: Path) -> None:
    """Take files in and show what there is by now."""
    library = app.main.desk.library
    add(library, paths)
    app.app._background._laid_out(library.roll())


def title(app: Opened) -> str:
    """What the article is called that is open, which is the one the cursor is on."""
    listing = app.main.desk.listings[app.main.articles.cursor]
    assert app.main.navigator.article_id == listing.id
    return listing.title


async def test_a_first_start_ends_on_the_first_row(empty: Path) -> None:
    """Whatever came in first, the cursor is at the top and its article is shown."""
    async with opened(empty, bring=one_by_one) as app:
        assert app.main.articles.count == 5
        assert app.main.articles.cursor == 0
        assert title(app)


@pytest.mark.parametrize("key", ["enter", "d", "end"])
async def test_a_reader_who_has_begun_keeps_the_article(empty: Path, key: str) -> None:
    """Somebody who opened what came first stays in it while the others come."""
    async with opened(empty) as app:
        arrive(app, seeds()[0])
        begun = title(app)
        await app.press("enter" if key == "enter" else "tab", key)
        arrive(app, *seeds())
        assert title(app) == begun


async def test_a_reader_who_has_moved_keeps_the_article(empty: Path) -> None:
    """Somebody who went down and up again in the list stays where that led."""
    async with opened(empty) as app:
        arrive(app, *seeds()[:2])
        await app.press("j", "k")
        begun = title(app)
        arrive(app, *seeds())
        assert app.main.articles.cursor > 0
        assert title(app) == begun


async def test_the_place_of_the_last_time_is_kept_while_articles_come(seeded: Path) -> None:
    """What was open when the program was left stays open."""
    async with opened(seeded) as app:
        await app.press("G", "enter")
        begun = title(app)
        app.app.leave()
    async with opened(seeded) as app:
        app.app._background._laid_out(app.main.desk.library.roll())
        assert title(app) == begun


async def test_a_file_that_was_named_is_read(seeded: Path, news: Path) -> None:
    """Who opens the program on one file has it before him, as with a pager."""
    async with opened(seeded, bring=brings(news)) as app:
        assert app.main.is_reading
        assert title(app) == "市政府将建新市场"


async def test_a_file_that_was_there_is_read_too(seeded: Path) -> None:
    """A file whose article is in the library opens that article."""
    async with opened(seeded, bring=brings(seeds()[4])) as app:
        opened_now = app.main.desk.opened
        assert app.main.is_reading
        assert opened_now is not None
        assert app.main.desk.listings[app.main.articles.cursor].origin.endswith(seeds()[4].name)


async def test_of_several_files_the_first_of_the_list_is_shown(seeded: Path, news: Path) -> None:
    """With more than one the list has the keys, on the first of them that it holds."""
    async with opened(seeded, bring=brings(news, seeds()[0])) as app:
        named = [each.origin.rsplit("/", 1)[-1] for each in app.main.desk.listings]
        first = min(named.index(path.name) for path in (news, seeds()[0]))
        assert not app.main.is_reading
        assert app.main.articles.cursor == first > 0
        assert title(app)


async def test_topics_appear_to_who_waits_for_them(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are found when the articles can be read, and shown in the view that lies open."""
    with monkeypatch.context() as not_yet:
        not_yet.setattr(ingest, "rederive", lambda *_, **__: 0)
        async with opened(empty, bring=lambda home, told: take_in(home, seeds(), told)) as app:
            await app.press("2")
            assert app.main.articles.count == 5
            assert "科大讯飞" not in app.text
            not_yet.undo()
            app.app._background._get_ready()
            await app.rest()
            assert "科大讯飞" in app.text


async def test_who_starts_for_the_first_time_is_told_that_articles_come(empty: Path) -> None:
    """Before the first of them is there, nothing says that there is nothing to read."""
    come = Event()

    def slowly(_home: Store, _progress: Callable[[int, int], None]) -> IngestReport:
        come.wait()
        return IngestReport((), (), ())

    with Library.open(empty) as library:
        app = DigestApp(Desk(library, Look(), "zh_CN.UTF-8"), Keymap(), bring=slowly)
        async with app.run_test() as pilot:
            await pilot.pause()
            shown = Opened(app, pilot).text
            come.set()
            await app.workers.wait_for_complete()
        assert shown.count("正在读入") == 2
        assert "还没有文章" not in shown

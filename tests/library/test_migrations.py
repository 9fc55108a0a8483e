"""Libraries of every older schema are brought up to date with all that is in them."""

from __future__ import annotations

import contextlib
import sqlite3
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from support.library import connection_of, database
from support.older import connected, older

from digest.library import Library
from digest.library.marks import marked
from digest.library.migrations import LATEST, steps
from digest.library.schema import prepare
from digest.model import Figure, FigureKind, LibraryError, Mention, Span, TopicKind

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = {
    1: """
        INSERT INTO article VALUES (1, '0123456789ab', x'00', '甲.txt', '/甲.txt', 'utf-8', '2025');
        INSERT INTO original VALUES (1, x'e794b2');
        INSERT INTO analysis VALUES (1, 1, '标题', 0, '报', '', '2024', 1, 'zh-Hans', 4, 1, '2025');
        INSERT INTO content VALUES (1, '', '去年', '[]', '[["body", 0, 4]]', '[]', '华为3亿');
        INSERT INTO figure
        VALUES (1, 0, 2, 4, 2, 4, 0, '3亿', 'number', '{"number": "300000000"}', 3e8, NULL, 'r',
            2, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
        INSERT INTO topic VALUES (1, '华为', '华为', '["HUAWEI"]', 'org', 1.5);
        INSERT INTO mention VALUES (1, 0, 1, 0, 2);
        INSERT INTO state VALUES (1, 1, 1, 2, 4, '2025');
        INSERT INTO session VALUES ('view', 'zh-Hant')
    """,
}
CONTENT[2] = ";".join(
    (
        CONTENT[1],
        "UPDATE figure SET kind = 'date', resolved = '2023-H1'",
        "INSERT INTO folded VALUES (1, '标题', '华为3亿')",
        "INSERT INTO fulltext (fulltext) VALUES ('rebuild')",
    )
)
CONTENT[3] = ";".join(
    (
        CONTENT[2].replace("NULL, NULL);", "NULL, NULL, NULL, NULL);"),
        "INSERT INTO derived VALUES ('words', 1, 1, x'00')",
    )
)
CONTENT[4] = ";".join(
    (CONTENT[3], "INSERT INTO decision VALUES ('0123456789ab', 'ba9876543210', 1)")
)
CONTENT[5] = CONTENT[4]
CONTENT[6] = (
    CONTENT[5]
    .replace("topic VALUES", "topic (row, key, name, aliases, kind, score) VALUES")
    .replace("mention VALUES (1, 0, 1, 0, 2)", "mention VALUES (1, 1, 1, '[[0, 2]]')")
)
CONTENT[7] = ";".join(
    (
        *(each for each in CONTENT[6].split(";") if " figure" not in each),
        """
        INSERT INTO figures VALUES (1, x'00000000a3e1b141', '["date",null,"r",2]

[2,4,0,0,"300000000",null,null,"2023-H1"]')
        """,
        "INSERT INTO day VALUES (1, 0, '2023-01-01')",
    )
)
CONTENT[8] = ";".join(
    (
        CONTENT[7].replace("mention VALUES (1, 1, 1, '[[0, 2]]')", "posting VALUES (0, 1, '1')"),
        """INSERT INTO mention VALUES (1, '{"1":[0,2]}')""",
        "UPDATE topic SET articles = 1, places = 1",
    )
)
"""What a library of each older schema may hold, in the words of that schema."""

OLD = """
    INSERT INTO figure VALUES
        (1, 0, 0, 4, 1, 3, 2, '', 'money', '{"number": "1.50"}', 1.5, 'CNY', 'm', 3, 1, 'more',
            'up', 'yoy', 0, 0, '', 1, 2, '', NULL, NULL, NULL),
        (1, 1, 0, 4, 0, 4, 0, '', 'count', '{"number": ["1.5", "2E+1"]}', 1.5, NULL, 'm', 2, 0,
            NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (1, 2, 1, 4, 1, 4, 3, '', 'date', '"XXXX-02"', NULL, 'month', 'd', 2, 0, NULL, NULL, NULL,
            0, 1, '', NULL, NULL, NULL, '2024-02', '2024-02-01', '2024-02-29'),
        (1, 3, 1, 4, 1, 4, 0, '', 'date', '["2023", ".."]', NULL, 'year', 'd', 2, 0, 'since', NULL,
            NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (1, 4, 2, 4, 2, 4, 0, '', 'number', NULL, NULL, NULL, 'n', 1, 0, NULL, NULL, NULL, NULL,
            NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
"""
"""Figures of many forms, as they were kept up to schema 6."""

NEW = (
    Figure(
        Span(0, 4),
        Span(1, 3),
        FigureKind.MONEY,
        Decimal("1.50"),
        "CNY",
        "m",
        3,
        True,
        "more",
        "up",
        "yoy",
        Span(0, 0),
        Span(1, 2),
    ),
    Figure(Span(0, 4), Span(0, 4), FigureKind.COUNT, (Decimal("1.5"), Decimal("2E+1")), None, "m"),
    Figure(
        Span(1, 4),
        Span(1, 4),
        FigureKind.DATE,
        "XXXX-02",
        "month",
        "d",
        label=Span(0, 1),
        resolved="2024-02",
    ),
    Figure(Span(1, 4), Span(1, 4), FigureKind.DATE, ("2023", ".."), "year", "d", modifier="since"),
    Figure(Span(2, 4), Span(2, 4), FigureKind.NUMBER, None, None, "n", 1),
)
"""The same figures."""


def tried_by_another(path: Path) -> None:
    """Another program makes the library in this moment, unless the file is taken."""
    with contextlib.suppress(sqlite3.OperationalError):
        older(path, LATEST, "", timeout=0)


def test_there_is_a_step_for_every_version() -> None:
    """And content for every version but the latest, so that none goes untested."""
    assert len(steps()) == LATEST
    assert sorted(CONTENT) == list(range(1, LATEST))


@pytest.mark.parametrize("version", CONTENT)
def test_an_older_library_keeps_everything(tmp_path: Path, version: int) -> None:
    """Articles, figures, topics, state and session are there afterwards, and found."""
    older(database(tmp_path), version, CONTENT[version])
    with Library.open(database(tmp_path)) as library:
        identity = "0123456789ab"
        assert library.article(identity).text == "华为3亿"
        assert library.article(identity).metadata.published_reason == "去年"
        assert library.original(identity).raw == "甲".encode()
        (figure,) = library.figures(identity)
        assert isinstance(figure, Figure)
        assert str(figure.value) == "300000000"
        (topic,) = library.topics()
        assert (topic.kind, topic.aliases) == (TopicKind.ORG, ("HUAWEI",))
        assert topic.mentions == (Mention(identity, Span(0, 2)),)
        state = library.state(identity)
        assert (state.read, state.starred, state.place) == (True, True, Span(2, 4))
        assert library.session() == {"view": "zh-Hant"}
        assert [match.id for match in library.search("華為").matches] == [identity]
        assert [match.id for match in library.search("標題").matches] == [identity]
        assert library.check() == ()


def test_the_days_of_dates_are_told(tmp_path: Path) -> None:
    """A library from before they were kept is on the timeline too."""
    older(database(tmp_path), 2, CONTENT[2])
    with Library.open(database(tmp_path)) as library:
        (found,) = library.dated()
        assert (found.first, found.last) == ("2023-01-01", "2023-06-30")
        assert found.figure.kind is FigureKind.DATE


def test_every_field_of_a_figure_is_kept(tmp_path: Path) -> None:
    """Whatever form its value has, and where nothing is said of it."""
    path = database(tmp_path)
    older(path, 6, ";".join((CONTENT[6].replace("UPDATE figure", "DELETE FROM figure --"), OLD)))
    with Library.open(path) as library:
        assert repr(library.figures("0123456789ab")) == repr(NEW)
        assert library.sized(1.5, 1.5, 9).figures == {"0123456789ab": NEW[:2]}
        (found,) = library.dated()
        assert (found.paragraph, found.first, found.last) == (3, "2024-02-01", "2024-02-29")
        assert found.figure == NEW[2]


def another(row: int) -> str:
    """One more article, in the words of schema 6."""
    return f"""
        INSERT INTO article VALUES ({row}, '{row:012}', x'{row:04}', '', '', '', '2025');
        INSERT INTO original VALUES ({row}, x'');
        INSERT INTO analysis VALUES ({row}, 1, '', 0, '', '', '', 0, 'zh-Hans', 9, 0, '2025');
        INSERT INTO content VALUES ({row}, '', '', '[]', '[]', '[]', '一二三四五六七八九');
        INSERT INTO folded VALUES ({row}, '', '一二三四五六七八九')
    """  # noqa: S608  numbers of ours


def test_mentions_of_before_are_as_if_they_were_found_now(tmp_path: Path) -> None:
    """All places of all topics, wherever their articles stand; nothing is to be written anew."""
    more = (
        another(600),
        another(2000),
        "INSERT INTO fulltext (fulltext) VALUES ('rebuild')",
        "INSERT INTO topic VALUES (7, 'b', 'b', '[]', 'org', 1.0, 0, 0, 0)",
        "INSERT INTO mention VALUES (1, 600, 2, '[[1, 3], [5, 9]]')",
        "INSERT INTO mention VALUES (7, 600, 1, '[[0, 1]]')",
        "INSERT INTO mention VALUES (7, 2000, 1, '[[0, 0]]')",
    )
    older(database(tmp_path), 6, ";".join((CONTENT[6], *more)))
    with Library.open(database(tmp_path)) as library:
        assert library.check() == ()
        second = f"{600:012}"
        found = {"0123456789ab": (Span(0, 2),), second: (Span(1, 3), Span(5, 9))}
        assert dict(library.passages("华为")) == found
        assert [key for key, _ in library.mentions(second)] == ["b", "华为", "华为"]
        before = library.revision
        library.set_mentions({second: marked([(0, 1, "b"), (1, 3, "华为"), (5, 9, "华为")])})
        assert library.revision == before


def test_who_waits_for_an_older_library_is_told(tmp_path: Path) -> None:
    """How many articles it holds; of a new one and of one that is up to date, nothing."""
    said: list[int] = []
    older(database(tmp_path), 1, CONTENT[1])
    for path in (database(tmp_path), database(tmp_path), tmp_path / "new.db"):
        Library.open(path, upgrading=said.append).close()
    assert said == [1]


@pytest.mark.parametrize("version", CONTENT)
def test_an_upgraded_library_is_like_a_new_one(tmp_path: Path, version: int) -> None:
    """The way to a schema leaves no trace in it."""

    def shape(path: Path) -> list[tuple[str, ...]]:
        with Library.open(path) as library:
            rows = connection_of(library).execute("SELECT type, name, sql FROM sqlite_master")
            return sorted(map(tuple, rows), key=str)

    older(tmp_path / "older.db", version, CONTENT[version])
    assert shape(tmp_path / "older.db") == shape(tmp_path / "new.db")


def test_a_failed_step_leaves_the_older_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upgrade is whole or not begun; it can be tried again."""
    path = database(tmp_path)
    older(path, 1, CONTENT[1])

    def broken(connection: sqlite3.Connection) -> None:
        steps()[1](connection)
        raise sqlite3.OperationalError("interrupted")

    monkeypatch.setattr("digest.library.schema.steps", lambda: (steps()[0], broken))
    with pytest.raises(LibraryError, match="interrupted"):
        Library.open(path)
    monkeypatch.undo()
    with Library.open(path) as library:
        assert library.search("华为").total == 1


def test_an_up_to_date_library_runs_no_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening costs nothing then."""
    Library.open(database(tmp_path)).close()
    monkeypatch.setattr("digest.library.schema.steps", lambda: 1 / 0)
    Library.open(database(tmp_path)).close()


def test_a_library_that_another_program_is_making_is_not_taken_for_a_strange_file(
    tmp_path: Path,
) -> None:
    """Whichever statement of the opening the other's work falls between."""
    for moment in range(1, 12):
        path = database(tmp_path / str(moment))
        path.parent.mkdir()
        connection = connected(path)
        left = moment

        def meanwhile(_: str, path: Path = path) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                tried_by_another(path)

        connection.set_trace_callback(meanwhile)
        prepare(connection, path, read_only=False)
        connection.set_trace_callback(None)
        assert connection.execute("PRAGMA user_version").fetchone() == (LATEST,)
        connection.close()

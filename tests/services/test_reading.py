"""Targets of the command line become readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from digest.library import article_id
from digest.model import NotFoundError, SourceError
from digest.services.ingest import add
from digest.services.reading import Reading, Unreadable, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from digest.library import Library

NEWS = "深圳市统计局8月15日发布数据，上半年全市生产总值达1.6万亿元，同比增长6.3%。"
"""Enough text to be an article."""


def never() -> NoReturn:
    """What a target does not need is not asked for."""
    raise AssertionError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is an article."""
    path = tmp_path / "news" / "a.txt"
    path.parent.mkdir()
    path.write_text(NEWS, encoding="utf-8")
    return path


def test_a_file_is_read_where_it_is(file: Path) -> None:
    """No library is opened; the reading is like that of a kept article."""
    (reading,) = resolve(str(file), never, never)
    assert isinstance(reading, Reading)
    assert reading.article.text == NEWS
    assert reading.listing.id == reading.article.id == article_id(NEWS.encode())
    assert reading.listing.figures == len(reading.figures) > 0
    assert (reading.listing.read, reading.listing.added) == (False, "")
    assert reading.document().data == NEWS.encode()


def test_a_file_reads_as_it_would_when_kept(library: Library, file: Path) -> None:
    """There is one analysis."""
    (loose,) = resolve(str(file), never, never)
    add(library, [file])
    assert isinstance(loose, Reading)
    (held,) = resolve(loose.article.id, lambda: library, never)
    assert isinstance(held, Reading)
    assert (held.article, held.figures) == (loose.article, loose.figures)
    assert held.listing._replace(added="") == loose.listing
    assert held.cleaned().text == loose.cleaned().text


def test_a_folder_gives_all_that_is_in_it(file: Path) -> None:
    """In the order of names, and what cannot be read says why."""
    (file.parent / "0.txt").write_bytes(b"\0" * 99)
    first, second = resolve(str(file.parent), never, never)
    assert isinstance(first, Unreadable)
    assert first.name == "0.txt"
    assert first.reason
    assert isinstance(second, Reading)


def test_standard_input_is_one_article() -> None:
    """Read once, when it is asked for."""
    (reading,) = resolve("-", never, NEWS.encode)
    assert isinstance(reading, Reading)
    assert reading.listing.origin == "stdin"


def test_nothing_on_standard_input_is_unreadable() -> None:
    """An empty stream is no article."""
    (found,) = resolve("-", never, bytes)
    assert isinstance(found, Unreadable)


def test_a_prefix_names_an_article(library: Library, file: Path) -> None:
    """As few digits as tell it apart."""
    (arrival,) = add(library, [file]).added
    (reading,) = resolve(arrival.id[:3], lambda: library, never)
    assert isinstance(reading, Reading)
    assert reading.listing == library.listings()[0]


def test_a_file_comes_before_an_id(
    library: Library, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in the folder one is in is what one sees."""
    monkeypatch.chdir(file.parent)
    file.rename(file.parent / "abc")
    (reading,) = resolve("abc", lambda: library, never)
    assert isinstance(reading, Reading)


@pytest.mark.parametrize("target", ["none.txt", "./none", "a\0b", "x" * 5000])
def test_a_path_to_nothing_is_an_error_of_sources(library: Library, target: str) -> None:
    """It looks like a path and is read as one."""
    with pytest.raises((SourceError, NotFoundError)):
        list(resolve(target, lambda: library, never))


@pytest.mark.parametrize("target", ["abc", "报告", ""])
def test_neither_file_nor_article(library: Library, target: str) -> None:
    """The library is asked, and says so."""
    with pytest.raises(NotFoundError):
        list(resolve(target, lambda: library, never))

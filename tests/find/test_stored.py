"""What is kept of an index in a file is what is read from it, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.find import MemoryPassages
from digest.find.renewal import Shelves, renewed, restored, shelves_of
from digest.find.segment import Heading
from digest.find.stored import load, save
from digest.model import Mention, Span, Topic, TopicKind

if TYPE_CHECKING:
    from pathlib import Path

    from digest.find import Index

TITLES = ("华为发布新芯片", "科大訊飛星火大模型 V3.0", "𠮷野家 café 半价", "重庆轻轨🚄开通")
TOPIC = Topic("华为", "华为", ("HUAWEI",), TopicKind.ORG, 1.0, (Mention("a0", Span(0, 2)),))


def headings(*titles: str) -> list[Heading]:
    """Titles as headings."""
    return [Heading(f"a{at}", title, "报", "2024-05") for at, title in enumerate(titles)]


def made(old: Shelves, *titles: str) -> Index:
    """An index of some titles and a topic."""
    return renewed(old, [TOPIC], headings(*titles), MemoryPassages(()))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file in which an index was kept."""
    path = tmp_path / "folder" / "index"
    save(shelves_of(made(Shelves(None, ()), *TITLES)), path)
    return path


@pytest.mark.parametrize("query", ["华为", "kdxf", "jiye", "chongqing", "xinghuo", "cafe"])
def test_an_index_that_was_kept_answers_alike(kept: Path, query: str) -> None:
    """Every key of every entry comes back, characters beyond the first plane too."""
    before = made(Shelves(None, ()), *TITLES)
    assert made(load(kept), *TITLES).search(query) == before.search(query)


@pytest.mark.parametrize("titles", [TITLES, TITLES[1:], ()])
def test_the_whole_of_an_index_is_kept(tmp_path: Path, titles: tuple[str, ...]) -> None:
    """With its topics and with what is gone of its titles, under the edition it was made of."""
    index = made(shelves_of(made(Shelves(None, ()), *TITLES)), *titles)
    save(shelves_of(index, "f00d"), tmp_path / "index")
    forms, kept, whole = load(tmp_path / "index")
    assert forms is not None
    assert whole is not None
    assert whole.edition == "f00d"
    again = restored(forms, kept, whole, MemoryPassages(()))
    for query in ("华为", "huawei", "xinghuo", "cafe", ""):
        assert again.search(query) == index.search(query)


def test_what_is_known_is_taken_over(kept: Path) -> None:
    """Nothing is made anew where nothing has changed."""
    old = load(kept)
    assert made(old, *TITLES).segments[1:] == old.titles


def test_an_index_of_another_library_gives_nothing_of_it(kept: Path) -> None:
    """Titles that are not there any more are not found."""
    index = made(load(kept), "长江大桥通车")
    assert index.search("科大讯飞") == []
    assert [hit.text for hit in index.search("大桥")] == ["长江大桥通车"]


@pytest.mark.parametrize("at", [0, 20, 40, 300, -1])
def test_a_damaged_file_is_nothing(kept: Path, at: int) -> None:
    """One byte that is otherwise is enough."""
    raw = bytearray(kept.read_bytes())
    raw[at] ^= 0xFF
    kept.write_bytes(raw)
    assert load(kept) == Shelves(None, ())


@pytest.mark.parametrize("size", [0, 5, 30, 200, -1])
def test_a_file_that_was_cut_off_is_nothing(kept: Path, size: int) -> None:
    """As after a crash of the machine."""
    kept.write_bytes(kept.read_bytes()[:size])
    assert load(kept) == Shelves(None, ())


def test_no_file_is_nothing(tmp_path: Path) -> None:
    """As at the first start."""
    assert load(tmp_path / "none") == Shelves(None, ())


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """The finder works without its file."""
    (tmp_path / "file").write_text("")
    save(shelves_of(made(Shelves(None, ()))), tmp_path / "file" / "index")


def test_writing_leaves_one_file(kept: Path) -> None:
    """Whatever was begun beside it is gone."""
    save(shelves_of(made(Shelves(None, ()), *TITLES[:1])), kept)
    assert [each.name for each in kept.parent.iterdir()] == ["index"]
    assert len(load(kept).titles[0]) == 1

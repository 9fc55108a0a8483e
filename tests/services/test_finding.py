"""The finder follows the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import HitKind
from digest.services import finding
from digest.services.finding import Finder
from digest.services.ingest import add_document
from digest.services.passages import LibraryPassages
from digest.sources import read_stream

if TYPE_CHECKING:
    import pytest

    from digest.library import Library


def test_nothing_is_found_in_nothing(library: Library) -> None:
    """An empty library answers."""
    assert Finder(library).search("星火") == []


def test_what_arrives_is_found_and_what_goes_is_not(library: Library) -> None:
    """The index is made anew when articles have changed, and only then."""
    finder = Finder(library)
    text = "量子计算机在合肥投入运行。研究人员说，量子计算机将用于药物研发。"
    (arrival,) = add_document(library, read_stream(text.encode(), "a.txt")).added
    assert any(hit.article == arrival.id for hit in finder.search("量子计算机"))
    built = finder._index
    library.set_read([arrival.id], read=True)
    finder.search("合肥")
    assert finder._index is built
    library.remove([arrival.id])
    assert finder.search("量子计算机") == []


def filled(library: Library) -> tuple[str, str]:
    """A library of two articles with a word in common."""
    texts = (
        "合肥的量子计算机投入运行。研究人员说，它将用于药物研发。",
        "深圳的量子通信網絡開通。专家说，它将用于金融。",
    )
    documents = [read_stream(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    one, two = (add_document(library, each).added[0].id for each in documents)
    return one, two


def test_words_are_chosen_between_and_left_out(library: Library) -> None:
    """Such queries are for the texts, and lead to passages."""
    one, two = filled(library)
    finder = Finder(library)
    assert {hit.article for hit in finder.search("药物 OR 金融")} == {one, two}
    hits = finder.search("量子 -药物")
    assert {hit.article for hit in hits} == {two}
    assert {hit.kind for hit in hits} == {HitKind.PASSAGE}
    assert {hit.article for hit in finder.search("「用于 金融」")} == {two}
    assert finder.search("「量子 金融」") == []
    assert all("量子" in hit.place.of(library.article(hit.article).text) for hit in hits)


def test_a_large_library_is_left_where_it_is(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its topics, titles and passages are found all the same, and no text is held in memory."""
    one, two = filled(library)
    monkeypatch.setattr(finding, "WHOLE", 1)
    finder = Finder(library)
    (passage,) = (hit for hit in finder.search("金融") if hit.kind is HitKind.PASSAGE)
    assert passage.article == two
    assert "金融" in passage.place.of(library.article(two).text)
    assert finder._index is not None
    assert isinstance(finder._index.passages, LibraryPassages)
    title = library.listing(one).title
    assert any(hit.kind is HitKind.ARTICLE for hit in finder.search(title))

"""The finder follows the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.services.finding import Finder
from digest.services.ingest import add_document
from digest.sources import read_stream

if TYPE_CHECKING:
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

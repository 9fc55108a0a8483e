"""What is derived from every article is made once, by ingest or later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import entry

from digest.services import derivations
from digest.services.derivations import DERIVATIONS, Derivation, kept, make_lacking
from digest.services.ingest import add_document
from digest.sources import read_stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.library import Library
    from digest.model import Article, Figure

NEWS = "上半年全市生产总值达1.6万亿元，同比增长6.3%。"


def length(article: Article, figures: Sequence[Figure]) -> bytes:
    """How long an article is and how many figures it has."""
    return f"{len(article.text)} {len(figures)}".encode()


def broken(article: Article, figures: Sequence[Figure]) -> bytes:
    """Has a defect."""
    raise ZeroDivisionError(article.id, figures)


@pytest.fixture(autouse=True)
def table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of two rows, one with a defect."""
    rows = (Derivation("broken", 1, broken), Derivation("length", 2, length))
    monkeypatch.setattr(derivations, "DERIVATIONS", rows)


def test_names_are_unique_and_sorted() -> None:
    """A row is found by its name."""
    names = [each.name for each in DERIVATIONS]
    assert names == sorted(set(names))
    assert all(each.version > 0 for each in DERIVATIONS)


def test_an_unknown_name_is_a_mistake() -> None:
    """There is no row for it."""
    assert derivations.derivation("length").version == 2
    with pytest.raises(KeyError, match="nothing"):
        derivations.derivation("nothing")


def test_ingest_makes_everything(library: Library) -> None:
    """With the figures that were found; what has a defect is left out and costs no article."""
    (added,) = add_document(library, read_stream(NEWS.encode(), "a")).added
    figures = len(library.figures(added.id))
    assert figures > 0
    assert kept(library, "length") == {added.id: f"{len(NEWS)} {figures}".encode()}
    assert kept(library, "broken") == {}


def test_what_a_library_lacks_is_made(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slice by slice, and told."""
    monkeypatch.setattr(derivations, "SLICE", 2)
    ids = [each.id for each in library.add([entry(f"第{n}篇。") for n in range(3)])]
    told: list[tuple[int, int]] = []
    assert make_lacking(library, lambda done, total: told.append((done, total))) == 3
    assert told == [(2, 3), (3, 3)]
    assert kept(library, "length", ids[:1]) == {ids[0]: b"4 0"}
    assert library.underived("length", 2) == ()


def test_what_some_articles_lack_is_made_alone(library: Library) -> None:
    """The rest of an old library waits."""
    ids = [each.id for each in library.add([entry(f"第{n}篇。") for n in range(3)])]
    assert make_lacking(library, within=ids[1:2]) == 1
    assert kept(library, "length") == {ids[1]: b"4 0"}

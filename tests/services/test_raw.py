"""What was done to an article is shown beside it as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import Library
from digest.locations import seeds
from digest.model import Span
from digest.services.ingest import add
from digest.services.raw import raw

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_done_to_a_text_is_told(tmp_path: Path) -> None:
    """Insertions and restored runs are spans of the raw text, and both texts correspond."""
    (file,) = [path for path in seeds() if path.name.startswith("001")]
    with Library.open(tmp_path / "library.db") as library:
        add(library, [file])
        (listing,) = library.listings()
        clean = library.article(listing.id).text
        found = raw(library, listing.id)
    text = found.article.text
    assert "(yè)" in {span.of(text) for span in found.removed}
    assert len(found.removed) > 400
    assert len(found.mended) == 6
    place = Span(clean.index("Wintel"), clean.index("Wintel") + 6)
    assert found.alignment.to_source(place).of(text) == "Wintel"
    assert found.encoding.lower() == "utf-8"
    assert all("\n" not in each.span.of(text) for each in found.article.paragraphs)


def test_an_undamaged_text_was_left_alone(tmp_path: Path) -> None:
    """Nothing is said to have been taken out."""
    file = tmp_path / "news.txt"
    file.write_text("深圳市统计局发布数据。\n\n上半年全市生产总值达1.6万亿元。\n", "utf-8")
    with Library.open(tmp_path / "library.db") as library:
        add(library, [file])
        (listing,) = library.listings()
        found = raw(library, listing.id)
    assert (found.removed, found.mended, found.name) == ((), (), "news.txt")

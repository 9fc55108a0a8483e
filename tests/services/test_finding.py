"""The finder follows the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.library.answers import Answers
from digest.library.topical import Topical
from digest.model import HitKind, Span
from digest.services import finding
from digest.services.finding import Finder, cache_file
from digest.services.ingest import add_document
from digest.services.passages import LibraryPassages
from digest.sources import read_stream

if TYPE_CHECKING:
    from pathlib import Path

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


def test_the_index_is_kept_from_one_start_to_the_next(library: Library, tmp_path: Path) -> None:
    """The file is taken up, brought up to date, and made anew where it is damaged."""
    filled(library)
    file = cache_file(tmp_path / "cache", tmp_path / "library.db")
    hits = Finder(library, file).search("量子")
    before = file.read_bytes()
    assert Finder(library, file).search("量子") == hits
    assert file.read_bytes() == before
    file.write_bytes(before[:100])
    assert Finder(library, file).search("量子") == hits
    assert len(file.read_bytes()) == len(before)


@pytest.mark.parametrize("large", [False, True])
def test_of_a_library_that_is_as_it_was_nothing_is_read_again(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, large: bool
) -> None:
    """The next start answers from the file alone, and alike."""
    monkeypatch.setattr(finding, "WHOLE", 0 if large else 300)
    filled(library)
    queries = ("量子", "hefei", "用于", "", "kind:article 合肥")
    file = tmp_path / "index"
    made = Finder(library, file)
    before = [made.search(query) for query in queries]
    assert any(before)
    with monkeypatch.context() as without:
        without.delattr(Answers, "headings")
        without.delattr(Topical, "topics")
        kept = Finder(library, file)
        assert [kept.search(query) for query in queries] == before
    text = "长江大桥通车。记者说，大桥很长。"
    (arrival,) = add_document(library, read_stream(text.encode(), "a.txt")).added
    for finder in (kept, Finder(library, file)):
        assert any(hit.article == arrival.id for hit in finder.search("长江大桥"))


def test_every_library_has_a_file_of_its_own(tmp_path: Path) -> None:
    """By where it lies."""
    one, two = (cache_file(tmp_path, tmp_path / name) for name in ("a.db", "b.db"))
    assert one != two
    assert one.parent == two.parent == tmp_path


def test_a_search_is_narrowed_by_filters(seeded: Library) -> None:
    """Topics, titles and passages are of the source alone; what is left out is not found."""
    finder = Finder(seeded)
    (source,) = {hit.text for hit in finder.search("@nfds") if hit.kind is HitKind.SOURCE} or {
        "南方都市报"
    }
    of_it = {each.id for each in seeded.listings() if each.source == source}
    hits = finder.search(f"source:{source} 大模型")
    assert {hit.article for hit in hits} == of_it
    assert {hit.kind for hit in hits} >= {HitKind.TOPIC, HitKind.PASSAGE}
    assert finder.search("source:没有这家 大模型") == []
    assert finder.search("since:2999 大模型") == []


def test_a_source_is_found_and_searched(seeded: Library) -> None:
    """By initials; after its name stand words to find in it."""
    finder = Finder(seeded)
    assert {hit.article for hit in finder.search("@nfdsb")} == {
        hit.article for hit in finder.search("＠南方都市报 大模型")
    }
    assert {hit.kind for hit in finder.search("@")} == {HitKind.SOURCE}


@pytest.mark.parametrize("query", ["#84780.8万元", "#8.48亿", "#847808000", "#中标金额"])
def test_a_figure_is_found_by_value_or_label(seeded: Library, query: str) -> None:
    """However it is written, and rounded as it was typed."""
    hits = Finder(seeded).search(query)
    assert hits[0].kind is HitKind.FIGURE
    article = seeded.article(hits[0].article)
    assert hits[0].place.of(article.text) == "84780.8万元"
    assert "84780.8万元" in {span.of(hits[0].text) for span in hits[0].matched}


def test_a_figure_that_nobody_wrote_is_not_found(seeded: Library) -> None:
    """Near is not near enough."""
    assert Finder(seeded).search("#8.49亿") == []


def test_nothing_typed_gives_last_places_before_topics(library: Library) -> None:
    """Where reading stopped, then what the library speaks of."""
    one, _ = filled(library)
    library.set_place(one, Span(3, 5))
    first, *others = Finder(library).search("")
    assert (first.kind, first.article, first.place) == (HitKind.PLACE, one, Span(3, 5))
    assert HitKind.PLACE not in {hit.kind for hit in others}


def test_of_answers_as_good_the_unread_come_first(library: Library) -> None:
    """A passage of an article that was read yields, and is still there."""
    one, two = filled(library)
    for read, unread in ((one, two), (two, one)):
        library.set_read([read], read=True)
        library.set_read([unread], read=False)
        passages = [h for h in Finder(library).search("量子") if h.kind is HitKind.PASSAGE]
        assert [hit.article for hit in passages] == [unread, read]


@pytest.mark.parametrize(
    ("typed", "found"), [("药物言发", True), ("药物言", True), ("药物店", False)]
)
def test_a_slip_is_looked_past_in_a_large_library(
    library: Library, monkeypatch: pytest.MonkeyPatch, typed: str, *, found: bool
) -> None:
    """As in a small one: of three characters where the third sounds alike."""
    one, _ = filled(library)
    monkeypatch.setattr(finding, "WHOLE", 1)
    hits = Finder(library).search(typed)
    passages = [hit for hit in hits if hit.kind is HitKind.PASSAGE]
    assert any("药物研发" in hit.text for hit in passages) is found
    assert {hit.article for hit in passages} == ({one} if found else set())


@pytest.mark.parametrize(
    ("query", "problem"),
    [("量子 OR", "dangling"), ("-量子", "only-left-out"), ("kind:xx 量子", "filter"), ("量子", "")],
)
def test_what_is_wrong_with_a_query_is_said(library: Library, query: str, problem: str) -> None:
    """By a word that the screens and the command line put into a sentence."""
    filled(library)
    assert Finder(library).answer(query).problem == problem


def test_commands_are_for_the_screens(library: Library) -> None:
    """No text is looked for."""
    filled(library)
    assert Finder(library).search(">量子") == []

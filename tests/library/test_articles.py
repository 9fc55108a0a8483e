"""Articles are kept as they came and as they were understood."""

from __future__ import annotations

from decimal import Decimal

import pytest
from support.library import TEXT, article, connection_of, entry, figure

from digest.library import Analysis, Counts, Entry, Library, Original, article_id, content_digest
from digest.model import (
    Article,
    Figure,
    FigureKind,
    LibraryError,
    Metadata,
    NotFoundError,
    Paragraph,
    Role,
    Script,
    Span,
)


def test_the_original_is_kept_byte_for_byte(library: Library) -> None:
    """Whatever the bytes are, they come back."""
    raw = bytes(range(256)) * 3
    original = Original(raw, "名.txt", "/a/名.txt", "gb18030")
    (added,) = library.add([Entry(original, Analysis(1, article(raw=raw)))])
    assert library.original(added.id) == original


def test_an_article_comes_back_as_it_was(library: Library) -> None:
    """Every field of an article survives."""
    metadata = Metadata(
        title="题",
        title_derived=True,
        source="报",
        author="甲 乙",
        editor="丙",
        published="2023-08",
        published_inferred=True,
        published_reason="8月",
        keywords=("华为", "芯片"),
    )
    raw = TEXT.encode()
    paragraphs = (
        Paragraph(0, Role.HEADING, Span(0, 8)),
        Paragraph(1, Role.ANSWER, Span(9, len(TEXT))),
    )
    made = Article(article_id(raw), metadata, Script.MIXED, TEXT, paragraphs)
    original = Original(raw, "a", "a", "utf-8")
    library.add([Entry(original, Analysis(1, made, repaired=(Span(2, 4),)))])
    assert library.article(made.id) == made
    assert library.repaired(made.id) == (Span(2, 4),)


def test_a_figure_comes_back_as_it_was(library: Library) -> None:
    """Every field of a figure survives, the value exactly."""
    whole = Figure(
        span=Span(14, 17),
        core=Span(14, 16),
        kind=FigureKind.PERCENT,
        value=Decimal("12.50"),
        unit="%",
        rule="percent",
        salience=3,
        approx=True,
        modifier="more",
        change="up",
        base="yoy",
        label=Span(9, 12),
        subject=Span(0, 2),
        resolved="2023-08",
    )
    plain = figure(TEXT, "3亿元", ("2023-01", "2023-02"))
    (added,) = library.add([entry(figures=(whole, plain))])
    found = library.figures(added.id)
    assert found == (whole, plain)
    assert str(found[0].value) == "12.50"


def test_the_same_content_is_kept_once(library: Library) -> None:
    """Adding it again says that it is there, whatever its name."""
    (first,) = library.add([entry(origin="a.txt")])
    (again,) = library.add([entry(origin="b.txt")])
    assert (first.new, again.new, first.id) == (True, False, again.id)
    assert library.counts() == Counts(1, 1, 0)


def test_the_same_content_twice_in_one_batch_is_kept_once(library: Library) -> None:
    """A folder may hold a file twice."""
    assert [each.new for each in library.add([entry(), entry()])] == [True, False]


def test_an_id_comes_from_the_content(library: Library) -> None:
    """The same article has the same id in every library."""
    (added,) = library.add([entry()])
    assert added.id == article_id(TEXT.encode()) == content_digest(TEXT.encode()).hex()[:12]


def test_a_clash_of_ids_makes_the_later_one_longer(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two contents never share an id."""
    monkeypatch.setattr("digest.library.arrivals.ID_LENGTH", 1)
    library.add([entry(str(number)) for number in range(40)])
    ids = [each.id for each in library.listings()]
    assert len(set(ids)) == 40
    assert {library.article(each).id for each in ids} == set(ids)


def test_nothing_of_a_failed_batch_is_kept(library: Library) -> None:
    """A batch is kept whole or not at all."""
    broken = Analysis(1, article(title="\ud800", text="坏"))
    with pytest.raises(LibraryError, match="no Unicode"):
        library.add([entry(), Entry(entry("坏").original, broken)])
    assert library.counts().articles == 0


def test_lists_are_newest_first_and_stable(library: Library) -> None:
    """By date of publication, then of arrival, then as they came; undated ones last."""
    library.add([entry("一"), entry("二", published="2023"), entry("三", published="2023-08")])
    library.add([entry("四", published="2023-08-16"), entry("五")], added="2027-01-01T00:00:00Z")
    library.add([entry("六")], added="2027-01-01T00:00:00Z")
    assert [each.title for each in library.listings()] == list("四三二五六一")


def test_a_window_of_the_list(library: Library) -> None:
    """A screen needs only what it shows."""
    library.add([entry(str(number), published=f"{2000 + number}") for number in range(9)])
    whole = library.listings()
    assert library.listings(limit=3) == whole[:3]
    assert library.listings(limit=3, offset=7) == whole[7:]


def test_a_listing_says_what_a_list_shows(library: Library) -> None:
    """Numbers are counted once, at arrival."""
    made = entry(title="题", published="2023-08", figures=(figure(TEXT, "12%"),), origin="/x/a.txt")
    (added,) = library.add([made])
    found = library.listing(added.id)
    assert found == library.listings()[0]
    assert found._asdict() == {
        "id": added.id,
        "title": "题",
        "title_derived": False,
        "source": "",
        "author": "",
        "published": "2023-08",
        "published_inferred": False,
        "script": Script.HANS,
        "characters": len(TEXT),
        "figures": 1,
        "read": False,
        "starred": False,
        "origin": "/x/a.txt",
        "added": "2026-01-31T09:30:00Z",
    }
    assert found.read is False


def test_a_list_touches_no_text(library: Library) -> None:
    """The plan of the list's query names narrow tables alone, and sorts nothing."""
    from digest.library import articles  # noqa: PLC0415  the statement is not public

    plan = connection_of(library).execute(
        f"EXPLAIN QUERY PLAN {articles._LISTING} {articles.NEWEST_FIRST} LIMIT 50"
    )
    words = " ".join(row[3] for row in plan)
    assert not {"content", "original", "figures", "folded"} & set(words.split())
    assert "analysis_newest" in words
    assert "TEMP B-TREE" not in words


def test_articles_come_newest_first(library: Library) -> None:
    """Whoever needs every text reads them one by one."""
    library.add([entry("一", published="2023"), entry("二", published="2024")])
    assert [each.text for each in library.articles()] == ["二", "一"]
    assert [each.text for each in library.articles(limit=1)] == ["二"]


def test_a_unique_prefix_is_enough(library: Library) -> None:
    """A few digits name an article, in either case."""
    (added,) = library.add([entry()])
    assert library.resolve(added.id[:4].upper()) == added.id
    assert library.resolve(added.id) == added.id


def test_an_ambiguous_prefix_names_the_candidates(library: Library) -> None:
    """Nothing is guessed."""
    added = library.add([entry(str(number)) for number in range(40)])
    shared = next(
        each.id[0] for each in added if sum(other.id[0] == each.id[0] for other in added) > 1
    )
    with pytest.raises(NotFoundError, match=f"several articles begin with {shared}"):
        library.resolve(shared)


@pytest.mark.parametrize("prefix", ["", "zz", "%", "\udc80"])
def test_a_prefix_of_nothing_is_not_found(library: Library, prefix: str) -> None:
    """What names no article is an error of the tree."""
    library.add([entry()])
    with pytest.raises(NotFoundError):
        library.resolve(prefix)


def test_an_unknown_article_is_not_found(library: Library) -> None:
    """Every question about one article says when it is not there."""
    for ask in (library.article, library.figures, library.original, library.listing, library.state):
        with pytest.raises(NotFoundError, match="no article 0123"):
            ask("0123")


def test_a_new_analysis_replaces_the_old(library: Library) -> None:
    """What was derived is exchanged; what came in and what was done stays."""
    (added,) = library.add([entry(figures=(figure(TEXT, "12%"),))])
    library.set_read([added.id], read=True)
    newer = entry("芯片有3亿元。", title="新题", version=2, raw=TEXT.encode()).analysis
    library.replace(added.id, newer)
    assert library.article(added.id) == newer.article
    assert library.figures(added.id) == ()
    assert library.original(added.id).raw == TEXT.encode()
    assert library.state(added.id).read
    assert library.listing(added.id).added == "2026-01-31T09:30:00Z"
    assert library.check() == ()


def test_stale_analyses_are_known(library: Library) -> None:
    """What an older version made is to be made again; what a newer one made is not."""
    one, _ = library.add([entry("一", version=1), entry("二", version=2)])
    assert library.stale(2) == (one.id,)
    assert library.stale(1) == ()


def test_known_contents_are_told(library: Library) -> None:
    """What is here already needs no analysis."""
    (added,) = library.add([entry()])
    here, absent = content_digest(TEXT.encode()), content_digest(b"")
    assert library.known([here, absent]) == {here: added.id}


def test_a_name_that_is_no_text_is_kept_readable(library: Library) -> None:
    """Names of files may hold any bytes."""
    (added,) = library.add([entry(origin="a\udcff.txt")])
    assert library.original(added.id).origin == "a\ufffd.txt"


def test_a_closed_library_says_so(library: Library) -> None:
    """Closing twice is no error; asking afterwards is."""
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="has been closed"):
        library.counts()


def test_errors_are_of_the_tree(library: Library) -> None:
    """SQLite's own errors stay inside."""
    connection_of(library).execute("DROP TABLE figures")
    with pytest.raises(LibraryError, match="does not answer"):
        library.add([entry(figures=(figure(TEXT, "12%"),))])

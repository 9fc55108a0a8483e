"""What was removed leaves nothing behind, and comes back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.library import TEXT, connection_of, entry, figure

from digest.model import Figure, FigureKind, Mention, Span, Topic, TopicKind

if TYPE_CHECKING:
    from digest.library import Library

TABLES = (
    "article",
    "original",
    "analysis",
    "content",
    "figures",
    "day",
    "mention",
    "state",
    "folded",
    "derived",
)


TEXT_DATE = Span(TEXT.index("3亿"), TEXT.index("3亿") + 2)
DATE = Figure(TEXT_DATE, TEXT_DATE, FigureKind.DATE, "2023-08", "month", "date", resolved="2023-08")


def filled(library: Library) -> tuple[str, str]:
    """A library of two articles about one topic, one of them read."""
    made = entry(figures=(figure(TEXT, "12%"), DATE), published="2023-08")
    one, two = (each.id for each in library.add([made, entry("华为在深圳。", published="2023")]))
    mentions = (Mention(one, Span(0, 2)), Mention(two, Span(0, 2)))
    library.set_topics([Topic("华为", "华为", ("HUAWEI",), TopicKind.ORG, 2.5, mentions)])
    library.set_read([one], read=True)
    library.set_place(one, Span(3, 5))
    return one, two


def rows(library: Library) -> dict[str, int]:
    """How many rows each table has."""
    ask = connection_of(library).execute
    return {name: ask(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}  # noqa: S608  our own names


def test_removing_leaves_nothing(library: Library) -> None:
    """Every table lets go of the article, the index too."""
    removed = library.remove(filled(library))
    assert len(removed.ids) == 2
    assert set(rows(library).values()) == {0}
    assert library.topics() == ()
    assert library.search("华为").total == 0
    assert library.check() == ()


def everything(library: Library, one: str) -> tuple[object, ...]:
    """All that can be asked about an article, and the order of the library."""
    return (
        library.listings(),
        library.article(one),
        library.figures(one),
        library.state(one),
        library.original(one),
        library.mentions(one),
        library.search("华为"),
        rows(library),
    )


def test_restoring_puts_everything_back(library: Library) -> None:
    """Text, figures, state, mentions and the place in the list."""
    one, two = filled(library)
    before = everything(library, one)
    library.restore(library.remove([one]))
    after = everything(library, one)
    assert after == before
    assert set(library.topics()[0].articles) == {one, two}
    assert library.check() == ()


def test_what_is_not_there_is_passed_over(library: Library) -> None:
    """Removing twice is no error."""
    one, _ = filled(library)
    assert library.remove([one, "0123"]).ids == (one,)
    assert library.remove([one]).ids == ()


def test_restoring_what_was_added_again_changes_nothing(library: Library) -> None:
    """The newer arrival stays."""
    one, _ = filled(library)
    removed = library.remove([one])
    library.add([entry()])
    library.restore(removed)
    assert library.counts().articles == 2
    assert not library.listing(one).read


def test_a_place_in_the_order_may_have_been_taken(library: Library) -> None:
    """An article that arrived meanwhile keeps its row."""
    _, two = filled(library)
    removed = library.remove([two])
    library.add([entry("新")])
    library.restore(removed)
    assert library.counts().articles == 3
    assert library.check() == ()


def test_changes_of_articles_are_counted(library: Library) -> None:
    """What is made from all articles is known to be out of date; a mark changes none."""
    seen = [library.revision]
    one, _ = filled(library)
    seen.append(library.revision)
    removed = library.remove([one])
    seen.append(library.revision)
    library.restore(removed)
    seen.append(library.revision)
    library.set_starred([one], starred=True)
    assert sorted(set(seen)) == seen
    assert library.revision == seen[-1]

"""Figures of a whole library: listed, compared, bounded, and what is left out is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.briefing.comparison import Relation
from digest.briefing.ledger import own_wording
from digest.model import FigureKind
from digest.services import derivations
from digest.services.across import NAME, VERSION, Wanted, listed, told
from digest.services.comparing import compared, compared_here, standings
from digest.services.ingest import add_document
from digest.sources import read_stream

if TYPE_CHECKING:
    from digest.library import Library

NEWS = {
    "2024-03-20": "比亚迪2023年营业收入为6023.15亿元,销量302万辆。",
    "2024-03-22": "比亞迪2023年營收為6113.20億元,銷量302萬輛。",
    "2023-03-20": "比亚迪2022年销量186万辆。吉利汽车2022年销量143万辆。",
}
"""Three articles by the day they were published."""


def fill(library: Library) -> None:
    """Take the three articles in."""
    for day, text in NEWS.items():
        page = f"---\ntitle: 车市 {day}\ndate: {day}\n---\n\n{text}\n"
        add_document(library, read_stream(page.encode(), f"{day}.md"))


def test_a_library_tells_where_articles_disagree(library: Library) -> None:
    """Disagreements first, each with the words of its article."""
    fill(library)
    found = compared(library)
    assert (found.articles, found.left_out) == (3, 0)
    first = found.told[0]
    assert Relation.CONFLICT in first.comparison.relations
    assert [entry.written for entry in first.entries] == ["6023.15亿元", "6113.20億元"]
    assert {Relation.SERIES, Relation.SAME} in [one.comparison.relations for one in found.told]


def test_what_is_kept_and_what_is_made_now_agree(library: Library) -> None:
    """A library that lacks the measures of its articles compares them all the same."""
    fill(library)
    before = compared(library)
    row = derivations.derivation(NAME)
    assert row.version == VERSION
    assert len(library.derived(NAME, row.version)) == len(NEWS)
    library.set_derived(NAME, row.version + 1, library.derived(NAME, row.version))
    assert library.derived(NAME, row.version) == {}
    assert compared(library) == before


def test_articles_are_compared_without_a_library(library: Library) -> None:
    """Files are held against each other as kept articles are."""
    fill(library)
    ids = [listing.id for listing in library.listings()]
    here = compared_here(
        [(library.listing(i), library.article(i), library.figures(i)) for i in ids]
    )
    assert here.told == compared(library).told


def test_wishes_narrow_what_is_compared(library: Library) -> None:
    """By date, by kind, by label, and to the newest."""
    fill(library)
    assert compared(library, Wanted(since="2024")).articles == 2
    assert compared(library, limit=2).left_out == 1
    money = compared(library, Wanted(kinds=frozenset({FigureKind.MONEY})))
    assert [one.comparison.metric for one in money.told] == ["营业收入"]
    ids = tuple(listing.id for listing in library.listings(1))
    assert compared(library, Wanted(articles=ids)).told == ()


def test_every_figure_is_listed_newest_article_first(library: Library) -> None:
    """Each with its words, and how many articles were left out."""
    fill(library)
    found = listed(library)
    assert [entry.listing.published for entry in found.entries] == sorted(
        (entry.listing.published for entry in found.entries), reverse=True
    )
    entry = next(one for one in found.entries if one.written == "6113.20億元")
    article = library.article(entry.listing.id)
    assert told(entry, own_wording(article)).value == "6,113億人民幣"
    assert (
        article.paragraphs[entry.paragraph]
        .span.of(article.text)[entry.start :]
        .startswith(entry.written)
    )
    assert listed(library, limit=1).left_out == 2


def test_labels_are_looked_through_in_any_script(library: Library) -> None:
    """A word in Simplified finds labels in Traditional."""
    fill(library)
    found = listed(library, Wanted(label="营收"))
    assert "6113.20億元" in {entry.written for entry in found.entries}


def test_a_topic_narrows_to_its_articles(seeded: Library) -> None:
    """Articles that mention it, and no others."""
    topic = seeded.subjects(1)[0]
    found = listed(seeded, Wanted(topic=topic.key))
    ids = {article for article, _ in seeded.passages(topic.key)}
    assert {entry.listing.id for entry in found.entries} == ids


def test_the_seeds_disagree_on_one_thing(seeded: Library) -> None:
    """24 or 25 years in the field; developers and teams of developers are two things."""
    (found,) = [one for one in compared(seeded).told if one.comparison.disputed]
    assert {entry.written for entry in found.entries} == {"24 年", "25年"}


def test_a_figure_knows_how_it_stands_to_others(library: Library) -> None:
    """How many tell the same, and who tells it otherwise, of the same time alone."""
    fill(library)
    known = standings(library)
    ids = {listing.published: listing.id for listing in library.listings()}
    of_one = known[ids["2024-03-20"]]
    text = NEWS["2024-03-20"]
    revenue, sales = of_one[text.index("6023")], of_one[text.index("302")]
    assert [article for article, _ in revenue.conflicts] == [ids["2024-03-22"]]
    assert (sales.elsewhere, sales.conflicts) == (1, ())
    assert ids["2023-03-20"] not in known

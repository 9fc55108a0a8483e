"""The five bundled articles, from their files to what a reader asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.library import content_digest
from digest.locations import seeds
from digest.model import FigureKind, HitKind, Role, Script
from digest.services.analysis import ANALYSIS_VERSION
from digest.services.finding import Finder
from digest.services.reading import kept
from digest.text.fold import key

if TYPE_CHECKING:
    from digest.library import Library


def by_seed(library: Library) -> list[str]:
    """Ids of the seeds' articles, in the order of their files."""
    digests = [content_digest(path.read_bytes()) for path in seeds()]
    known = library.known(digests)
    return [known[digest] for digest in digests]


def test_all_five_are_there_byte_for_byte(seeded: Library) -> None:
    """Nothing of the originals is lost."""
    raws = [seeded.original(each).raw for each in by_seed(seeded)]
    assert raws == [path.read_bytes() for path in seeds()]
    assert seeded.counts().articles == 5


def test_every_title_is_made_from_the_text(seeded: Library) -> None:
    """No seed has a title line: each title is words of its text, and marked."""
    for listing in seeded.listings():
        assert listing.title_derived
        assert 4 <= len(listing.title) <= 40
        assert key(listing.title) in key(seeded.article(listing.id).text)


def test_the_scripts_are_told(seeded: Library) -> None:
    """Converted, repaired, Taiwanese and Simplified."""
    scripts = [seeded.listing(each).script for each in by_seed(seeded)]
    assert scripts[2:] == [Script.HANS, Script.HANT, Script.HANS]
    assert not {Script.HANS, Script.UNDECIDED} & set(scripts[:2])


def test_pinyin_insertions_are_gone(seeded: Library) -> None:
    """The second seed carries hundreds of them."""
    text = seeded.article(by_seed(seeded)[1]).text
    assert "(" not in text or "(xù)" not in text
    assert "持續引爆行業通用大模型" in text


def test_paragraphs_cover_the_text(seeded: Library) -> None:
    """They are what a line feed parts, in order, and nothing else is there."""
    for article in seeded.articles():
        assert "\n".join(each.span.of(article.text) for each in article.paragraphs) == article.text
        assert {each.role for each in article.paragraphs} & {Role.BODY, Role.ANSWER}


def test_figures_lie_in_their_text(seeded: Library) -> None:
    """Every figure has its words, and the kinds of news are among them."""
    kinds = set()
    for article in seeded.articles():
        found = seeded.figures(article.id)
        assert len(found) >= 15
        assert [each.span for each in found] == sorted(each.span for each in found)
        for figure in found:
            assert figure.span.of(article.text).strip()
            assert figure.span.contains(figure.core)
            kinds.add(figure.kind)
    assert {FigureKind.MONEY, FigureKind.PERCENT, FigureKind.DATE, FigureKind.COUNT} <= kinds


def test_topics_are_mined_over_all_of_them(seeded: Library) -> None:
    """Who and what the articles are about, once each, with every place."""
    topics = {key(name): each for each in seeded.topics() for name in (each.name, *each.aliases)}
    for name in ("科大讯飞", "刘庆峰", "GPT-4", "讯飞星火"):
        topic = topics[key(name)]
        for mention in topic.mentions[:20]:
            text = seeded.article(mention.article).text
            assert mention.span.of(text)
    assert len(topics[key("科大讯飞")].articles) == 5


def test_the_finder_leads_to_the_place(seeded: Library) -> None:
    """In either script and in pinyin, the person is found and stands where the hit leads."""
    finder = Finder(seeded)
    for query in ("刘庆峰", "劉慶峰", "liuqingfeng", "lqf"):
        best = finder.search(query)[0]
        assert best.kind is HitKind.TOPIC, query
        assert "刘庆峰" in key(best.place.of(seeded.article(best.article).text)), query


def test_full_text_finds_both_scripts(seeded: Library) -> None:
    """One word, whatever it is typed in."""
    found = {query: seeded.search(query).total for query in ("劉慶峰", "刘庆峰", "庆", "算力")}
    assert found == {"劉慶峰": 5, "刘庆峰": 5, "庆": 5, "算力": 5}


def test_the_library_is_sound_and_up_to_date(seeded: Library) -> None:
    """After a first start there is nothing left to do."""
    assert seeded.check() == ()
    assert seeded.stale(ANALYSIS_VERSION) == ()


def test_a_kept_article_knows_its_raw_text(seeded: Library) -> None:
    """The clean text is aligned with the text as it came."""
    reading = kept(seeded, by_seed(seeded)[1][:5])
    cleaned = reading.cleaned()
    assert cleaned.text.text == reading.article.text
    raw = reading.document().text
    start = reading.article.text.index("持續引爆")
    span = type(reading.article.paragraphs[0].span)(start, start + 4)
    assert cleaned.text.alignment.to_source(span).of(raw) == "持續(xù)引爆"

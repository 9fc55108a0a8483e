"""The finder: topics, titles and passages together, best first."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.finding import answers, foreign_titles, gold_queries, made_queries, seeds

from digest.find import Index
from digest.find.passages import MAX_PASSAGE
from digest.model import Article, HitKind, Mention, Metadata, Script, Span, Topic, TopicKind
from digest.text.fold import key
from digest.topics import find_topics

MIN_RANK, MIN_FIVE = 0.97, 0.99
"""Floors of the mean reciprocal rank and of hits among the first five, hand-made queries."""

MIN_RANK_AMONG, MIN_RANK_MADE = 0.95, 0.93
"""Floors beside foreign titles, and over machine-made queries nobody looked at."""


@pytest.fixture(scope="module")
def topics() -> tuple[Topic, ...]:
    """The topics of the seeds."""
    return find_topics(seeds())


@pytest.fixture(scope="module")
def index(topics: tuple[Topic, ...]) -> Index:
    """An index of the seeds."""
    return Index.build(topics, seeds())


def _ranks(index: Index, topics: tuple[Topic, ...]) -> list[int]:
    return [
        next((at for at, hit in enumerate(index.search(q.text), 1) if answers(hit, q, topics)), 0)
        for q in gold_queries()
    ]


def _mean(ranks: list[int]) -> float:
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


def test_hand_made_queries_find_what_they_mean(index: Index, topics: tuple[Topic, ...]) -> None:
    """Scripts, pinyin, initials, slips, gaps and turned words all lead to the topic or passage."""
    ranks = _ranks(index, topics)
    assert _mean(ranks) >= MIN_RANK
    assert sum(0 < rank <= 5 for rank in ranks) / len(ranks) >= MIN_FIVE


def test_foreign_titles_do_not_drown_what_is_meant(topics: tuple[Topic, ...]) -> None:
    """Twenty thousand titles made of the same words leave topics where they were."""
    index = Index.build(topics, [*seeds(), *foreign_titles(seeds(), 20_000)])
    assert _mean(_ranks(index, topics)) >= MIN_RANK_AMONG


def test_machine_made_queries_find_what_they_mean(index: Index, topics: tuple[Topic, ...]) -> None:
    """Names spoilt at random are found as the hand-made ones are."""
    asked = made_queries(topics, 200, random.Random(3))  # noqa: S311  not for secrets
    ranks = [
        next((at for at, hit in enumerate(index.search(q.text), 1) if answers(hit, q, topics)), 0)
        for q in asked
    ]
    assert _mean(ranks) >= MIN_RANK_MADE


@pytest.mark.parametrize("query", ["lqf", "liuqf", "刘庆峰", "劉慶峰", "liu庆峰", "刘庆丰"])
def test_matched_characters_are_marked_however_they_were_typed(index: Index, query: str) -> None:
    """Initials, pinyin, either script and a homophone light the same three characters."""
    hit = index.search(query)[0]
    assert key("".join(span.of(hit.text) for span in hit.matched)) == "刘庆峰"


def test_nothing_typed_gives_the_strongest_topics(index: Index, topics: tuple[Topic, ...]) -> None:
    """An empty query is answered by weight."""
    hits = index.search("", limit=5)
    assert [hit.topic for hit in hits] == [topic.key for topic in topics[:5]]


def test_marks_alone_find_nothing(index: Index) -> None:
    """A query of punctuation has no answer."""
    assert index.search("。。 !!") == []


def test_passage_is_short_and_lies_where_it_says(index: Index) -> None:
    """A passage is cut from the clean text and marks the words in it."""
    texts = {article.id: article.text for article in seeds()}
    hits = [hit for hit in index.search("股价 50.27") if hit.kind is HitKind.PASSAGE]
    assert hits
    for hit in hits:
        assert hit.place.of(texts[hit.article]) == hit.text
        assert len(hit.text) <= MAX_PASSAGE
    assert "50.27" in "".join(span.of(hits[0].text) for span in hits[0].matched)


def test_passage_is_found_with_a_slip(index: Index) -> None:
    """One wrong character of a phrase does not hide it where nothing has the phrase itself."""
    hits = index.search("鱼龙浑杂")
    assert any(hit.kind is HitKind.PASSAGE and "鱼龙混杂" in hit.text for hit in hits)


@pytest.mark.parametrize(("typed", "stands"), [("18236人", "18,236人"), ("3,500元", "3500元")])
def test_long_numbers_are_found_with_and_without_commas(typed: str, stands: str) -> None:
    """Texts write them both ways."""
    text = f"昨晚在场的有不少,共{stands}。"
    hits = Index.build((), [Article("a", Metadata(), Script.HANS, text, ())]).search(typed)
    assert [hit.kind for hit in hits] == [HitKind.PASSAGE]
    assert [span.of(hits[0].text) for span in hits[0].matched] == [stands]


def test_hits_are_best_first_and_within_the_limit(index: Index) -> None:
    """Scores fall, lie between 0 and 1, and no more are given than asked for."""
    hits = index.search("大模型", limit=7)
    scores = [hit.score for hit in hits]
    assert len(hits) == 7
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_topic_comes_before_title_before_passage() -> None:
    """What is found in all three ways leads to all places first."""
    article = Article("a", Metadata(title="北海大桥通车"), Script.HANS, "昨天,北海大桥通车了。", ())
    topic = Topic("北海大桥", "北海大桥", (), TopicKind.PLACE, 1.0, (Mention("a", Span(3, 7)),) * 2)
    hits = Index.build([topic], [article]).search("北海大桥")
    assert [hit.kind for hit in hits] == [HitKind.TOPIC, HitKind.ARTICLE, HitKind.PASSAGE]


def test_no_library_finds_nothing() -> None:
    """An empty library answers every query with nothing."""
    index = Index.build([], [])
    assert index.search("") == []
    assert index.search("华为") == []


@given(st.text(max_size=80))
def test_whatever_is_typed_is_answered(index: Index, query: str) -> None:
    """No query raises, and spans lie inside what is shown."""
    for hit in index.search(query, limit=10):
        assert all(span.end <= len(hit.text) for span in hit.matched)


def test_importing_loads_nothing_heavy() -> None:
    """The finder is cheap to import."""
    heavy = "{'numpy', 'rapidfuzz', 'rjieba', 'opencc'}"
    code = f"import sys, digest.find, digest.topics; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  our own interpreter


@pytest.mark.parametrize("typed", ["鹿阳连", "路阳联", "鹿洋联"])
def test_three_characters_are_found_by_their_sound(typed: str) -> None:
    """One may be another that is said alike; one that is not would say too little."""
    article = Article("a", Metadata(), Script.HANS, "下周三将迎战劲旅鹿阳联。", ())
    index = Index.build((), [article])
    assert [hit.kind for hit in index.search(typed)] == [HitKind.PASSAGE]
    assert not index.search("鹿阳山")


def test_a_slip_in_a_passage_comes_before_a_name_that_is_half_another() -> None:
    """依洛尤单抗 is meant, and stands in no topic."""
    text = "获批的还有依洛尤单抗等。"
    topic = Topic("特西单抗", "特西单抗", (), TopicKind.PRODUCT, 1.0, (Mention("a", Span(0, 1)),))
    index = Index.build((topic,), [Article("a", Metadata(), Script.HANS, text, ())])
    assert [hit.kind for hit in index.search("依洛由单抗")][:1] == [HitKind.PASSAGE]


@pytest.mark.parametrize("typed", ["飞星2号", "飛星2號"])
def test_digits_are_read_as_they_are_said(index: Index, typed: str) -> None:
    """飞星二号, and not its elder sister."""
    assert key(index.search(typed)[0].text) == key("飞星二号")


@pytest.mark.parametrize("typed", ["kengutou", "啃gutou", "kengutou "])
def test_passage_is_found_by_pinyin(index: Index, typed: str) -> None:
    """What is no topic and no title, where it stands."""
    first = index.search(typed)[0]
    assert first.kind is HitKind.PASSAGE
    assert "".join(span.of(first.text) for span in first.matched) == "啃骨头"


def test_lone_initials_are_no_sounds_of_passages(index: Index) -> None:
    """They stand anywhere."""
    assert all(hit.kind is not HitKind.PASSAGE for hit in index.search("kgtx"))


@pytest.mark.parametrize(("typed", "first"), [("热闹非凡", "passage"), ("renaofeifan", "topic")])
def test_what_is_told_once_comes_as_it_was_typed(index: Index, typed: str, first: str) -> None:
    """Its passage for the very words, its name for what means it."""
    assert index.search(typed)[0].kind == first

"""Mining: topics of a library, found anew when it is time, looked for in what comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.library import entry

from digest.services import mining, sampled
from digest.services.own import Said, own_topics
from digest.topics import Own

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from digest.library import Library
    from digest.library.marks import Marks

TEXTS = (
    "蓝鲸科技董事长周若水表示,蓝鲸科技将推出大模型“海豚”。",
    "周若水说,大模型“海豚”下月上线,蓝鲸科技为此准备了两年。",
    "苏州市政府与蓝鲸科技签约。",
)
"""Of a firm, a person and a product that are made up."""


def taken_in(library: Library, *texts: str) -> list[str]:
    """The ids of articles that are put into a library."""
    return [added.id for added in library.add([entry(text) for text in texts])]


def names(library: Library) -> list[str]:
    """The names of the topics that are mentioned, best first."""
    return [subject.name for subject in library.subjects()]


def articles(library: Library, name: str) -> set[str]:
    """The articles that mention a topic."""
    (key,) = (each.key for each in library.subjects() if each.name == name)
    return {identity for identity, _ in library.passages(key)}


def test_topics_are_found_with_their_places(library: Library) -> None:
    """In every article that has them."""
    ids = taken_in(library, *TEXTS)
    mining.mine(library)
    assert articles(library, "蓝鲸科技") == set(ids)
    assert articles(library, "周若水") == set(ids[:2])


@pytest.fixture
def large(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library that counts as large, mined."""
    monkeypatch.setattr(mining, "ALWAYS_UP_TO", 0)
    taken_in(library, *TEXTS, *(f"天气预报说第{number}天有雨。" for number in range(10)))
    mining.mine(library)
    return library


def test_an_article_that_comes_in_gets_its_mentions_at_once(large: Library) -> None:
    """Also where topics are not found anew for one article."""
    (new,) = taken_in(large, "蓝鲸科技今日开业。")
    assert not mining.mine_if_due(large, changed=True)
    assert new in articles(large, "蓝鲸科技")


def test_only_what_has_come_is_looked_through(large: Library) -> None:
    """The others keep what they have."""
    taken_in(large, "蓝鲸科技今日开业。")
    assert mining.find_mentions(large) == 1
    assert mining.find_mentions(large) == 0


def test_a_text_that_was_derived_anew_is_looked_through_again(large: Library) -> None:
    """Its old places would point at other words."""
    one = large.passages("蓝鲸科技")[0][0]
    text = "今天，蓝鲸科技开业。"
    large.replace(one, entry(text, version=2, raw=large.original(one).raw).analysis)
    mining.find_mentions(large)
    (spans,) = (spans for each, spans in large.passages("蓝鲸科技") if each == one)
    assert [span.of(text) for span in spans] == ["蓝鲸科技"]


def test_it_goes_on_where_it_was_cut_off(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles that were not looked through are, the next time; none is twice."""
    monkeypatch.setattr(sampled, "SLICE", 1)
    monkeypatch.setattr(mining, "FIRST_ROWS", 0)
    monkeypatch.setattr(mining, "ALWAYS_UP_TO", 0)
    ids = taken_in(library, *TEXTS)
    mining.mine(library)
    mining.expect(library)
    looked: list[tuple[str, ...]] = []
    given = library.set_mentions

    def cut_off(found: Mapping[str, Marks]) -> None:
        if looked:
            raise KeyboardInterrupt
        looked.append(tuple(found))
        given(found)

    monkeypatch.setattr(library, "set_mentions", cut_off)
    with pytest.raises(KeyboardInterrupt):
        mining.mine(library)
    monkeypatch.undo()
    assert mining.find_mentions(library) == len(ids) - 1
    assert articles(library, "蓝鲸科技") == set(ids)


def test_candidates_are_worked_out_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Finding topics again reads what was kept, and gives the same."""
    taken_in(library, *TEXTS)
    mining.mine(library)
    before = library.subjects()
    monkeypatch.setattr("digest.topics.candidates", lambda *_: 1 / 0)
    mining.mine(library)
    assert library.subjects() == before


def test_a_large_library_is_mined_from_a_sample_and_searched_whole(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest and some of the others tell what the topics are; all tell where they stand."""
    monkeypatch.setattr(sampled, "NEWEST", 3)
    monkeypatch.setattr(sampled, "SPREAD", 0)
    ids = taken_in(library, *TEXTS, "蓝鲸科技昨天没有回应。")
    assert sampled.sample(ids) == tuple(ids[:3])
    mining.mine(library)
    assert articles(library, "蓝鲸科技") == set(ids)


def test_the_sample_is_spread_over_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest, and others at even distances."""
    monkeypatch.setattr(sampled, "NEWEST", 2)
    monkeypatch.setattr(sampled, "SPREAD", 2)
    assert sampled.sample("abcdefghij") == ("a", "b", "c", "g")
    assert sampled.sample("abcd") == "abcd"


def test_the_readers_words_count(library: Library) -> None:
    """Aliases, names and stops of the reader's hold at once."""
    taken_in(library, *TEXTS)
    said = Own.parse("海豚\t海豚大模型\n-周若水\n苏州市政府与蓝鲸科技\n")
    mining.mine(library, Said(said, "1"))
    assert {"海豚大模型", "苏州市政府与蓝鲸科技"} <= set(names(library))
    assert "周若水" not in names(library)


def test_another_word_of_the_readers_makes_topics_due(
    large: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However large the library."""
    assert not mining.mine_if_due(large, changed=False)
    said = Said(Own.parse("-蓝鲸科技"), "1")
    monkeypatch.setattr(mining, "_said", lambda: said)
    assert mining.mine_if_due(large, changed=False)
    assert "蓝鲸科技" not in names(large)
    assert not mining.mine_if_due(large, changed=False)


def test_what_the_reader_says_is_read_from_a_file(tmp_path: Path) -> None:
    """Without a file nothing is said; another content has another stamp."""
    file = tmp_path / "topics.txt"
    assert own_topics(file) == Said(Own.EMPTY, "")
    file.write_text("\ufeff鹅厂\t腾讯\n", "utf-8")
    first = own_topics(file)
    assert first.own.aliases == {"鹅厂": "腾讯"}
    file.write_text("-鹅厂\n", "utf-8")
    assert own_topics(file).stamp != first.stamp


def test_a_library_of_older_rules_has_its_topics_found_anew(large: Library) -> None:
    """A newer program finds others, also where nothing has come."""
    mining.mine(large)
    assert not mining.mine_if_due(large, changed=False)
    large.remember({mining.RULES: "0"})
    assert mining.mine_if_due(large, changed=False)
    assert not mining.mine_if_due(large, changed=False)


def test_looking_through_is_told(large: Library) -> None:
    """A large library takes minutes."""
    told: list[tuple[int, int]] = []
    mining.mine(large, None, lambda done, total: told.append((done, total)))
    count = large.counts().articles
    assert told[-1] == (count, count)

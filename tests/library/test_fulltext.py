"""The full-text index finds exactly what a scan of the folded texts would find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from support.library import database, entry, held

from digest.library import Library
from digest.library.bigrams import bigrams, phrase
from digest.library.query import parse
from digest.text.fold import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = (
    "华为发布GPT-4o，增长12%。\n出货量达3亿元",
    "華為在深圳發佈晶片；“百模大戰”",
    "GPT4 与 gpt-4 是一个东西",
    "科大讯飞星火 V3.0",
    "𠮷野家 café Straße ½",
    "的",
    "- -- \"'",
)


QUERIES = (
    "华为",
    "華為",
    "为",
    "爲",
    "GPT4",
    "gpt-4",
    "T4",
    "t",
    "4o",
    "12%",
    "％",
    "百模大戰",
    "𠮷野",
    "cafe",
    "ß",
    "strasse",
    "½",
    "的",
    "元",
    "3.0",
    "没有",
    "东西华",
)


@pytest.fixture
def filled(library: Library) -> Library:
    """A library of a few texts in both scripts."""
    library.add([entry(text) for text in TEXTS])
    return library


def scanned(library: Library, query: str) -> set[str]:
    """Ids of the articles whose folded text holds the folded query."""
    folded = "".join(key(query).split())
    return {each.id for each in library.articles() if folded in key(each.text)}


def searched(library: Library, query: str) -> set[str]:
    """Ids that the index finds."""
    return {each.id for each in library.search(query).matches}


@pytest.mark.parametrize(
    "query",
    QUERIES,
)
def test_the_index_finds_what_a_scan_finds(filled: Library, query: str) -> None:
    """One character, two or more, of any script."""
    assert searched(filled, query) == scanned(filled, query)


def test_any_mark_counts(library: Library) -> None:
    """Quotes and signs, either small sigma and what is no character are parts of words."""
    marks = [chr(code) for code in (*range(1, 128), 0x3C2, 0x3C3, 0xFFFE)]
    texts = ["甲", "甲乙", *(f"甲{mark}乙" for mark in marks if not mark.isspace())]
    library.add([entry(text) for text in texts])
    for query in texts:
        assert held(library, query) == scanned(library, query)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One library for all rounds of a property."""
    with Library.open(database(tmp_path_factory.mktemp("shared"))) as library:
        library.add([entry(text) for text in TEXTS])
        yield library


@given(st.data())
def test_any_part_of_a_text_is_found(shared: Library, data: st.DataObject) -> None:
    """The index has no holes."""
    text = key(data.draw(st.sampled_from(TEXTS)))
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    part = text[start : data.draw(st.integers(start + 1, len(text) + 1))]
    assume("\n" not in part and part)
    assert searched(shared, f'"{part}"') == scanned(shared, part)


@given(st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_query_has_an_answer(shared: Library, query: str) -> None:
    """Nothing that can be typed is an error of SQLite's."""
    assert shared.search(query).total >= 0


def test_occurrences_are_counted(library: Library) -> None:
    """How often, not only whether; the limit cuts the list and not the total."""
    library.add([entry("星火星火，星火"), entry("星火")])
    found = library.search("星火")
    assert sorted(match.count for match in found.matches) == [1, 3]
    assert library.search("星火", limit=1).total == 2
    assert len(library.search("星火", limit=1).matches) == 1


def test_words_apart_must_all_stand_there(library: Library) -> None:
    """In any order, anywhere."""
    both, _ = (each.id for each in library.add([entry("芯片来自华为"), entry("华为手机")]))
    assert searched(library, "华为 芯片") == {both}


def test_a_minus_leaves_out(library: Library) -> None:
    """What holds the word is not among the answers."""
    _, other = (each.id for each in library.add([entry("华为芯片"), entry("华为手机")]))
    assert searched(library, "华为 -芯片") == {other}
    assert searched(library, "-芯片") == set()


def test_or_asks_for_either(library: Library) -> None:
    """Between two words; the words beside them are still needed."""
    ids = [each.id for each in library.add([entry("华为芯片"), entry("华为手机"), entry("芯片")])]
    assert searched(library, "华为 芯片 OR 手机") == {ids[0], ids[1]}
    assert searched(library, "OR") == set()


def test_quotation_marks_keep_words_together(library: Library) -> None:
    """Chinese ones too, and one that was not closed yet."""
    one, _ = (each.id for each in library.add([entry("AI 芯片 好"), entry("芯片好 AI")]))
    assert searched(library, '"AI 芯片"') == {one}
    assert searched(library, "「AI 芯片") == {one}


def test_a_title_is_found_beside_its_text(library: Library) -> None:
    """A title that stands in the text is counted once."""
    library.add([entry("正文", title="標題"), entry("标题在此", title="标题")])
    assert [match.count for match in library.search("标题").matches] == [1, 1]


def test_answers_are_ranked(library: Library) -> None:
    """Who speaks of it most comes first."""
    library.add([entry("甲" * 50 + "星火" + "乙" * 50), entry("星火星火星火")])
    assert [match.count for match in library.search("星火").matches] == [3, 1]


def test_too_many_answers_come_newest_first(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ranking them all would keep a reader waiting."""
    monkeypatch.setattr("digest.library.fulltext.RANKED_MOST", 1)
    added = library.add([entry(f"星火{n}", published=f"202{n}") for n in range(4)])
    found = library.search("星火", limit=3)
    assert [match.id for match in found.matches] == [each.id for each in added[:0:-1]]


@pytest.mark.parametrize(("gathered", "walked"), [(100, 100), (2, 100), (2, 1)])
def test_common_words_come_newest_first_by_whichever_way(
    library: Library, monkeypatch: pytest.MonkeyPatch, gathered: int, walked: int
) -> None:
    """Gathered; read one after the other; or, where the newest lack it, asked for after all."""
    monkeypatch.setattr("digest.library.fulltext.RANKED_MOST", 1)
    monkeypatch.setattr("digest.library.fulltext.GATHERED", gathered)
    monkeypatch.setattr("digest.library.fulltext.WALKED", walked)
    days = ("2021", "2024", "2022", "2023")
    added = library.add([entry(f"星火于{day}", published=day) for day in days])
    library.add([entry("别的", published="2025"), entry("星火与别的", published="2026")])
    found = library.search("星火 -别的", limit=3)
    assert [match.id for match in found.matches] == [added[at].id for at in (1, 3, 2)]
    assert [match.count for match in found.matches] == [1, 1, 1]


@pytest.mark.parametrize(
    "query", ["星火", "星火 OR 甲", "星火 甲", "-甲 星火", "“火甲” 星", "火　甲"]
)
def test_reading_finds_what_the_index_finds(library: Library, query: str) -> None:
    """Whichever way is taken, the articles are the same."""
    texts = ("星火", "星火甲", "甲乙", "火甲星", "星\n火", "甲星 火")
    added = library.add([entry(text, title="火甲") for text in texts])
    read = {
        each.id
        for each, text in zip(added, texts, strict=True)
        if parse(query).is_met(key("火甲"), key(text))
    }
    assert held(library, query) == read


def test_a_new_analysis_is_found_and_the_old_is_not(library: Library) -> None:
    """The index follows the text."""
    (added,) = library.add([entry("旧文")])
    library.replace(added.id, entry("新文", raw="旧文".encode()).analysis)
    assert (library.search("旧文").total, library.search("新文").total) == (0, 1)
    assert library.check() == ()


def test_no_phrase_crosses_paragraphs(library: Library) -> None:
    """White space parts what is indexed, also where pairs on its two sides would follow."""
    assert bigrams("甲乙\n丙丁戊") == "甲乙 ¶ 丙丁 丁戊"
    library.add([entry("昨天在北京\n京津两地")])
    assert library.search("北京津").total == 0
    assert library.search("北京").total == library.search("京津").total == 1


def test_quotes_cannot_leave_a_phrase() -> None:
    """What was typed never becomes part of the query's language."""
    assert phrase('甲"乙') == '{title text} : "甲"" ""乙"'
    assert phrase('"') == 'characters : """"'
    assert phrase(" \0 ") == ""


def test_an_empty_query_asks_nothing(filled: Library) -> None:
    """Punctuation that the fold drops asks nothing either."""
    for query in ("", " ", "-", '""', "（）"):
        assert parse(query).expression == ""
        assert filled.search(query).total == 0


def test_the_index_survives_reopening(tmp_path: Path) -> None:
    """It is in the file."""
    with Library.open(database(tmp_path)) as library:
        library.add([entry("星火")])
    with Library.open(database(tmp_path)) as library:
        assert library.search("星火").total == 1

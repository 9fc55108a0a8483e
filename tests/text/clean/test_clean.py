"""Cleaning as a whole: the seeds, the places of their characters, and what files declare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Metadata, Role, Span
from digest.text.clean import Cleaned, clean

ROOT = Path(__file__).parents[3]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
HOSTILE = (ROOT / "tests/data/hostile.jsonl").read_text("utf-8").splitlines()

PIECES = (
    *(
        "业(yè)",
        "?fàn)顩r",
        "来源：新华网",
        "（完）",
        "作者|张三",
        "# 标题",
        "问：好吗？",
        "答：好。",
    ),
    *("\n", "\r\n", "　", " ", "、 ", "。", "国家", "发布", "A\x1b[31m", "\u200b", "e\u0301", "·"),
)
RAW = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def seed(number: int) -> tuple[str, Cleaned]:
    """One of the bundled articles, raw and cleaned."""
    with SEEDS[number].open(encoding="utf-8", newline="") as file:
        raw = file.read()
    return raw, clean(raw, name=SEEDS[number].name)


def paragraphs(cleaned: Cleaned) -> list[str]:
    """The paragraphs' texts."""
    return [paragraph.span.of(cleaned.text.text) for paragraph in cleaned.paragraphs]


TAKEN = {
    0: {"作爲中國大模型的「頭雁」,科大訊飛有意願也有責任走出這麽一條大模型之路。·"},
    1: {"文/劉曠公眾號,ID:liukuang110"},
    2: {"(资料图片)", "(文章来源:南方都市报)", "关键词:"},
    3: set[str](),
    4: {"作者|许昊杰 许可亮", "编辑|许昊杰", "题图|科大讯飞"},
}


@pytest.mark.parametrize("number", range(5))
def test_nothing_real_is_taken_out(number: int) -> None:
    """The lines of each article are there, in order, but for furniture and its traces."""
    raw, cleaned = seed(number)
    source = (ROOT / "tests/data/clean/001.src.txt").read_text("utf-8") if number == 1 else raw
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    kept = paragraphs(cleaned)
    gone = [line for line in lines if line not in kept]
    altered = {line for line in gone if any(line.startswith(text[:20]) for text in kept)}
    assert {line for line in gone if line not in altered} <= TAKEN[number]
    assert len(altered) <= 1
    assert len(kept) == len(lines) - len(gone) + len(altered)


@pytest.mark.parametrize(
    ("number", "known"),
    [
        (1, {"author": "劉曠"}),
        (2, {"source": "南方都市报", "title": "科大讯飞召开星火认知大模型V2.0升级发布会"}),
        (3, {"source": "中國企業家雜誌"}),
        (4, {"author": "许昊杰 许可亮", "editor": "许昊杰"}),
    ],
)
def test_what_the_furniture_said_is_known(number: int, known: dict[str, str]) -> None:
    """Credits become metadata."""
    metadata = seed(number)[1].metadata
    assert {name: getattr(metadata, name) for name in known} == known
    assert metadata.title_derived


@pytest.mark.parametrize(
    ("number", "role", "count"),
    [
        (0, Role.HEADING, 0),
        (0, Role.CREDIT, 2),
        (1, Role.HEADING, 4),
        (2, Role.HEADING, 3),
        (2, Role.QUESTION, 4),
        (3, Role.QUESTION, 0),
        (3, Role.ANSWER, 26),
        (4, Role.HEADING, 3),
    ],
)
def test_the_parts_of_the_articles_have_their_roles(number: int, role: Role, count: int) -> None:
    """Headings, captions and interviews are told apart from the body."""
    assert sum(1 for part in seed(number)[1].paragraphs if part.role is role) == count


@pytest.mark.parametrize("number", range(5))
def test_every_character_of_an_article_knows_its_raw_place(number: int) -> None:
    """Outside the repairs each clean character is the raw one it stands for."""
    raw, cleaned = seed(number)
    repaired = {place for span in cleaned.repaired for place in range(span.start, span.end)}
    text = cleaned.text.text
    for place, character in enumerate(text):
        if place in repaired:
            continue
        source = cleaned.text.alignment.to_source(Span(place, place + 1)).of(raw)
        assert source == character or (character == "\n" and source.startswith("\n"))


def test_repairs_are_places_of_the_clean_text() -> None:
    """They can be lit where they stand."""
    cleaned = seed(1)[1]
    assert len(cleaned.repaired) == 6
    assert cleaned.repaired[0].of(cleaned.text.text) == "狀況"


@given(RAW)
def test_a_clean_text_is_its_paragraphs(raw: str) -> None:
    """Joined by a line feed, numbered from 0, none empty, none with blanks at its ends."""
    cleaned = clean(raw)
    parts = paragraphs(cleaned)
    assert "\n".join(parts) == cleaned.text.text
    assert [part.index for part in cleaned.paragraphs] == list(range(len(parts)))
    assert all(part and part == part.strip() for part in parts)


@given(RAW)
def test_unchanged_characters_map_to_themselves(raw: str) -> None:
    """Any raw text: a clean character that stands for one raw character is that character."""
    cleaned = clean(raw)
    repaired = {place for span in cleaned.repaired for place in range(span.start, span.end)}
    for place, character in enumerate(cleaned.text.text):
        source = cleaned.text.alignment.to_source(Span(place, place + 1)).of(raw)
        if place not in repaired and len(source) == 1:
            assert source == character or source in "\r\n \u3000"


@given(RAW)
def test_cleaning_a_clean_text_keeps_its_words(raw: str) -> None:
    """The title may still be found in it, but no paragraph is touched twice."""
    once = clean(raw)
    given_title = Metadata(title="已有标题")
    again = paragraphs(clean(once.text.text, given=given_title))
    assert set(again) <= {*paragraphs(once)} | {text.rstrip("·。（完） ") for text in again}


def test_the_title_line_is_not_read_twice() -> None:
    """It is shown above the text."""
    cleaned = clean("七月经济数据公布\n国家统计局今天发布了七月份的数据，总体平稳。")
    assert cleaned.metadata.title == "七月经济数据公布"
    assert not cleaned.metadata.title_derived
    assert paragraphs(cleaned) == ["国家统计局今天发布了七月份的数据，总体平稳。"]


def test_what_a_file_declares_goes_before_what_it_says() -> None:
    """A declared title, source and date win; what is not declared is read."""
    declared = Metadata(title="《数据》 公布", source="甲报", published="2023-08-17")
    cleaned = clean(
        "《数据》公布\n来源：乙报 2023-08-16 作者：张三\n今天发布了七月份的数据，总体平稳。",
        given=declared,
    )
    assert cleaned.metadata == Metadata(
        title="《数据》 公布", source="甲报", author="张三", published="2023-08-17"
    )
    assert paragraphs(cleaned) == ["今天发布了七月份的数据，总体平稳。"]


def test_a_declared_title_is_made_harmless() -> None:
    """What a file declares passes the same door."""
    cleaned = clean("正文。", given=Metadata(title="A\x1b]0;x\x07\u202eB", keywords=("\x00",)))
    assert cleaned.metadata.title == "AB"
    assert cleaned.metadata.keywords == ()


def test_the_name_of_the_file_may_say_the_day() -> None:
    """Where nothing else does."""
    assert clean("正文。", name="t20230816_1.html").metadata.published == "2023-08-16"
    assert clean("2023-08-15\n正文在这里。", name="20230816.txt").metadata.published == "2023-08-15"


def test_a_blank_behind_a_mark_goes() -> None:
    """A full-width mark has its own; the author's blanks around Latin stay."""
    cleaned = clean("电力、钢铁、 航司等 AI 领域。 下一句,  再一句。")
    assert cleaned.text.text == "电力、钢铁、航司等 AI 领域。下一句,  再一句。"


@pytest.mark.parametrize("raw", ["", " \n\u3000\n", "\ufeff\u200b"])
def test_a_blank_text_has_no_paragraphs(raw: str) -> None:
    """There is nothing to read and no title to make."""
    cleaned = clean(raw)
    assert (cleaned.text.text, cleaned.paragraphs, cleaned.metadata) == ("", (), Metadata())


@pytest.mark.parametrize("row", HOSTILE)
def test_hostile_text_stays_text(row: str) -> None:
    """Markup is read as it is written, and every text is an article."""
    cleaned = clean(json.loads(row)["text"])
    assert cleaned.paragraphs
    assert "\x1b" not in cleaned.text.text + cleaned.metadata.title

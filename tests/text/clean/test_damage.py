"""Damage: readings that a tool pasted in go, characters it split are whole again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Span
from digest.text.clean.damage import MIN_READINGS, restore
from digest.text.pinyin import toned_readings

ROOT = Path(__file__).parents[3]
DAMAGED = (ROOT / "seeds/001_379c85a4ae24b99b.txt").read_text("utf-8")
CLEAN = (ROOT / "tests/data/clean/001.src.txt").read_text("utf-8")

PASTED = "業(yè)產(chǎn)實(shí)現(xiàn)發(fā)來(lái)會(huì)這(zhè)個(gè)時(shí)"


def test_the_damaged_article_is_restored_to_the_character() -> None:
    """All readings go, all split characters are whole, and nothing else changes."""
    assert restore(DAMAGED).text.text == CLEAN


def test_repaired_runs_are_reported() -> None:
    """What was read again from its bytes can be shown as such."""
    restored = restore(DAMAGED)
    assert [span.of(restored.text.text) for span in restored.repaired] == [
        "狀況",
        "實現",
        "實現",
        "換",
        "將迎來“大爆發",
        "將迎來屬于自己的“W",
    ]


def test_a_repaired_run_leads_back_to_the_damage() -> None:
    """The alignment says what stood there."""
    restored = restore(DAMAGED)
    raw = restored.text.alignment.to_source(restored.repaired[0])
    assert raw.of(DAMAGED) == "?fàn)顩r"


def test_unrepaired_characters_keep_their_places() -> None:
    """Every character outside the repairs is the one it stands for."""
    restored = restore(DAMAGED)
    text, alignment = restored.text.text, restored.text.alignment
    inside = {place for span in restored.repaired for place in range(span.start, span.end)}
    for place, character in enumerate(text):
        if place not in inside:
            assert alignment.to_source(Span(place, place + 1)).of(DAMAGED) == character


@pytest.mark.parametrize(
    "text",
    [
        "與日軍奮戰的仇(qiú)將軍，在這裡安家。",
        "他姓(xìng)仇(qiú)，住在(zài)浙江。",
        "變量(a)與變量(b)，選項(c)、(d)、(e)、(f)、(g)、(h)、(i)。",
        "百度(baidu)、阿里(ali)、騰訊(tencent)、網易(wangyi)、京東(jd)、美團(mt)、小米(mi)、華為(hw)",
    ],
)
def test_glosses_and_letters_stay(text: str) -> None:
    """A few readings are the author's, and what is no reading is never one."""
    assert restore(text).text.text == text


def test_real_brackets_stay_among_pasted_readings() -> None:
    """Only what reads the character before it goes."""
    text = restore(PASTED + "候(合格線360分)行(Wintel)變(abc)量(x)").text.text
    assert text == "業產實現發來會這個時候(合格線360分)行(Wintel)變(abc)量(x)"


def test_readings_without_tones_and_full_width_brackets_count() -> None:
    """Tools write readings in several ways."""
    assert restore(PASTED + "候（hou）").text.text == "業產實現發來會這個時候"


def test_a_long_clean_text_with_few_readings_is_left_alone() -> None:
    """Readings are damage only where they are dense."""
    text = PASTED + "文" * (MIN_READINGS * 1000)
    assert restore(text).text.text == text


def test_an_ambiguous_split_is_left_as_it_is() -> None:
    """What several readings of the bytes explain is not guessed at."""
    text = PASTED + "候,新?lián)Zz。"
    assert "?lián)" in restore(text).text.text


def test_a_question_mark_before_a_bracket_is_no_damage() -> None:
    """A question with a note behind it stays."""
    text = PASTED + "候,真的嗎?(笑)他問。"
    assert restore(text).text.text.endswith("真的嗎?(笑)他問。")


@given(st.lists(st.sampled_from(CLEAN.replace("\n", "")), min_size=20, max_size=60))
def test_pasting_readings_is_undone(characters: list[str]) -> None:
    """Whatever text readings were pasted into comes back."""
    text = "".join(characters).replace("(", "").replace(")", "")
    readings = (toned_readings(character) for character in text)
    pasted = "".join(
        f"{character}({said[0]})" if said and len(said[0]) < 7 else character
        for character, said in zip(text, readings, strict=True)
    )
    restored = restore(PASTED + pasted)
    assert restored.text.text.endswith(text)
    assert not restored.repaired


@given(st.text("業產(è)?yàn）顩r新Q'\n甲", max_size=60))
def test_any_damage_is_read_or_left(text: str) -> None:
    """No arrangement of broken pieces raises, and the alignment holds."""
    restored = restore(PASTED + text)
    assert restored.text.alignment.target_length == len(restored.text.text)

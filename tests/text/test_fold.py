"""Folding: spellings of one thing fold to one string, and places are found again."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import digest.text
from digest.model import Span
from digest.text.fold import fold, key, simplified

ROOT = Path(__file__).parents[2]
TABLE = Path(digest.text.__file__).parent / "data" / "simplified.txt"

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("科訊飛「」 -—3.0GPT４…㈱ﬁ\n")))


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (("GPT-4", "GPT4", "GPT—4", "gpt 4", "ＧＰＴ－４"), "gpt4"),
        (("科大訊飛", "科大讯飞", "「科大 訊飛」"), "科大讯飞"),
        (("昇騰", "昇腾", "升腾"), "升腾"),
        (("華為", "華爲", "华为"), "华为"),
        (("馬克·扎克伯格", "马克・扎克伯格"), "马克扎克伯格"),
        (("Café", "cafe", "Cafe\u0301"), "cafe"),
        (("啓動", "啟動", "启动"), "启动"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...], folded: str) -> None:
    """Script, width, case, spaces, dashes, brackets and marks do not matter."""
    assert {key(spelling) for spelling in spellings} == {folded}


def test_what_tells_figures_apart_stays() -> None:
    """A decimal point, a plus and a percent sign are not dropped."""
    assert key("3.5") != key("35")
    assert key("1 + N") == "1+n"
    assert key("５０％") == "50%"


def test_stops_and_paragraphs_part_phrases() -> None:
    """What stands on both sides of a stop or a line feed does not become one phrase."""
    assert "力星" not in key("能力。星火\n")
    assert "力星" not in key("能力\n星火")


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """A key is its own key."""
    assert key(key(text)) == key(text)


@given(TEXTS, TEXTS)
def test_folding_joins(first: str, second: str) -> None:
    """The key of two texts joined is their keys joined."""
    assert key(first + second) == key(first) + key(second)


@given(TEXTS)
def test_fold_is_the_key_with_its_places(text: str) -> None:
    """Every character of the key leads to the character that it was made from."""
    folded = fold(text)
    assert folded.text == key(text)
    for index, character in enumerate(folded.text):
        source = folded.alignment.to_source(Span(index, index + 1)).of(text)
        assert character in key(source)


@given(TEXTS)
def test_simplified_keeps_every_place(text: str) -> None:
    """Code points stand one for one."""
    assert len(simplified(text)) == len(text)


def test_simplified_changes_script_and_width_only() -> None:
    """Case, spaces and dashes stay for the grammars that read them."""
    assert simplified("ＧＰＴ－４ 發佈，20％") == "GPT-4 发布,20%"


def test_table_is_sorted_unique_and_ends_at_once() -> None:
    """No character is listed twice, and no result is changed again."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line[0] != "#"]
    results = [line.split(" ")[0] for line in lines]
    forms = "".join(line.split(" ")[1] for line in lines)
    assert results == sorted(set(results))
    assert len(forms) == len(set(forms))
    assert not set(forms) & set(results)


def test_table_is_what_opencc_says() -> None:
    """The committed table is the one that the script makes."""
    script = ROOT / "tools" / "make_fold_table.py"
    if not script.exists():
        pytest.skip("the tools are not part of an installed package")
    spec = importlib.util.spec_from_file_location("make_fold_table", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.table() == TABLE.read_text("utf-8")


def test_many_changed_characters_change_as_few_do() -> None:
    """A long Traditional text comes to what its characters come to one by one."""
    text = "臺灣國際電腦展覽會開幕，參觀人數達萬人；業績、營收與獲利增長（較去年），買氣轉強！" * 2
    assert simplified(text) == "".join(map(simplified, text))

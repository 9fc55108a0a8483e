"""Detection: documents, paragraphs and titles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Script
from digest.text.script import detect, detect_paragraphs, inherited
from digest.text.script.detection import _slips
from digest.text.script.tables import rows

DATA = Path(__file__).parents[2] / "data" / "script"


@pytest.mark.parametrize(
    ("seed", "script"),
    [
        ("000", Script.MIXED),
        ("001", Script.MIXED),
        ("002", Script.HANS),
        ("003", Script.HANT),
        ("004", Script.HANS),
    ],
)
def test_an_article_is_told(seed: str, script: Script) -> None:
    """Simplified, native Traditional, and Traditional from a careless converter."""
    text = (DATA / "references" / f"{seed}.src.txt").read_text(encoding="utf-8")
    assert detect(text) is script


@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_sentence_is_told(column: int) -> None:
    """Single sentences of either script are never called the other or mixed."""
    lines = (DATA / "development.tsv").read_text(encoding="utf-8").splitlines()
    wanted = Script.HANT if column else Script.HANS
    for line in lines:
        text = line.split("\t")[column] if not line.startswith("#") else ""
        assert detect(text) in {wanted, Script.UNDECIDED}, text


@pytest.mark.parametrize(
    ("title", "script"),
    [
        ("之后", Script.HANS),
        ("為何", Script.HANT),
        ("滴水石穿,非一日之功。", Script.UNDECIDED),
        ("GPT-4", Script.UNDECIDED),
        ("", Script.UNDECIDED),
        ("大模型隻有", Script.MIXED),
        ("国內外", Script.MIXED),
    ],
)
def test_a_few_characters_are_told_where_they_can_be(title: str, script: Script) -> None:
    """A title may hold nothing that tells."""
    assert detect(title) is script


def test_what_is_undecided_is_as_its_document() -> None:
    """A title or paragraph without a sign inherits; a quotation in the other script does not."""
    paragraphs = ["一日之功", "这里", "這裡"]
    assert detect_paragraphs(paragraphs, Script.HANT) == (Script.HANT, Script.HANS, Script.HANT)
    assert inherited(Script.UNDECIDED, Script.MIXED) is Script.MIXED


def test_a_part_of_a_mixed_document_is_repaired_with_it() -> None:
    """A paragraph that looks clean may hold the damage that leaves no sign."""
    assert inherited(Script.HANT, Script.MIXED) is Script.MIXED
    assert inherited(Script.HANS, Script.MIXED) is Script.HANS


@pytest.mark.parametrize("text", ["兩隻有病的貓在公里面前", "相關系統,限制造成,皇太后來到"])
def test_good_traditional_is_no_slip(text: str) -> None:
    """What only looks like a converter's slip is not counted."""
    assert detect(text * 3) is Script.HANT


@given(
    st.text(
        st.sampled_from(
            "之於里模范圍公面限制度若干部太后來續分秒鍾到并叠代方嚮旅游标准水詞匯證明瞭這關系列于是云端重復裏程盡管産，"
        )
    )
)
def test_slips_are_found_wherever_they_begin(text: str) -> None:
    """Looking at a slip's first character before looking for it leaves none out."""
    slips = re.compile("|".join(row[0] for row in rows("slips.txt")))
    assert _slips().findall(text) == slips.findall(text)

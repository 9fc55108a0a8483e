"""Decoding: the encodings of Chinese news are told apart without a declaration."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.sources.decoding import decode

SIMPLIFIED = "中新网8月16日电，国家统计局发布的数据显示，上半年经济运行总体平稳。"
TRADITIONAL = "行政院主計總處今天發布最新統計，上半年經濟成長率為百分之三，優於預期。"
HONG_KONG = "政府發言人說，元朗區嘅小巴站同埋街市噉樣改善之後，市民出入方便咗好多。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (HONG_KONG, "big5hkscs"),
        (SIMPLIFIED, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
        (SIMPLIFIED[:10], "gb18030"),
        (TRADITIONAL[:10], "big5hkscs"),
    ],
)
def test_each_encoding_is_recognised(text: str, encoding: str) -> None:
    """The bytes alone say how they are to be read."""
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.damaged) == (text, encoding, 0)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        ("\ufeff".encode("gb18030"), "gb18030"),
    ],
)
def test_a_byte_order_mark_is_believed_and_left_out(mark: bytes, encoding: str) -> None:
    """A mark says the encoding and is no part of the text."""
    decoded = decode(mark + SIMPLIFIED.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, encoding)


@given(st.integers(0, len(SIMPLIFIED.encode()) - 1))
def test_one_lost_byte_of_utf8_costs_one_place(place: int) -> None:
    """A text cut by a byte is still read as what it is."""
    data = SIMPLIFIED.encode()
    decoded = decode(data[:place] + data[place + 1 :])
    assert decoded is not None
    assert decoded.encoding == "utf-8"
    assert decoded.damaged <= 1


def test_a_nul_in_a_text_does_not_make_it_utf16() -> None:
    """A stray NUL stays what it is."""
    decoded = decode(("甲\0乙" + SIMPLIFIED).encode())
    assert decoded is not None
    assert decoded.encoding == "utf-8"


def test_bytes_at_random_are_no_text() -> None:
    """Nothing is read into bytes that hold no text."""
    data = bytes((place * 197 + place * place * 31) % 256 for place in range(4000))
    assert decode(data) is None


def test_a_text_in_two_encodings_is_broken() -> None:
    """Half of it would be noise in either."""
    assert decode(SIMPLIFIED.encode() + SIMPLIFIED.encode("gb18030")) is None


@pytest.mark.parametrize(
    ("declared", "text", "encoding"),
    [
        ("gb2312", "朱镕基与碁", "gb18030"),
        ("big5", "恒生銀行啟德着", "big5hkscs"),
        ("shift_jis", "日本の新聞", "cp932"),
    ],
)
def test_a_declaration_decides_what_the_bytes_leave_open(
    declared: str, text: str, encoding: str
) -> None:
    """A declared encoding is read as its widest form."""
    decoded = decode(text.encode(encoding), declared)
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("declared", ["gbk", "big5", "nonsense", "rot13", "zip", "a\0b"])
def test_a_false_declaration_is_not_believed(declared: str) -> None:
    """UTF-8 is UTF-8 whatever the file says."""
    decoded = decode(SIMPLIFIED.encode(), declared)
    assert decoded is not None
    assert decoded.text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gb18030"), "nonsense") is not None


@given(st.binary(max_size=200), st.sampled_from(["", "rot13", "hex", "utf-7", "idna"]))
def test_no_bytes_raise(data: bytes, declared: str) -> None:
    """Whatever comes is read or refused."""
    decode(data, declared)

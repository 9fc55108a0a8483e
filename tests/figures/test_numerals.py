"""Numerals: every writing comes to its value, exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.figures.numerals import NUMERAL, Number, read

DIGITS = "零一二三四五六七八九"


def number(text: str) -> Number | None:
    """The number that a whole text is."""
    match = NUMERAL.fullmatch(text)
    return read(match) if match else None


def spelled(value: int) -> str:
    """A number below a hundred million in Chinese numerals, as schoolbooks spell it."""
    if value >= 10**4:
        high, low = divmod(value, 10**4)
        rest = spelled(low) if low else ""
        return spelled(high) + "万" + ("零" if rest and low < 1000 else "") + rest
    text = ""
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // scale % 10
        if digit:
            text += DIGITS[digit] + name
        elif text and value % scale and not text.endswith("零"):
            text += "零"
    return text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,164亿", 116_400_000_000),
        ("6.45亿", 645_000_000),
        ("7万5千", 75_000),
        ("2亿3400万", 234_000_000),
        ("4万9,900", 49_900),
        ("两兆七千亿", 2_700_000_000_000),
        ("1.2万亿", 1_200_000_000_000),
        ("廿一", 21),
        ("壹佰贰拾", 120),
        ("一百二", 120),
        ("一百零二", 102),
        ("二〇二三", 2023),
        ("一千零十二", 1012),
        ("千亿", 100_000_000_000),
        ("二十点一万", 201_000),
    ],
)
def test_value_of_a_writing(text: str, value: int) -> None:
    """A numeral is worth what a reader takes it for."""
    found = number(text)
    assert found is not None
    assert found.low == found.high == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("两三", 2, 3),
        ("十五六", 15, 16),
        ("三五百", 300, 500),
        ("数百", 200, 999),
        ("十几万", 110_000, 190_000),
    ],
)
def test_vague_numerals_have_two_ends(text: str, low: int, high: int) -> None:
    """Two neighbouring digits, 数 and 几 name a range and are approximate."""
    assert number(text) == Number(Decimal(low), Decimal(high), approx=True)


def test_more_is_kept_apart_from_the_value() -> None:
    """40多万 is four hundred thousand and more."""
    assert number("40多万") == Number(
        Decimal(400_000), Decimal(400_000), approx=True, modifier="more"
    )


@given(st.integers(min_value=1, max_value=10**8 - 1))
def test_spelling_and_reading_agree(value: int) -> None:
    """What is spelled out in Chinese numerals reads back as itself."""
    found = number(spelled(value))
    assert found is not None
    assert found.low == found.high == value


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_fractions_are_exact(value: Decimal) -> None:
    """Arabic digits with a fraction and thousands marks lose nothing."""
    found = number(f"{value:,}")
    assert found is not None
    assert found.low == value

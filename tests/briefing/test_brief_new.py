"""What was said before in other words is not new."""

from __future__ import annotations

import pytest

from digest.briefing.brief_new import Said

SENTENCE = "东湾银行七月八日上午核心系统发生故障，手机银行和柜面业务中断近三个小时。"


@pytest.mark.parametrize(
    "sentence",
    [
        SENTENCE,
        "東灣銀行七月八日上午核心系統發生故障，手機銀行和櫃面業務中斷近三個小時。",
        "据悉，东湾银行七月八日上午核心系统发生故障，手机银行和柜面业务中断近三个小时",
        "东湾银行核心系统发生故障，手机银行和柜面业务中断近三个小时。",
        "。",
    ],
)
def test_the_same_in_other_words_is_known(sentence: str) -> None:
    """In the other script, with an opening, cut a little; and what says nothing."""
    assert Said([SENTENCE]).has(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "东湾银行与湖滨农商行合并获批。",
        "银行说，原因是存储阵列升级之后缓存同步失败，客户资金没有损失。",
    ],
)
def test_something_else_is_new(sentence: str) -> None:
    """A sentence on the same bank, too."""
    assert not Said([SENTENCE]).has(sentence)
    assert not Said().has(sentence)

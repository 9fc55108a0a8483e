"""Words are found alike in a text by itself and in many stretches of one at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.briefing.summary_words import spoken, words
from digest.model import Span

PIECES = st.sampled_from(
    ["研发芯片", "一个", "主要", "的", "3.5%", "GPT-4", "ai", "é", "𠮷野家", "の", ",", " ", "。"]
)
TEXTS = st.lists(st.lists(PIECES, max_size=8).map("".join), max_size=6)


def _spans(texts: list[str]) -> list[Span]:
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    return [Span(start, start + len(text)) for start, text in zip(starts, texts, strict=True)]


@given(TEXTS)
def test_each_stretch_has_as_many_words_as_by_itself(texts: list[str]) -> None:
    """However a text is cut, no pair goes across a cut and none is lost."""
    found = spoken("\n".join(texts), _spans(texts))
    counts = [(found.places == number).sum() for number in range(len(texts))]
    assert counts == [len(words(text)) for text in texts]


@given(TEXTS)
def test_words_are_numbered_in_the_order_of_strings(texts: list[str]) -> None:
    """The words of all stretches, sorted, are those that the numbers stand for."""
    found = spoken("\n".join(texts), _spans(texts))
    in_order = sorted(set[str]().union(*map(words, texts)))
    assert found.different == len(in_order)
    for number, text in enumerate(texts):
        told = found.words[found.places == number].tolist()
        assert {in_order[word] for word in told} == words(text)


def test_what_stands_between_stretches_is_in_none() -> None:
    """A heading before the first stretch and words behind the last one are left out."""
    plain = "研发标题\n芯片 GPT 上市\n尾声"
    assert spoken(plain, [Span(5, 14)]).different == len(words("芯片 GPT 上市"))

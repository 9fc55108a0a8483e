"""Fingerprints are the same for the same news, whatever the script, and small."""

from __future__ import annotations

import pytest
from support.stories import made_article

from digest.briefing.fingerprint import SAMPLE, day_of, fingerprint, from_bytes, to_bytes
from digest.figures import find_figures
from digest.model import Article, Figure, FigureKind, Script, Span, View
from digest.text.script import convert

TEXT = (
    "3月5日，海澄电子宣布收购《光影》公司，出价6.42亿欧元。\n员工四百三十人都会保留，型号为Nova-3。"
)


def of(text: str, title: str = "海澄电子收购光影") -> tuple[Article, tuple[Figure, ...]]:
    """An article and its figures."""
    article = made_article("x", title, text, "2024-03-05")
    return article, find_figures(text, article.paragraphs, "2024-03-05")


def test_it_comes_back_from_bytes() -> None:
    """Nothing is lost on the way to the library."""
    made = fingerprint(*of(TEXT))
    again = from_bytes(to_bytes(made))
    for name in ("characters", "runs", "weights"):
        assert getattr(again, name) == getattr(made, name)
    for name in ("sample", "title", "values", "contexts", "names"):
        assert getattr(again, name).tolist() == getattr(made, name).tolist()


def test_the_script_makes_no_difference() -> None:
    """A text and its Traditional have one fingerprint."""
    traditional = convert(TEXT, View.HANT, Script.HANS).text
    title = convert("海澄电子收购光影", View.HANT, Script.HANS).text
    here, there = fingerprint(*of(TEXT)), fingerprint(*of(traditional, title))
    assert here.sample.tolist() == there.sample.tolist()
    assert sorted(here.values.tolist()) == sorted(there.values.tolist())
    assert here.names.tolist() == there.names.tolist()


def test_digits_are_in_no_run() -> None:
    """The same text with another amount has the same runs and another value."""
    here, there = fingerprint(*of(TEXT)), fingerprint(*of(TEXT.replace("6.42", "7.15")))
    assert here.sample.tolist() == there.sample.tolist()
    assert here.values.tolist() != there.values.tolist()


def test_a_long_text_is_sampled() -> None:
    """It stays small however long the text is."""
    text = "".join(chr(0x4E00 + (at * 7919) % 20000) for at in range(30_000))
    made = fingerprint(*of(text))
    assert len(made.sample) == SAMPLE
    assert len(to_bytes(made)) < 4000


@pytest.mark.parametrize("text", ["", "。", "啊", "2024", "👍" * 50])
def test_a_text_with_nothing_in_it_has_one_too(text: str) -> None:
    """Nothing to compare is no error."""
    made = fingerprint(*of(text, ""))
    assert from_bytes(to_bytes(made)).runs == made.runs


def test_other_bytes_are_refused() -> None:
    """What another version wrote is not misread."""
    with pytest.raises(ValueError, match="version"):
        from_bytes(b"\xff" * 100)


def test_a_day_needs_no_year() -> None:
    """News leaves it out; a month alone is no day."""

    def dated(resolved: str | None, value: str) -> Figure:
        return Figure(Span(0, 1), Span(0, 1), FigureKind.DATE, value, "day", "t", resolved=resolved)

    assert day_of(dated("2023-10-24", "XXXX-10-24")) == 1024
    assert day_of(dated(None, "XXXX-10-24")) == 1024
    assert day_of(dated("2023-10", "XXXX-10")) == 0

"""Audit: what was decided is listed, with what else it might have been and on what ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Script, Span, View
from digest.text.script import Decision, Dictionary, Reason, audit, convert

VIEWS = [view for view in View if view is not View.ORIGINAL]

TEXTS = st.text(
    st.one_of(
        st.sampled_from("发髮干乾后後里裡面麵只隻系余餘于云雲了着著说說产産网范软件有分鍾,。\n"),
        st.characters(),
    ),
    max_size=40,
)


def at(decisions: tuple[Decision, ...], place: int) -> Decision:
    """The decision about the character at `place`."""
    return next(decision for decision in decisions if decision.span.start == place)


@pytest.mark.parametrize(
    ("text", "place", "shown", "candidate", "reason"),
    [
        ("理发店", 1, "髮", "發", Reason.PHRASE),
        ("她坐着", 1, "坐", "座", Reason.CHARACTER),
        ("回归分析", 0, "迴", "回", Reason.PHRASE),
        ("合作伙伴", 2, "夥", "伙", Reason.OVERLAY),
        ("记者余承东说", 2, "余", "餘", Reason.NAME),
    ],
)
def test_simplified_tells_what_decided(
    text: str, place: int, shown: str, candidate: str, reason: Reason
) -> None:
    """A word, the table alone, an entry of our own, a surname."""
    decision = at(audit(text, View.HANT_TW, Script.HANS), place)
    assert decision.shown == shown
    assert candidate in decision.candidates
    assert decision.reason is reason


def test_a_repair_of_mixed_text_is_told_from_what_the_author_wrote() -> None:
    """A converter's slip is repaired, a leftover converted, the author's character believed."""
    decisions = audit("大模型隻有國产夥計", View.HANT_TW, Script.MIXED)
    assert at(decisions, 3).reason is Reason.REPAIR
    assert at(decisions, 3).shown == "只"
    assert at(decisions, 3).candidates[:2] == ("只", "隻")
    assert at(decisions, 6).reason is Reason.REPAIR
    assert at(decisions, 6).shown == "產"
    assert at(decisions, 7).reason is not Reason.REPAIR


def test_clean_traditional_lists_its_leftovers_alone() -> None:
    """What its author wrote was not decided by anyone else."""
    decisions = audit("他說本來計畫是國内的發展週期。", View.HANT_TW, Script.HANT)
    assert [decision.span for decision in decisions] == [Span(8, 9)]
    assert decisions[0].reason is Reason.REPAIR


def test_simplified_view_lists_what_stands_for_several() -> None:
    """乾 stays in a reign's name, and 著 in writing."""
    decisions = audit("乾隆年間,乾燥,說著", View.HANS, Script.HANT)
    assert [(d.shown, d.candidates) for d in decisions] == [
        ("乾", ("干", "乾")),
        ("干", ("干", "乾")),
        ("着", ("着", "著")),
    ]


def test_traditional_left_in_simplified_is_a_repair() -> None:
    """The one character of the other script is listed with what it was."""
    (decision,) = audit("他在國内工作。", View.HANS, Script.HANS)
    assert decision.shown == "国"
    assert decision.candidates == ("國", "国")
    assert decision.reason is Reason.REPAIR


def test_the_readers_words_are_listed_whole() -> None:
    """A word of the reader's covers its characters, whatever else was decided about them."""
    own = Dictionary.parse("理发店\t理髮舖兒\tzh-Hant\n")
    (decision,) = audit("理发店", View.HANT_TW, Script.HANS, dictionary=own)
    assert decision == Decision(Span(0, 3), "理髮舖兒", ("理髮店", "理髮舖兒"), Reason.DICTIONARY)


def test_nothing_is_decided_in_the_text_as_written() -> None:
    """The original view converts nothing."""
    assert audit("理发", View.ORIGINAL, Script.HANS) == ()
    assert audit("", View.HANT, Script.HANS) == ()


@given(TEXTS, st.sampled_from(VIEWS), st.sampled_from(Script))
def test_what_is_listed_is_what_is_shown(text: str, view: View, written: Script) -> None:
    """Sorted places, apart from one another, each as the conversion shows it, with a choice."""
    shown = convert(text, view, written).text
    end = 0
    for decision in audit(text, view, written):
        assert decision.span.start >= end
        end = decision.span.end
        assert decision.span.of(shown) == decision.shown
        assert decision.shown in decision.candidates
        assert len(set(decision.candidates)) == len(decision.candidates) > 1

"""One function over many values, by processes or here: the same answers in the same order."""

from __future__ import annotations

from functools import partial
from operator import mul

import pytest

from digest.services import spread as spreading
from digest.services.spread import spread

GROUPS = [[1, 2, 3], [4], [], [5, 6]]
DOUBLED = [[2, 4, 6], [8], [], [10, 12]]


def test_values_are_worked_out_here_without_hands() -> None:
    """Without processes everything is done in this one."""
    assert list(spread(partial(mul, 2), GROUPS, 10_000, 0)) == DOUBLED


def test_few_values_call_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a few values no process is started."""
    monkeypatch.setattr(spreading, "_called", lambda _: pytest.fail("a crew was called"))
    assert list(spread(partial(mul, 2), GROUPS, 6, 2)) == DOUBLED


def test_processes_answer_in_the_order_of_the_groups() -> None:
    """What processes work out comes back in the order in which it was asked."""
    assert list(spread(partial(mul, 2), GROUPS, 10_000, 2)) == DOUBLED


def test_hands_are_called_once_for_all_their_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked second goes to the processes that were called for the first."""
    called = spreading._called
    crews = [called(2)]
    monkeypatch.setattr(spreading, "_called", lambda _: crews.pop())
    with spreading.Hands(2) as hands:
        hands.call(10_000)
        assert list(hands.spread(partial(mul, 2), GROUPS, 10_000)) == DOUBLED
        assert list(hands.spread(partial(mul, 1), GROUPS, 10_000)) == GROUPS


def test_what_ends_a_process_comes_out_here() -> None:
    """A value that a function fails on fails as it would here."""
    with pytest.raises(TypeError):
        list(spread(len, [[b"abc"], [3]], 10_000, 1))  # type: ignore[list-item]  # what is tested

"""Processes make what this one would have made, and the end of one costs a file at most."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from digest.services import crew as module
from digest.services.crew import Crew, HandLostError, hands_here
from digest.services.making import Made, Refusal, attempt_analysis
from digest.sources import Fetched, streamed
from digest.text.codes import LONG, are_worthwhile

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.services.making import Result

NEWS = "深圳市统计局8月15日发布数据，上半年全市生产总值达1.6万亿元，同比增长6.3%。"


def files(count: int) -> list[Fetched]:
    """Files with a figure in each."""
    return [streamed(f"{NEWS}第{number}篇。".encode(), f"{number}.txt") for number in range(count)]


def test_a_crew_makes_what_one_would_make_here() -> None:
    """In the order of the files; a file that is none is refused in the same words."""
    asked = [*files(3), streamed(b"", "blank.txt")]
    with Crew(2) as crew:
        first, second = crew.make(asked), crew.make(asked[1:])
        assert first.result() == list(map(attempt_analysis, asked))
        assert second.result() == list(map(attempt_analysis, asked[1:]))


def test_a_crew_looks_texts_through_as_arrays() -> None:
    """What makes that quick is loaded before the first file."""
    with Crew(1) as crew:
        assert crew.spread(are_worthwhile, ["字" * LONG]).result() == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process by a signal")
def test_the_end_of_a_process_costs_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another is started, and asked file by file."""
    with Crew(1) as crew:
        assert len(crew.make(files(1)).result()) == 1
        (hand,) = crew._hands
        os.kill(hand._process.pid, signal.SIGKILL)
        hand._process.wait()
        assert all(isinstance(each, Made) for each in crew.make(files(2)).result())
        assert len(crew._hands) == 2
    monkeypatch.undo()


def test_a_file_that_ends_its_process_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others of its group are made."""
    ask = module._Hand.ask

    def deadly(
        self: module._Hand, function: Callable[[Fetched], Result], asked: list[Fetched]
    ) -> list[Result]:
        answer = ask(self, function, asked)
        if any(file.name == "1.txt" for file in asked):
            raise HandLostError
        return answer

    monkeypatch.setattr(module._Hand, "ask", deadly)
    with Crew(1) as crew:
        one, two, three = crew.make(files(3)).result()
    assert isinstance(one, Made)
    assert isinstance(two, Refusal)
    assert "1.txt could not be analysed" in two.reason
    assert isinstance(three, Made)


def test_processes_that_cannot_load_the_program_are_done_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What they were asked is made here."""
    monkeypatch.setattr(module, "_START", "raise SystemExit # {root}")
    with Crew(1) as crew:
        assert crew.make(files(2)).result() == list(map(attempt_analysis, files(2)))


def test_no_processes_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wants a crew goes on without."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(HandLostError):
        Crew(2)


def test_every_machine_has_a_hand() -> None:
    """And none has more than one writer can follow."""
    assert 1 <= hands_here() <= module.MOST_HANDS

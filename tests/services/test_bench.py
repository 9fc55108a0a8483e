"""What is put on the bench comes back in its order, made here or elsewhere."""

from __future__ import annotations

import sys
from concurrent.futures import Future
from typing import TYPE_CHECKING

import pytest

from digest.services import bench as module
from digest.services.bench import Bench
from digest.services.making import Refusal
from digest.sources import Fetched, streamed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.services.making import Result


def file(number: int) -> Fetched:
    """A file that is refused by its own name, which is quick."""
    return streamed(b"", f"{number}.txt")


def named(result: Result | None) -> str:
    """The name in a refusal."""
    assert isinstance(result, Refusal)
    return result.reason.partition(" ")[0]


class Slow:
    """A crew that answers when it is told to."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.asked: list[tuple[Sequence[Fetched], Future[list[Result]]]] = []
        Slow.last = self

    last: Slow

    def make(self, files: Sequence[Fetched]) -> Future[list[Result]]:
        """Promise an answer."""
        answer: Future[list[Result]] = Future()
        self.asked.append((files, answer))
        return answer

    def answer(self, at: int) -> None:
        """Give an answer that was promised."""
        files, answer = self.asked[at]
        answer.set_result([Refusal(f"{each.name} is slow") for each in files])

    def close(self) -> None:
        """Nothing was started."""


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bench that calls that crew after one file, and gives it two at once."""
    monkeypatch.setattr("digest.services.crew.Crew", Slow)
    for name, value in {"ALONE": 1, "WORTHWHILE": 2, "GROUP": 2, "AHEAD": 2}.items():
        monkeypatch.setattr(module, name, value)


def test_alone_everything_is_finished_at_once() -> None:
    """Tokens without a file keep their place."""
    with Bench[int](3, 0) as bench:
        bench.put(0, file(0))
        bench.put(1)
        assert [token for token, _ in bench.finished()] == [0, 1]
        assert list(bench.rest()) == []


@pytest.mark.usefixtures("slow")
def test_a_crew_that_finishes_out_of_order_changes_no_order() -> None:
    """The first comes back first."""
    with Bench[int](100, 1) as bench:
        for number in range(5):
            bench.put(number, file(number))
        assert [token for token, _ in bench.finished()] == [0]
        Slow.last.answer(1)
        assert list(bench.made()) == []
        Slow.last.answer(0)
        found = [(token, named(result)) for token, result in bench.finished()]
        assert found == [(each, f"{each}.txt") for each in (1, 2, 3, 4)]


@pytest.mark.usefixtures("slow")
def test_no_more_lies_on_the_bench_than_the_crew_needs() -> None:
    """However many files come."""
    with Bench[int](1000, 1) as bench:
        most = 0
        for number in range(200):
            bench.put(number, file(number))
            for at, (_, answer) in enumerate(Slow.last.asked if number > 1 else ()):
                if not answer.done() and len(bench._lying) > 4:
                    Slow.last.answer(at)
            list(bench.finished())
            most = max(most, len(bench._lying))
        assert most <= 5


@pytest.mark.usefixtures("slow")
def test_a_small_rest_is_worth_no_crew(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is made here."""
    monkeypatch.setattr(module, "WORTHWHILE", 50)
    with Bench[int](20, 2) as bench:
        for number in range(20):
            bench.put(number, file(number))
        assert len(list(bench.finished())) == 20


def test_a_bench_without_processes_goes_on_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none can be started."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setattr(module, "ALONE", 1)
    monkeypatch.setattr(module, "WORTHWHILE", 1)
    with Bench[int](9, 2) as bench:
        for number in range(9):
            bench.put(number, file(number))
        assert [token for token, _ in bench.rest()] == list(range(9))


def test_a_real_crew_gives_every_file_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """In order, through processes."""
    monkeypatch.setattr(module, "ALONE", 1)
    monkeypatch.setattr(module, "WORTHWHILE", 1)
    monkeypatch.setattr(module, "GROUP", 2)
    with Bench[int](7, 1) as bench:
        for number in range(7):
            bench.put(number, file(number))
        found = [(token, named(result)) for token, result in bench.rest()]
    assert found == [(number, f"{number}.txt") for number in range(7)]

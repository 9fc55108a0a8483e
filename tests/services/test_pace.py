"""A rate follows the work, and the time left follows the rate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.services.pace import Pace, in_words


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time it shows."""
        return self.now


def test_a_steady_work_has_its_rate() -> None:
    """And the time that is left of it."""
    clock = Clock()
    pace = Pace(clock)
    for done in range(1, 201):
        clock.now += 0.1
        pace.at(done, 1000)
    assert pace.rate == pytest.approx(10, rel=0.02)
    assert pace.seconds_left == 80


def test_the_rate_follows_a_change() -> None:
    """What was done long ago counts no more."""
    clock = Clock()
    pace = Pace(clock)
    done = 0
    for step in (1000, 1):
        for _ in range(300):
            clock.now += 0.1
            done += step
            pace.at(done, 10**6)
    assert pace.rate == pytest.approx(10, rel=0.05)


def test_nothing_is_said_too_early() -> None:
    """The first files tell little."""
    clock = Clock()
    pace = Pace(clock)
    clock.now += 0.5
    pace.at(3, 10)
    assert pace.rate == 0
    assert pace.seconds_left is None


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (45, "0:45"), (723, "12:03"), (3723, "1:02:03")]
)
def test_a_time_left_is_read_like_a_clock(seconds: int, words: str) -> None:
    """Whatever its length."""
    assert in_words(seconds) == words


@given(st.lists(st.tuples(st.floats(0, 20), st.integers(0, 50)), max_size=60))
def test_no_course_of_work_breaks_it(steps: list[tuple[float, int]]) -> None:
    """Standing still and leaping included."""
    clock = Clock()
    pace, done = Pace(clock), 0
    for seconds, more in steps:
        clock.now += seconds
        done += more
        pace.at(done, 5000)
        assert pace.rate >= 0
        assert pace.seconds_left is None or pace.seconds_left >= 0
